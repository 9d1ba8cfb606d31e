package org.ansatz.expression.evaluation;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;

/** Differentiation by a number, by dual numbers. */
final class Slopes {

    private Slopes() {}

    /** A function of one number, in a frame. */
    interface Along {
        /** The value. */
        Value at(Value x, Frame frame);
    }

    /**
     * The derivative of a function at a point. Where it branches just there, the point is approached from both sides: with ε > 0
     * from above as a + ε, and from below as a − ε.
     */
    static Value at(Value point, Along function, Sides sides, Frame frame) {
        int order = frame.nextDifferentiation();
        try {
            return Arrays.eps(function.at(new Value.Dual(order, point, Arithmetic.ONE), frame), order);
        } catch (Tied e) {
            if (e.order() != order) {
                throw e;
            }
            return sides.agreed(new Beside(point, function), point, frame);
        }
    }

    /** A function of one number around a point. */
    private record Beside(Value point, Along function) implements Sides.Around {

        @Override
        public Sides.Side side(boolean isAfter, Frame frame) {
            int order = frame.nextOneSided();
            return Sides.Side.of(function.at(beside(point, order, isAfter), frame), order, isAfter);
        }

        @Override
        public Value at(Value x, Frame frame) {
            return function.at(x, frame);
        }
    }

    /** A point and an infinitesimal step to one side. */
    static Value beside(Value point, int order, boolean isAfter) {
        return new Value.Dual(order, point, isAfter ? Arithmetic.ONE : Arithmetic.negate(Arithmetic.ONE));
    }
}
