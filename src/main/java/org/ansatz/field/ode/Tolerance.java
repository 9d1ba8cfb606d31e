package org.ansatz.field.ode;

import java.util.Arrays;

/** How large the error of a step may be: {@code relative·(size + |y|)} in each component. */
final class Tolerance {

    /** Below it, rounding of the steps themselves is the larger error. */
    private static final double LEAST = 1e-13;

    private final double relative;
    private final double[] sizes;

    /**
     * A tolerance.
     *
     * @param relative from 1e-13 to 1
     * @param sizes positive; what a component's errors are measured by where it passes zero
     * @throws IllegalArgumentException if one of them is out of range
     */
    Tolerance(double relative, double[] sizes) {
        if (!(relative >= LEAST && relative <= 1)) {
            throw new IllegalArgumentException("a tolerance is from " + LEAST + " to 1, not " + relative);
        }
        for (double size : sizes) {
            if (!(size > 0 && Double.isFinite(size))) {
                throw new IllegalArgumentException("the size of a component is positive, not " + size);
            }
        }
        this.relative = relative;
        this.sizes = sizes.clone();
    }

    /** The tolerance relative to a component. */
    double relative() {
        return relative;
    }

    /** The same relative and absolute tolerance for each component. */
    static Tolerance uniform(double tolerance, int components) {
        double[] ones = new double[components];
        Arrays.fill(ones, 1);
        return new Tolerance(tolerance, ones);
    }

    /** The error permitted in a component of this magnitude. */
    double of(int component, double magnitude) {
        return relative * (sizes[component] + magnitude);
    }

    double[] absolute() {
        return Arrays.stream(sizes).map(size -> relative * size).toArray();
    }
}
