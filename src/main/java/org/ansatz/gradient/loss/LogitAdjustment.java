package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/**
 * Logits adjusted by how frequent classes are: in training, <b>or</b> afterwards, never both.
 *
 * <p>In training τ ln π is <b>added</b>: term −ln softmax(z + τ ln π)_t, derivative by z softmax(z + τ ln π) − e_t; the model
 * is then used without any adjustment. Afterwards τ ln π is <b>subtracted</b> from the logits of a model that was trained
 * without. τ = 1 is consistent for the balanced error. Source: Menon, Jayasumana, Rawat, Jain, Veit, Kumar, "Long-tail
 * learning via logit adjustment", ICLR 2021, eqs. 9 and 10; the epsilons of its code are not here.
 */
public final class LogitAdjustment {

    private final double[] offsets;

    private LogitAdjustment(double[] offsets) {
        this.offsets = offsets;
    }

    /**
     * The adjustment for classes of these frequencies.
     *
     * @param tau τ, positive; 0 would adjust nothing
     * @param counts how many samples each class has, at least 1
     * @throws IllegalArgumentException if they are not so
     */
    public static LogitAdjustment of(double tau, long... counts) {
        if (!(tau > 0) || Double.isInfinite(tau)) {
            throw new IllegalArgumentException("τ must be finite and positive, but is " + tau + " (0 adjusts nothing)");
        }
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double[] offsets = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] < 1) {
                throw new IllegalArgumentException("class " + c + " has " + counts[c]
                        + " samples, so the logarithm of its frequency is not defined");
            }
            offsets[c] = tau * Math.log(counts[c] / total);
        }
        return new LogitAdjustment(offsets);
    }

    /**
     * The loss to train with.
     *
     * @throws IllegalArgumentException if the labels have another number of classes
     */
    public SoftmaxCrossEntropy loss(Labels labels, Reduction reduction) {
        requireClasses(labels.classes());
        return SoftmaxCrossEntropy.withOffsets(labels, offsets, reduction);
    }

    /**
     * The logits, adjusted after training: z − τ ln π.
     *
     * @param logits m × k
     * @throws IllegalArgumentException if there is not one column for each class
     */
    public Matrix adjusted(Matrix logits) {
        requireClasses(logits.columns());
        double[] adjusted = logits.entries().clone();
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] -= offsets[i % offsets.length];
        }
        return Matrix.over(logits.rows(), logits.columns(), adjusted);
    }

    /** The class with the largest logit of each row; of equal ones the first. */
    public static int[] predictions(Matrix logits) {
        int[] classes = new int[logits.rows()];
        for (int i = 0; i < classes.length; i++) {
            for (int j = 1; j < logits.columns(); j++) {
                if (logits.at(i, j) > logits.at(i, classes[i])) {
                    classes[i] = j;
                }
            }
        }
        return classes;
    }

    private void requireClasses(int classes) {
        if (classes != offsets.length) {
            throw new IllegalArgumentException(classes + " classes, but frequencies of " + offsets.length);
        }
    }
}
