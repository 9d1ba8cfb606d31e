package org.ansatz.field.circuit;

/** Netlists for tests. */
final class Circuits {

    private Circuits() {}

    static Netlist read(String text) {
        return NetlistReader.read(text, fault -> {
                    throw new AssertionError(fault.toString());
                })
                .netlist(new double[0]);
    }
}
