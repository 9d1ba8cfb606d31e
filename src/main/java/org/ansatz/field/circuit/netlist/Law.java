package org.ansatz.field.circuit.netlist;

import java.util.List;

/** What a behavioural source gives, as a function of voltages and currents of its circuit and of the time. */
public interface Law {

    /** The voltages and currents that it is a function of, in order. */
    List<Probe> controls();

    /**
     * Its value, in volts or amperes.
     *
     * @param controls in volts and amperes
     * @param time in seconds
     * @param slopes receives how fast the value changes with each control; where it has a kink, as they grow
     * @return NaN where there is none
     */
    double at(double[] controls, double time, double[] slopes);

    /** When it next jumps or has a kink by the time alone, after one instant and before another; infinity if it does not. */
    default double nextBreak(double after, double before) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * How long a step from one instant to another may be, so that it sees all that the time alone makes of it there: not much longer
     * than a pulse that it comes across. Infinity where nothing is known of it.
     *
     * @param end of all instants that are asked for
     */
    default double longestStep(double from, double to, double end) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Whether a step sees all that voltages and currents make of it: whether they go over nothing that is much narrower than they move.
     * True where nothing is known of it.
     *
     * @param way what controls it along the step
     * @param largest its largest value, or what is as good as nothing beside others
     */
    default boolean isSeen(Way way, double largest) {
        return true;
    }

    /**
     * Voltages and currents along a step, about straight from where it begins to where it ends.
     *
     * @param from in volts and amperes, where it begins
     * @param to where it ends
     * @param beside how far each of them is from the straight line at most
     * @param start in seconds
     * @param end in seconds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Way(double[] from, double[] to, double[] beside, double start, double end) {}

    /**
     * What is written and not read yet.
     *
     * @param index its place among the laws of its netlist
     */
    record Open(int index) implements Law {
        @Override
        public List<Probe> controls() {
            return List.of();
        }

        @Override
        public double at(double[] controls, double time, double[] slopes) {
            return 0;
        }
    }
}
