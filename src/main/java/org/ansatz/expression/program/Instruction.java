package org.ansatz.expression.program;

/** One step of a program. */
interface Instruction {

    /** Does it for all points. */
    void run(Lanes lanes);

    /** About how many operations on numbers it takes for one point. */
    long operations();

    /** What it computes. */
    Block result();

    /** Whether its result is rounded, and not merely taken from elsewhere. */
    default boolean isRounded() {
        return result().kind() == Kind.REAL || result().kind() == Kind.NEAR;
    }
}
