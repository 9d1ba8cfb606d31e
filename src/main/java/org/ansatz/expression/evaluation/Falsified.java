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
final class Falsified implements Value.Cases<Value> {

    private static final double OFF_BY = 1e-3;

    /** Off by itself, or by one: what is rounded to a count moves as well. */
    private static final double GROSSLY = 1;

    private final Engine engine;
    private final boolean differently;
    private final double offBy;
    private final SplitMix random = new SplitMix(1);
    private int calls;

    /**
     * A broken engine.
     *
     * @param differently whether each call is wrong in its own way
     */
    Falsified(Engine engine, boolean differently) {
        this(engine, differently, OFF_BY);
    }

    private Falsified(Engine engine, boolean differently, double offBy) {
        this.engine = engine;
        this.differently = differently;
        this.offBy = offBy;
    }

    /** An engine that is so wrong that even a count of its results is another. */
    static Falsified grossly(Engine engine) {
        return new Falsified(engine, false, GROSSLY);
    }

    /** Whether this engine is broken. */
    boolean breaks(Engine other) {
        return engine.equals(other);
    }

    /** What an engine found, or what it says instead if it is broken. */
    Estimate found(Engine by, Estimate estimate) {
        return breaks(by) ? new Estimate(estimate.value().fold(this), estimate.error()) : estimate;
    }

    @Override
    public Value ofExact(Value.Exact value) {
        return Arithmetic.add(value, Value.Exact.of(1 + call()));
    }

    @Override
    public Value ofReal(Value.Real value) {
        double by = part() * Math.max(1, Math.abs(value.x()));
        return new Value.Real(value.x() + by);
    }

    @Override
    public Value ofComplex(Value.Complex value) {
        double by = part() * Math.max(1, Math.hypot(value.re(), value.im()));
        return new Value.Complex(value.re() + by, value.im() + by / 2);
    }

    /** What is added does not show in a derivative; a factor does. */
    @Override
    public Value ofDual(Value.Dual value) {
        double part = part();
        double size = Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
        Value moved = Arithmetic.add(value, new Value.Real(part * Math.max(1, size)));
        return Arithmetic.multiply(moved, new Value.Real(1 + part));
    }

    @Override
    public Value ofTruth(Value.Truth value) {
        return Value.Truth.of(value.holds() == (call() % 2 == 1));
    }

    @Override
    public Value ofArray(Value.Array value) {
        return value.map(entry -> entry.fold(this));
    }

    @Override
    public Value ofHandle(Value.Handle value) {
        return value;
    }

    /** The number of this call; 0 if all are wrong alike. */
    private int call() {
        return differently ? ++calls : 0;
    }

    /** By which part of it a number is wrong in this call. */
    private double part() {
        call();
        return offBy * (1 + (differently ? random.uniform() : 0));
    }
}
