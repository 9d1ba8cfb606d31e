package org.ansatz.gradient.loss;

import java.util.Arrays;

/**
 * Weights by the effective number of samples E_n = (1 − β^n)/(1 − β) of each class, and the losses with them.
 *
 * <p>A class weighs 1/E_n, rescaled so that the weights sum to the number of classes. β = 0 makes all alike; β → 1 tends to
 * {@link #inverseFrequency}. The weight of an example's own class counts for all of its terms. Source: Cui, Jia, Lin, Song,
 * Belongie, "Class-balanced loss based on effective number of samples", CVPR 2019, proposition 1 and section 4.
 */
public final class ClassBalance {

    private final double[] weights;

    private ClassBalance(double[] unnormalised) {
        double total = Arrays.stream(unnormalised).sum();
        this.weights = Arrays.stream(unnormalised)
                .map(weight -> weight * unnormalised.length / total)
                .toArray();
    }

    /**
     * The weights for classes with these counts.
     *
     * @param beta β, at least 0 and below 1: (N − 1)/N for N prototypes
     * @param counts how many samples each class has, at least 1
     * @throws IllegalArgumentException if they are not so
     */
    public static ClassBalance of(double beta, long... counts) {
        double[] inverse = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            inverse[c] = 1 / effectiveNumber(beta, requireSamples(counts, c));
        }
        return new ClassBalance(inverse);
    }

    /**
     * The limit β → 1: weights in proportion to 1/n.
     *
     * @param counts how many samples each class has, at least 1
     * @throws IllegalArgumentException if a class has none
     */
    public static ClassBalance inverseFrequency(long... counts) {
        double[] inverse = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            inverse[c] = 1.0 / requireSamples(counts, c);
        }
        return new ClassBalance(inverse);
    }

    /**
     * The effective number of {@code n} samples, (1 − β^n)/(1 − β).
     *
     * @param beta β, at least 0 and below 1
     * @param n at least 1
     * @throws IllegalArgumentException if β is out of range
     */
    public static double effectiveNumber(double beta, long n) {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException(
                    "β must be at least 0 and below 1, but is " + beta + " (the limit 1 is the inverse frequency)");
        }
        return beta == 0 ? 1 : -Math.expm1(n * Math.log(beta)) / (1 - beta);
    }

    private static long requireSamples(long[] counts, int c) {
        if (counts[c] < 1) {
            throw new IllegalArgumentException(
                    "class " + c + " has " + counts[c] + " samples, so its weight is not defined");
        }
        return counts[c];
    }

    /** The weight of each class; they sum to the number of classes. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The class-balanced softmax cross-entropy: term −w_t ln p_t.
     *
     * @throws IllegalArgumentException if the labels have another number of classes, as for those below
     */
    public SoftmaxCrossEntropy softmax(Labels labels, Reduction reduction) {
        return SoftmaxCrossEntropy.weighted(labels, weights, reduction);
    }

    /** The class-balanced sigmoid cross-entropy of one-hot labels: terms w_t·BCE, one for each class. */
    public BinaryCrossEntropy sigmoid(Labels labels, Reduction reduction) {
        return BinaryCrossEntropy.ofExamples(labels, fitting(labels), reduction);
    }

    /** The class-balanced focal loss of one-hot labels without α: terms w_t·FL, one for each class. */
    public FocalLoss focal(Labels labels, double gamma, Reduction reduction) {
        return FocalLoss.ofExamples(labels, fitting(labels), gamma, reduction);
    }

    /** The softmax focal loss with the weights as α; not in the paper, whose focal loss is that of sigmoids. */
    public SoftmaxFocalLoss softmaxFocal(Labels labels, double gamma, Reduction reduction) {
        return SoftmaxFocalLoss.weighted(labels, weights, gamma, reduction);
    }

    private double[] fitting(Labels labels) {
        return Weights.checked("class weights", weights, labels.classes());
    }
}
