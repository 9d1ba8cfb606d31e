package org.ansatz.gradient.loss;

import java.util.Arrays;
import org.ansatz.gradient.numeric.Matrix;

/** The class of each example, a number from 0. */
public final class Labels {

    private final int classes;
    private final int[] labels;

    private Labels(int classes, int[] labels) {
        this.classes = classes;
        this.labels = labels;
    }

    /**
     * Labels of some examples.
     *
     * @param classes how many classes there are, at least 1
     * @throws IllegalArgumentException if there is no label, or one is not below {@code classes}
     */
    public static Labels of(int classes, int... labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("no labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + labels[i] + " of example " + (i + 1)
                        + " is out of range: classes are 0 to " + (classes - 1));
            }
        }
        return new Labels(classes, labels.clone());
    }

    /** How many classes there are. */
    public int classes() {
        return classes;
    }

    /** How many examples there are. */
    public int count() {
        return labels.length;
    }

    /** The class of an example, both from 0. */
    public int at(int example) {
        return labels[example];
    }

    /** How many examples each class has. */
    public long[] perClass() {
        long[] counts = new long[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** A matrix with 1 in the column of each example's class and 0 elsewhere. */
    public Matrix oneHot() {
        return smoothed(0);
    }

    /**
     * Smoothed targets (1 − ε)·onehot + ε/K (Szegedy et al., "Rethinking the Inception architecture", CVPR 2016).
     *
     * @param epsilon 0 to 1
     * @throws IllegalArgumentException if it is not
     */
    public Matrix smoothed(double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("label smoothing must be 0 to 1, but is " + epsilon);
        }
        double[] targets = new double[labels.length * classes];
        Arrays.fill(targets, epsilon / classes);
        for (int i = 0; i < labels.length; i++) {
            targets[i * classes + labels[i]] += 1 - epsilon;
        }
        return Matrix.over(labels.length, classes, targets);
    }

    /** Of each example the weight of its class. */
    double[] each(double[] classWeights) {
        double[] weights = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            weights[i] = classWeights[labels[i]];
        }
        return weights;
    }
}
