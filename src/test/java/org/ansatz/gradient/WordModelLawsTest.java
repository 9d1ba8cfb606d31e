package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ansatz.gradient.data.ToySentences;
import org.ansatz.gradient.embedding.ContrastiveLanguageModel;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.FullSoftmax;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.embedding.HierarchicalLanguageModel;
import org.ansatz.gradient.embedding.HierarchicalSoftmax;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.NoiseDistribution;
import org.ansatz.gradient.embedding.OutputGradient;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.embedding.Subsampling;
import org.ansatz.gradient.embedding.WordTree;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the word models whatever the vectors, and the facts of the toy corpus. */
final class WordModelLawsTest {

    private static final Corpus CORPUS = Corpus.of(ToySentences.ALL);

    private static List<WordTree> trees(Draws draws, int words) {
        return List.of(WordTree.balanced(words), WordTree.huffman(draws.counts(words)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 12, 42})
    void theProbabilitiesOfAllWordsSumToOne(int words) {
        Draws draws = new Draws(words);
        for (WordTree tree : trees(draws, words)) {
            Matrix p = HierarchicalSoftmax.probabilities(
                    tree, Matrix.over(3, 4, scaled(30, draws.normals(12))), draws.matrix(words - 1, 4));
            assertRowsSumToOne(p);
            HierarchicalLanguageModel model = new HierarchicalLanguageModel(
                    tree, draws.words(3, 2, words), draws.labels(3, words), Reduction.MEAN);
            assertRowsSumToOne(model.probabilities(new HierarchicalLanguageModel.Parameters(
                    draws.matrix(words, 4),
                    draws.matrix(5, 8),
                    draws.matrix(5, 3),
                    draws.matrix(words - 1, 3),
                    draws.matrix(1, 5),
                    Matrix.over(1, 5, scaled(20, draws.normals(5))),
                    draws.matrix(1, words - 1))));
        }
    }

    private static double[] scaled(double factor, double[] x) {
        return Arrays.stream(x).map(v -> factor * v).toArray();
    }

    private static void assertRowsSumToOne(Matrix p) {
        for (int i = 0; i < p.rows(); i++) {
            double total = 0;
            for (int j = 0; j < p.columns(); j++) {
                assertThat(p.at(i, j)).isBetween(0.0, 1.0);
                total += p.at(i, j);
            }
            assertThat(total).isCloseTo(1, within(1e-13));
        }
    }

    /** Kraft's sum is 1 exactly in a tree where every inner node has two children. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 12, 42, 1000})
    void everyTreeIsFull(int words) {
        for (WordTree tree : trees(new Draws(words), words)) {
            double kraft = 0;
            for (int w = 0; w < words; w++) {
                kraft += Math.pow(2, -tree.depth(w));
            }
            assertThat(kraft).isEqualTo(1);
            assertThat(tree.innerNodes()).isEqualTo(words - 1);
        }
    }

    @Test
    void lossesAndProbabilitiesOfATreeBelongTogether() {
        Draws draws = new Draws(3);
        WordTree tree = WordTree.huffman(draws.counts(9));
        Labels targets = draws.labels(5, 9);
        Matrix hidden = draws.matrix(5, 3);
        Matrix nodes = draws.matrix(8, 3);
        Matrix p = HierarchicalSoftmax.probabilities(tree, hidden, nodes);
        Matrix terms = new HierarchicalSoftmax(tree, targets, Reduction.MEAN)
                .at(hidden, nodes)
                .terms();
        for (int i = 0; i < 5; i++) {
            assertThat(Math.exp(-terms.at(i, 0))).isCloseTo(p.at(i, targets.at(i)), within(1e-14));
        }
    }

    @Test
    void theToyCorpusHasItsCounts() {
        assertThat(CORPUS.tokens()).isEqualTo(82);
        assertThat(CORPUS.words()).hasSize(42).startsWith("a", "ate").endsWith("wrote");
        assertThat(CORPUS.counts()[CORPUS.number("the")]).isEqualTo(14);
        assertThat(CORPUS.runs(4)).hasSize(22);
        assertThat(CORPUS.runs(4).get(0)).containsExactly(39, 9, 30, 12);
        assertThat(CORPUS.pairs(2)).hasSize(208);
        assertThat(CORPUS.windows(2)).hasSize(82);
        assertThat(CORPUS.windows(2).get(2)).containsExactly(30, 39, 9, 12); // sat: the cat … down
        assertThat(Corpus.of(List.of("cat", "the cat")).windows(2)).hasSize(2);
    }

    @Test
    void cooccurrencesOfTheToyCorpus() {
        Matrix x = CORPUS.cooccurrences(2);
        assertThat(Arrays.stream(x.entries()).filter(v -> v > 0).count()).isEqualTo(176);
        assertThat(Arrays.stream(x.entries()).sum()).isEqualTo(166);
        assertThat(x.at(CORPUS.number("cat"), CORPUS.number("the"))).isEqualTo(4);
        assertThat(x).isEqualTo(x.transposed());
        assertThat(Arrays.stream(x.entries()).filter(v -> v == 0.5).count()).isEqualTo(62);
        Matrix none = Matrix.zeros(42, 2);
        Matrix noBias = Matrix.zeros(1, 42);
        assertThat(new Glove(x, 100, 0.75, Reduction.MEAN)
                        .at(new Glove.Parameters(none, none, noBias, noBias))
                        .loss())
                .isCloseTo(0.0079997, within(6e-8));
    }

    @Test
    void treesOfTheToyCorpus() {
        Corpus seven = Corpus.of(ToySentences.ALL.subList(0, 7));
        WordTree balanced = WordTree.balanced(12);
        assertThat(balanced.code(seven.number("a"))).isEqualTo("000");
        assertThat(balanced.code(seven.number("ate"))).isEqualTo("0010");
        assertThat(balanced.code(seven.number("down"))).isEqualTo("100");
        assertThat(balanced.code(seven.number("the"))).isEqualTo("1111");
        assertThat(WordTree.huffman(seven.counts()).meanDepth(seven.counts())).isCloseTo(3.40, within(1e-12));
        assertThat(WordTree.huffman(CORPUS.counts()).meanDepth(CORPUS.counts())).isCloseTo(4.9024, within(6e-5));
        assertThat(WordTree.balanced(42).meanDepth(CORPUS.counts())).isCloseTo(5.3780, within(6e-5));
    }

    @Test
    void noiseAndThinningOfTheToyCorpus() {
        double[] noise = NoiseDistribution.of(NoiseDistribution.WORD2VEC_POWER, CORPUS.counts());
        assertThat(noise[CORPUS.number("the")]).isCloseTo(0.111626, within(6e-7));
        assertThat(noise[CORPUS.number("wrote")]).isCloseTo(0.015423, within(6e-7));
        assertThat(Arrays.stream(noise).sum()).isCloseTo(1, within(1e-15));
        assertThat(Subsampling.PAPER.discard(14 / 82.0, 1e-3)).isCloseTo(0.9235, within(6e-5));
        assertThat(Subsampling.PAPER.discard(1 / 82.0, 1e-3)).isCloseTo(0.7136, within(6e-5));
    }

    @Test
    void wordsUpToTheGoldenRatioSquaredAreKeptByTheCode() {
        double golden = (1 + Math.sqrt(5)) / 2;
        assertThat(Subsampling.WORD2VEC_C.bound(golden * golden * 1e-3, 1e-3)).isCloseTo(1, within(1e-15));
        assertThat(Subsampling.PAPER.keep(1e-3, 1e-3)).isEqualTo(1);
        assertThat(Subsampling.PAPER.keep(1.01e-3, 1e-3)).isLessThan(1);
    }

    @Test
    void zeroVectorsCostAsMuchAsCoins() {
        Labels targets = Labels.of(9, 3, 4);
        Matrix none = Matrix.zeros(2, 3);
        int[][] noise = {{1, 2, 3, 4, 5}, {1, 1, 1, 1, 1}};
        assertThat(new NegativeSampling(targets, noise, Reduction.MEAN)
                        .at(none, Matrix.zeros(9, 3))
                        .loss())
                .isCloseTo(6 * Math.log(2), within(1e-14));
        assertThat(new FullSoftmax(targets, Reduction.MEAN)
                        .at(none, Matrix.zeros(9, 3))
                        .loss())
                .isCloseTo(Math.log(9), within(1e-14));
    }

    /** With every word drawn in proportion to the noise, the gradient tends to that of the likelihood as k grows. */
    @Test
    void muchNoiseMakesContrastiveEstimationLikelihood() {
        double[] noise = {0.2, 0.5, 0.3};
        double[] scores = {0.4, -0.3, 0.1};
        double normaliser = Math.log(Arrays.stream(scores).map(Math::exp).sum());
        int k = 100_000;
        int[] drawn = new int[k];
        for (int j = 0; j < k; j++) {
            drawn[j] = j % 10 < 2 ? 0 : j % 10 < 7 ? 1 : 2;
        }
        double[] gradient = new NoiseContrastiveEstimation(Labels.of(3, 1), new int[][] {drawn}, noise, Reduction.MEAN)
                .at(Matrix.zeros(1, 1), Matrix.zeros(3, 1), scores, -normaliser)
                .byBias()
                .entries();
        for (int w = 0; w < 3; w++) {
            double likelihood = Math.exp(scores[w] - normaliser) - (w == 1 ? 1 : 0);
            assertThat(gradient[w]).isCloseTo(likelihood, within(3e-5));
        }
    }

    /** Ten noise words that are exactly in proportion to the distribution cost what ten cost in expectation. */
    @Test
    void noiseInProportionCostsItsExpectation() {
        double[] distribution = {0.2, 0.5, 0.3, 0};
        int[] drawn = {0, 0, 1, 1, 1, 1, 1, 2, 2, 2};
        Draws draws = new Draws(5);
        Labels targets = Labels.of(4, 2, 0);
        int[][] noise = {drawn, drawn};
        Matrix hidden = draws.matrix(2, 3);
        Matrix vectors = draws.matrix(4, 3);
        assertSame(
                ExpectedContrast.negativeSampling(targets, 10, distribution, Reduction.MEAN),
                new NegativeSampling(targets, noise, Reduction.MEAN),
                hidden,
                vectors);
        assertSame(
                ExpectedContrast.noiseContrastive(targets, 10, distribution, Reduction.MEAN),
                new NoiseContrastiveEstimation(targets, noise, distribution, Reduction.MEAN),
                hidden,
                vectors);
    }

    private static void assertSame(OutputLayer expected, OutputLayer drawn, Matrix hidden, Matrix vectors) {
        OutputGradient one = expected.at(hidden, vectors);
        OutputGradient two = drawn.at(hidden, vectors);
        assertThat(one.loss()).isCloseTo(two.loss(), within(1e-13));
        assertClose(one.terms(), two.terms());
        assertClose(one.byHidden(), two.byHidden());
        assertClose(one.byVectors(), two.byVectors());
    }

    private static void assertClose(Matrix one, Matrix two) {
        assertThat(one.shape()).isEqualTo(two.shape());
        assertThat(one.entries()).containsExactly(two.entries(), within(1e-13));
    }

    /** A softmax cancels whatever is subtracted from all logits of a context. */
    @Test
    void underASoftmaxTheNormaliserDoesNotMatter() {
        Draws draws = new Draws(6);
        int[][] contexts = draws.words(4, 2, 7);
        Labels targets = draws.labels(4, 7);
        NeuralLanguageModel.Parameters at = new NeuralLanguageModel.Parameters(
                draws.matrix(7, 3),
                draws.matrix(5, 6),
                draws.matrix(1, 5),
                draws.matrix(7, 5),
                draws.matrix(1, 7),
                draws.matrix(7, 6));
        NeuralLanguageModel.Gradient plain = new NeuralLanguageModel(contexts, targets, Reduction.MEAN).at(at);
        ContrastiveLanguageModel.Gradient normalised = new ContrastiveLanguageModel(
                        contexts, new FullSoftmax(targets, Reduction.MEAN))
                .at(new ContrastiveLanguageModel.Parameters(at, draws.matrix(1, 6), draws.matrix(1, 1)));
        assertThat(normalised.loss()).isCloseTo(plain.loss(), within(1e-13));
        assertClose(
                normalised.byParameters().layers().features(),
                plain.byParameters().features());
        assertClose(
                normalised.byParameters().layers().hiddenWeights(),
                plain.byParameters().hiddenWeights());
        assertClose(normalised.byParameters().normaliser(), Matrix.zeros(1, 6));
        assertClose(normalised.byParameters().normaliserBias(), Matrix.zeros(1, 1));
    }
}
