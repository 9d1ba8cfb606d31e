package org.ansatz.field.circuit.piecewise;

import java.util.List;
import org.ansatz.field.circuit.netlist.Netlist;

/**
 * What each element does in a pattern of conduction, by its number.
 *
 * @param conducting the diodes that conduct
 * @param storing the capacitors that carry currents
 * @param leaking what blocks: equal leaks across it tell the potentials that nothing else tells
 */
record Roles(Netlist netlist, List<Integer> conducting, List<Integer> storing, List<Integer> leaking) {
    /** Copies the lists. */
    Roles {
        conducting = List.copyOf(conducting);
        storing = List.copyOf(storing);
        leaking = List.copyOf(leaking);
    }
}
