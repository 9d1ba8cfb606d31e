package org.ansatz.field.ode;

/**
 * The solution within one Radau step: the polynomial of degree 5 through its start and its values at the nodes, which
 * deviates by the sixth power of the step.
 */
final class CollocationStep {

    private final double start;
    private final double length;
    private final double[] initial;
    private final double[][] increments;

    /**
     * A step.
     *
     * @param start where it begins
     * @param length of the step, negative if it goes backwards
     * @param initial solution at its start
     * @param increments of the solution at the nodes
     */
    CollocationStep(double start, double length, double[] initial, double[][] increments) {
        this.start = start;
        this.length = length;
        this.initial = initial;
        this.increments = increments;
    }

    /** Where the step begins. */
    double start() {
        return start;
    }

    /** How long it is, negative if it goes backwards. */
    double length() {
        return length;
    }

    /** The solution at its start; not to be changed. */
    double[] initial() {
        return initial;
    }

    /** Where the step ends. */
    double end() {
        return start + length;
    }

    /** The solution at {@code t}, by Lagrange's formula; outside the step it is an extrapolation. */
    double[] at(double t) {
        double[] value = initial.clone();
        double at = (t - start) / length;
        for (int i = 0; i < RadauTableau.STAGES; i++) {
            double weight = weight(i, at);
            for (int j = 0; j < value.length; j++) {
                value[j] += weight * increments[i][j];
            }
        }
        return value;
    }

    /** The polynomial that is 1 at node {@code i}, 0 at the other nodes and at the start. */
    private static double weight(int i, double at) {
        double node = RadauTableau.NODES[i];
        double weight = at / node;
        for (int k = 0; k < RadauTableau.STAGES; k++) {
            if (k != i) {
                weight *= (at - RadauTableau.NODES[k]) / (node - RadauTableau.NODES[k]);
            }
        }
        return weight;
    }
}
