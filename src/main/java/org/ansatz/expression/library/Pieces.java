package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Integral;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * The integral of what encloses itself. Where the integrand may be infinite or has no value, the integral is estimated next to
 * that place, and enclosed everywhere else; so nothing between the points is overlooked.
 */
final class Pieces {

    /** How near to such a place the integral is estimated: this part of the interval, or less where two are close. */
    private static final Rational NEAR = Rational.of(1, 1024);

    /** What is wider than this part of the interval is no point of it. */
    private static final double NARROW = 1e-9;

    /** An integral whose enclosure is wider, relative to it, has not settled. */
    static final double SETTLED = 1e-2;

    /** The last part of an unbounded interval adds no more than this part of the whole, or the interval has not been followed to its end. */
    private static final double NEGLIGIBLE = 1e-14;

    /** How far, relative to it, an integral may lie from one that was followed to 2^400, for what lies beyond. */
    private static final double BEYOND = 1e-6;

    private final Enclosing function;
    private final Loop loop;
    private boolean isEstimated;

    Pieces(Enclosing function, Loop loop) {
        this.function = function;
        this.loop = loop;
    }

    /**
     * The integral from one end to another.
     *
     * @throws NoValue if it does not settle
     */
    Estimate between(Rational low, Rational high) {
        if (low.compareTo(high) >= 0) {
            return Estimate.of(0, 0);
        }
        Integral.Found found = Integral.of(function, low.toDouble(), high.toDouble());
        found.unbounded().forEach(place -> requireValue(place, low, high));
        return found.unbounded().isEmpty()
                ? settled(found).plus(Estimate.of(0, rounded(low) + rounded(high)))
                : around(low, high, found.unbounded());
    }

    /** Where a place is no point, the integrand has no value on a part of the interval; asked for one, it says why. */
    private void requireValue(Interval place, Rational low, Rational high) {
        if (place.width() > NARROW * (high.toDouble() - low.toDouble())) {
            loop.at(new Value.Real(place.middle()));
            throw new NoValue(
                    "the integrand may have no value, or be infinite, between " + place.low() + " and " + place.high());
        }
    }

    /**
     * An integral that is enclosed.
     *
     * @throws NoValue if its enclosure is too wide
     */
    static Estimate settled(Integral.Found found) {
        if (!(found.value().width() <= Math.max(SETTLED * found.magnitude(), 4 * found.rounding()))) {
            throw new NoValue("the integral does not settle: it lies from "
                    + found.value().low() + " to " + found.value().high());
        }
        double middle = found.value().middle();
        return Estimate.of(middle, found.value().isPoint() ? 0 : found.value().distance(middle));
    }

    /** Whether a part was estimated and not enclosed. */
    boolean isEstimated() {
        return isEstimated;
    }

    /** What lies between an end and the double that stands for it, at most. */
    private double rounded(Rational end) {
        double near = end.toDouble();
        return Rational.exactly(near).equals(end) ? 0 : between(Interval.around(near));
    }

    /** The integral of the magnitude over an end that is known to lie in a narrow set, at most. */
    double between(Interval end) {
        if (end.isPoint()) {
            return 0;
        }
        Series there = function.on(end, 0);
        if (there.range().isBounded() && there.regularity().isAtLeast(Regularity.DEFINED)) {
            return end.width() * there.range().magnitude();
        }
        isEstimated = true;
        return lost(end);
    }

    /** The integral around singular places, in order. */
    private Estimate around(Rational low, Rational high, List<Interval> singular) {
        Estimate sum = Estimate.of(0, 0);
        Rational done = low;
        Rational room = high.minus(low).times(NEAR);
        for (int i = 0; i < singular.size(); i++) {
            Rational at = located(singular.get(i), low, high);
            Rational next = i + 1 < singular.size() ? located(singular.get(i + 1), low, high) : high;
            Rational from = at.minus(smaller(room, at.minus(done)));
            Rational to = at.plus(smaller(room, next.minus(at).over(Rational.of(3))));
            sum = sum.plus(regular(done, from))
                    .plus(estimated(from, at))
                    .plus(estimated(at, to))
                    .plus(Estimate.of(0, hasValue(at) ? lost(singular.get(i)) : 0));
            done = to;
        }
        return sum.plus(regular(done, high));
    }

    private static Rational smaller(Rational a, Rational b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Estimate regular(Rational from, Rational to) {
        if (from.compareTo(to) >= 0) {
            return Estimate.of(0, 0);
        }
        Integral.Found found = Integral.of(function, from.toDouble(), to.toDouble());
        return settled(found).plus(Estimate.of(0, rounded(from) + rounded(to)));
    }

    private Estimate estimated(Rational from, Rational to) {
        isEstimated = true;
        return from.compareTo(to) < 0 ? DoubleExponential.over(loop::at, from, to) : Estimate.of(0, 0);
    }

    /** An end of the interval, or the shortest number in the place, which is the singular point if that was written down. */
    private static Rational located(Interval place, Rational low, Rational high) {
        if (place.contains(low.toDouble())) {
            return low;
        }
        if (place.contains(high.toDouble())) {
            return high;
        }
        return Rational.simplestBetween(Rational.exactly(place.low()), Rational.exactly(place.high()));
    }

    /** What may be lost because a singular point lies elsewhere in its place: of 1/√ it is four times this width times this height. */
    private double lost(Interval place) {
        double width = place.width();
        return 16 * width * (sizeAt(place.low() - width) + sizeAt(place.high() + width));
    }

    private boolean hasValue(Rational x) {
        try {
            return Double.isFinite(size(loop.at(new Value.Exact(x))));
        } catch (NoValue e) {
            return false;
        }
    }

    private double sizeAt(double x) {
        try {
            return size(loop.at(new Value.Real(x)));
        } catch (NoValue e) {
            return 0;
        }
    }

    private static double size(Value y) {
        return Math.hypot(Arithmetic.real(y), Arithmetic.imaginary(y));
    }

    /**
     * The integral from an end to infinity.
     *
     * @param side 1 upward, −1 downward
     * @throws NoValue if it does not settle
     */
    Estimate beyond(Rational end, int side) {
        isEstimated = true;
        Estimate oscillating = new Oscillation(function, this).beyond(end, side);
        if (oscillating != null) {
            return oscillating;
        }
        Integral.Found found = followed(end, side);
        if (!found.unbounded().isEmpty()) {
            Rational clear = beside(found.unbounded(), end, side);
            Estimate near = side > 0 ? between(end, clear) : between(clear, end);
            Integral.Found rest = followed(clear, side);
            return near.plus(tail(rest, clear, side));
        }
        return tail(found, end, side);
    }

    private Integral.Found followed(Rational end, int side) {
        double from = end.toDouble();
        return Integral.ofUnbounded(
                function,
                side > 0 ? new Interval(from, Double.POSITIVE_INFINITY) : new Interval(Double.NEGATIVE_INFINITY, from));
    }

    /** A point past all these places, by as much as they lie past the end. */
    private static Rational beside(List<Interval> places, Rational end, int side) {
        Interval last = places.get(side > 0 ? places.size() - 1 : 0);
        Rational at = Rational.exactly(side > 0 ? last.high() : last.low());
        Rational away = at.minus(end);
        return at.plus(away.abs().plus(Rational.ONE).times(Rational.of(side)));
    }

    private Estimate tail(Integral.Found found, Rational end, int side) {
        // Far out a value below the smallest double times a power may look large: then samples must do.
        boolean isSettled = found.value().width() <= SETTLED * found.magnitude();
        boolean isWhole = isSettled && found.last() <= NEGLIGIBLE * found.magnitude();
        if (isWhole && found.unbounded().isEmpty()) {
            return settled(found);
        }
        Estimate estimate = DoubleExponential.over(loop::at, side > 0 ? end : null, side > 0 ? null : end);
        double at = Arithmetic.real(estimate.value());
        double apart = Math.max(found.value().low() - at, at - found.value().high());
        if (apart > estimate.error() + BEYOND * found.magnitude()) {
            throw new NoValue("the integral does not settle: there is more of it than samples show");
        }
        return estimate;
    }
}
