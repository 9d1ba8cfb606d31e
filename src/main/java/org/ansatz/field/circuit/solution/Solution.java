package org.ansatz.field.circuit.solution;

import java.util.List;

/** A solved circuit, to be probed. */
public interface Solution {

    /**
     * The voltage from one node to another at {@code t}, in seconds; at an instant at which it jumps, the value just after.
     *
     * @throws ArithmeticException if the solution does not reach there
     * @throws IllegalArgumentException if there is no such node
     */
    Reading voltage(String from, String to, double t);

    /**
     * The current through an element, positive from its first node to its second, at {@code t}. A charge that passes in
     * no time, when a capacitor is connected to a source, is no current and is left out.
     *
     * @throws ArithmeticException if the solution does not reach there
     * @throws IllegalArgumentException if there is no such element
     */
    Reading current(String element, double t);

    /**
     * The current into a terminal of a part at {@code t}.
     *
     * @param terminal from 0 on, in the order of the card: of a transistor its collector or drain, then its base or gate
     * @throws IllegalArgumentException if there is no such part or terminal
     */
    default Reading current(String element, int terminal, double t) {
        if (terminal != 0) {
            throw new IllegalArgumentException("the current of " + element + " is asked for with i(" + element + ")");
        }
        return current(element, t);
    }

    /** The instants in an interval at which it jumps or has a kink, in seconds, in any order; where they are too many, none. */
    default double[] corners(double low, double high) {
        return new double[0];
    }

    /** When the steps ended by which it was found, in seconds, in order; none where it was found without steps. */
    default double[] steps() {
        return new double[0];
    }

    /** Whether it is the same at all times. */
    default boolean isAtRest() {
        return false;
    }

    /** How it was found, a sentence each; mostly nothing. */
    default List<String> account() {
        return List.of();
    }

    /** What a reader must know of it, a sentence each; mostly nothing. */
    default List<String> remarks() {
        return List.of();
    }
}
