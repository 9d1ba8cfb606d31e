package org.ansatz.expression.program;

import java.util.BitSet;

/** One step of a program. */
interface Instruction {

    /** Computes some entries of its result, for all points. */
    void run(Lanes lanes, BitSet entries);

    /** Which entries of its result may change with those that have changed. */
    BitSet affected(Change change);

    /** About how many operations on numbers it takes for one point. */
    long operations();

    /** What it computes. */
    Block result();

    /** Whether its result is rounded, and not merely taken from elsewhere. */
    default boolean isRounded() {
        return result().kind() == Kind.REAL || result().kind() == Kind.NEAR;
    }
}
