package org.ansatz.field.circuit.netlist;

import org.jspecify.annotations.Nullable;

/**
 * What a card {@code .meas} asks of a transient.
 *
 * @param name what the result is called
 * @param of what is measured
 */
public record Measurement(String name, Of of) {

    /** What is measured. */
    public sealed interface Of {}

    /**
     * A number that stands for a curve between two instants.
     *
     * @param from in seconds; NaN for the beginning of what is shown
     * @param to in seconds; NaN for the end
     */
    public record Whole(Kind kind, Probe probe, double from, double to) implements Of {
        /** Checks that the instants follow each other. */
        public Whole {
            if (from >= to) {
                throw new IllegalArgumentException("it ends, at " + to + " s, before it begins");
            }
        }
    }

    /** A number that stands for a curve. */
    public enum Kind {
        /** The largest value. */
        MAX,
        /** The smallest value. */
        MIN,
        /** The largest value less the smallest. */
        PP,
        /** The mean. */
        AVG,
        /** The root of the mean of the squares. */
        RMS,
        /** The integral over time. */
        INTEG
    }

    /**
     * A value at an instant, or where nothing is probed the instant itself.
     *
     * @param probe null for the instant
     */
    public record At(@Nullable Probe probe, Instant when) implements Of {}

    /** How long it takes from one instant to another. */
    public record Delay(Instant from, Instant to) implements Of {}

    /** An instant of a transient. */
    public sealed interface Instant {}

    /** At a time, in seconds. */
    public record Time(double t) implements Instant {}

    /**
     * Where a curve passes a value.
     *
     * @param count which time, from 1 on; 0 for the last
     */
    public record Crossing(Probe probe, double value, Edge edge, int count) implements Instant {
        /** Checks the count. */
        public Crossing {
            if (count < 0) {
                throw new IllegalArgumentException("crossings are counted from 1 on; the last one is called last");
            }
        }
    }

    /** In which direction a value is passed. */
    public enum Edge {
        /** Upwards. */
        RISE,
        /** Downwards. */
        FALL,
        /** Either way. */
        CROSS
    }
}
