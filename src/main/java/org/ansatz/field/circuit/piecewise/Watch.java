package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.solution.Work;

/**
 * Finds when a motion first breaks a condition of its diodes: a conducting one's current or a blocking one's reverse
 * voltage becomes negative. Steps are short against the periods of sources and grow with the time that has passed, as
 * decaying modes fade; a dip between two steps is found by the signs of its slopes. The instant is found to rounding.
 */
final class Watch {

    /** A margin above −TOLERANCE, as a part of what it is the sum of, counts as kept: rounding reaches that far. */
    static final double TOLERANCE = 1e-12;

    /** An instant at which a margin passes zero is wrong by so many roundings. */
    private static final int INSTANTS = 4;

    private static final int STEPS_A_PERIOD = 24;
    private static final int STEPS_AT_LEAST = 6;
    private static final double GROWTH = 1.6;
    private static final int MAX_HALVINGS = 200;

    private final Motion motion;
    private final double until;
    private final double longest;
    private final Work work;

    /**
     * A watch.
     *
     * @param until when to stop
     * @param frequency the highest of the sources, in hertz; 0 if all are constant
     */
    Watch(Motion motion, double until, double frequency, Work work) {
        this.work = work;
        this.motion = motion;
        this.until = until;
        double span = (until - motion.start()) / STEPS_AT_LEAST;
        longest = frequency == 0 ? span : Math.min(span, 1 / (frequency * STEPS_A_PERIOD));
    }

    /** Margins and their slopes at an instant. */
    private final class Look {
        private final double t;
        private final double[] margins;
        private final double[] sizes;
        private final double[] slopes;

        Look(double t) {
            this.t = t;
            double[][] rows = motion.mode().rows().margins();
            work.multiply(motion.multiplications(rows.length));
            double[] state = motion.state(t);
            double[] rate = motion.rate(t, state);
            margins = new double[rows.length];
            sizes = new double[rows.length];
            slopes = new double[rows.length];
            for (int d = 0; d < rows.length; d++) {
                margins[d] = Matrices.dot(rows[d], state);
                sizes[d] = motion.size(rows[d], state);
                slopes[d] = Matrices.dot(rows[d], rate);
            }
        }

        boolean isBroken(int d) {
            return margins[d] < -allowance(d);
        }

        /** How far below zero a margin counts as kept: no instant is known better than it is rounded. */
        double allowance(int d) {
            return Math.max(TOLERANCE * sizes[d], INSTANTS * Math.ulp(t) * Math.abs(slopes[d]));
        }
    }

    /** The end of the motion: when the first margin becomes negative, or {@code until} if none does. */
    double end() {
        double start = motion.start();
        Look before = new Look(start);
        if (isBroken(before)) {
            return start;
        }
        double fastest = motion.fastest();
        double step = fastest == 0 ? longest : Math.min(longest, 0.1 / fastest);
        while (before.t < until) {
            double t = Math.min(until, before.t + step);
            Look after = new Look(t > before.t ? t : Math.nextUp(before.t));
            double end = between(before, after);
            if (end >= 0) {
                return end;
            }
            before = after;
            step = Math.min(longest, Math.max(step, (GROWTH - 1) * (after.t - start)));
        }
        return until;
    }

    private static boolean isBroken(Look look) {
        for (int d = 0; d < look.margins.length; d++) {
            if (look.isBroken(d)) {
                return true;
            }
        }
        return false;
    }

    /** The first instant between two looks at which a margin becomes negative, or −1. */
    private double between(Look before, Look after) {
        double first = -1;
        for (int d = 0; d < after.margins.length; d++) {
            double broken = -1;
            if (after.isBroken(d)) {
                broken = after.t;
            } else if (before.slopes[d] < 0 && after.slopes[d] > 0 && dips(before, after, d)) {
                double lowest = lowest(before.t, after.t, d);
                broken = new Look(lowest).isBroken(d) ? lowest : -1;
            }
            if (broken >= 0) {
                double crossing = crossing(before.t, broken, d);
                first = first < 0 ? crossing : Math.min(first, crossing);
            }
        }
        return first;
    }

    /** Whether one of the tangents at both ends leaves room for a negative value between them. */
    private static boolean dips(Look before, Look after, int d) {
        double width = after.t - before.t;
        return before.margins[d] + before.slopes[d] * width < 0 || after.margins[d] - after.slopes[d] * width < 0;
    }

    /** Where a dip is broken, at its lowest or before; or an instant at which it is not, if it never is. */
    private double lowest(double from, double to, int d) {
        double low = from;
        double high = to;
        for (int i = 0; i < MAX_HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            Look look = new Look(middle);
            double below = look.margins[d] - Math.abs(look.slopes[d]) * (high - low);
            if (look.isBroken(d) || below > -look.allowance(d)) {
                return middle;
            }
            if (look.slopes[d] < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Where a margin passes zero, between an instant at which it is kept and one at which it is broken; where it passes the
     * tolerance, if it begins between the two. By Newton's method, halving where that leaves the bracket.
     */
    private double crossing(double kept, double broken, int d) {
        boolean belowZero = new Look(kept).margins[d] < 0;
        double low = kept;
        double high = broken;
        double t = low + (high - low) / 2;
        for (int i = 0; i < MAX_HALVINGS && t > low && t < high; i++) {
            Look look = new Look(t);
            double over = look.margins[d] + (belowZero ? look.allowance(d) : 0);
            if (over < 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - over / look.slopes[d];
            if (Math.abs(next - t) <= 2 * Math.ulp(t)) {
                return over < 0 ? Math.max(low, t - 2 * Math.ulp(t)) : t;
            }
            t = next > low && next < high ? next : low + (high - low) / 2;
        }
        return low;
    }
}
