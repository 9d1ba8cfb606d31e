package org.ansatz.expression.evaluation;

/** A term as c + Σ aₖ uₖ in the unknowns u, where c and a are places on a tape. */
final class AffineForm {

    /** No place: the coefficient is zero whatever the inputs. */
    static final int NONE = -1;

    private static final int[] NOTHING = {};

    /** That of a term that has no such form. */
    static final AffineForm UNWRITTEN = new AffineForm(NONE, new int[] {NONE});

    private final int constant;
    private final int[] coefficients;

    /**
     * A form.
     *
     * @param constant place of c
     * @param coefficients places of a; {@link #NONE} where there is none, and the array is empty if all are so
     */
    AffineForm(int constant, int[] coefficients) {
        this.constant = constant;
        this.coefficients = coefficients;
    }

    /** A form without unknowns. */
    static AffineForm of(int constant) {
        return new AffineForm(constant, NOTHING);
    }

    /** The place of what is left where all unknowns are zero. */
    int constant() {
        return constant;
    }

    /** The places of the coefficients. */
    int[] coefficients() {
        return coefficients;
    }

    /** Whether there is such a form. */
    boolean isWritten() {
        return this != UNWRITTEN;
    }

    /** Whether it has no unknowns. */
    boolean isConstant() {
        return coefficients.length == 0;
    }

    int coefficient(int unknown) {
        return isConstant() ? NONE : coefficients[unknown];
    }
}
