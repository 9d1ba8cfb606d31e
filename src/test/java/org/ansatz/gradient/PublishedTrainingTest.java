package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.data.PublishedData;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Examples;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;

/**
 * The training runs of the articles on gradients, from the same data and start: losses at the listed steps and final
 * parameters, to every digit that is known of them.
 */
final class PublishedTrainingTest {

    private static final double PERMITTED = 1e-9;

    /** Added inside the logarithm of the articles' print-outs (not of their gradients). */
    private static final double EPSILON = 1e-10;

    private final List<Parameters> visited = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    private Parameters train(LinearModel model, Parameters start, double rate, int updates) {
        return new GradientDescent(rate).descend(model, start, updates, (step, at, loss) -> {
            visited.add(at);
            losses.add(loss);
        });
    }

    private static void assertAll(double[] found, double precision, double... expected) {
        assertThat(found).containsExactly(expected, within(precision));
    }

    @Test
    void theLineByMeanSquares() {
        PublishedData.Line line = PublishedData.line(PublishedData.SEED);
        assertThat(line.examples().columnSums()[0]).isCloseTo(4902.565533201336, within(1e-9));
        assertThat(line.targets().columnSums()[0]).isCloseTo(17454.205468900327, within(1e-9));
        LinearModel model = new LinearModel(line.examples(), new SquaredError(line.targets(), Reduction.MEAN));
        Parameters last = train(model, line.start(), 0.01, 2000);
        int[] steps = {0, 1, 10, 100, 1000, 1999};
        double[] expected = {728.8617412719, 89.8829626467, 9.1997082780, 6.0036406104, 3.9000758674, 3.8998715343};
        for (int i = 0; i < steps.length; i++) {
            assertThat(losses.get(steps[i])).isCloseTo(expected[i], within(PERMITTED));
        }
        assertAll(last.weights().entries(), PERMITTED, 2.469067972236157);
        assertAll(last.bias(), PERMITTED, 5.349395749643236);
    }

    @Test
    void theLineByMeanDistances() {
        PublishedData.Line line = PublishedData.line(PublishedData.SEED);
        LinearModel model = new LinearModel(line.examples(), new AbsoluteError(line.targets(), Reduction.MEAN));
        Parameters last = train(model, line.start(), 0.01, 2000);
        assertThat(losses.get(0)).isCloseTo(24.431874567665677, within(PERMITTED));
        assertThat(losses.get(1999)).isCloseTo(1.5997570832, within(PERMITTED));
        assertAll(last.weights().entries(), 6e-9, 2.59663296);
        assertAll(last.bias(), 6e-9, 4.53673443);
    }

    @Test
    void twoCloudsByASigmoid() {
        PublishedData.Clouds clouds = PublishedData.twoClouds(PublishedData.SEED);
        double[] y = new double[clouds.labels().count()];
        for (int i = 0; i < y.length; i++) {
            y[i] = clouds.labels().at(i);
        }
        LinearModel model = new LinearModel(clouds.examples(), BinaryCrossEntropy.of(Matrix.column(y), Reduction.MEAN));
        Parameters last = train(model, clouds.start(), 0.1, 1000);
        int[] steps = {0, 1, 10, 100, 500, 999};
        double[] expected = {0.4280231394, 0.3528514327, 0.1447661254, 0.0340895327, 0.0149717902, 0.0115325639};
        for (int i = 0; i < steps.length; i++) {
            double[] scores = model.scores(visited.get(steps[i])).entries();
            double printed = 0;
            for (int j = 0; j < y.length; j++) {
                printed -= Math.log(Logistic.sigmoid(y[j] == 1 ? scores[j] : -scores[j]) + EPSILON) / y.length;
            }
            assertThat(printed).isCloseTo(expected[i], within(PERMITTED));
            assertThat(losses.get(steps[i])).isCloseTo(expected[i], within(2e-6));
        }
        assertAll(last.weights().entries(), 6e-9, 2.07576617, 1.93699636);
        assertAll(last.bias(), 6e-9, -0.01268111);
        double[] scores = model.scores(last).entries();
        int wrong = 0;
        for (int j = 0; j < y.length; j++) {
            wrong += scores[j] > 0 == (y[j] == 1) ? 0 : 1;
        }
        assertThat((double) wrong / y.length).isCloseTo(0.0019, within(1e-12));
    }

    @Test
    void threeCloudsByASoftmax() {
        PublishedData.Clouds clouds = PublishedData.threeClouds(PublishedData.SEED);
        Parameters last = assertClouds(
                clouds,
                SoftmaxCrossEntropy.of(clouds.labels(), Reduction.MEAN),
                clouds.labels().oneHot(),
                1.0874521100,
                0.8769015676,
                0.359644465,
                0.1302315893,
                0.0932292982,
                0.0882604512);
        assertAll(
                last.weights().entries(),
                6e-9,
                -0.96328367,
                -2.11009299,
                2.10051835,
                0.97372750,
                -1.12813219,
                1.14787177);
        assertAll(last.bias(), 6e-9, 0.18508102, 0.09526090, -0.28034192);
        assertThat(errors(clouds, last)).isEqualTo(293);
    }

    @Test
    void threeCloudsBySmoothedLabels() {
        PublishedData.Clouds clouds = PublishedData.threeClouds(PublishedData.SEED);
        Matrix smoothed = clouds.labels().smoothed(0.1);
        Parameters last = assertClouds(
                clouds,
                new SoftTargetCrossEntropy(smoothed, Reduction.MEAN),
                smoothed,
                1.0885909058,
                0.9184519843,
                0.5164249639,
                0.4123261299,
                0.4070880511,
                0.4067110609);
        assertAll(
                last.weights().entries(),
                6e-9,
                -0.19423329,
                -0.80402288,
                0.81501225,
                0.19053595,
                -0.61167646,
                0.62499322);
        assertAll(last.bias(), 6e-9, 0.31495437, 0.30583086, -0.62078523);
        assertThat(errors(clouds, last)).isEqualTo(320);
    }

    private Parameters assertClouds(PublishedData.Clouds clouds, Loss loss, Matrix targets, double... expected) {
        LinearModel model = new LinearModel(clouds.examples(), loss);
        Parameters last = train(model, clouds.start(), 0.1, 1000);
        int[] steps = {0, 1, 10, 100, 500, 999};
        for (int i = 0; i < steps.length; i++) {
            Matrix p = Softmax.ofRows(model.scores(visited.get(steps[i])));
            double printed = 0;
            for (int j = 0; j < p.entries().length; j++) {
                printed -= targets.entries()[j] * Math.log(p.entries()[j] + EPSILON) / p.rows();
            }
            assertThat(printed).isCloseTo(expected[i], within(PERMITTED));
            assertThat(losses.get(steps[i])).isCloseTo(expected[i], within(2e-6));
        }
        return last;
    }

    private static int errors(PublishedData.Clouds clouds, Parameters at) {
        Loss any = SoftmaxCrossEntropy.of(clouds.labels(), Reduction.MEAN);
        int[] predicted = LogitAdjustment.predictions(new LinearModel(clouds.examples(), any).scores(at));
        int wrong = 0;
        for (int i = 0; i < predicted.length; i++) {
            wrong += predicted[i] == clouds.labels().at(i) ? 0 : 1;
        }
        return wrong;
    }

    /** The softmax example with seed 0: data, weights, bias and labels from one stream. */
    @Test
    void theGradientExampleOfTheSoftmaxArticle() {
        NumpyRandom random = new NumpyRandom(0);
        Matrix x = Examples.fromColumns(random.randn(4, 5));
        Matrix w = random.randn(3, 4);
        double[] b = random.randn(3, 1).entries();
        Labels labels = Labels.of(3, random.choice(3, 5));
        LinearGradient found =
                new LinearModel(x, SoftmaxCrossEntropy.of(labels, Reduction.MEAN)).at(new Parameters(w, b));
        assertThat(found.loss()).isCloseTo(2.78104366, within(6e-9));
        assertAll(
                found.byParameters().weights().entries(),
                6e-10,
                -0.442758131,
                0.025265922,
                -0.014157749,
                -0.055374776,
                0.734735993,
                -0.177838948,
                0.123171763,
                0.034808397,
                -0.291977861,
                0.152573026,
                -0.109014015,
                0.020566379);
        assertAll(found.byParameters().bias(), 6e-10, -0.191423761, 0.419925218, -0.228501457);
    }
}
