package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** Differentiation by a number, by dual numbers. */
final class Slopes {

    private Slopes() {}

    /** A function of one number, in a frame. */
    interface Along {
        /** The value. */
        Value at(Value x, Frame frame);
    }

    /** By which part of itself, and of the value over the point, a derivative may differ from one direction to the other. */
    private static final double DIRECTIONS = 1e-6;

    private static final double ROUNDING = 1e-12;

    private static final Value IMAGINARY = new Value.Complex(0, 1);

    /** By which factors a point is moved to see whether a difference is rounding, and by which part that then changes. */
    private static final List<Value.Complex> NEIGHBOURS =
            List.of(new Value.Complex(1 + 1e-9, 0), new Value.Complex(1, -3e-9), new Value.Complex(1 - 2e-9, 1e-9));

    private static final double DIFFERENT = 0.01;

    /**
     * The derivative of a function at a point; by a complex number the one that it has in every direction. Where it branches just
     * there, the point is approached from both sides: with ε > 0 from above as a + ε, and from below as a − ε.
     */
    static Value at(Value point, Along function, Sides sides, Frame frame) {
        int order = frame.nextDifferentiation();
        try {
            Value along = function.at(new Value.Dual(order, point, Arithmetic.ONE), frame);
            Value slope = Arrays.eps(along, order);
            if (Sides.plain(point) instanceof Value.Complex at) {
                requireInEveryDirection(at, along, slope, function, sides, frame);
            }
            return slope;
        } catch (Tied e) {
            if (e.order() != order) {
                throw e;
            }
            return sides.agreed(new Beside(point, function), point, frame);
        }
    }

    /** The equations of Cauchy and Riemann: a function has one derivative along the real and along the imaginary axis. */
    private static void requireInEveryDirection(
            Value.Complex point, Value value, Value slope, Along function, Sides sides, Frame frame) {
        Value one = Sides.plain(slope);
        Value other = towards(IMAGINARY, point, function, frame);
        double apart = Arrays.distance(one, other);
        double size = Math.max(Arrays.size(one), Arrays.size(other));
        double rounding = ROUNDING * Arrays.size(Sides.plain(value)) / Math.max(Arrays.size(point), Double.MIN_NORMAL);
        if (apart > DIRECTIONS * size + rounding && !isNoise(apart, point, function, frame)) {
            throw new NoValue("there is no complex derivative here: along the real axis it is " + sides.shown(one)
                    + ", and along the imaginary one " + sides.shown(other));
        }
    }

    /** The derivative in a direction, without those of differentiations around this one. */
    private static Value towards(Value direction, Value point, Along function, Frame frame) {
        int order = frame.nextDifferentiation();
        Value change = Arrays.eps(function.at(new Value.Dual(order, point, direction), frame), order);
        return Arrays.entrywise(Sides.plain(change), direction, Arithmetic::divide);
    }

    /** Whether what two directions differ by is rounding, which close to the point is another. */
    private static boolean isNoise(double apart, Value.Complex point, Along function, Frame frame) {
        for (Value.Complex step : NEIGHBOURS) {
            Value beside = Arithmetic.multiply(point, step);
            double there = Arrays.distance(
                    towards(Arithmetic.ONE, beside, function, frame), towards(IMAGINARY, beside, function, frame));
            if (!(Math.abs(there - apart) <= DIFFERENT * apart)) {
                return true;
            }
        }
        return false;
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
