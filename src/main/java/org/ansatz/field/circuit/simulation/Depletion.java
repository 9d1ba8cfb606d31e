package org.ansatz.field.circuit.simulation;

/** The charge of a depletion layer; above a part of the built-in voltage its capacitance goes on as a straight line. */
final class Depletion {

    private final double farads;
    private final double built;
    private final double grading;
    private final double edge;
    private final double chargeAtEdge;
    private final double atEdge;
    private final double rise;

    /** The charge in coulombs. */
    double charge;

    /** The capacitance in farads. */
    double capacity;

    /**
     * A depletion layer.
     *
     * @param farads without a voltage
     * @param built the built-in voltage
     * @param grading the exponent, below 1
     * @param forward from which part of the built-in voltage on it is a straight line
     */
    Depletion(double farads, double built, double grading, double forward) {
        this.farads = farads;
        this.built = built;
        this.grading = grading;
        edge = forward * built;
        chargeAtEdge = below(edge);
        atEdge = farads * Math.pow(1 - forward, -grading);
        rise = atEdge * grading / (built * (1 - forward));
    }

    private double below(double volts) {
        return farads * built / (1 - grading) * (1 - Math.pow(1 - volts / built, 1 - grading));
    }

    /** Finds its charge and capacitance. */
    void at(double volts) {
        if (farads == 0) {
            return;
        }
        if (volts < edge) {
            charge = below(volts);
            capacity = farads * Math.pow(1 - volts / built, -grading);
        } else {
            double beyond = volts - edge;
            charge = chargeAtEdge + beyond * (atEdge + beyond * rise / 2);
            capacity = atEdge + rise * beyond;
        }
    }
}
