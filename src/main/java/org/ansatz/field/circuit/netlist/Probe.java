package org.ansatz.field.circuit.netlist;

/**
 * What is shown of a solved circuit.
 *
 * @param isCurrent whether it is the current into an element, otherwise a voltage
 * @param of the element, or the node
 * @param against the node from which the voltage is measured; the ground for one of a node
 */
public record Probe(boolean isCurrent, String of, String against) {

    /** The voltage of a node. */
    public static Probe voltage(String node) {
        return new Probe(false, node, Netlist.GROUND);
    }

    /** The current into an element. */
    public static Probe current(String element) {
        return new Probe(true, element, Netlist.GROUND);
    }

    /** As it is written. */
    public String name() {
        String second = against.equals(Netlist.GROUND) ? "" : ", " + against;
        return (isCurrent ? "i(" : "v(") + of + second + ")";
    }

    /** The symbol of its unit. */
    public String unit() {
        return isCurrent ? "A" : "V";
    }
}
