package org.ansatz.field.circuit.solution;

import org.ansatz.field.circuit.netlist.Phasor;

/** The phasors of a circuit at any angular frequency in rad/s, or how fast they change. */
public interface Phasors {

    /**
     * The voltage from one node to another.
     *
     * @throws IllegalArgumentException if there is no such node, or no solution
     */
    Phasor voltage(String from, String to, double omega);

    /**
     * The current into an element at its first node.
     *
     * @throws IllegalArgumentException if there is no such element, or no solution
     */
    Phasor current(String element, double omega);

    /** The impedance between two nodes, independent sources being switched off. */
    Phasor impedance(String from, String to, double omega);
}
