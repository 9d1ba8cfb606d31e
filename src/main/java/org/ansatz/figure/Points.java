package org.ansatz.figure;

import java.util.Arrays;

/** Points of a plane, in order; one without a height is a gap. */
public final class Points {

    private final double[] xs;
    private final double[] ys;

    private Points(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * Points with these coordinates; what is not finite is a gap.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other
     */
    public static Points of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " abscissae and " + ys.length + " heights");
        }
        double[] heights = ys.clone();
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Double.isFinite(xs[i]) && Double.isFinite(heights[i]) ? heights[i] : Double.NaN;
        }
        return new Points(xs.clone(), heights);
    }

    /** How many there are, gaps included. */
    public int size() {
        return xs.length;
    }

    /** Where a point lies along. */
    public double x(int index) {
        return xs[index];
    }

    /** How high it lies; not a number at a gap. */
    public double y(int index) {
        return ys[index];
    }

    /** Whether there is a point at this place of the order. */
    public boolean isGap(int index) {
        return Double.isNaN(ys[index]);
    }

    /** How many gaps there are. */
    public int gaps() {
        int gaps = 0;
        for (double y : ys) {
            gaps += Double.isNaN(y) ? 1 : 0;
        }
        return gaps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points
                && Arrays.equals(xs, ((Points) other).xs)
                && Arrays.equals(ys, ((Points) other).ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }
}
