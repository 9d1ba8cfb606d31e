package org.ansatz.field.circuit.netlist;

import java.util.List;
import java.util.Map;
import org.ansatz.quantity.Notation;

/** What a netlist asks to be done with it. */
public sealed interface Analysis {

    /** {@code .op}: the point of rest. */
    record Rest() implements Analysis {}

    /**
     * {@code .dc}: the points of rest while a source goes from one value to another.
     *
     * @param source its name
     * @param step its sign is that of {@code to - from}
     */
    record Sweep(String source, double from, double to, double step) implements Analysis {
        /**
         * Checks the step.
         *
         * @throws IllegalArgumentException if it leads away, or to too many points
         */
        public Sweep {
            requirePoints((to - from) / step, source);
        }

        /** How many points there are. */
        public int points() {
            return (int) Math.floor((to - from) / step + 1e-9) + 1;
        }

        /** What the source gives at one of them. */
        public double value(int index) {
            return from + index * step;
        }
    }

    /** How the frequencies of {@code .ac} lie. */
    enum Spacing {
        /** So many to a decade. */
        DECADE,
        /** So many to an octave. */
        OCTAVE,
        /** So many in all, evenly. */
        LINEAR
    }

    /**
     * {@code .ac}: phasors over frequencies.
     *
     * @param count how many frequencies, as {@code spacing} says
     * @param from the first, in hertz
     * @param to the last, in hertz
     */
    record Frequencies(Spacing spacing, int count, double from, double to) implements Analysis {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException unless it rises from a positive frequency, with at most {@link #MAX_POINTS} points
         */
        public Frequencies {
            if (!(from > 0) || !(to >= from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException(
                        "frequencies rise from a positive one; here from " + from + " Hz to " + to + " Hz");
            }
            if (count < 1 || points(spacing, count, from, to) > MAX_POINTS) {
                throw new IllegalArgumentException("from 1 to " + MAX_POINTS + " frequencies are possible");
            }
        }

        private static double points(Spacing spacing, int count, double from, double to) {
            double ratio = Math.log(to / from);
            switch (spacing) {
                case DECADE:
                    return Math.floor(count * ratio / Math.log(10) + 1e-9) + 1;
                case OCTAVE:
                    return Math.floor(count * ratio / Math.log(2) + 1e-9) + 1;
                default:
                    return count;
            }
        }

        /** How many frequencies there are. */
        public int points() {
            return (int) points(spacing, count, from, to);
        }

        /** One of them, in hertz. */
        public double frequency(int index) {
            switch (spacing) {
                case DECADE:
                    return from * Math.pow(10, (double) index / count);
                case OCTAVE:
                    return from * Math.pow(2, (double) index / count);
                default:
                    return count == 1 ? from : from + (to - from) * index / (count - 1);
            }
        }
    }

    /**
     * {@code .tran}: from t = 0 to an end.
     *
     * @param step between the instants that are shown, in seconds
     * @param stop the end, in seconds
     * @param from the first instant that is shown
     * @param isStated whether it starts from what capacitors and inductors state, otherwise from the point of rest
     * @param nodes the nodes that {@code .ic} gives voltages at the beginning, in volts
     */
    record Course(double step, double stop, double from, boolean isStated, Map<String, Double> nodes)
            implements Analysis {
        /**
         * Checks the times.
         *
         * @throws IllegalArgumentException unless they are positive, with at most {@link #MAX_POINTS} points
         */
        public Course {
            nodes = Map.copyOf(nodes);
            if (!(stop > 0) || Double.isInfinite(stop) || !(from >= 0) || !(from < stop)) {
                throw new IllegalArgumentException(
                        "a transient lasts for a positive time; here from " + from + " s to " + stop + " s");
            }
            requirePoints((stop - from) / step, "a transient");
        }

        /** The same from other voltages of nodes. */
        Course startingFrom(Map<String, Double> volts) {
            return new Course(step, stop, from, isStated, volts);
        }

        /** How many instants are shown. */
        public int points() {
            return (int) Math.floor((stop - from) / step + 1e-9) + 1;
        }
    }

    /**
     * {@code .tf}: what a source does to a voltage in small signals at rest, and the resistances at both.
     *
     * @param from the node whose voltage is asked for
     * @param to against which
     */
    record Transfer(String from, String to, String source) implements Analysis {}

    /**
     * {@code .pz}: where a network function has its poles and zeros.
     *
     * @param input the node that is driven, and the one against which
     * @param output the node whose voltage is asked for, and the one against which
     * @param byCurrent whether a current drives the input, otherwise a voltage
     */
    record PolesAndZeros(List<String> input, List<String> output, boolean byCurrent, boolean hasPoles, boolean hasZeros)
            implements Analysis {
        /** Copies the lists. */
        public PolesAndZeros {
            input = List.copyOf(input);
            output = List.copyOf(output);
        }
    }

    /**
     * {@code .four}: the harmonics of what is probed over the last period of a transient.
     *
     * @param course the transient
     * @param fundamental in hertz
     */
    record Harmonics(Course course, double fundamental, List<Probe> probes) implements Analysis {
        /**
         * Checks the frequency.
         *
         * @throws IllegalArgumentException unless it is positive and the transient lasts for a period
         */
        public Harmonics {
            probes = List.copyOf(probes);
            if (!(fundamental > 0) || Double.isInfinite(fundamental)) {
                throw new IllegalArgumentException(
                        "a fundamental frequency is positive; here it is " + Notation.number(fundamental, 6) + " Hz");
            }
            if (1 / fundamental > course.stop() * (1 + 1e-9)) {
                throw new IllegalArgumentException("the transient ends, at " + course.stop()
                        + " s, before a period of the fundamental has passed, at " + 1 / fundamental + " s");
            }
        }
    }

    /**
     * {@code .meas}: single numbers of another analysis.
     *
     * @param of a transient, phasors over frequencies, or a source that goes from one value to another
     */
    record Measured(Analysis of, List<Measurement> measurements) implements Analysis {
        /** Copies the list. */
        public Measured {
            measurements = List.copyOf(measurements);
        }
    }

    /** The most points of an analysis. */
    int MAX_POINTS = 200_000;

    private static void requirePoints(double strides, String what) {
        if (!(strides >= 0)) {
            throw new IllegalArgumentException(what + ": the step is zero, or leads away from the end");
        }
        if (strides > MAX_POINTS) {
            throw new IllegalArgumentException(what + ": more than " + MAX_POINTS + " points");
        }
    }
}
