package org.ansatz.gradcheck;

/** What a check of a gradient found. */
public sealed interface Report {

    /**
     * No entry, or no projection, differs by more than is tolerated.
     *
     * @param worst the largest relative difference
     * @param resolution the largest error of the differences themselves, relative to the largest entry: no smaller mistake
     *     could have been seen
     * @param order with which power of the step the function departs from the tangent that the gradient describes: 2 of a
     *     right gradient; NaN if it is exact to rounding
     */
    record Agrees(double worst, double resolution, double order) implements Report {}

    /**
     * The gradient is wrong.
     *
     * @param worst the entry that is farthest off
     * @param wrong how many entries are; −1 if only this one was looked for
     * @param likeness what the claim has in common with the right gradient
     * @param order as in {@link Agrees}: 1 of a wrong gradient
     */
    record Differs(Entry worst, int wrong, Likeness likeness, double order) implements Report {}

    /**
     * All other entries agree, but here the function has a kink.
     *
     * @param row from 0
     * @param column from 0
     * @param claimed what is said to be the derivative
     * @param kink the slopes of both sides
     */
    record AtKink(int row, int column, double claimed, Slope.Kink kink) implements Report {
        /** Whether the claim is a subgradient: between the slopes of both sides. */
        public boolean isSubgradient() {
            return kink.spans(claimed);
        }
    }

    /** It cannot be told. */
    record Undecided(String reason) implements Report {}
}
