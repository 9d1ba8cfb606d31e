package org.ansatz.gradient.loss;

import java.util.Arrays;
import org.ansatz.gradient.numeric.LogisticBlock;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.numeric.Powers;

/**
 * The focal loss of independent sigmoids: what is right already counts little.
 *
 * <p>With s = 2y − 1, u = s·z and p_t = σ(u), the probability of what is true: term −α_t (1 − p_t)^γ ln p_t, derivative by z
 * s·α_t (1 − p_t)^γ (γ p_t ln p_t − (1 − p_t)). Nothing is divided by 1 − p_t, so 0 &lt; γ &lt; 1 is safe where p_t = 1. γ
 * = 0 is the cross-entropy. Source: Lin, Goyal, Girshick, He, Dollár, "Focal loss for dense object detection", ICCV 2017,
 * eqs. 2 to 5 and appendix B, where y is −1 or 1; there the sum is divided by the number of anchors with an object, here as
 * the reduction says.
 */
public final class FocalLoss extends ElementwiseLoss {

    private final double[][] signs;
    private final double[][] weights;
    private final double gamma;

    private FocalLoss(Matrix labels, double[] weights, double gamma, Reduction reduction) {
        super(labels.rows(), labels.columns(), reduction);
        this.signs = blocks(Weights.signs(labels));
        this.weights = blocks(weights);
        this.gamma = Weights.focusing("γ", gamma);
    }

    /**
     * Without α: α_t = 1.
     *
     * @param labels m × k, each 0 or 1
     * @param gamma the focusing γ, at least 0
     * @throws IllegalArgumentException if they are not so, there is no label, or the reduction is the weighted mean
     */
    public static FocalLoss of(Matrix labels, double gamma, Reduction reduction) {
        double[] ones = new double[labels.entries().length];
        Arrays.fill(ones, 1);
        return new FocalLoss(labels, ones, gamma, reduction);
    }

    /**
     * With α_t = α for y = 1 and 1 − α for y = 0.
     *
     * @param labels m × k, each 0 or 1
     * @param gamma the focusing γ, at least 0
     * @param alpha 0 to 1
     * @throws IllegalArgumentException if they are not so, there is no label, or the reduction is the weighted mean
     */
    public static FocalLoss balanced(Matrix labels, double gamma, double alpha, Reduction reduction) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("α must be 0 to 1, but is " + alpha);
        }
        double[] weights = labels.entries().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] == 1 ? alpha : 1 - alpha;
        }
        return new FocalLoss(labels, weights, gamma, reduction);
    }

    /** One-hot labels against independent sigmoids; every term of an example counts as much as its class weighs. */
    static FocalLoss ofExamples(Labels labels, double[] classWeights, double gamma, Reduction reduction) {
        double[] each = labels.each(classWeights);
        double[] weights = new double[each.length * labels.classes()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = each[i / labels.classes()];
        }
        return new FocalLoss(labels.oneHot(), weights, gamma, reduction);
    }

    @Override
    BlockPass pass() {
        return new Pass();
    }

    private final class Pass implements BlockPass {

        private final LogisticBlock truth = new LogisticBlock();
        private final double[] u = new double[LogisticBlock.SIZE];
        private final double[] focus = new double[LogisticBlock.SIZE];
        private final double[] work = new double[LogisticBlock.SIZE];

        @Override
        public void over(int block, double[] scores, int n, double factor, double[] gradient, double[] terms) {
            double[] sign = signs[block];
            for (int i = 0; i < n; i++) {
                u[i] = sign[i] * scores[i];
            }
            truth.compute(u, n);
            Powers.of(truth.off, truth.minusLogOff, gamma, focus, work, n);
            combine(sign, weights[block], n, factor, gradient, terms);
        }

        private void combine(double[] sign, double[] weight, int n, double factor, double[] gradient, double[] terms) {
            double[] p = truth.on;
            double[] q = truth.off;
            double[] surprise = truth.minusLogOn;
            for (int i = 0; i < n; i++) {
                focus[i] *= weight[i];
                terms[i] = focus[i] * surprise[i];
            }
            for (int i = 0; i < n; i++) {
                gradient[i] = -factor * sign[i] * focus[i] * (gamma * p[i] * surprise[i] + q[i]);
            }
        }
    }
}
