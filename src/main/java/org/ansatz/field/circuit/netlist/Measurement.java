package org.ansatz.field.circuit.netlist;

import org.jspecify.annotations.Nullable;

/**
 * What a card {@code .meas} asks of an analysis: along the time of a transient, the frequencies of phasors, or the values of a source.
 *
 * @param name what the result is called
 * @param of what is measured
 */
public record Measurement(String name, Of of) {

    /** What is measured. */
    public sealed interface Of {}

    /** What of a voltage or current is looked at. */
    public enum Part {
        /** The voltage or current itself. */
        VALUE(""),
        /** The magnitude of a phasor. */
        MAGNITUDE("m"),
        /** Twenty times the decimal logarithm of the magnitude in V or A. */
        DECIBELS("db"),
        /** The angle of a phasor, in degrees, which goes on where it passes half a turn. */
        DEGREES("p"),
        /** The real part of a phasor. */
        REAL("r"),
        /** Its imaginary part. */
        IMAGINARY("i");

        private final String letters;

        Part(String letters) {
            this.letters = letters;
        }

        /** What stands between v or i and the bracket. */
        public String letters() {
            return letters;
        }
    }

    /** A curve that is looked at: {@code v(out)}, {@code vdb(out)}. */
    public record Quantity(Probe probe, Part part) {

        /** As it is written. */
        public String name() {
            String name = probe.name();
            return name.charAt(0) + part.letters() + name.substring(1);
        }

        /** The symbol of its unit. */
        public String unit() {
            return part == Part.DECIBELS ? "dB" : part == Part.DEGREES ? "deg" : probe.unit();
        }
    }

    /**
     * A number that stands for a curve between two places.
     *
     * @param from in seconds, hertz, volts or amperes; NaN for the beginning of what is shown
     * @param to likewise; NaN for the end
     */
    public record Whole(Kind kind, Quantity quantity, double from, double to) implements Of {
        /** Checks that the instants follow each other. */
        public Whole {
            if (from >= to) {
                throw new IllegalArgumentException("it ends, at " + to + ", before it begins");
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
     * A value at a place, or where nothing is looked at the place itself.
     *
     * @param quantity null for the place
     */
    public record At(@Nullable Quantity quantity, Instant when) implements Of {}

    /** How far it is from one place to another. */
    public record Delay(Instant from, Instant to) implements Of {}

    /** An instant of a transient, a frequency, or a value of a source. */
    public sealed interface Instant {}

    /** One that is written, in seconds, hertz, volts or amperes. */
    public record Place(double at) implements Instant {}

    /**
     * Where a curve passes a value.
     *
     * @param count which time, from 1 on; 0 for the last
     */
    public record Crossing(Quantity quantity, double value, Edge edge, int count) implements Instant {
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
