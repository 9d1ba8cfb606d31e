package org.ansatz.figure;

/**
 * A stretch of an axis, in the axis's own unit.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite and not below the lower
 */
public record Interval(double low, double high) {

    /** Checks the ends. */
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || high < low) {
            throw new IllegalArgumentException("an interval from " + low + " to " + high);
        }
    }

    /** How long it is. */
    public double length() {
        return high - low;
    }

    /** Whether a number lies within, ends included. */
    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    /** The larger of the magnitudes of its ends. */
    public double size() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
