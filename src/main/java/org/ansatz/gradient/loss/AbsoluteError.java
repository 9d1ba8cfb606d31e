package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The absolute error Σ |z − y|, reduced: the mean absolute error with {@link Reduction#MEAN}.
 *
 * <p>dL/dz = sign(z − y) times the reduction's factor. Where z = y there is no derivative; of the subgradients, the interval
 * [−1, 1], this takes 0. The maximum likelihood under Laplacian noise.
 */
public final class AbsoluteError extends ResidualLoss {

    /**
     * The loss against targets.
     *
     * @param targets m × k
     * @throws IllegalArgumentException if a target is not finite, there is none, or the reduction is the weighted mean
     */
    public AbsoluteError(Matrix targets, Reduction reduction) {
        super(targets, reduction);
    }

    @Override
    void over(double[] y, double[] scores, int n, double factor, double[] gradient, double[] terms) {
        for (int i = 0; i < n; i++) {
            double residual = scores[i] - y[i];
            terms[i] = Math.abs(residual);
            gradient[i] = factor * Math.signum(residual);
        }
    }
}
