package org.ansatz.expression.type;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/**
 * A value and how wrong it may be.
 *
 * @param value in SI
 * @param error a bound on the absolute error as the method itself estimates it, 0 if exact, infinite if nothing is known
 */
public record Estimate(Value value, double error) {

    /** A value good to rounding. */
    public static Estimate exact(Value value) {
        return new Estimate(value, 0);
    }

    /** A real number with an absolute error. */
    public static Estimate of(double value, double error) {
        return new Estimate(new Value.Real(value), error);
    }

    /** The sum of two, with both errors. */
    public Estimate plus(Estimate other) {
        return new Estimate(Arithmetic.add(value, other.value), error + other.error);
    }

    /** A value of which nothing is known. */
    public static Estimate unknown() {
        return of(Double.NaN, Double.POSITIVE_INFINITY);
    }
}
