package org.ansatz.proof;

import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.jspecify.annotations.Nullable;

/** The one zero that a derivative of a function can have on an interval on which the next derivative has one sign. */
final class Monotone {

    private static final int MAX_STEPS = 200;

    private final Enclosing function;
    private final int derivative;

    /**
     * The function's derivative of this order, monotone on what is asked of it.
     *
     * @param derivative 0 for the function itself
     */
    Monotone(Enclosing function, int derivative) {
        this.function = function;
        this.derivative = derivative;
    }

    /**
     * Where the zero is.
     *
     * @param at an interval in which every zero lies that there is
     * @param isProved whether there is one for certain
     */
    record Place(Interval at, boolean isProved) {}

    /** −1, 0 or 1 as the derivative is negative, not known, or positive at a point. */
    int sign(double x) {
        return value(x).sign();
    }

    /** The zero in {@code x}, or null if there is none for certain. */
    @Nullable
    Place zero(Interval x) {
        Interval atLow = value(x.low());
        Interval atHigh = value(x.high());
        if (atLow.equals(Interval.ZERO)) {
            return new Place(Interval.of(x.low()), true);
        }
        if (atHigh.equals(Interval.ZERO)) {
            return new Place(Interval.of(x.high()), true);
        }
        int product = atLow.sign() * atHigh.sign();
        return product > 0 ? null : narrowed(x, atLow.sign() - atHigh.sign(), product < 0);
    }

    private Interval value(double x) {
        return function.on(Interval.of(x), derivative).coefficient(derivative);
    }

    /** By Newton's method on intervals, and where that does not help by halving (Moore 2009, chapter 8). */
    private @Nullable Place narrowed(Interval start, int falls, boolean exists) {
        Interval x = start;
        for (int i = 0; i < MAX_STEPS && !isTight(x); i++) {
            double middle = x.middle();
            Interval at = value(middle);
            Interval slope =
                    function.on(x, derivative + 1).coefficient(derivative + 1).times(Interval.of(derivative + 1));
            Interval next = x;
            if (!slope.contains(0)) {
                Interval newton = Interval.of(middle).minus(at.over(slope));
                if (!newton.meets(x)) {
                    return null;
                }
                next = x.and(newton);
            }
            if (next.width() > x.width() / 2) {
                int sign = at.sign();
                if (sign == 0 || falls == 0) {
                    if (next.width() > 0.9 * x.width()) {
                        return around(x, middle, exists);
                    }
                } else {
                    next = (sign > 0) == (falls < 0)
                            ? new Interval(Math.min(next.low(), middle), Math.min(next.high(), middle))
                            : new Interval(Math.max(next.low(), middle), Math.max(next.high(), middle));
                }
            }
            x = next;
        }
        return new Place(x, exists);
    }

    /** What is left where the sign in the middle is not known: halved towards the middle from both sides while it is known there. */
    private Place around(Interval x, double middle, boolean exists) {
        double low = edge(middle, x.low());
        double high = edge(middle, x.high());
        return new Place(new Interval(Math.min(low, middle), Math.max(high, middle)), exists);
    }

    /** The point nearest to {@code inside}, about, from which on to {@code outside} the sign is known. */
    private double edge(double inside, double outside) {
        if (sign(outside) == 0) {
            return outside;
        }
        double unknown = inside;
        double known = outside;
        for (int i = 0;
                i < MAX_STEPS
                        && !isTight(unknown < known ? new Interval(unknown, known) : new Interval(known, unknown));
                i++) {
            double between = new Interval(Math.min(unknown, known), Math.max(unknown, known)).middle();
            if (sign(between) == 0) {
                unknown = between;
            } else {
                known = between;
            }
        }
        return known;
    }

    /** Whether hardly another double lies inside. */
    static boolean isTight(Interval x) {
        return x.width() <= 2 * Math.ulp(x.magnitude());
    }
}
