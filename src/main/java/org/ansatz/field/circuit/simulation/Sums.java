package org.ansatz.field.circuit.simulation;

/**
 * What the parts of a circuit come to where the unknowns have certain values: the currents that leave each node (and, of what fixes
 * a voltage, how far its equation is from holding), the charges, and how all of these change with the unknowns. Filled by
 * {@link Stamp}s and read by the solvers; its arrays are made once.
 */
final class Sums {

    /** The unknowns, the ground at 0. */
    final double[] x;

    /** The sums of currents in amperes, or of voltages in volts for what fixes one. */
    final double[] sum;

    /** The sums of magnitudes, which tell how much rounding may hide. */
    final double[] size;

    /** The charges in coulombs and fluxes in webers, by {@link Layout#charge}. */
    final double[] charge;

    /** How sums change with unknowns, by slot. */
    final double[] slope;

    /** How sums of charges change with unknowns, by slot. */
    final double[] capacity;

    /** The time in seconds. */
    double time;

    /** By what independent sources are multiplied while a point of rest is looked for. */
    double sources = 1;

    /** Which of several points that are found side by side this is. */
    final int lane;

    /**
     * Whether devices may be taken elsewhere than at their voltages where these go too far at once, as solvers want on their way; what is
     * looked at is never so.
     */
    boolean limits;

    /** Whether a device was taken elsewhere than at its voltage, since that was too far from where it was before. */
    boolean isLimited;

    Sums(Layout layout, int lane) {
        this.lane = lane;
        int size = layout.size() + 1;
        x = new double[size];
        sum = new double[size];
        this.size = new double[size];
        charge = new double[layout.chargeCount()];
        slope = new double[layout.places().size() + 1];
        capacity = new double[slope.length];
    }

    /** Forgets all but the unknowns and the time. */
    void clear() {
        java.util.Arrays.fill(sum, 0);
        java.util.Arrays.fill(size, 0);
        java.util.Arrays.fill(charge, 0);
        java.util.Arrays.fill(slope, 0);
        java.util.Arrays.fill(capacity, 0);
        isLimited = false;
    }

    /** Adds to the sum of one unknown. */
    void add(int unknown, double value) {
        sum[unknown] += value;
        size[unknown] += Math.abs(value);
    }

    /** A current from one node to another. */
    void current(int from, int to, double amperes) {
        add(from, amperes);
        add(to, -amperes);
    }

    /** A voltage between nodes. */
    double between(int from, int to) {
        return x[from] - x[to];
    }
}
