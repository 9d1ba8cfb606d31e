package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Log1p;
import org.ansatz.gradient.numeric.LogisticBlock;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.numeric.Powers;

/**
 * The asymmetric loss of independent sigmoids: easy negatives count less than easy positives, and those below a margin
 * nothing.
 *
 * <p>With p = σ(z) and p_m = max(p − m, 0): term −(1 − p)^γ₊ ln p for y = 1, −p_m^γ₋ ln(1 − p_m) for y = 0. Derivatives by z:
 * (1 − p)^γ₊ (γ₊ p ln p − (1 − p)), and for p &gt; m p_m^γ₋ (1/(1 − p_m) − γ₋ ln(1 − p_m)/p_m) p (1 − p), else 0. At p = m
 * with γ₋ = 0 there is a kink; this takes 0. Source: Ridnik, Ben-Baruch, et al., "Asymmetric loss for multi-label
 * classification", ICCV 2021, sections 2.2 to 2.4. The authors' code sums and has γ₊ = 1, γ₋ = 4, m = 0.05 by default; its
 * floor under probabilities is not here.
 */
public final class AsymmetricLoss extends ElementwiseLoss {

    private final Asymmetry asymmetry;
    private final double[][] labels;
    private final double[][] signs;

    /** How much of the focusing factor's own derivative counts: all, or nothing where it is frozen. */
    private final double focusing;

    private AsymmetricLoss(Matrix labels, Asymmetry asymmetry, double focusing, Reduction reduction) {
        super(labels.rows(), labels.columns(), reduction);
        this.asymmetry = asymmetry;
        this.signs = blocks(Weights.signs(labels));
        this.labels = blocks(labels.entries());
        this.focusing = focusing;
    }

    /**
     * The loss, with its own gradient.
     *
     * @param labels m × k, each 0 or 1
     * @throws IllegalArgumentException if one is not, there is none, or the reduction is the weighted mean
     */
    public static AsymmetricLoss of(Matrix labels, Asymmetry asymmetry, Reduction reduction) {
        return new AsymmetricLoss(labels, asymmetry, 1, reduction);
    }

    /**
     * The same value, with the focusing factors (1 − p)^γ₊ and p_m^γ₋ taken for constants while differentiating, as the
     * authors' code can be told to. What is written as gradient is then not the gradient of the value.
     *
     * @param labels m × k, each 0 or 1
     * @throws IllegalArgumentException if one is not, there is none, or the reduction is the weighted mean
     */
    public static AsymmetricLoss withFrozenFocus(Matrix labels, Asymmetry asymmetry, Reduction reduction) {
        return new AsymmetricLoss(labels, asymmetry, 0, reduction);
    }

    @Override
    BlockPass pass() {
        return asymmetry.margin() == 0 ? new Pass() : new ShiftedPass();
    }

    /** Both cases as focal losses of u = (2y − 1) z, each with its γ. */
    private class Pass implements BlockPass {

        final LogisticBlock truth = new LogisticBlock();
        private final double[] u = new double[LogisticBlock.SIZE];
        final double[] focus = new double[LogisticBlock.SIZE];
        final double[] negativeTerms = new double[LogisticBlock.SIZE];
        final double[] negativeSlopes = new double[LogisticBlock.SIZE];
        private final double[] slopes = new double[LogisticBlock.SIZE];
        private final double[] work = new double[LogisticBlock.SIZE];

        @Override
        public final void over(int block, double[] scores, int n, double factor, double[] gradient, double[] terms) {
            double[] sign = signs[block];
            for (int i = 0; i < n; i++) {
                u[i] = sign[i] * scores[i];
            }
            truth.compute(u, n);
            focal(asymmetry.positive(), -1, terms, slopes, n);
            negatives(n);
            choose(labels[block], n, factor, gradient, terms);
        }

        private void choose(double[] y, int n, double factor, double[] gradient, double[] terms) {
            for (int i = 0; i < n; i++) {
                terms[i] = y[i] * terms[i] + (1 - y[i]) * negativeTerms[i];
            }
            for (int i = 0; i < n; i++) {
                gradient[i] = factor * (y[i] * slopes[i] + (1 - y[i]) * negativeSlopes[i]);
            }
        }

        /** What entries would have as terms, and as derivatives by z, if all were negatives. */
        void negatives(int n) {
            focal(asymmetry.negative(), 1, negativeTerms, negativeSlopes, n);
        }

        private void focal(double gamma, double sign, double[] terms, double[] slopes, int n) {
            Powers.of(truth.off, truth.minusLogOff, gamma, focus, work, n);
            double[] p = truth.on;
            double[] q = truth.off;
            double[] surprise = truth.minusLogOn;
            for (int i = 0; i < n; i++) {
                terms[i] = focus[i] * surprise[i];
            }
            double moving = focusing * gamma;
            for (int i = 0; i < n; i++) {
                slopes[i] = sign * focus[i] * (moving * p[i] * surprise[i] + q[i]);
            }
        }
    }

    /** Negatives with the margin; 1 − p_m = σ(−z) + m, so that nothing cancels. */
    private final class ShiftedPass extends Pass {

        /** Beyond, 1 − p_m is taken apart into a power of two and something from 1/2 to 1. */
        private static final double HALF = 0.5;

        private static final double LN2 = Math.log(2);

        /** Takes any p_m above zero beyond 1. */
        private static final double STEEP = 1e300;

        private final double[] shifted = new double[LogisticBlock.SIZE];
        private final double[] whole = new double[LogisticBlock.SIZE];
        private final double[] bounded = new double[LogisticBlock.SIZE];
        private final double[] logOff = new double[LogisticBlock.SIZE];

        @Override
        void negatives(int n) {
            double margin = asymmetry.margin();
            double[] p = truth.off;
            double[] q = truth.on;
            for (int i = 0; i < n; i++) {
                shifted[i] = Math.max(p[i] - margin, 0);
            }
            for (int i = 0; i < n; i++) {
                if (shifted[i] <= HALF) {
                    bounded[i] = -shifted[i];
                    whole[i] = 0;
                } else {
                    double rest = q[i] + margin;
                    int exponent = Math.getExponent(rest) + 1;
                    bounded[i] = rest * Math.scalb(1.0, -exponent) - 1; // from −1/2 to 0
                    whole[i] = exponent * LN2;
                }
            }
            Log1p.of(bounded, logOff, n);
            for (int i = 0; i < n; i++) {
                logOff[i] += whole[i];
            }
            Powers.of(shifted, asymmetry.negative(), focus, n);
            for (int i = 0; i < n; i++) {
                focus[i] *= Math.min(1, STEEP * shifted[i]); // 0^0 counts nothing here
            }
            for (int i = 0; i < n; i++) {
                negativeTerms[i] = -focus[i] * logOff[i];
            }
            double moving = focusing * asymmetry.negative();
            for (int i = 0; i < n; i++) {
                double ratio = logOff[i] / Math.max(shifted[i], Double.MIN_NORMAL);
                negativeSlopes[i] = focus[i] * (1 / (q[i] + margin) - moving * ratio) * p[i] * q[i];
            }
        }
    }
}
