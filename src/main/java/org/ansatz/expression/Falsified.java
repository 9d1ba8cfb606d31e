package org.ansatz.expression;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** A value that is plainly wrong but of the same kind: what a broken engine would give. */
final class Falsified {

    private static final double OFF_BY = 1e-3;

    private Falsified() {}

    static Value of(Value value) {
        if (value instanceof Value.Truth) {
            return Value.Truth.of(!((Value.Truth) value).holds());
        }
        if (value instanceof Value.Handle) {
            return value;
        }
        if (value instanceof Value.Exact) {
            return Arithmetic.add(value, Arithmetic.ONE);
        }
        if (value instanceof Value.Array) {
            return ((Value.Array) value).map(Falsified::of);
        }
        double size = Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
        Value off = Arithmetic.add(value, new Value.Real(OFF_BY * Math.max(1, size)));
        // What is added does not show in a derivative; a factor does.
        return value instanceof Value.Dual ? Arithmetic.multiply(off, new Value.Real(1 + OFF_BY)) : off;
    }
}
