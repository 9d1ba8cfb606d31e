package org.ansatz.expression;

/**
 * A term as c + Σ aₖ uₖ in the unknowns u, where c and a are places on a tape.
 *
 * @param constant place of c
 * @param coefficients places of a; {@link #NONE} where there is none, and the array is empty if all are so
 */
record AffineForm(int constant, int[] coefficients) {

    /** No place: the coefficient is zero whatever the inputs. */
    static final int NONE = -1;

    private static final int[] NOTHING = {};

    /** A form without unknowns. */
    static AffineForm of(int constant) {
        return new AffineForm(constant, NOTHING);
    }

    /** Whether it has no unknowns. */
    boolean isConstant() {
        return coefficients.length == 0;
    }

    int coefficient(int unknown) {
        return isConstant() ? NONE : coefficients[unknown];
    }
}
