package org.ansatz.field.ode;

import org.ansatz.interval.Interval;

/** A solution as states between which it stays, about. */
final class Walked {

    /** States that are looked at everywhere, and in each part besides. */
    private static final int SAMPLES = 512;

    private static final int SAMPLES_INSIDE = 4;

    /** What the states of a part may be outside of those that were looked at, relative to their range. */
    private static final double BESIDE = 0.25;

    private final Trajectory solution;
    private final Interval times;
    private final double[][] states = new double[SAMPLES + 1][];

    Walked(Trajectory solution, Interval times) {
        this.solution = solution;
        this.times = times;
        for (int i = 0; i <= SAMPLES; i++) {
            states[i] = at(time(i));
        }
    }

    private double time(int i) {
        return times.low() + (times.high() - times.low()) * i / SAMPLES;
    }

    private double[] at(double time) {
        return solution.at(Math.max(times.low(), Math.min(times.high(), time)));
    }

    /** When it goes. */
    Interval times() {
        return times;
    }

    /** A part of the time, and the states that belong to it. */
    Interval[] box(Interval part) {
        double[] low = at(part.low());
        double[] high = low.clone();
        for (int i = 1; i <= SAMPLES_INSIDE; i++) {
            widen(at(part.low() + (part.high() - part.low()) * i / SAMPLES_INSIDE), low, high);
        }
        double first = Math.ceil((part.low() - times.low()) / times.width() * SAMPLES);
        for (int i = (int) Math.max(0, first); i <= SAMPLES && time(i) <= part.high(); i++) {
            widen(states[i], low, high);
        }
        Interval[] box = new Interval[low.length + 1];
        box[0] = part;
        for (int j = 0; j < low.length; j++) {
            double beside = BESIDE * (high[j] - low[j]);
            box[j + 1] = new Interval(low[j] - beside, high[j] + beside);
        }
        return box;
    }

    private static void widen(double[] state, double[] low, double[] high) {
        for (int j = 0; j < state.length; j++) {
            low[j] = Math.min(low[j], state[j]);
            high[j] = Math.max(high[j], state[j]);
        }
    }
}
