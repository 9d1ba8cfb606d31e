package org.ansatz.expression.evaluation;

import java.util.function.Consumer;
import java.util.function.Function;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.gradcheck.Differences;
import org.ansatz.gradcheck.Slope;
import org.ansatz.quantity.NoValue;

/**
 * The derivative at a point where a comparison is tied: what lies just before it and just after may be different formulas, and
 * there is a derivative only where both have the value that stands there, and one slope.
 *
 * @param of the type of the function
 * @param slope the type of its derivative
 */
record Sides(Type of, Type slope) {

    private static final int TRIALS = 4;
    private static final int DIGITS = 6;

    /** So many times what simulated errors move them two sides may be apart and still be one; as in {@link Ties}. */
    private static final double SAFETY = 4;

    /** How near, relatively, differences must come: they tell one branch from another, and digits are not their business. */
    private static final double SEEN = 1e-3;

    /**
     * What a function comes to as one side of a point is approached.
     *
     * @param limit of its values
     * @param slope of its derivatives
     */
    record Side(Value limit, Value slope) {

        /** From what the function makes of the point and an infinitesimal step to this side. */
        static Side of(Value value, int order, boolean isAfter) {
            Value slope = Arrays.eps(value, order);
            return new Side(Arrays.re(value, order), isAfter ? slope : Operations.opposite(slope));
        }
    }

    /** A function around a point. */
    interface Around {
        /** One side of the point, in a frame. */
        Side side(boolean isAfter, Frame frame);

        /** The value at this or another point, in a frame. */
        Value at(Value x, Frame frame);
    }

    /**
     * The derivative on which both sides agree.
     *
     * @throws NoValue with both slopes if there is a kink, with both values if there is a jump
     */
    Value agreed(Around function, Value point, Frame frame) {
        Side left = found(function, false, frame);
        Side right = found(function, true, frame);
        if (!frame.isSound()) {
            return right.slope(); // whether they agree was seen before errors were simulated
        }
        if (differ(
                at -> function.side(false, at).limit(),
                at -> function.side(true, at).limit(),
                frame)) {
            throw new NoValue("there is no derivative here, but a jump: the value is " + shown(left.limit(), of)
                    + " before and " + shown(right.limit(), of) + " after");
        }
        if (differ(at -> function.at(point, at), at -> function.side(true, at).limit(), frame)) {
            throw new NoValue("there is no derivative here: the value is " + shown(function.at(point, frame), of)
                    + ", and " + shown(right.limit(), of) + " on both sides");
        }
        if (differ(
                at -> function.side(false, at).slope(),
                at -> function.side(true, at).slope(),
                frame)) {
            throw kink(left.slope(), right.slope());
        }
        requireSeen(right.slope(), function, point, frame);
        return right.slope();
    }

    private NoValue kink(Value left, Value right) {
        return new NoValue("there is no derivative here, but a kink: the slope is " + shown(left, slope)
                + " before and " + shown(right, slope) + " after");
    }

    private static Side found(Around function, boolean isAfter, Frame frame) {
        try {
            return function.side(isAfter, frame);
        } catch (Tied e) {
            throw e;
        } catch (NoValue e) {
            throw new NoValue("there is a step or a kink here, and just beside it: " + e.reason()
                    + "; differences(…) may find the derivative");
        }
    }

    /**
     * Requires that differences see this slope, too. Dual numbers know a function to first order only: where what is compared
     * touches, as x² and 0 do, they cannot tell which branch is taken beside the point.
     */
    private void requireSeen(Value found, Around function, Value point, Frame frame) {
        boolean isReal = isReal(found) && isReal(point) && isReal(function.at(point, frame));
        if (!isReal) {
            return;
        }
        Slope seen = Differences.at(x -> plainAt(new Value.Real(x), function, frame), Arithmetic.real(point));
        if (seen instanceof Slope.Kink kink) {
            throw kink(new Value.Real(kink.left()), new Value.Real(kink.right()));
        }
        if (seen instanceof Slope.Undefined undefined) {
            throw new NoValue("there is no derivative here: " + undefined.reason());
        }
        Slope.Smooth smooth = (Slope.Smooth) seen;
        double expected = Arithmetic.real(found);
        double apart = Math.abs(smooth.value() - expected);
        if (apart > SEEN * Math.max(Math.abs(expected), Math.abs(smooth.value())) + SAFETY * smooth.error()) {
            throw new NoValue("the derivative cannot be told here: by dual numbers it is " + shown(found, slope)
                    + ", by differences " + shown(new Value.Real(smooth.value()), slope));
        }
    }

    private static double plainAt(Value x, Around function, Frame frame) {
        try {
            return Arithmetic.real(function.at(x, frame));
        } catch (NoValue e) {
            if (frame.isExhausted()) {
                throw e;
            }
            throw new ArithmeticException(e.reason()); // what differences understand
        }
    }

    private static boolean isReal(Value value) {
        return plain(value) instanceof Value.Exact || plain(value) instanceof Value.Real;
    }

    /** Whether two are further apart than simulated errors move them; exact ones, whether they are apart at all. */
    private static boolean differ(Function<Frame, Value> one, Function<Frame, Value> other, Frame frame) {
        Value a = one.apply(frame);
        Value b = other.apply(frame);
        double apart = apart(a, b);
        double moved = Math.max(rounding(a), rounding(b));
        for (int trial = 1; trial <= TRIALS && apart > 0 && moved > 0; trial++) {
            Frame jittered = frame.jittered(trial);
            moved = Math.max(moved, apart(a, one.apply(jittered)));
            moved = Math.max(moved, apart(b, other.apply(jittered)));
        }
        return apart > SAFETY * moved;
    }

    /** The rounding unit of the largest number in it; of exact numbers, none. */
    private static double rounding(Value value) {
        double[] largest = {0};
        eachPart(
                value, x -> largest[0] = Math.max(largest[0], x instanceof Value.Exact ? 0 : Math.ulp(Arrays.size(x))));
        return largest[0];
    }

    /** How far two are apart, in their values or in any derivative that they carry. */
    private static double apart(Value a, Value b) {
        double[] largest = {0};
        eachPart(Arrays.entrywise(a, b, Arithmetic::subtract), x -> largest[0] = Math.max(largest[0], Arrays.size(x)));
        return largest[0];
    }

    /** Visits the numbers that a value is made of: entries, values and derivatives. */
    private static void eachPart(Value value, Consumer<Value> visitor) {
        if (value instanceof Value.Array) {
            ((Value.Array) value).entries().forEach(entry -> eachPart(entry, visitor));
        } else if (value instanceof Value.Dual) {
            eachPart(((Value.Dual) value).re(), visitor);
            eachPart(((Value.Dual) value).eps(), visitor);
        } else {
            visitor.accept(value);
        }
    }

    /** A derivative along some direction, which may be complex where the function is real. */
    String shown(Value derivative) {
        return shown(derivative, slope.with(NumberSet.COMPLEX));
    }

    private static String shown(Value value, Type type) {
        return Show.value(plain(value), type, null, DIGITS);
    }

    /** Without the derivatives of differentiations around this one. */
    static Value plain(Value value) {
        if (value instanceof Value.Array) {
            return ((Value.Array) value).map(Sides::plain);
        }
        return value instanceof Value.Dual ? plain(((Value.Dual) value).re()) : value;
    }
}
