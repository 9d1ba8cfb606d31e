package org.ansatz.field.circuit.simulation;

/** Where a current from one node to another enters the matrices that depends on the voltage between two others. */
final class Transfer {

    private final int fromPlus;
    private final int fromMinus;
    private final int toPlus;
    private final int toMinus;

    Transfer(Layout layout, int from, int to, int plus, int minus) {
        fromPlus = layout.slot(from, plus);
        fromMinus = layout.slot(from, minus);
        toPlus = layout.slot(to, plus);
        toMinus = layout.slot(to, minus);
    }

    /** Adds a conductance in siemens to slopes, or a capacitance in farads to capacities. */
    void add(double[] into, double value) {
        into[fromPlus] += value;
        into[fromMinus] -= value;
        into[toPlus] -= value;
        into[toMinus] += value;
    }
}
