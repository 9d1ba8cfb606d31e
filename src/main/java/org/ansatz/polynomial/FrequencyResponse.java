package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;

/**
 * A quotient of polynomials with exact coefficients on the imaginary axis, s = jω. Where its magnitude or its angle has a given
 * value, a polynomial in ω² is zero, and all zeros of that are known: no crossing is overlooked.
 */
public final class FrequencyResponse {

    private static final int DIGITS = 6;

    private final Polynomial a;
    private final Polynomial b;
    private final Polynomial c;
    private final Polynomial d;

    /** N(jω) = a(ω²) + jω·b(ω²) over D(jω) = c(ω²) + jω·d(ω²). */
    public FrequencyResponse(Fraction quotient) {
        a = quotient.numerator().onAxis(false);
        b = quotient.numerator().onAxis(true);
        c = quotient.denominator().onAxis(false);
        d = quotient.denominator().onAxis(true);
    }

    /**
     * A frequency, or what was found there.
     *
     * @param value a number
     * @param error how far from the truth it may be
     */
    public record Found(double value, double error) {}

    private static Polynomial square(Polynomial even, Polynomial odd) {
        return even.times(even).plus(Polynomial.X.times(odd).times(odd));
    }

    private Polynomial real() {
        return a.times(c).plus(Polynomial.X.times(b).times(d));
    }

    private Polynomial imaginary() {
        return b.times(c).minus(a.times(d));
    }

    /** The imaginary part but for its zeros at poles and zeros on the axis, where there is no angle. */
    private Polynomial crossings() {
        Polynomial crossings = imaginary();
        Polynomial without = a.gcd(b).times(c.gcd(d));
        while (!crossings.isZero()) {
            Polynomial common = crossings.gcd(without);
            if (common.degree() == 0) {
                break;
            }
            crossings = crossings.over(common).quotient();
        }
        return crossings;
    }

    /** The squares of the positive frequencies where a polynomial in ω² is zero. */
    private static List<Found> positive(Polynomial p) {
        if (p.isZero()) {
            throw new NoValue("this holds at every frequency");
        }
        List<Found> squares = new ArrayList<>();
        for (Roots.Root root : Roots.of(p)) {
            boolean isReal = Math.abs(root.at().im()) <= root.error();
            if (isReal && root.at().im() != 0) {
                throw new NoValue("whether there is a crossing near the frequency "
                        + Notation.number(Math.sqrt(Math.abs(root.at().re())), DIGITS) + " cannot be told");
            }
            if (isReal && root.at().re() > root.error()) {
                squares.add(new Found(root.at().re(), root.error()));
            }
        }
        return squares;
    }

    private static Found frequency(Found square) {
        double w = Math.sqrt(square.value);
        return new Found(w, square.error / (2 * w) + 2 * Math.ulp(w));
    }

    private static Found only(List<Found> squares, String none, String several) {
        if (squares.isEmpty()) {
            throw new NoValue(none);
        }
        if (squares.size() > 1) {
            StringBuilder text = new StringBuilder();
            for (Found square : squares) {
                text.append(text.length() == 0 ? "" : ", ").append(Notation.number(Math.sqrt(square.value), DIGITS));
            }
            throw new NoValue(several + ": " + text);
        }
        return squares.get(0);
    }

    private Found gainCrossing() {
        return only(
                positive(square(a, b).minus(square(c, d))),
                "the magnitude is 1 at no frequency, so there is no gain crossover and no phase margin",
                "the magnitude is 1 at several frequencies, so that no phase margin is the one that is meant");
    }

    private Found phaseCrossing() {
        List<Found> negative = new ArrayList<>();
        for (Found square : positive(crossings())) {
            double low = real().value(square.value - square.error);
            double high = real().value(square.value + square.error);
            if (low < 0 != high < 0) {
                throw new NoValue("whether the angle is -180 deg near the frequency "
                        + Notation.number(Math.sqrt(square.value), DIGITS) + " cannot be told");
            }
            if (low < 0) {
                negative.add(square);
            }
        }
        return only(
                negative,
                "the angle is -180 deg at no frequency, so there is no phase crossover and the gain margin is infinite",
                "the angle is -180 deg at several frequencies, so that no gain margin is the one that is meant");
    }

    /** The one frequency at which the magnitude is 1. */
    public Found gainCrossover() {
        return frequency(gainCrossing());
    }

    /** The one frequency at which the angle is −180°. */
    public Found phaseCrossover() {
        return frequency(phaseCrossing());
    }

    /** 1/|L| where the angle is −180°. */
    public Found gainMargin() {
        Found square = phaseCrossing();
        return around(
                square, u -> Math.sqrt(square(c, d).value(u) / square(a, b).value(u)));
    }

    /** 180° and the angle where the magnitude is 1, in radians, from −π to π. */
    public Found phaseMargin() {
        Found square = gainCrossing();
        return around(square, u -> {
            // The angle of −L: a difference of two angles near 180° would not keep its digits. Zero has no sign here.
            return Math.atan2(0.0 - Math.sqrt(u) * imaginary().value(u), -real().value(u));
        });
    }

    /** The lowest frequency at which the magnitude is 1/√2 of what it is at zero. */
    public Found bandwidth() {
        if (c.at(0).isZero() || a.at(0).isZero()) {
            throw new NoValue("a bandwidth is where the magnitude is 1/sqrt(2) of that at zero frequency; there it is "
                    + (a.at(0).isZero() ? "0" : "infinite"));
        }
        Coefficient start = a.at(0).times(a.at(0));
        Coefficient below = c.at(0).times(c.at(0)).times(Coefficient.of(2));
        List<Found> squares =
                positive(square(a, b).times(below).minus(square(c, d).times(start)));
        if (squares.isEmpty()) {
            throw new NoValue("the magnitude never falls to 1/sqrt(2) of that at zero frequency");
        }
        return frequency(squares.get(0));
    }

    private static Found around(Found square, java.util.function.DoubleUnaryOperator function) {
        double value = function.applyAsDouble(square.value);
        double low = function.applyAsDouble(square.value - square.error);
        double high = function.applyAsDouble(square.value + square.error);
        double error = 2 * Math.max(Math.abs(low - value), Math.abs(high - value))
                + 8 * Math.ulp(Math.max(Math.abs(value), 1e-3));
        return new Found(value, error);
    }
}
