package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.ansatz.gradient.data.ToySentences;
import org.ansatz.gradient.embedding.ContinuousBagOfWords;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.FullSoftmax;
import org.ansatz.gradient.embedding.GaussianNoiseContrast;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.embedding.HierarchicalSoftmax;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.NoiseDistribution;
import org.ansatz.gradient.embedding.Pooling;
import org.ansatz.gradient.embedding.SkipGram;
import org.ansatz.gradient.embedding.Subsampling;
import org.ansatz.gradient.embedding.WordTree;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.ClassBalance;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and with which shapes or values in the message. */
final class BadGradientInputTest {

    private static final Corpus TOY = Corpus.of(ToySentences.ALL);
    private static final Matrix ROW = Matrix.row(0, 1);
    private static final Labels TWO = Labels.of(2, 0, 1);
    private static final Reduction MEAN = Reduction.MEAN;

    private static Arguments bad(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> shapes() {
        Matrix x = Matrix.zeros(3, 2);
        LinearModel model = new LinearModel(x, new SquaredError(Matrix.zeros(3, 1), MEAN));
        return Stream.of(
                bad("a matrix of 2 × 3 cannot have 5 entries", () -> Matrix.of(2, 3, 1, 2, 3, 4, 5)),
                bad("shapes do not fit: 3 × 2 · 3 × 2", () -> x.times(x)),
                bad("shapes do not fit: 3 × 2 + 1 × 2", () -> x.plus(Matrix.zeros(1, 2))),
                bad("shapes do not fit: 3 × 2 · transposed 2 × 3", () -> x.timesTransposed(x.transposed())),
                bad("shapes do not fit: 3 × 2 transposed · 2 × 3", () -> x.transposedTimes(x.transposed())),
                bad("a bias of 3 entries for the 2 columns of a matrix 3 × 2", () -> x.plusToEachRow(new double[3])),
                bad(
                        "scores must be 3 × 1, but is 1 × 3",
                        () -> new SquaredError(Matrix.zeros(3, 1), MEAN).at(Matrix.zeros(1, 3))),
                bad(
                        "2 scores for targets 3 × 1, which need 3",
                        () -> new SquaredError(Matrix.zeros(3, 1), MEAN).value(new double[2])),
                bad(
                        "4 gradient for targets 3 × 1",
                        () -> new SquaredError(Matrix.zeros(3, 1), MEAN).gradient(new double[3], new double[4])),
                bad(
                        "examples X are 3 × 2 (examples × features), but there are targets of 2",
                        () -> new LinearModel(x, SoftmaxCrossEntropy.of(TWO, MEAN))),
                bad("weights W must be 1 × 2, but is 1 × 3", () -> model.at(Parameters.zeros(1, 3))),
                bad("weights W must be 1 × 2, but is 2 × 2", () -> model.at(Parameters.zeros(2, 2))),
                bad("a bias of 2 entries for weights 1 × 2", () -> new Parameters(Matrix.zeros(1, 2), 1, 2)),
                bad("targets 0 × 2", () -> new SquaredError(Matrix.zeros(0, 2), MEAN)),
                bad("3 class weights for 2 classes", () -> SoftmaxCrossEntropy.weighted(TWO, new double[3], MEAN)),
                bad("1 positive weights for 2 classes", () -> BinaryCrossEntropy.weighted(ROW, new double[] {1}, MEAN)),
                bad(
                        "3 class weights for 2 classes",
                        () -> ClassBalance.of(0.9, 1, 2, 3).sigmoid(TWO, MEAN)),
                bad(
                        "2 classes, but frequencies of 3",
                        () -> LogitAdjustment.of(1, 1, 2, 3).loss(TWO, MEAN)),
                bad(
                        "4 classes, but frequencies of 3",
                        () -> LogitAdjustment.of(1, 1, 2, 3).adjusted(Matrix.zeros(2, 4))),
                bad("a vector of 2 for 3 logits", () -> Softmax.jacobianTimes(new double[3], new double[2])),
                bad(
                        "hidden vectors 2 × 3, output vectors 2 × 4",
                        () -> new FullSoftmax(TWO, MEAN).at(Matrix.zeros(2, 3), Matrix.zeros(2, 4))),
                bad(
                        "word vectors must be 2 × 3, but is 4 × 3",
                        () -> new SkipGram(TWO, new FullSoftmax(TWO, MEAN)).at(Matrix.zeros(4, 3), Matrix.zeros(2, 3))),
                bad(
                        "co-occurrences X must be 2 × 2, but is 2 × 3",
                        () -> new Glove(Matrix.zeros(2, 3), 100, 0.75, MEAN)),
                bad("noise words: 1 rows for 2 examples", () -> new NegativeSampling(TWO, new int[][] {{1}}, MEAN)),
                bad("contexts: 1 rows for 2 examples", () -> new NeuralLanguageModel(new int[][] {{1}}, TWO, MEAN)),
                bad(
                        "the context of example 2 has 2 words, the first 1",
                        () -> new NeuralLanguageModel(new int[][] {{1}, {0, 1}}, TWO, MEAN)),
                bad(
                        "example 2 has 2 noise words, the first 1",
                        () -> new NoiseContrastiveEstimation(
                                TWO, new int[][] {{1}, {0, 1}}, new double[] {0.5, 0.5}, MEAN)),
                bad(
                        "targets of 2 words for a tree of 3",
                        () -> new HierarchicalSoftmax(WordTree.balanced(3), TWO, MEAN)));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                bad("label 2 of example 2 is out of range: classes are 0 to 1", () -> Labels.of(2, 0, 2)),
                bad("label -1 of example 1", () -> Labels.of(2, -1)),
                bad("no labels", () -> Labels.of(2)),
                bad("label smoothing must be 0 to 1, but is 1.5", () -> TWO.smoothed(1.5)),
                bad("target 1.5 in row 1, column 2", () -> BinaryCrossEntropy.of(Matrix.row(0, 1.5), MEAN)),
                bad("label 0.5 in row 1, column 1", () -> FocalLoss.of(Matrix.row(0.5), 2, MEAN)),
                bad("probabilities that sum to 0.9", () -> new SoftTargetCrossEntropy(Matrix.row(0.4, 0.5), MEAN)),
                bad("a probability of -0.5", () -> new SoftTargetCrossEntropy(Matrix.row(-0.5, 1.5), MEAN)),
                bad(
                        "noise probabilities that sum to 0.5",
                        () -> new NoiseContrastiveEstimation(
                                TWO, new int[][] {{1}, {1}}, new double[] {0.25, 0.25}, MEAN)),
                bad(
                        "word 0 has noise probability 0, but occurs",
                        () -> new NoiseContrastiveEstimation(TWO, new int[][] {{1}, {1}}, new double[] {0, 1}, MEAN)),
                bad("β must be at least 0 and below 1, but is 1.0", () -> ClassBalance.of(1, 5, 5)),
                bad("β must be at least 0 and below 1, but is -0.1", () -> ClassBalance.of(-0.1, 5, 5)),
                bad("β must be at least 0 and below 1, but is NaN", () -> ClassBalance.of(Double.NaN, 5, 5)),
                bad("class 1 has 0 samples", () -> ClassBalance.of(0.9, 5, 0)),
                bad("class 1 has 0 samples", () -> ClassBalance.inverseFrequency(5, 0)),
                bad("class 0 has 0 samples", () -> LogitAdjustment.of(1, 0, 5)),
                bad("τ must be finite and positive, but is 0.0", () -> LogitAdjustment.of(0, 5, 5)),
                bad("τ must be finite and positive, but is NaN", () -> LogitAdjustment.of(Double.NaN, 5, 5)),
                bad("γ must be finite and not negative, but is -1.0", () -> FocalLoss.of(ROW, -1, MEAN)),
                bad("γ must be finite and not negative, but is -0.5", () -> SoftmaxFocalLoss.of(TWO, -0.5, MEAN)),
                bad("γ must be finite and not negative, but is NaN", () -> FocalLoss.of(ROW, Double.NaN, MEAN)),
                bad("α must be 0 to 1, but is 2.0", () -> FocalLoss.balanced(ROW, 2, 2, MEAN)),
                bad("γ₊ must be finite and not negative, but is -1.0", () -> new Asymmetry(-1, 4, 0)),
                bad("γ₋ must be finite and not negative, but is -4.0", () -> new Asymmetry(1, -4, 0)),
                bad("the margin must be at least 0 and below 1, but is 1.0", () -> new Asymmetry(1, 4, 1)),
                bad("the margin must be at least 0 and below 1, but is -0.1", () -> new Asymmetry(1, 4, -0.1)),
                bad(
                        "class weights must be finite and not negative, but one is -1.0",
                        () -> SoftmaxCrossEntropy.weighted(TWO, new double[] {1, -1}, MEAN)),
                bad(
                        "the examples' classes weigh 0.0: no weighted mean",
                        () -> SoftmaxCrossEntropy.weighted(TWO, new double[2], Reduction.WEIGHTED_MEAN)),
                bad(
                        "WEIGHTED_MEAN divides by the weights of the examples' classes",
                        () -> BinaryCrossEntropy.of(ROW, Reduction.WEIGHTED_MEAN)),
                bad("a softmax of no logits", () -> Softmax.of()),
                bad("logits (1 × 2) has NaN in row 1, column 2", () -> Softmax.of(0, Double.NaN)),
                bad("the learning rate must be finite and positive, but is 0.0", () -> new GradientDescent(0)),
                bad("the corpus is empty: 0 sentences", () -> Corpus.of(List.of())),
                bad("the corpus is empty: 2 sentences", () -> Corpus.of(List.of("", "  "))),
                bad("the vocabulary is the one word \"cat\"", () -> Corpus.of(List.of("cat cat", "cat"))),
                bad("\"mice\" is not one of the 42 words", () -> TOY.number("mice")),
                bad("no sentence has 9 words", () -> TOY.runs(9)),
                bad("runs of 1 words", () -> TOY.runs(1)),
                bad("a radius of at least 1, not 0", () -> TOY.pairs(0)),
                bad("a radius of at least 1, not -1", () -> TOY.windows(-1)),
                bad(
                        "0 noise words for each target",
                        () -> ExpectedContrast.negativeSampling(TWO, 0, new double[] {0.5, 0.5}, MEAN)),
                bad(
                        "noise probabilities that sum to 0.5",
                        () -> ExpectedContrast.negativeSampling(TWO, 5, new double[] {0.25, 0.25}, MEAN)),
                bad(
                        "word 0 has noise probability 0, but occurs",
                        () -> ExpectedContrast.noiseContrastive(TWO, 5, new double[] {0, 1}, MEAN)),
                bad("a tree needs two words, but the vocabulary has 1", () -> WordTree.huffman(5)),
                bad("a tree needs two words, but the vocabulary has 0", () -> WordTree.balanced(0)),
                bad("word 1 occurs 0 times", () -> WordTree.huffman(5, 0, 2)),
                bad("3 counts for 2 words", () -> WordTree.balanced(2).meanDepth(1, 2, 3)),
                bad(
                        "context words of example 1: word 7 is out of range, the vocabulary is 0 to 1",
                        () -> new ContinuousBagOfWords(
                                2, new int[][] {{7}, {0}}, Pooling.MEAN, new FullSoftmax(TWO, MEAN))),
                bad(
                        "context words: no words for example 2",
                        () -> new ContinuousBagOfWords(
                                2, new int[][] {{1}, {}}, Pooling.MEAN, new FullSoftmax(TWO, MEAN))),
                bad("no word of 2 occurs", () -> NoiseDistribution.of(0.75, 0, 0)),
                bad("the power must be finite and not negative, but is -1.0", () -> NoiseDistribution.of(-1, 2, 3)),
                bad("a frequency must be above 0 and at most 1, but is 0.0", () -> Subsampling.PAPER.keep(0, 1e-3)),
                bad("the threshold must be finite and positive, but is 0.0", () -> Subsampling.PAPER.keep(0.1, 0)),
                bad("no pair occurs in X (2 × 2)", () -> new Glove(Matrix.zeros(2, 2), 100, 0.75, MEAN)),
                bad("have -1.0", () -> new Glove(Matrix.row(-1), 100, 0.75, MEAN)),
                bad(
                        "x_max and α must be finite and positive, but are 0.0 and 0.75",
                        () -> new Glove(Matrix.row(1), 0, 0.75, MEAN)),
                bad("0 points of data and 1 of noise", () -> new GaussianNoiseContrast(new double[0], new double[1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void shapesThatDoNotFitAreNamed(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void valuesOutOfRangeAreNamed(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    /** Wherever it stands, and whatever the loss makes of the entry. */
    @Test
    void noLossTakesWhatIsNoNumber() {
        Matrix tags = Matrix.of(2, 2, 0, 1, 1, 0);
        for (Loss loss : List.of(
                new SquaredError(tags, MEAN),
                BinaryCrossEntropy.of(tags, MEAN),
                FocalLoss.of(tags, 2, MEAN),
                FocalLoss.of(tags, 0.5, MEAN),
                AsymmetricLoss.of(tags, new Asymmetry(0, 4, 0.05), MEAN),
                AsymmetricLoss.of(tags, new Asymmetry(0, 4, 0), MEAN),
                SoftmaxCrossEntropy.of(TWO, MEAN),
                SoftmaxCrossEntropy.weighted(TWO, new double[] {0, 1}, MEAN),
                SoftmaxFocalLoss.of(TWO, 2, MEAN),
                new SoftTargetCrossEntropy(TWO.oneHot(), MEAN))) {
            for (int i = 0; i < 4; i++) {
                double[] scores = {0.1, 0.2, 0.3, 0.4};
                scores[i] = Double.NaN;
                assertThatThrownBy(() -> loss.value(scores))
                        .as(loss.getClass().getSimpleName())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("score NaN in row " + (i / 2 + 1) + ", column " + (i % 2 + 1));
            }
        }
    }

    @Test
    void noModelTakesDataThatIsNoNumber() {
        assertThatThrownBy(() ->
                        new LinearModel(Matrix.of(2, 1, 1, Double.NaN), new SquaredError(Matrix.column(1, 2), MEAN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("examples X (2 × 1) has NaN in row 2, column 1");
        assertThatThrownBy(() -> new SquaredError(Matrix.column(1, Double.POSITIVE_INFINITY), MEAN))
                .hasMessage("targets (2 × 1) has Infinity in row 2, column 1");
    }
}
