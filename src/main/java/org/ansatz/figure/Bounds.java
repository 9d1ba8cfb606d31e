package org.ansatz.figure;

/** The extent of what is shown along one axis, while it is found out. */
public final class Bounds {

    private static final double MARGIN = 0.04;

    private final Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Bounds(Scale scale) {
        this.scale = scale;
    }

    /** Makes room for a number, if it has a place on the axis. */
    void include(double value) {
        if (scale.shows(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** What was found, and a little more on both sides. */
    Interval widened() {
        Interval all = found();
        return new Interval(scale.at(-MARGIN, all), scale.at(1 + MARGIN, all));
    }

    /** What was found; something around it if it is a single number, anything if it is nothing. */
    Interval found() {
        if (low > high) {
            return scale == Scale.LINEAR ? new Interval(0, 1) : new Interval(1, 10);
        }
        if (high > low) {
            return high - low < Double.MAX_VALUE ? new Interval(low, high) : new Interval(low / 2, high / 2);
        }
        if (scale == Scale.LOGARITHMIC) {
            return new Interval(low / 2, high * 2);
        }
        double around = low == 0 ? 1 : Math.abs(low) / 2;
        return new Interval(low - around, high + around);
    }
}
