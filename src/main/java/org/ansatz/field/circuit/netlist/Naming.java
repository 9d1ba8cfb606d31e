package org.ansatz.field.circuit.netlist;

import java.util.List;

/** What names mean where a card stands, in the netlist itself or in an instance of a subcircuit. */
public interface Naming {

    /** The node of the whole netlist that is called so there. */
    String node(String written);

    /** The element of the whole netlist that is called so there. */
    String name(String written);

    /** How those of all nodes are called there that have a name there. */
    List<String> nodes(List<String> all);

    /** How those of all elements are called there that have a name there. */
    List<String> elements(List<String> all);
}
