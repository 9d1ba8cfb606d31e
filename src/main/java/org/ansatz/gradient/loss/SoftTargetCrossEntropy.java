package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.numeric.SoftmaxRow;

/**
 * The cross-entropy of a softmax with a distribution over the classes: smoothed labels ({@link Labels#smoothed}), or another
 * model's opinion.
 *
 * <p>With p = softmax(z): term −Σ q_j ln p_j, derivative by z p − q, for which each q must sum to 1. The least value is the
 * entropy of q.
 */
public final class SoftTargetCrossEntropy extends RowwiseLoss implements CurvedLoss {

    private final double[] targets;

    /**
     * The loss against distributions.
     *
     * @param targets m × k, each row at least 0 and of sum 1 to 1e-9
     * @throws IllegalArgumentException if one is not, there is none, or the reduction is the weighted mean
     */
    public SoftTargetCrossEntropy(Matrix targets, Reduction reduction) {
        super(targets.rows(), targets.columns(), reduction.factor(targets.rows(), targets.rows()));
        this.targets = targets.entries().clone();
        for (int i = 0; i < targets.rows(); i++) {
            Weights.requireDistribution("targets of example " + (i + 1), this.targets, i * columns(), columns());
        }
    }

    @Override
    double row(int example, double[] scores, SoftmaxRow softmax, double factor, double[] gradient) {
        int from = example * columns();
        softmax.take(scores, from, gradient);
        softmax.together();
        softmax.probabilities(factor);
        double term = 0;
        for (int j = 0; j < columns(); j++) {
            double q = targets[from + j];
            gradient[from + j] -= factor * q;
            term += q * softmax.surprise(j);
        }
        return term;
    }

    /** The Hessian of one example is diag p − p pᵀ, whatever the targets. */
    @Override
    public void hessianTimes(double[] scores, double[] direction, double[] product) {
        requireLength("scores", scores);
        requireLength("entries of the direction", direction);
        requireLength("entries of the product", product);
        SoftmaxRow softmax = new SoftmaxRow(columns());
        for (int from = 0; from < scores.length; from += columns()) {
            softmax.take(scores, from, product);
            softmax.together();
            softmax.probabilities(1);
            Softmax.timesJacobian(factor(), product, direction, from, columns());
        }
    }
}
