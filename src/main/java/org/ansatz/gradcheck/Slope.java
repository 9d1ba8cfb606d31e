package org.ansatz.gradcheck;

/** What differences show of a function of one variable at a point. */
public sealed interface Slope {

    /**
     * A derivative.
     *
     * @param value the derivative
     * @param error how wrong it may be, absolute, from the extrapolation and from rounding
     * @param order with which power of the step plain central differences converge: 2 where the function is smooth; NaN
     *     where they are exact to rounding at every step
     */
    record Smooth(double value, double error, double order) implements Slope {}

    /**
     * Two one-sided derivatives that differ: any number between them is a subgradient of a convex function.
     *
     * @param left from below
     * @param right from above
     * @param error how wrong each may be, absolute
     */
    record Kink(double left, double right, double error) implements Slope {
        /** Whether a number lies in the interval between the two, within their error. */
        public boolean spans(double slope) {
            return slope >= Math.min(left, right) - error && slope <= Math.max(left, right) + error;
        }
    }

    /** No derivative was found. */
    record Undefined(String reason) implements Slope {}
}
