package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.SoftmaxRow;

/**
 * The focal loss of a softmax, with one weight α for each class.
 *
 * <p>With p = softmax(z) and t the class of the example: term −α_t (1 − p_t)^γ ln p_t, derivative by z α_t (1 − p_t)^γ (γ p_t
 * ln p_t − (1 − p_t)) (e_t − q), where q is the softmax of all classes but t, and q_t = 0. In this form 0 &lt; γ &lt; 1 is
 * safe where p_t = 1. Source: Lin, Goyal, Girshick, He, Dollár, "Focal loss for dense object detection", ICCV 2017, where the
 * form for several classes is named as an extension.
 */
public final class SoftmaxFocalLoss extends RowwiseLoss {

    private final Labels labels;
    private final double[] weights;
    private final double gamma;

    private SoftmaxFocalLoss(Labels labels, double[] alpha, double gamma, Reduction reduction) {
        super(labels.count(), labels.classes(), Weights.factor(labels, alpha, reduction));
        this.labels = labels;
        this.weights = labels.each(alpha);
        this.gamma = Weights.focusing("γ", gamma);
    }

    /**
     * Without α.
     *
     * @param gamma the focusing γ, at least 0
     * @throws IllegalArgumentException if it is not
     */
    public static SoftmaxFocalLoss of(Labels labels, double gamma, Reduction reduction) {
        return weighted(labels, Weights.ones(labels.classes()), gamma, reduction);
    }

    /**
     * With a weight for each class.
     *
     * @param alpha one for each class, not negative
     * @param gamma the focusing γ, at least 0
     * @throws IllegalArgumentException if they are not so
     */
    public static SoftmaxFocalLoss weighted(Labels labels, double[] alpha, double gamma, Reduction reduction) {
        double[] checked = Weights.checked("weights α", alpha, labels.classes());
        return new SoftmaxFocalLoss(labels, checked, gamma, reduction);
    }

    @Override
    double row(int example, double[] scores, SoftmaxRow softmax, double factor, double[] gradient) {
        int from = example * columns();
        int t = labels.at(example);
        softmax.take(scores, from, gradient);
        softmax.against(t);
        double off = softmax.offProbability();
        double focused = weights[example] * Math.pow(off, gamma);
        double slope = -focused * (gamma * (1 - off) * softmax.surprise() + off);
        softmax.powers(softmax.rest() == 0 ? 0 : -factor * slope / softmax.rest());
        gradient[from + t] = factor * slope;
        return focused * softmax.surprise();
    }
}
