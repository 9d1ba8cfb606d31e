package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The squared error Σ (z − y)², reduced: the mean squared error with {@link Reduction#MEAN}, its half with
 * {@link Reduction#HALF_MEAN}.
 *
 * <p>dL/dz = 2 (z − y) times the reduction's factor. Least squares; the maximum likelihood under Gaussian noise (Bishop,
 * Pattern Recognition and Machine Learning, 2006, eq. 3.12).
 */
public final class SquaredError extends ResidualLoss {

    /**
     * The loss against targets.
     *
     * @param targets m × k
     * @throws IllegalArgumentException if a target is not finite, there is none, or the reduction is the weighted mean
     */
    public SquaredError(Matrix targets, Reduction reduction) {
        super(targets, reduction);
    }

    @Override
    void over(double[] y, double[] scores, int n, double factor, double[] gradient, double[] terms) {
        for (int i = 0; i < n; i++) {
            double residual = scores[i] - y[i];
            terms[i] = residual * residual;
            gradient[i] = 2 * factor * residual;
        }
    }
}
