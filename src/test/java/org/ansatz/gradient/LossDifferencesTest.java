package org.ansatz.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.ClassBalance;
import org.ansatz.gradient.loss.CurvedLoss;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every gradient of a loss, against differences of its value at shapes and points drawn at random. */
final class LossDifferencesTest {

    private static final double[] GAMMAS = {0, 0.3, 1, 2, 3.5};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aLossFallsAsItsGradientSays(long seed) {
        Draws draws = new Draws(seed);
        int rows = draws.size(1, 7);
        int columns = draws.size(1, 6);
        for (Loss loss : losses(draws, rows, columns)) {
            double[] scores = awayFromKinks(draws.normals(rows * columns));
            double[] gradient = new double[scores.length];
            loss.gradient(scores, gradient);
            CentralDifferences.check(named(loss, seed, rows, columns), gradient, loss::value, scores);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSecondDerivativesAreThoseOfTheGradient(long seed) {
        Draws draws = new Draws(seed);
        int rows = draws.size(1, 5);
        int columns = draws.size(2, 5);
        for (Loss loss : losses(draws, rows, columns)) {
            if (loss instanceof CurvedLoss) {
                double[] scores = draws.normals(rows * columns);
                double[] direction = draws.normals(rows * columns);
                double[] product = new double[scores.length];
                ((CurvedLoss) loss).hessianTimes(scores, direction, product);
                CentralDifferences.check(
                        named(loss, seed, rows, columns), product, x -> along(loss, x, direction), scores);
            }
        }
    }

    /** The derivative of a loss along a direction, by its gradient; its own gradient is the Hessian's product. */
    private static double along(Loss loss, double[] scores, double[] direction) {
        double[] gradient = new double[scores.length];
        loss.gradient(scores, gradient);
        return Matrix.dot(gradient, 0, direction, 0, direction.length);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLinearModelHandsItsGradientOn(long seed) {
        Draws draws = new Draws(seed);
        int rows = draws.size(2, 6);
        int columns = draws.size(1, 4);
        int features = draws.size(1, 5);
        Matrix x = draws.matrix(rows, features);
        double[] w = draws.normals(columns * features);
        double[] b = draws.normals(columns);
        Loss loss = BinaryCrossEntropy.of(draws.shares(rows, columns), Reduction.MEAN);
        LinearModel model = new LinearModel(x, loss);
        LinearGradient gradient = model.at(new Parameters(Matrix.of(columns, features, w), b));
        Matrix weights = Matrix.of(columns, features, w);
        CentralDifferences.check(
                "weights, seed " + seed,
                gradient.byParameters().weights().entries(),
                v -> model.at(new Parameters(Matrix.of(columns, features, v), b))
                        .loss(),
                w);
        CentralDifferences.check(
                "bias, seed " + seed,
                gradient.byParameters().bias(),
                v -> model.at(new Parameters(weights, v)).loss(),
                b);
        CentralDifferences.check(
                "examples, seed " + seed,
                gradient.byExamples().entries(),
                v -> new LinearModel(Matrix.of(rows, features, v), loss)
                        .at(new Parameters(weights, b))
                        .loss(),
                x.entries());
    }

    /** A frozen focus is a constant: the gradient is that of a cross-entropy weighted by the focus at this very point. */
    @Test
    void aFrozenFocusIsTakenForAConstant() {
        Draws draws = new Draws(5);
        double[] scores = awayFromKinks(draws.normals(12));
        Matrix labels = draws.zerosAndOnes(4, 3);
        for (double margin : new double[] {0, 0.2}) {
            double[] gradient = new double[12];
            AsymmetricLoss.withFrozenFocus(labels, new Asymmetry(1, 3, margin), Reduction.SUM)
                    .gradient(scores, gradient);
            CentralDifferences.check(
                    "margin " + margin, gradient, x -> frozen(x, scores, labels.entries(), margin), scores);
        }
    }

    private static double frozen(double[] scores, double[] at, double[] labels, double margin) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = 1 / (1 + Math.exp(-scores[i]));
            double held = 1 / (1 + Math.exp(-at[i]));
            sum -= labels[i] == 1
                    ? (1 - held) * Math.log(p)
                    : Math.pow(Math.max(held - margin, 0), 3) * Math.log(1 - Math.max(p - margin, 0));
        }
        return sum;
    }

    private static List<Loss> losses(Draws draws, int rows, int columns) {
        List<Loss> losses = new ArrayList<>();
        Matrix targets = Matrix.over(rows, columns, farFrom(draws.normals(rows * columns)));
        for (Reduction reduction : List.of(
                Reduction.SUM, Reduction.HALF_SUM, Reduction.MEAN, Reduction.HALF_MEAN, Reduction.MEAN_OVER_EXAMPLES)) {
            losses.add(new SquaredError(targets, reduction));
            losses.add(BinaryCrossEntropy.of(draws.shares(rows, columns), reduction));
        }
        losses.add(new AbsoluteError(targets, Reduction.MEAN));
        losses.add(
                BinaryCrossEntropy.weighted(draws.zerosAndOnes(rows, columns), draws.weights(columns), Reduction.MEAN));
        Labels labels = draws.labels(rows, columns);
        losses.add(SoftmaxCrossEntropy.of(labels, Reduction.MEAN));
        losses.add(SoftmaxCrossEntropy.weighted(labels, draws.weights(columns), Reduction.MEAN));
        losses.add(SoftmaxCrossEntropy.weighted(labels, draws.weights(columns), Reduction.WEIGHTED_MEAN));
        losses.add(new SoftTargetCrossEntropy(labels.smoothed(0.1), Reduction.MEAN));
        losses.add(LogitAdjustment.of(1.3, draws.counts(columns)).loss(labels, Reduction.MEAN));
        ClassBalance balance = ClassBalance.of(0.99, draws.counts(columns));
        losses.add(balance.softmax(labels, Reduction.MEAN));
        losses.add(balance.sigmoid(labels, Reduction.MEAN_OVER_EXAMPLES));
        for (double gamma : GAMMAS) {
            losses.add(FocalLoss.of(draws.zerosAndOnes(rows, columns), gamma, Reduction.MEAN));
            losses.add(FocalLoss.balanced(draws.zerosAndOnes(rows, columns), gamma, 0.25, Reduction.SUM));
            losses.add(SoftmaxFocalLoss.of(labels, gamma, Reduction.MEAN));
            losses.add(SoftmaxFocalLoss.weighted(labels, draws.weights(columns), gamma, Reduction.WEIGHTED_MEAN));
            losses.add(balance.focal(labels, gamma, Reduction.MEAN_OVER_EXAMPLES));
            losses.add(balance.softmaxFocal(labels, gamma, Reduction.MEAN));
            Matrix tags = draws.zerosAndOnes(rows, columns);
            losses.add(AsymmetricLoss.of(tags, new Asymmetry(gamma, gamma + 0.5, 0), Reduction.SUM));
            losses.add(AsymmetricLoss.of(tags, new Asymmetry(gamma, gamma, 0.2), Reduction.MEAN));
        }
        return losses;
    }

    /** Targets that no score meets, so that the absolute error has a derivative. */
    private static double[] farFrom(double[] targets) {
        for (int i = 0; i < targets.length; i++) {
            targets[i] = 10 + Math.abs(targets[i]);
        }
        return targets;
    }

    /** Logits that keep their distance from σ(z) = 0.2, where a margin of 0.2 begins. */
    private static double[] awayFromKinks(double[] z) {
        double kink = Math.log(0.2 / 0.8);
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.abs(z[i] - kink) < 0.5 ? kink + 0.5 : 2 * z[i];
            z[i] = Math.abs(z[i] - kink) < 0.5 ? kink - 0.5 : z[i];
        }
        return z;
    }

    private static String named(Loss loss, long seed, int rows, int columns) {
        return loss.getClass().getSimpleName() + ", " + rows + " × " + columns + ", seed " + seed;
    }
}
