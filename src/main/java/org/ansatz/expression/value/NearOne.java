package org.ansatz.expression.value;

import org.ansatz.expression.value.Value.Exact;
import org.ansatz.expression.value.Value.Real;
import org.ansatz.quantity.Rational;

/**
 * Arithmetic of doubles near 1 and −1 of which more is known than their digits show: how far their magnitude is from 1. So
 * 1 − sigmoid(40) is 4.2e-18 and not zero, log(sigmoid(40)) is −4.2e-18, and (1 + x) − 1 is x.
 */
final class NearOne {

    /** Farther from 1 a double shows as much as there is to know. */
    private static final double FAR = 0.5;

    private NearOne() {}

    /** How far the magnitude of a number is from 1, to all digits; NaN if no more is known than the number shows. */
    static double distance(Value a) {
        if (a instanceof Real) {
            return ((Real) a).fromOne();
        }
        if (!(a instanceof Exact)) {
            return Double.NaN;
        }
        return of((Exact) a).fromOne();
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

    /** How far apart two numbers are if that is known from their distances from 1: negative if the first is less; else NaN. */
    static double apart(Value a, Value b) {
        if (!isKnown(a) && !isKnown(b)) {
            return Double.NaN;
        }
        double sign = Math.signum(Arithmetic.real(a));
        return sign == Math.signum(Arithmetic.real(b)) ? sign * (distance(a) - distance(b)) : Double.NaN;
    }

    private static boolean isKnown(Value a) {
        return a instanceof Real && !Double.isNaN(((Real) a).fromOne());
    }

    /** 1 or −1 and so much more in magnitude. */
    static Real at(double sign, double fromOne) {
        double x = Math.copySign(1 + fromOne, sign);
        return Math.abs(fromOne) < FAR ? new Real(x, fromOne) : new Real(x);
    }

    /** {@code a + b}, of which at least one is inexact, given the rounded sum. */
    static Real sum(Value a, Value b, double sum) {
        if (isKnown(a) || isKnown(b)) {
            double difference = apart(a, Arithmetic.negate(b));
            if (!Double.isNaN(difference)) {
                return new Real(difference);
            }
        }
        return isOne(a) ? besideOne(a, b, sum) : isOne(b) ? besideOne(b, a, sum) : new Real(sum);
    }

    private static boolean isOne(Value a) {
        return a instanceof Exact && isOne(((Exact) a).number());
    }

    /** Whether a number is 1 or −1. */
    private static boolean isOne(Rational number) {
        return number.isInteger()
                && number.numerator().bitLength() <= 1
                && Math.abs(number.numerator().intValue()) == 1;
    }

    private static Real besideOne(Value one, Value small, double sum) {
        double fromOne = Arithmetic.real(one) * Arithmetic.real(small);
        return Math.abs(fromOne) < FAR ? new Real(sum, fromOne) : new Real(sum);
    }

    /** {@code a · b}, given the rounded product. */
    static Real product(Value a, Value b, double product) {
        if (!isKnown(a) && !isKnown(b)) {
            return new Real(product);
        }
        double u = distance(a);
        double v = distance(b);
        return beside(product, u + v + u * v);
    }

    /** {@code a / b}, given the rounded quotient. */
    static Real quotient(Value a, Value b, double quotient) {
        if (!isKnown(a) && !isKnown(b)) {
            return new Real(quotient);
        }
        double v = distance(b);
        return beside(quotient, (distance(a) - v) / (1 + v));
    }

    /** The power of a number that is near 1 and known well: as good as its distance, however large the exponent. */
    static Real power(Value a, double exponent, double power) {
        double logarithm = exponent * Math.log1p(distance(a));
        if (!isKnown(a) || Double.isNaN(logarithm) || Double.isNaN(power)) {
            return new Real(power);
        }
        return Math.abs(logarithm) < FAR / 2
                ? beside(Math.copySign(Math.exp(logarithm), power), Math.expm1(logarithm))
                : new Real(Math.copySign(Math.exp(logarithm), power));
    }

    private static Real beside(double x, double fromOne) {
        return Math.abs(fromOne) < FAR ? new Real(x, fromOne) : new Real(x);
    }
}
