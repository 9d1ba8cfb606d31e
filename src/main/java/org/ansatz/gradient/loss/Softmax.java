package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.numeric.SoftmaxRow;

/**
 * The softmax p_i = e^(z_i)/Σ e^(z_j) and its Jacobian ∂p_i/∂z_j = p_i (δ_ij − p_j), which is symmetric, with rows that sum
 * to 0 (Bishop, Pattern Recognition and Machine Learning, 2006, eqs. 4.104 and 4.106).
 */
public final class Softmax {

    private Softmax() {}

    /**
     * The probabilities of one row of logits.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static double[] of(double... z) {
        return ofRows(Matrix.row(z)).entries();
    }

    /**
     * The probabilities of each row.
     *
     * @throws IllegalArgumentException if rows are empty, or a logit is not finite
     */
    public static Matrix ofRows(Matrix z) {
        if (z.columns() == 0) {
            throw new IllegalArgumentException("a softmax of no logits: " + z.shape());
        }
        z.requireFinite("logits");
        double[] p = new double[z.entries().length];
        SoftmaxRow softmax = new SoftmaxRow(z.columns());
        for (int from = 0; from < p.length; from += z.columns()) {
            softmax.take(z.entries(), from, p);
            softmax.together();
            softmax.probabilities(1);
        }
        return Matrix.over(z.rows(), z.columns(), p);
    }

    /** The Jacobian at one row of logits. */
    public static Matrix jacobian(double... z) {
        double[] p = of(z);
        int k = p.length;
        double[] jacobian = new double[k * k];
        for (int i = 0; i < k; i++) {
            double others = 0;
            for (int j = 0; j < k; j++) {
                if (j != i) {
                    others += p[j];
                    jacobian[i * k + j] = -p[i] * p[j];
                }
            }
            jacobian[i * k + i] = p[i] * others;
        }
        return Matrix.over(k, k, jacobian);
    }

    /** The product of the Jacobian with a vector, p ⊙ (v − p·v), without the Jacobian. */
    public static double[] jacobianTimes(double[] z, double[] v) {
        if (v.length != z.length) {
            throw new IllegalArgumentException("a vector of " + v.length + " for " + z.length + " logits");
        }
        double[] product = of(z);
        timesJacobian(1, product, v, 0, v.length);
        return product;
    }

    /** Replaces p by factor·p ⊙ (v − p·v). */
    static void timesJacobian(double factor, double[] p, double[] v, int from, int n) {
        double mean = Matrix.dot(p, from, v, from, n);
        for (int j = from; j < from + n; j++) {
            p[j] *= factor * (v[j] - mean);
        }
    }
}
