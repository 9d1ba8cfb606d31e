package org.ansatz.gradient.model;

import org.ansatz.gradient.numeric.Matrix;

/** Weights and bias of a linear model, or a gradient by them. */
public final class Parameters {

    private final Matrix weights;
    private final double[] bias;

    /**
     * Parameters of k scores of n features.
     *
     * @param weights k × n
     * @param bias of k entries
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Parameters(Matrix weights, double... bias) {
        if (bias.length != weights.rows()) {
            throw new IllegalArgumentException("a bias of " + bias.length + " entries for weights " + weights.shape());
        }
        this.weights = weights;
        this.bias = bias.clone();
    }

    /** All 0. */
    public static Parameters zeros(int scores, int features) {
        return new Parameters(Matrix.zeros(scores, features), new double[scores]);
    }

    /** The weights, k × n. */
    public Matrix weights() {
        return weights;
    }

    /** The bias, of k entries. */
    public double[] bias() {
        return bias.clone();
    }

    /** These parameters less {@code step} times the gradient. */
    public Parameters descended(double step, Parameters gradient) {
        double[] moved = bias.clone();
        Matrix.add(-step, gradient.bias, 0, moved, 0, moved.length);
        return new Parameters(weights.minus(step, gradient.weights), moved);
    }

    /** The inner product with parameters of the same shapes. */
    public double dot(Parameters other) {
        double[] entries = weights.entries();
        other.weights.require("weights", weights.rows(), weights.columns());
        return Matrix.dot(entries, 0, other.weights.entries(), 0, entries.length)
                + Matrix.dot(bias, 0, other.bias, 0, bias.length);
    }

    /** The largest difference of an entry from that of other parameters of the same shapes. */
    public double distance(Parameters other) {
        Parameters difference = descended(1, other);
        double largest = 0;
        for (double entry : difference.weights.entries()) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (double entry : difference.bias) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
