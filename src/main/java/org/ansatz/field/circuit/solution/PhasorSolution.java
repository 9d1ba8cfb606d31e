package org.ansatz.field.circuit.solution;

import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;

/** A circuit solved in phasors, at any angular frequency in rad/s. */
public interface PhasorSolution extends Phasors {

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
