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

    /** What a reader must know of it, a sentence each; mostly nothing. */
    default List<String> remarks() {
        return List.of();
    }
}
