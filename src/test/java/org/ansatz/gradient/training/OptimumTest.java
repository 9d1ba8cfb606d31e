package org.ansatz.gradient.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.data.PublishedData;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.Divergence;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The optima that training runs are compared with. */
final class OptimumTest {

    private static Optimum.Found found(Optimum optimum) {
        assertThat(optimum).isInstanceOf(Optimum.Found.class);
        return (Optimum.Found) optimum;
    }

    /** By the sums of the published data: w = (m Σxy − Σx Σy)/(m Σx² − (Σx)²). */
    @Test
    void leastSquaresIsTheClosedFormOfTheSums() {
        Optimum.Found found = found(TrainingTask.squares(PublishedData.SEED).optimum());
        double slope = (1000 * 106621.17340687566 - 4902.565533201336 * 17454.205468900327)
                / (1000 * 32561.038208072783 - 4902.565533201336 * 4902.565533201336);
        double bias = (17454.205468900327 - slope * 4902.565533201336) / 1000;
        assertThat(found.parameters().weights().at(0, 0)).isCloseTo(slope, within(1e-11));
        assertThat(found.parameters().bias()[0]).isCloseTo(bias, within(1e-10));
        assertThat(found.loss()).isCloseTo(3.8998715271, within(1e-10));
    }

    @Test
    void theLeastDistancesOfThePublishedLine() {
        Optimum.Found found = found(TrainingTask.distances(PublishedData.SEED).optimum());
        assertThat(found.loss()).isCloseTo(1.57337798, within(5e-9));
        assertThat(found.parameters().weights().at(0, 0)).isCloseTo(2.48796533, within(6e-9));
        assertThat(found.parameters().bias()[0]).isCloseTo(5.22812, within(5e-6));
    }

    /** Some best line passes through two points: all pairs are tried. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noLineThroughTwoPointsIsBetterThanTheLeastDistances(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        Matrix x = random.randn(30, 1);
        Matrix y = random.randn(30, 1);
        LinearModel model = new LinearModel(x, new AbsoluteError(y, Reduction.MEAN));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < i; j++) {
                double slope = (y.at(i, 0) - y.at(j, 0)) / (x.at(i, 0) - x.at(j, 0));
                double bias = y.at(i, 0) - slope * x.at(i, 0);
                least = Math.min(
                        least, model.at(new Parameters(Matrix.row(slope), bias)).loss());
            }
        }
        assertThat(found(LeastDistances.of(model, x, y)).loss()).isCloseTo(least, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 7})
    void theGradientVanishesWhereTheLikelihoodIsGreatest(long seed) {
        for (TrainingTask task : new TrainingTask[] {
            TrainingTask.sigmoid(seed), TrainingTask.softmax(seed, 0), TrainingTask.softmax(seed, 0.1)
        }) {
            Optimum.Found found = found(task.optimum());
            Parameters gradient = task.model().at(found.parameters()).byParameters();
            assertThat(Math.sqrt(gradient.dot(gradient)))
                    .as(task.kind() + ", seed " + seed)
                    .isLessThan(1e-12);
        }
    }

    @Test
    void theLeastCrossEntropiesOfThePublishedClouds() {
        assertThat(found(TrainingTask.sigmoid(PublishedData.SEED).optimum()).loss())
                .isCloseTo(0.006913, within(5e-7));
        TrainingTask softmax = TrainingTask.softmax(PublishedData.SEED, 0);
        Optimum.Found found = found(softmax.optimum());
        assertThat(found.loss()).isCloseTo(0.085645, within(5e-7));
        assertThat(softmax.errors(found.parameters())).isEqualTo(293);
    }

    /** Gradients of a softmax sum to zero over the classes, and so do the moves of the search. */
    @Test
    void theSumsOverTheClassesStayThoseOfTheStart() {
        TrainingTask task = TrainingTask.softmax(PublishedData.SEED, 0);
        double[] found = found(task.optimum()).parameters().weights().columnSums();
        assertThat(found).containsExactly(task.start().weights().columnSums(), within(1e-12));
    }

    @Test
    void separableClassesHaveNoOptimum() {
        Matrix x = Matrix.column(-2, -1, 1, 2);
        LinearModel two = new LinearModel(x, BinaryCrossEntropy.of(Matrix.column(0, 0, 1, 1), Reduction.MEAN));
        Labels labels = Labels.of(2, 0, 0, 1, 1);
        LinearModel many = new LinearModel(x, SoftmaxCrossEntropy.of(labels, Reduction.MEAN));
        Optimum sigmoid = MaximumLikelihood.of(two, Parameters.zeros(1, 1), at -> wrong(two.scores(at)));
        assertThat(sigmoid).isInstanceOf(Optimum.None.class);
        assertThat(((Optimum.None) sigmoid).reason()).contains("separable");
        Optimum softmax = MaximumLikelihood.of(
                many,
                Parameters.zeros(2, 1),
                at -> wrong(Matrix.column(
                        many.scores(at).at(0, 1) - many.scores(at).at(0, 0),
                        many.scores(at).at(1, 1) - many.scores(at).at(1, 0),
                        many.scores(at).at(2, 1) - many.scores(at).at(2, 0),
                        many.scores(at).at(3, 1) - many.scores(at).at(3, 0))));
        assertThat(softmax).isInstanceOf(Optimum.None.class);
    }

    private static int wrong(Matrix scores) {
        int wrong = 0;
        for (int i = 0; i < scores.rows(); i++) {
            wrong += scores.at(i, 0) > 0 == i >= 2 ? 0 : 1;
        }
        return wrong;
    }

    @Test
    void whatTheExamplesDoNotDetermineIsSaid() {
        Matrix x = Matrix.column(3, 3, 3);
        Matrix y = Matrix.column(1, 2, 4);
        LinearModel squares = new LinearModel(x, new SquaredError(y, Reduction.MEAN));
        LinearModel distances = new LinearModel(x, new AbsoluteError(y, Reduction.MEAN));
        assertThat(LeastSquares.of(squares, x, y)).isInstanceOf(Optimum.None.class);
        assertThat(LeastDistances.of(distances, x, y)).isInstanceOf(Optimum.None.class);
    }

    /** The largest eigenvalue of the Hessian of the published line is 66.61009: steps are stable below 2/66.61009. */
    @Test
    void aRateBeyondTwoOverTheLargestCurvatureDiverges() {
        TrainingTask task = TrainingTask.squares(PublishedData.SEED);
        double limit = 2 / 66.61009;
        Course stable = Course.of(task, new GradientDescent(0.999 * limit), 3000, step -> {});
        assertThat(stable.lastLoss()).isLessThan(4);
        Course growing = Course.of(task, new GradientDescent(1.001 * limit), 3000, step -> {});
        assertThat(growing.lastLoss()).isGreaterThan(growing.loss(0));
        assertThatThrownBy(() -> Course.of(task, new GradientDescent(0.05), 3000, step -> {}))
                .isInstanceOf(Divergence.class)
                .hasMessageContaining("step");
    }
}
