package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/**
 * An engine that gives plainly wrong values, of the same kind as the right ones: what rests on it shows by moving. Used by one
 * thread.
 *
 * <p>If every call were wrong alike, a ratio of two results, a difference of two entries or a comparison of several could stay
 * as it is. So each call, and each entry of a matrix, can be wrong in its own way, the same in every run. In a search, on the
 * other hand, a function that is wrong differently at each point has no root; there each call is wrong alike.
 */
final class Falsified {

    private static final double OFF_BY = 1e-3;

    private final Engine engine;
    private final boolean differently;
    private final SplitMix random = new SplitMix(1);
    private int calls;

    /**
     * A broken engine.
     *
     * @param differently whether each call is wrong in its own way
     */
    Falsified(Engine engine, boolean differently) {
        this.engine = engine;
        this.differently = differently;
    }

    /** Whether this engine is broken. */
    boolean breaks(Engine other) {
        return engine.equals(other);
    }

    /** What an engine found, or what it says instead if it is broken. */
    Estimate found(Engine by, Estimate estimate) {
        return breaks(by) ? new Estimate(of(estimate.value()), estimate.error()) : estimate;
    }

    private Value of(Value value) {
        if (value instanceof Value.Handle) {
            return value;
        }
        if (value instanceof Value.Array) {
            return ((Value.Array) value).map(this::of);
        }
        int call = differently ? ++calls : 0;
        if (value instanceof Value.Truth) {
            return Value.Truth.of(((Value.Truth) value).holds() == (call % 2 == 1));
        }
        if (value instanceof Value.Exact) {
            return Arithmetic.add(value, Value.Exact.of(1 + call));
        }
        double off = OFF_BY * (1 + (differently ? random.uniform() : 0));
        double size = Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
        double by = off * Math.max(1, size);
        Value moved = Arithmetic.add(
                value, value instanceof Value.Complex ? new Value.Complex(by, by / 2) : new Value.Real(by));
        // What is added does not show in a derivative; a factor does.
        return value instanceof Value.Dual ? Arithmetic.multiply(moved, new Value.Real(1 + off)) : moved;
    }
}
