package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.NoiseContrastiveGradient;
import org.ansatz.gradient.embedding.OutputGradient;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.ClassBalance;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Examples;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;

/** The worked examples of the articles on dsplog.com of 2025 and 2026, to all the digits that are known of them. */
final class PublishedNumbersTest {

    private static final double EIGHT = 6e-9;
    private static final double SIX = 6e-7;

    private static void assertAll(double[] found, double precision, double... expected) {
        assertThat(found).containsExactly(expected, within(precision));
    }

    @Test
    void fivePointsOfLinearRegression() {
        Matrix x = Matrix.column(
                1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458, 1.8675579901499675);
        Matrix y = Matrix.column(
                -0.977277879876411, 0.9500884175255894, -0.1513572082976979, -0.10321885179355784, 0.41059850193837233);
        Parameters at = new Parameters(Matrix.row(0.144043571160878), 1.454273506962975);
        LinearGradient squared = new LinearModel(x, new SquaredError(y, Reduction.MEAN)).at(at);
        assertThat(squared.loss()).isCloseTo(3.167522818, within(6e-10));
        assertAll(squared.byParameters().weights().entries(), EIGHT, 5.33477691);
        assertAll(squared.byParameters().bias(), EIGHT, 3.27482077);
        LinearGradient absolute = new LinearModel(x, new AbsoluteError(y, Reduction.MEAN)).at(at);
        assertThat(absolute.loss()).isCloseTo(1.63741038, within(EIGHT));
        assertAll(absolute.byParameters().weights().entries(), EIGHT, 1.45027975);
        assertAll(absolute.byParameters().bias(), EIGHT, 1);
    }

    @Test
    void threePointsOfLogisticRegression() {
        Matrix x = Examples.fromColumns(Matrix.of(2, 3, 1, 3, 5, 2, 4, 6));
        LinearModel model = new LinearModel(x, BinaryCrossEntropy.of(Matrix.column(1, 0, 1), Reduction.MEAN));
        LinearGradient found = model.at(new Parameters(Matrix.row(0.5, -0.5), 0));
        assertThat(found.loss()).isCloseTo(0.80741032, within(EIGHT));
        assertAll(found.byParameters().weights().entries(), EIGHT, -0.86737799, -1.15650399);
        assertAll(found.byParameters().bias(), EIGHT, -0.28912600);
    }

    @Test
    void softmaxOfOneTwoThree() {
        assertAll(Softmax.of(1, 2, 3), EIGHT, 0.09003057, 0.24472847, 0.66524096);
        assertAll(
                Softmax.jacobian(1, 2, 3).entries(),
                EIGHT,
                0.08192507,
                -0.02203304,
                -0.05989202,
                -0.02203304,
                0.18483645,
                -0.16280340,
                -0.05989202,
                -0.16280340,
                0.22269543);
    }

    @Test
    void weightedCrossEntropiesAndTheirTwoAverages() {
        LossGradient binary = BinaryCrossEntropy.weighted(Matrix.column(0, 1), new double[] {9}, Reduction.MEAN)
                .at(Matrix.column(0.8, 1.2));
        assertThat(binary.loss()).isCloseTo(1.77032144, within(EIGHT));
        double[] weights = {140 / (3 * 10.0), 140 / (3 * 80.0), 140 / (3 * 50.0)};
        Labels labels = Labels.of(3, 0, 1);
        Matrix logits = Matrix.of(2, 3, 1.5, 0.5, 0.2, 0.1, 2.0, 0.5);
        LossGradient weighted = SoftmaxCrossEntropy.weighted(labels, weights, Reduction.WEIGHTED_MEAN)
                .at(logits);
        assertThat(weighted.loss()).isCloseTo(0.47515049, within(EIGHT));
        assertAll(weighted.gradient().entries(), SIX, -0.347019, 0.199343, 0.147677, 0.012107, -0.030168, 0.018061);
        assertThat(SoftmaxCrossEntropy.weighted(labels, weights, Reduction.MEAN).value(logits.entries()))
                .isCloseTo(1.24727004, within(EIGHT));
        assertThat(SoftmaxCrossEntropy.of(labels, Reduction.MEAN).value(logits.entries()))
                .isCloseTo(0.40586284, within(EIGHT));
    }

    /** The hard background has three times the loss of the hard defect, whatever the article's print-out says. */
    @Test
    void focalLosses() {
        FocalLoss loss = FocalLoss.balanced(Matrix.column(0, 0, 1, 1), 2, 0.25, Reduction.SUM);
        double[] logits = {-5, -0.5, 5, 0.5};
        assertAll(loss.terms(logits), 6e-9, 2.256068e-7, 5.068012e-2, 7.520226e-8, 1.689337e-2);
        assertAll(
                loss.at(Matrix.column(logits)).gradient().entries(),
                6e-8,
                6.730446e-7,
                1.034527e-1,
                -2.243482e-7,
                -3.448425e-2);
        double[] several = {10, 0, 0, 2, 8, 0, 1, 1.1, 1.2, 5, 0, 5.1};
        double[] alpha = {0.75, 0.25, 0.25};
        double[] terms = SoftmaxFocalLoss.weighted(Labels.of(3, 0, 1, 2, 2), alpha, 2, Reduction.MEAN)
                .terms(several);
        assertThat(terms[0]).isCloseTo(5.613299e-13, within(1e-18));
        assertThat(terms[1]).isCloseTo(5.532996e-9, within(1e-14));
        assertThat(terms[2]).isCloseTo(1.003144e-1, within(6e-8));
        assertThat(terms[3]).isCloseTo(3.678952e-2, within(6e-9));
    }

    @Test
    void asymmetricLosses() {
        double[][] table = { // z, y, γ₊, γ₋, m, loss, slope
            {-5, 0, 0, 4, 0.05, 0, 0},
            {-3.5, 0, 0, 4, 0.05, 0, 0},
            {-3.5, 0, 0, 4, 0, 2.196284e-8, 1.069156e-7},
            {-0.5, 0, 0, 4, 0.05, 4.567174e-3, 1.712967e-2},
            {-0.5, 0, 0, 4, 0, 9.631720e-3, 3.165183e-2},
            {3, 0, 0, 4, 0.05, 1.545391, 6.171376e-1},
            {3, 0, 0, 4, 0, 2.510116, 1.260499},
            {0.5, 1, 0, 4, 0.05, 4.740770e-1, -3.775407e-1},
            {0.5, 1, 1, 4, 0.05, 1.789833e-1, -2.539468e-1},
            {5, 1, 1, 4, 0.05, 4.494483e-5, -8.943827e-5},
            {-2, 1, 0, 4, 0.05, 2.126928, -8.807971e-1},
            {-2, 1, 1, 4, 0.05, 1.873392, -9.991173e-1}
        };
        for (double[] row : table) {
            LossGradient found = AsymmetricLoss.of(
                            Matrix.row(row[1]), new Asymmetry(row[2], row[3], row[4]), Reduction.SUM)
                    .at(Matrix.row(row[0]));
            assertThat(found.loss()).isCloseTo(row[5], within(6e-7 * row[5]));
            assertThat(found.gradient().at(0, 0)).isCloseTo(row[6], within(6e-7 * Math.abs(row[6])));
        }
    }

    @Test
    void classBalancedWeights() {
        long[] counts = {5000, 1000, 500, 100};
        assertAll(ClassBalance.of(0.99, counts).weights(), 6e-5, 0.8726, 0.8726, 0.8784, 1.3764);
        assertAll(ClassBalance.of(0.999, counts).weights(), 6e-5, 0.2576, 0.4047, 0.6501, 2.6876);
        assertAll(ClassBalance.of(0.9999, counts).weights(), 6e-5, 0.0758, 0.3136, 0.6118, 2.9988);
        assertAll(ClassBalance.inverseFrequency(counts).weights(), 6e-5, 0.0606, 0.3030, 0.6061, 3.0303);
        assertThat(Arrays.stream(ClassBalance.of(0.9, counts).weights()).sum()).isCloseTo(4, within(1e-14));
    }

    @Test
    void adjustedLogits() {
        LogitAdjustment adjustment = LogitAdjustment.of(1, 1000, 100, 10);
        LossGradient found =
                adjustment.loss(Labels.of(3, 0, 2, 1), Reduction.SUM).at(Matrix.of(3, 3, 2, 1, 0, 0, 1, 2, 1, 1, 1));
        assertAll(
                adjustment.loss(Labels.of(3, 0, 2, 1), Reduction.SUM).terms(new double[] {2, 1, 0, 0, 1, 2, 1, 1, 1}),
                EIGHT,
                0.03743190,
                2.90209844,
                2.40694511);
        assertAll(
                found.gradient().entries(),
                SIX,
                -0.036740,
                0.035436,
                0.001304,
                0.743097,
                0.201995,
                -0.945092,
                0.900901,
                -0.909910,
                0.009009);
    }

    @Test
    void noiseContrastiveEstimation() {
        NoiseContrastiveEstimation model = new NoiseContrastiveEstimation(
                Labels.of(3, 0), new int[][] {{1, 2}}, new double[] {0.2, 0.5, 0.3}, Reduction.MEAN);
        Matrix nothing = Matrix.zeros(1, 1);
        double[] scores = {1, -0.5, 0.3};
        assertAll(
                model.deltas(nothing, Matrix.zeros(3, 1), scores, -0.4).entries(), EIGHT, 1.51629073, -0.9, 0.41082562);
        NoiseContrastiveGradient found = model.at(nothing, Matrix.zeros(3, 1), scores, -0.4);
        assertThat(found.layer().loss()).isCloseTo(1.45912552, within(EIGHT));
        assertAll(found.byBias().entries(), EIGHT, -0.18000838, 0.28905050, 0.60128583);
        assertThat(-found.byLogScale()).isCloseTo(-0.71032795, within(EIGHT));
    }

    @Test
    void negativeSampling() {
        NegativeSampling layer = new NegativeSampling(Labels.of(3, 0), new int[][] {{1, 2}}, Reduction.MEAN);
        OutputGradient found = layer.at(Matrix.row(0.5, -0.2), Matrix.of(3, 2, 0.1, 0.4, 0.3, 0.3, -0.6, 0.2));
        assertThat(found.loss()).isCloseTo(1.98494713, within(EIGHT));
        assertAll(found.byHidden().entries(), EIGHT, -0.14349018, 0.03690757);
        assertAll(
                found.byVectors().entries(),
                EIGHT,
                -0.25374972,
                0.10149989,
                0.26124241,
                -0.10449696,
                0.20790474,
                -0.08316190);
    }

    @Test
    void oneCooccurrenceOfGlove() {
        Glove model = new Glove(Matrix.row(3), 100, 0.75, Reduction.SUM);
        Glove.Parameters at =
                new Glove.Parameters(Matrix.row(0.1, 0.2), Matrix.row(-0.3, 0.5), Matrix.row(0.05), Matrix.row(-0.02));
        Glove.Gradient found = model.at(at);
        assertThat(model.weights().at(0, 0)).isCloseTo(0.07208434, within(EIGHT));
        assertThat(model.misses(at).at(0, 0)).isCloseTo(-0.99861229, within(EIGHT));
        assertThat(found.loss()).isCloseTo(0.07188442, within(EIGHT));
        assertAll(found.byParameters().words().entries(), EIGHT, 0.04319059, -0.07198431);
        assertAll(found.byParameters().contexts().entries(), EIGHT, -0.01439686, -0.02879372);
        assertAll(found.byParameters().wordBias().entries(), EIGHT, -0.14396862);
    }
}
