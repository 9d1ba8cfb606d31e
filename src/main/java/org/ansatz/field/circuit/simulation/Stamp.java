package org.ansatz.field.circuit.simulation;

/** A part of a circuit as it enters the sums. */
interface Stamp {

    /** Adds what it does where the unknowns are. */
    void add(Sums sums);

    /**
     * The current into one of its terminals.
     *
     * @param terminal from 0 on, in the order of the card
     * @param sums filled just before, and no others since
     * @param growth how fast each charge grows, in amperes
     */
    double current(int terminal, Sums sums, double[] growth);

    /** The unknown in whose sum the current into its first terminal stands. */
    int terminal();
}
