package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.SoftmaxRow;
import org.jspecify.annotations.Nullable;

/**
 * The cross-entropy of a softmax with the true class, plain, weighted by class, or with an offset for each class.
 *
 * <p>With p = softmax(z + o) and t the class of the example: term −w_t ln p_t, derivative by z w_t (p − e_t). Two ways of
 * averaging weighted terms are in use: {@link Reduction#MEAN} divides by the number of examples,
 * {@link Reduction#WEIGHTED_MEAN} by the sum of the weights of their classes. Source: Bishop, Pattern Recognition and Machine
 * Learning, 2006, eqs. 4.104 to 4.110; weights: King and Zeng, "Logistic regression in rare events data", Political Analysis
 * 9, 2001.
 */
public final class SoftmaxCrossEntropy extends RowwiseLoss implements CurvedLoss {

    private final Labels labels;
    private final double[] weights;
    private final double @Nullable [] offsets;

    private SoftmaxCrossEntropy(
            Labels labels, double[] classWeights, double @Nullable [] offsets, Reduction reduction) {
        super(labels.count(), labels.classes(), Weights.factor(labels, classWeights, reduction));
        this.labels = labels;
        this.weights = labels.each(classWeights);
        this.offsets = offsets;
    }

    /** The plain cross-entropy. */
    public static SoftmaxCrossEntropy of(Labels labels, Reduction reduction) {
        return weighted(labels, Weights.ones(labels.classes()), reduction);
    }

    /**
     * An example counts as much as its class weighs.
     *
     * @param classWeights one for each class, not negative
     * @throws IllegalArgumentException if they are not so, or the weighted mean is asked for and all examples weigh 0
     */
    public static SoftmaxCrossEntropy weighted(Labels labels, double[] classWeights, Reduction reduction) {
        double[] checked = Weights.checked("class weights", classWeights, labels.classes());
        return new SoftmaxCrossEntropy(labels, checked, null, reduction);
    }

    /** Each class has an offset that is added to its logit. */
    static SoftmaxCrossEntropy withOffsets(Labels labels, double[] offsets, Reduction reduction) {
        return new SoftmaxCrossEntropy(labels, Weights.ones(labels.classes()), offsets, reduction);
    }

    @Override
    double row(int example, double[] scores, SoftmaxRow softmax, double factor, double[] gradient) {
        int from = example * columns();
        int t = labels.at(example);
        take(softmax, scores, from, gradient);
        softmax.against(t);
        double weight = weights[example];
        softmax.probabilities(factor * weight);
        gradient[from + t] = -factor * weight * softmax.offProbability();
        return weight * softmax.surprise();
    }

    private void take(SoftmaxRow softmax, double[] scores, int from, double[] powers) {
        if (offsets == null) {
            softmax.take(scores, from, powers);
        } else {
            softmax.take(scores, from, offsets, powers);
        }
    }

    /** The Hessian of one example is w_t (diag p − p pᵀ). */
    @Override
    public void hessianTimes(double[] scores, double[] direction, double[] product) {
        requireLength("scores", scores);
        requireLength("entries of the direction", direction);
        requireLength("entries of the product", product);
        SoftmaxRow softmax = new SoftmaxRow(columns());
        for (int example = 0; example < rows(); example++) {
            int from = example * columns();
            take(softmax, scores, from, product);
            softmax.together();
            softmax.probabilities(1);
            Softmax.timesJacobian(factor() * weights[example], product, direction, from, columns());
        }
    }
}
