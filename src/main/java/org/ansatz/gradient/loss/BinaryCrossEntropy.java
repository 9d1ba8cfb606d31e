package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.LogisticBlock;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The cross-entropy of independent sigmoids, with σ(z) = 1/(1 + e^−z) as the probability of 1.
 *
 * <p>Term: w₁·y·softplus(−z) + w₀·(1 − y)·softplus(z), which is −w₁ y ln σ(z) − w₀ (1 − y) ln(1 − σ(z)). Derivative by z:
 * w₀ (1 − y) σ(z) − w₁ y σ(−z), which for weights of 1 is σ(z) − y. Reduced by the number of terms or examples, never by a
 * sum of weights. Source: Bishop, Pattern Recognition and Machine Learning, 2006, eqs. 4.88 to 4.91; weights: King and Zeng,
 * "Logistic regression in rare events data", Political Analysis 9, 2001.
 */
public final class BinaryCrossEntropy extends ElementwiseLoss implements CurvedLoss {

    private final double[][] onOne;
    private final double[][] onZero;

    private BinaryCrossEntropy(int rows, int columns, double[] onOne, double[] onZero, Reduction reduction) {
        super(rows, columns, reduction);
        this.onOne = blocks(onOne);
        this.onZero = blocks(onZero);
    }

    /**
     * The plain cross-entropy.
     *
     * @param targets m × k, each 0 to 1
     * @throws IllegalArgumentException if a target is not, there is none, or the reduction is the weighted mean
     */
    public static BinaryCrossEntropy of(Matrix targets, Reduction reduction) {
        return weighted(targets, Weights.ones(targets.columns()), reduction);
    }

    /**
     * Positives count {@code positiveWeights} times, negatives once ({@code pos_weight} of PyTorch): w₁ of each column, w₀ =
     * 1.
     *
     * @param targets m × k, each 0 to 1
     * @param positiveWeights one for each column, not negative
     * @throws IllegalArgumentException if they are not so, there is no target, or the reduction is the weighted mean
     */
    public static BinaryCrossEntropy weighted(Matrix targets, double[] positiveWeights, Reduction reduction) {
        double[] ones = Weights.checked("positive weights", positiveWeights, targets.columns());
        return new BinaryCrossEntropy(
                targets.rows(), targets.columns(), positives(targets, ones), negatives(targets), reduction);
    }

    /** One-hot labels against independent sigmoids; every term of an example counts as much as its class weighs. */
    static BinaryCrossEntropy ofExamples(Labels labels, double[] classWeights, Reduction reduction) {
        Matrix targets = labels.oneHot();
        double[] onOne = positives(targets, Weights.ones(targets.columns()));
        double[] onZero = negatives(targets);
        double[] weights = labels.each(classWeights);
        for (int i = 0; i < onOne.length; i++) {
            onOne[i] *= weights[i / targets.columns()];
            onZero[i] *= weights[i / targets.columns()];
        }
        return new BinaryCrossEntropy(targets.rows(), targets.columns(), onOne, onZero, reduction);
    }

    private static double[] positives(Matrix targets, double[] weights) {
        double[] y = targets.entries().clone();
        for (int i = 0; i < y.length; i++) {
            if (!(y[i] >= 0 && y[i] <= 1)) {
                throw new IllegalArgumentException("target " + y[i] + " in row " + (i / targets.columns() + 1)
                        + ", column " + (i % targets.columns() + 1) + " is not from 0 to 1");
            }
            y[i] *= weights[i % targets.columns()];
        }
        return y;
    }

    private static double[] negatives(Matrix targets) {
        double[] y = targets.entries().clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = 1 - y[i];
        }
        return y;
    }

    @Override
    BlockPass pass() {
        LogisticBlock logistic = new LogisticBlock();
        return (block, scores, n, factor, gradient, terms) -> {
            logistic.compute(scores, n);
            combine(logistic, onOne[block], onZero[block], n, factor, gradient, terms);
        };
    }

    private static void combine(
            LogisticBlock logistic,
            double[] onOne,
            double[] onZero,
            int n,
            double factor,
            double[] gradient,
            double[] terms) {
        double[] minusLogOn = logistic.minusLogOn;
        double[] minusLogOff = logistic.minusLogOff;
        for (int i = 0; i < n; i++) {
            terms[i] = onOne[i] * minusLogOn[i] + onZero[i] * minusLogOff[i];
        }
        double[] on = logistic.on;
        double[] off = logistic.off;
        for (int i = 0; i < n; i++) {
            gradient[i] = factor * (onZero[i] * on[i] - onOne[i] * off[i]);
        }
    }

    /** The second derivative by z is (w₁ y + w₀ (1 − y)) σ(z) σ(−z); the Hessian is diagonal. */
    @Override
    public void hessianTimes(double[] scores, double[] direction, double[] product) {
        requireLength("scores", scores);
        requireLength("entries of the direction", direction);
        requireLength("entries of the product", product);
        LogisticBlock logistic = new LogisticBlock();
        double[][] all = blocks(scores);
        for (int block = 0; block < all.length; block++) {
            int from = block * LogisticBlock.SIZE;
            int n = all[block].length;
            logistic.compute(all[block], n);
            for (int i = 0; i < n; i++) {
                double weight = onOne[block][i] + onZero[block][i];
                product[from + i] = factor() * weight * logistic.on[i] * logistic.off[i] * direction[from + i];
            }
        }
    }
}
