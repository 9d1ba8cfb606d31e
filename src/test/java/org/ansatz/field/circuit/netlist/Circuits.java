package org.ansatz.field.circuit.netlist;

/** Netlists for tests. */
public final class Circuits {

    private Circuits() {}

    /** A netlist without expressions. */
    public static Netlist read(String text) {
        return NetlistReader.read(text, fault -> {
                    throw new AssertionError(fault.toString());
                })
                .netlist(new double[0]);
    }
}
