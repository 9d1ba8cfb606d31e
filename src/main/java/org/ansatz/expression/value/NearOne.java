package org.ansatz.expression.value;

import org.ansatz.expression.value.Value.Exact;
import org.ansatz.expression.value.Value.Real;
import org.ansatz.quantity.Rational;

/**
 * Arithmetic of doubles near 1 and −1 of which more is known than their digits show: how far their magnitude is from 1. So
 * 1 − sigmoid(40) is 4.2e-18 and not zero, log(sigmoid(40)) is −4.2e-18, and (1 + x) − 1 is x.
 *
 * <p>A number is a double and the distance of its magnitude from 1, which is NaN if no more is known than the double shows. An
 * operation is two functions of both operands: one gives the double, the other its distance.
 */
public final class NearOne {

    /** Farther from 1 a double shows as much as there is to know. */
    private static final double FAR = 0.5;

    private NearOne() {}

    // ---- doubles with their distances

    /** The distance of a double that is known exactly. */
    public static double ofExact(double x) {
        return near(Math.abs(x) - 1);
    }

    private static boolean isOne(double a, double fromOne) {
        return fromOne == 0 && Math.abs(a) == 1;
    }

    private static double near(double fromOne) {
        return Math.abs(fromOne) < FAR ? fromOne : Double.NaN;
    }

    /** a − b if that is known from their distances; else NaN. */
    private static double apart(double a, double u, double b, double v) {
        double sign = Math.signum(a);
        return sign == Math.signum(b) ? sign * (u - v) : Double.NaN;
    }

    /** a + b, with the distances {@code u} and {@code v}, given the rounded sum. */
    private static double sum(double a, double u, double b, double v, double rounded) {
        double cancelled = apart(a, u, -b, v);
        return Double.isNaN(cancelled) ? rounded : cancelled;
    }

    /** {@code a + b}. */
    public static double sum(double a, double u, double b, double v) {
        return sum(a, u, b, v, a + b);
    }

    /** The distance of {@code a + b}. */
    public static double sumFromOne(double a, double u, double b, double v) {
        if (isOne(a, u)) {
            return Double.isNaN(apart(a, u, -b, v)) ? near(a * b) : Double.NaN;
        }
        return isOne(b, v) && Double.isNaN(apart(a, u, -b, v)) ? near(b * a) : Double.NaN;
    }

    /** The distance of {@code a · b}. */
    public static double productFromOne(double u, double v) {
        return near(u + v + u * v);
    }

    /** The distance of {@code a / b}. */
    public static double quotientFromOne(double u, double v) {
        return near((u - v) / (1 + v));
    }

    /** A power of a number with the distance {@code u}, given the rounded power: as good as the distance, however large the exponent. */
    public static double power(double u, double exponent, double rounded) {
        double logarithm = exponent * Math.log1p(u);
        return Double.isNaN(logarithm) || Double.isNaN(rounded) ? rounded : Math.copySign(Math.exp(logarithm), rounded);
    }

    /** The distance of a power. */
    public static double powerFromOne(double u, double exponent, double rounded) {
        double logarithm = exponent * Math.log1p(u);
        return !Double.isNaN(rounded) && Math.abs(logarithm) < FAR / 2 ? near(Math.expm1(logarithm)) : Double.NaN;
    }

    /** Negative, zero or positive as {@code a} is below, equal to or above {@code b}; neither is NaN. */
    public static int compare(double a, double u, double b, double v) {
        double apart = a < 0 ? v - u : u - v;
        return !Double.isNaN(apart) && a * b > 0 ? Double.compare(apart + 0.0, 0.0) : Double.compare(a + 0.0, b + 0.0);
    }

    // ---- values

    /** How far the magnitude of a number is from 1, to all digits; NaN if no more is known than the number shows. */
    public static double distance(Value a) {
        if (a instanceof Real) {
            return ((Real) a).fromOne();
        }
        return a instanceof Exact ? of((Exact) a).fromOne() : Double.NaN;
    }

    /** The double nearest to an exact number, with its distance from 1. */
    static Real of(Exact a) {
        Rational number = a.number();
        double x = Arithmetic.real(a);
        boolean isNear = Math.abs(Math.abs(x) - 1) < FAR;
        return !isNear
                ? new Real(x)
                : new Real(
                        x, isOne(number) ? 0 : number.abs().minus(Rational.ONE).toDouble());
    }

    /** Whether a number is 1 or −1. */
    private static boolean isOne(Rational number) {
        return number.isInteger()
                && number.numerator().bitLength() <= 1
                && Math.abs(number.numerator().intValue()) == 1;
    }

    /** 1 or −1 and so much more in magnitude. */
    static Real at(double sign, double fromOne) {
        return new Real(Math.copySign(1 + fromOne, sign), near(fromOne));
    }

    /** {@code a + b}, of which at least one is inexact, given the rounded sum. */
    static Real sum(Value a, Value b, double sum) {
        boolean known = isKnown(a) || isKnown(b);
        double u = known ? distance(a) : ofOne(a);
        double v = known ? distance(b) : ofOne(b);
        if (Double.isNaN(u) && Double.isNaN(v)) {
            return new Real(sum);
        }
        double x = Arithmetic.real(a);
        double y = Arithmetic.real(b);
        return new Real(sum(x, u, y, v, sum), sumFromOne(x, u, y, v));
    }

    /** The distance of an exact 1 or −1. */
    private static double ofOne(Value a) {
        return a instanceof Exact && isOne(((Exact) a).number()) ? 0 : Double.NaN;
    }

    /** {@code a · b}, given the rounded product. */
    static Real product(Value a, Value b, double product) {
        return isKnown(a) || isKnown(b)
                ? new Real(product, productFromOne(distance(a), distance(b)))
                : new Real(product);
    }

    /** {@code a / b}, given the rounded quotient. */
    static Real quotient(Value a, Value b, double quotient) {
        return isKnown(a) || isKnown(b)
                ? new Real(quotient, quotientFromOne(distance(a), distance(b)))
                : new Real(quotient);
    }

    private static boolean isKnown(Value a) {
        return a instanceof Real && !Double.isNaN(((Real) a).fromOne());
    }

    /** The power of a number that is near 1 and known well. */
    static Real power(Value a, double exponent, double power) {
        return isKnown(a)
                ? new Real(
                        power(((Real) a).fromOne(), exponent, power),
                        powerFromOne(((Real) a).fromOne(), exponent, power))
                : new Real(power);
    }
}
