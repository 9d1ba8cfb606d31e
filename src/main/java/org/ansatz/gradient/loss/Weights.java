package org.ansatz.gradient.loss;

import java.util.Arrays;
import org.ansatz.gradient.numeric.Matrix;

/** Checks of what losses are parametrised with. */
final class Weights {

    private Weights() {}

    /** A copy of the weights, after a check that there is one for each class and none is negative. */
    static double[] checked(String name, double[] weights, int classes) {
        if (weights.length != classes) {
            throw new IllegalArgumentException(weights.length + " " + name + " for " + classes + " classes");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(name + " must be finite and not negative, but one is " + weight);
            }
        }
        return weights.clone();
    }

    /** A weight of 1 for each class. */
    static double[] ones(int classes) {
        double[] ones = new double[classes];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The factor of a reduction of terms that are weighted by class. */
    static double factor(Labels labels, double[] classWeights, Reduction reduction) {
        double total = 0;
        for (double weight : labels.each(classWeights)) {
            total += weight;
        }
        if (reduction == Reduction.WEIGHTED_MEAN && !(total > 0)) {
            throw new IllegalArgumentException("the examples' classes weigh " + total + ": no weighted mean");
        }
        return reduction.factor(labels.count(), labels.count(), total);
    }

    /** A focusing exponent, after a check that it is finite and not negative. */
    static double focusing(String name, double gamma) {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, but is " + gamma);
        }
        return gamma;
    }

    /** 2y − 1 of each label; anything but 0 and 1 is refused. */
    static double[] signs(Matrix labels) {
        double[] signs = labels.entries().clone();
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != 0 && signs[i] != 1) {
                throw new IllegalArgumentException("label " + signs[i] + " in row " + (i / labels.columns() + 1)
                        + ", column " + (i % labels.columns() + 1) + " is neither 0 nor 1");
            }
            signs[i] = 2 * signs[i] - 1;
        }
        return signs;
    }

    /** Nothing, if the numbers are probabilities that sum to 1 within 1e-9. */
    static void requireDistribution(String name, double[] p, int from, int n) {
        double total = 0;
        for (int j = 0; j < n; j++) {
            if (!(p[from + j] >= 0)) {
                throw new IllegalArgumentException(name + ": a probability of " + p[from + j]);
            }
            total += p[from + j];
        }
        if (!(Math.abs(total - 1) <= 1e-9)) {
            throw new IllegalArgumentException(name + ": probabilities that sum to " + total);
        }
    }
}
