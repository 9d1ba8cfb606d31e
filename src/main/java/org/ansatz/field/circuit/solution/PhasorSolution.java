package org.ansatz.field.circuit.solution;

import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Phasor;

/** A circuit solved in phasors, at any angular frequency in rad/s. */
public interface PhasorSolution {

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

    /** Whether a source has an amplitude in phasors. */
    boolean hasPhasors();

    /** Whether one of these parts is a source with an amplitude in phasors. */
    static boolean havePhasors(List<Component> parts) {
        for (Component part : parts) {
            boolean gives = part instanceof Element.VoltageSource voltage
                            && voltage.small().magnitude() > 0
                    || part instanceof Element.CurrentSource current
                            && current.small().magnitude() > 0;
            if (gives) {
                return true;
            }
        }
        return false;
    }

    /** What a reader must know of it, a sentence each; mostly nothing. */
    List<String> remarks();
}
