package org.ansatz.expression.reverse;

import org.ansatz.expression.value.Value;

/**
 * A value whose origin is known.
 *
 * @param value a number or a matrix
 * @param place where the tape holds how it was made; {@link #NOWHERE} if it does not depend on the variable
 */
public record Traced(Value value, int place) {

    /** The place of what is constant. */
    static final int NOWHERE = -1;

    /** A value that does not depend on the variable. */
    public static Traced constant(Value value) {
        return new Traced(value, NOWHERE);
    }

    /** Whether it does not depend on the variable. */
    public boolean isConstant() {
        return place == NOWHERE;
    }

    /** The same origin, the value as it counts after rounding. */
    public Traced with(Value other) {
        return new Traced(other, place);
    }
}
