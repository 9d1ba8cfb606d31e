package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the losses whatever the scores. */
final class LossLawsTest {

    private static final double ROUNDING = 1e-13;

    private static void assertSame(Loss one, Loss other, double[] scores) {
        double[] gradient = new double[scores.length];
        double[] otherGradient = new double[scores.length];
        assertThat(one.gradient(scores, gradient))
                .isCloseTo(other.gradient(scores, otherGradient), within(ROUNDING * scores.length));
        assertThat(gradient).containsExactly(otherGradient, within(ROUNDING));
    }

    private static double[] wide(Draws draws, int n) {
        return Arrays.stream(draws.normals(n)).map(x -> 6 * x).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void limitsAreThePlainCrossEntropy(long seed) {
        Draws draws = new Draws(seed);
        int rows = draws.size(1, 300);
        int columns = draws.size(1, 9);
        double[] scores = wide(draws, rows * columns);
        Matrix tags = draws.zerosAndOnes(rows, columns);
        Loss binary = BinaryCrossEntropy.of(tags, Reduction.SUM);
        assertSame(FocalLoss.of(tags, 0, Reduction.SUM), binary, scores);
        assertSame(AsymmetricLoss.of(tags, new Asymmetry(0, 0, 0), Reduction.SUM), binary, scores);
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        assertSame(BinaryCrossEntropy.weighted(tags, ones, Reduction.SUM), binary, scores);
        Labels labels = draws.labels(rows, columns);
        Loss softmax = SoftmaxCrossEntropy.of(labels, Reduction.MEAN);
        assertSame(SoftmaxFocalLoss.of(labels, 0, Reduction.MEAN), softmax, scores);
        assertSame(SoftmaxCrossEntropy.weighted(labels, ones, Reduction.WEIGHTED_MEAN), softmax, scores);
        assertSame(new SoftTargetCrossEntropy(labels.smoothed(0), Reduction.MEAN), softmax, scores);
        assertSame(ClassBalance.of(0, draws.counts(columns)).softmax(labels, Reduction.MEAN), softmax, scores);
        assertSame(LogitAdjustment.of(1e-15, draws.counts(columns)).loss(labels, Reduction.MEAN), softmax, scores);
        assertSame(
                ClassBalance.of(0, draws.counts(columns)).sigmoid(labels, Reduction.SUM),
                BinaryCrossEntropy.of(labels.oneHot(), Reduction.SUM),
                scores);
        assertSame(
                ClassBalance.of(0, draws.counts(columns)).focal(labels, 1.5, Reduction.SUM),
                FocalLoss.of(labels.oneHot(), 1.5, Reduction.SUM),
                scores);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2, 4})
    void equalFocusingWithoutMarginIsFocal(double gamma) {
        Draws draws = new Draws(7);
        Matrix tags = draws.zerosAndOnes(40, 10);
        assertSame(
                AsymmetricLoss.of(tags, new Asymmetry(gamma, gamma, 0), Reduction.MEAN),
                FocalLoss.of(tags, gamma, Reduction.MEAN),
                wide(draws, 400));
    }

    @Test
    void aTinyMarginIsNearlyNone() {
        Draws draws = new Draws(8);
        Matrix tags = draws.zerosAndOnes(40, 10);
        double[] scores = draws.normals(400);
        Loss with = AsymmetricLoss.of(tags, new Asymmetry(1, 3.5, 1e-14), Reduction.MEAN);
        Loss without = AsymmetricLoss.of(tags, new Asymmetry(1, 3.5, 0), Reduction.MEAN);
        assertSame(with, without, scores);
    }

    @Test
    void twoClassesAreOneSigmoid() {
        Draws draws = new Draws(9);
        Labels labels = draws.labels(50, 2);
        double[] scores = wide(draws, 100);
        double[] gradient = new double[100];
        double loss = SoftmaxCrossEntropy.of(labels, Reduction.MEAN).gradient(scores, gradient);
        double[] differences = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            differences[i] = scores[2 * i + 1] - scores[2 * i];
            y[i] = labels.at(i);
        }
        double[] slopes = new double[50];
        Loss sigmoid = BinaryCrossEntropy.of(Matrix.column(y), Reduction.MEAN);
        assertThat(loss).isCloseTo(sigmoid.gradient(differences, slopes), within(ROUNDING));
        for (int i = 0; i < 50; i++) {
            assertThat(gradient[2 * i + 1]).isCloseTo(slopes[i], within(ROUNDING));
        }
    }

    @Test
    void softmaxSumsToOneAndItsGradientToZero() {
        Draws draws = new Draws(10);
        for (int columns : new int[] {1, 2, 3, 50, 1000}) {
            Matrix scores = Matrix.of(4, columns, wide(draws, 4 * columns));
            Matrix p = Softmax.ofRows(scores);
            double[] gradient = new double[4 * columns];
            SoftmaxCrossEntropy.of(draws.labels(4, columns), Reduction.SUM).gradient(scores.entries(), gradient);
            for (int i = 0; i < 4; i++) {
                assertThat(Arrays.stream(p.entries(), i * columns, (i + 1) * columns)
                                .sum())
                        .isCloseTo(1, within(1e-14));
                assertThat(Arrays.stream(gradient, i * columns, (i + 1) * columns)
                                .sum())
                        .isCloseTo(0, within(1e-14));
            }
        }
    }

    @Test
    void anOffsetOfAllLogitsChangesNothing() {
        Draws draws = new Draws(11);
        double[] scores = Arrays.stream(draws.normals(30))
                .map(x -> Math.rint(64 * x) / 64)
                .toArray();
        double[] lifted = Arrays.stream(scores).map(x -> x + 512).toArray();
        Loss loss = SoftmaxCrossEntropy.of(draws.labels(6, 5), Reduction.MEAN);
        double[] gradient = new double[30];
        double[] liftedGradient = new double[30];
        assertThat(loss.gradient(lifted, liftedGradient)).isEqualTo(loss.gradient(scores, gradient));
        assertThat(liftedGradient).isEqualTo(gradient);
    }

    @Test
    void theJacobianIsSymmetricWithRowsOfSumZero() {
        Draws draws = new Draws(12);
        double[] z = wide(draws, 8);
        Matrix jacobian = Softmax.jacobian(z);
        assertThat(jacobian).isEqualTo(jacobian.transposed());
        assertThat(jacobian.columnSums()).containsExactly(new double[8], within(1e-15));
        double[] v = draws.normals(8);
        assertThat(Softmax.jacobianTimes(z, v))
                .containsExactly(jacobian.times(Matrix.column(v)).entries(), within(1e-15));
    }

    @Test
    void theTwoAveragesOfWeightedTermsDifferByTheMeanWeight() {
        Draws draws = new Draws(13);
        Labels labels = draws.labels(20, 4);
        double[] weights = draws.weights(4);
        double[] scores = draws.normals(80);
        double meanWeight = 0;
        for (int i = 0; i < 20; i++) {
            meanWeight += weights[labels.at(i)] / 20;
        }
        double byCount =
                SoftmaxCrossEntropy.weighted(labels, weights, Reduction.MEAN).value(scores);
        double byWeight = SoftmaxCrossEntropy.weighted(labels, weights, Reduction.WEIGHTED_MEAN)
                .value(scores);
        assertThat(byWeight * meanWeight).isCloseTo(byCount, within(1e-14));
    }

    @Test
    void effectiveNumbersFollowTheRecursionOfTheProof() {
        for (double beta : new double[] {0, 0.3, 0.9, 0.9999}) {
            double expected = 1;
            for (int n = 1; n < 2000; n++) {
                assertThat(ClassBalance.effectiveNumber(beta, n)).isCloseTo(expected, within(1e-12 * expected));
                expected = 1 + beta * expected;
            }
        }
        assertThat(ClassBalance.of(1 - 1e-15, 5000, 1000, 500, 100).weights())
                .containsExactly(
                        ClassBalance.inverseFrequency(5000, 1000, 500, 100).weights(), within(1e-10));
    }

    @Test
    void smoothedLabelsHaveTheirEntropyAsFloor() {
        Labels labels = Labels.of(3, 1);
        double[] q = labels.smoothed(0.1).entries();
        double[] best = Arrays.stream(q).map(Math::log).toArray();
        assertThat(new SoftTargetCrossEntropy(Matrix.row(q), Reduction.MEAN).value(best))
                .isCloseTo(0.29113984, within(5e-9));
    }

    @Test
    void termsAddUpToTheLoss() {
        Draws draws = new Draws(14);
        Matrix tags = draws.zerosAndOnes(300, 7);
        double[] scores = wide(draws, 2100);
        for (Loss loss : List.of(
                BinaryCrossEntropy.of(tags, Reduction.SUM),
                FocalLoss.of(tags, 1, Reduction.SUM),
                AsymmetricLoss.of(tags, new Asymmetry(1, 4, 0.05), Reduction.SUM),
                SoftmaxCrossEntropy.of(draws.labels(300, 7), Reduction.SUM))) {
            assertThat(Arrays.stream(loss.terms(scores)).sum()).isCloseTo(loss.value(scores), within(1e-9));
        }
    }
}
