package org.ansatz.expression.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.value.Value.Array;
import org.ansatz.expression.value.Value.Complex;
import org.ansatz.expression.value.Value.Dual;
import org.ansatz.expression.value.Value.Exact;
import org.ansatz.expression.value.Value.Real;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * The four operations and the power on every kind of number: exact where both operands are, otherwise double, complex
 * or dual, whichever is widest. Operands must be numbers; arrays are the business of {@link Arrays}.
 */
public final class Arithmetic {

    /** The integer one. */
    public static final Value ONE = Exact.of(1);

    /** The integer zero. */
    public static final Value ZERO = Exact.of(0);

    /** Up to here e^x is so near 1 that its distance from it says more. */
    private static final double SMALL = 0.25;

    private static final double LN2 = Math.log(2);

    /** A power of two that leads beyond doubles whatever it is multiplied with. */
    private static final int BEYOND = 5000;

    private Arithmetic() {}

    /** {@code a + b}. */
    public static Value add(Value a, Value b) {
        if (a instanceof Real && b instanceof Real) {
            double sum = ((Real) a).x() + ((Real) b).x();
            return areFar(a, b) ? new Real(sum) : NearOne.sum(a, b, sum);
        }
        if (a instanceof Dual || b instanceof Dual) {
            int order = order(a, b);
            return new Dual(order, add(re(a, order), re(b, order)), add(eps(a, order), eps(b, order)));
        }
        if (a instanceof Exact && b instanceof Exact) {
            return FieldOperation.PLUS.exactly(((Exact) a).number(), ((Exact) b).number());
        }
        return a instanceof Complex || b instanceof Complex
                ? new Complex(added(a, b), imaginary(a) + imaginary(b))
                : NearOne.sum(a, b, added(a, b));
    }

    /** Whether of both no more is known than they show. */
    private static boolean areFar(Value a, Value b) {
        return !((Real) a).isNearOne() && !((Real) b).isNearOne();
    }

    /** {@code a − b}. */
    public static Value subtract(Value a, Value b) {
        return a instanceof Real && b instanceof Real && areFar(a, b)
                ? new Real(((Real) a).x() - ((Real) b).x())
                : add(a, negate(b));
    }

    /** {@code −a}. */
    public static Value negate(Value a) {
        if (a instanceof Real) {
            return new Real(-((Real) a).x(), ((Real) a).fromOne());
        }
        if (a instanceof Exact) {
            return new Exact(((Exact) a).number().negate());
        }
        if (a instanceof Dual) {
            Dual d = (Dual) a;
            return new Dual(d.order(), negate(d.re()), negate(d.eps()));
        }
        return new Complex(-real(a), -imaginary(a));
    }

    /** {@code a · b}. */
    public static Value multiply(Value a, Value b) {
        if (a instanceof Real && b instanceof Real) {
            double product = ((Real) a).x() * ((Real) b).x();
            return areFar(a, b) ? new Real(product) : NearOne.product(a, b, product);
        }
        if (a instanceof Dual || b instanceof Dual) {
            int order = order(a, b);
            Value u = re(a, order);
            Value v = re(b, order);
            return new Dual(order, multiply(u, v), add(multiply(eps(a, order), v), multiply(u, eps(b, order))));
        }
        if (a instanceof Exact && b instanceof Exact) {
            return FieldOperation.TIMES.exactly(((Exact) a).number(), ((Exact) b).number());
        }
        if (isBeyondDoubles(a)) {
            return byExact(FieldOperation.TIMES, b, (Exact) a);
        }
        if (isBeyondDoubles(b)) {
            return byExact(FieldOperation.TIMES, a, (Exact) b);
        }
        if (!(a instanceof Complex) && !(b instanceof Complex)) {
            return NearOne.product(a, b, real(a) * real(b));
        }
        double x = real(a);
        double y = imaginary(a);
        double u = real(b);
        double v = imaginary(b);
        return new Complex(x * u - y * v, x * v + y * u);
    }

    /**
     * {@code a / b}.
     *
     * @throws NoValue if {@code b} is zero
     */
    public static Value divide(Value a, Value b) {
        if (b instanceof Dual || a instanceof Dual) {
            int order = order(a, b);
            Value v = re(b, order);
            Value quotient = divide(re(a, order), v);
            Value slope = divide(subtract(eps(a, order), multiply(quotient, eps(b, order))), v);
            return new Dual(order, quotient, slope);
        }
        if (a instanceof Exact && b instanceof Exact) {
            return FieldOperation.OVER.exactly(((Exact) a).number(), ((Exact) b).number());
        }
        if (isZero(b)) {
            throw new NoValue("division by zero");
        }
        if (isBeyondDoubles(b)) {
            return byExact(FieldOperation.OVER, a, (Exact) b);
        }
        if (isBeyondDoubles(a)) {
            return b instanceof Real && Double.isFinite(real(b))
                    ? new Real(FieldOperation.OVER.rounded(((Exact) a).number(), Rational.exactly(real(b))))
                    : multiply(a, divide(ONE, b));
        }
        if (!(b instanceof Complex)) {
            double v = real(b);
            return a instanceof Complex
                    ? new Complex(real(a) / v, imaginary(a) / v)
                    : NearOne.quotient(a, b, real(a) / v);
        }
        return divideComplex(real(a), imaginary(a), real(b), imaginary(b));
    }

    /** Smith's method (CACM 5, 1962, algorithm 116): no overflow on the way. */
    private static Value divideComplex(double x, double y, double u, double v) {
        if (Math.abs(u) >= Math.abs(v)) {
            double ratio = v / u;
            double scale = u + v * ratio;
            return new Complex((x + y * ratio) / scale, (y - x * ratio) / scale);
        }
        double ratio = u / v;
        double scale = u * ratio + v;
        return new Complex((x * ratio + y) / scale, (y * ratio - x) / scale);
    }

    // ---- exact numbers that no double holds

    /** The double nearest to an exact number, with all that is known of it where it is near 1; any other number as it is. */
    public static Value inexact(Value a) {
        return a instanceof Exact ? NearOne.of((Exact) a) : a;
    }

    /** Whether this is an exact number of which a double would hold fewer digits than it can, or none. */
    public static boolean isBeyondDoubles(Value a) {
        return a instanceof Exact && !((Exact) a).number().isInRangeOfDoubles();
    }

    /** Each part of a number that is not exact, operated on by one that no double holds, as if it were exact; then rounded. */
    private static Value byExact(FieldOperation operation, Value a, Exact b) {
        return complexOrReal(a, b, byExact(operation, real(a), b), byExact(operation, imaginary(a), b));
    }

    private static double byExact(FieldOperation operation, double x, Exact b) {
        if (!Double.isFinite(x)) {
            return operation == FieldOperation.TIMES ? x * real(b) : x / real(b);
        }
        return x == 0 ? x : operation.rounded(Rational.exactly(x), b.number());
    }

    private static double added(Value a, Value b) {
        double x = real(a);
        double y = real(b);
        if (isBeyondDoubles(a) && Double.isFinite(y)) {
            return FieldOperation.PLUS.rounded(((Exact) a).number(), Rational.exactly(y));
        }
        if (isBeyondDoubles(b) && Double.isFinite(x)) {
            return FieldOperation.PLUS.rounded(((Exact) b).number(), Rational.exactly(x));
        }
        return x + y;
    }

    /** A double that stands for a number of this sign: one that is not zero is at least the smallest. */
    static double kept(double x, int sign) {
        return x == 0 && sign != 0 ? Math.copySign(Double.MIN_VALUE, sign) : x;
    }

    /** A positive number to a real power, by its mantissa and its exponent, for numbers of any size. */
    private static double scaledPower(Rational x, Value power) {
        int exponent = x.exponent();
        double whole;
        double rest;
        if (power instanceof Exact) {
            Rational product = Rational.of(exponent).times(((Exact) power).number());
            whole = product.floor().toDouble();
            rest = product.minus(product.floor()).toDouble();
        } else {
            double product = exponent * real(power);
            whole = Math.rint(product);
            rest = product - whole + Math.fma(exponent, real(power), -product);
        }
        double scaled = Math.pow(x.mantissa(), real(power)) * Math.pow(2, rest);
        int scale = (int) Math.max(-BEYOND, Math.min(BEYOND, whole));
        return kept(Math.scalb(scaled, scale), 1);
    }

    /** The natural logarithm of a positive number of any size. */
    private static double logarithm(Rational x) {
        return Math.log(x.mantissa()) + x.exponent() * LN2;
    }

    /**
     * {@code a ^ b}. Integer powers of exact numbers are exact, and 0^0 is 1.
     *
     * @throws NoValue for zero to a negative power; {@link OutOfDomain} for a negative real to a fractional one
     */
    public static Value power(Value a, Value b) {
        if (a instanceof Dual || b instanceof Dual) {
            return dualPower(a, b);
        }
        if (b instanceof Exact && ((Exact) b).number().isInteger()) {
            return integerPower(a, ((Exact) b).number().numerator());
        }
        if (a instanceof Complex || b instanceof Complex) {
            return isZero(a) ? powerOfZero(b) : exp(multiply(b, log(a)));
        }
        if (isBeyondDoubles(a) && ((Exact) a).number().signum() > 0) {
            return new Real(scaledPower(((Exact) a).number(), b));
        }
        return NearOne.power(a, real(b), realPower(real(a), real(b)));
    }

    /** Zero to a complex power: nothing if its real part is positive; it turns without end if that is zero. */
    private static Value powerOfZero(Value b) {
        if (real(b) == 0 && imaginary(b) != 0) {
            throw new OutOfDomain("zero to an imaginary power");
        }
        return new Complex(realPower(0, real(b)), 0);
    }

    private static double realPower(double a, double b) {
        double power = Math.pow(a, b);
        if (Double.isNaN(power) && a < 0) {
            throw new OutOfDomain("a negative number to a fractional power");
        }
        if (Double.isInfinite(power) && a == 0) {
            throw new NoValue("division by zero");
        }
        return power;
    }

    private static Value dualPower(Value a, Value b) {
        if (a instanceof Dual && isBelowCut((Dual) a) && !isWhole(b)) {
            return exp(multiply(b, log(a)));
        }
        int order = order(a, b);
        Value u = re(a, order);
        Value v = re(b, order);
        Value power = power(u, v);
        Value slope = ZERO;
        if (a instanceof Dual && ((Dual) a).order() == order && !vanishes(v)) {
            slope = multiply(multiply(v, power(u, subtract(v, ONE))), eps(a, order));
        }
        if (b instanceof Dual && ((Dual) b).order() == order && !vanishes(eps(b, order))) {
            slope = add(slope, multiply(multiply(power, log(u)), eps(b, order)));
        }
        return new Dual(order, power, slope);
    }

    private static Value integerPower(Value a, BigInteger n) {
        if (n.signum() < 0 && isZero(a)) {
            throw new NoValue("division by zero");
        }
        if (a instanceof Exact) {
            return exactPower(((Exact) a).number(), n);
        }
        if (a instanceof Real || n.bitLength() > 31) {
            return power(a, new Real(n.doubleValue()));
        }
        int exponent = n.intValue();
        Value power = new Complex(1, 0);
        Value square = a;
        for (long left = Math.abs((long) exponent); left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = multiply(power, square);
            }
            square = multiply(square, square);
        }
        return exponent < 0 ? divide(new Complex(1, 0), power) : power;
    }

    /** A power is kept exactly where it is short; (1 + 1/n)^n for a large n is a double. */
    private static Value exactPower(Rational base, BigInteger n) {
        if (base.abs().equals(Rational.ONE)) {
            return n.testBit(0) ? new Exact(base) : ONE;
        }
        if (n.bitLength() < 32) {
            try {
                return new Exact(base.pow(n.intValue()));
            } catch (Rational.TooLong e) {
                // as a double, below
            }
        }
        double size = base.isInRangeOfDoubles()
                ? kept(real(power(inexact(new Exact(base.abs())), new Real(n.doubleValue()))), base.signum())
                : scaledPower(base.abs(), new Exact(Rational.of(n)));
        double power = base.signum() < 0 && n.testBit(0) ? -Math.abs(size) : Math.abs(size);
        if (Double.isInfinite(power)) {
            throw new NoValue("an exact number of more than " + Rational.MAX_BITS + " bits");
        }
        return new Real(power);
    }

    /** The exponential. */
    public static Value exp(Value a) {
        if (a instanceof Dual) {
            Dual d = (Dual) a;
            Value power = exp(d.re());
            return new Dual(d.order(), power, multiply(power, d.eps()));
        }
        if (a instanceof Complex) {
            double size = Math.exp(real(a));
            return new Complex(size * Math.cos(imaginary(a)), size * Math.sin(imaginary(a)));
        }
        double x = real(a);
        return Math.abs(x) < SMALL ? Real.nearOne(1, Math.expm1(x)) : new Real(Math.exp(x));
    }

    /**
     * The natural logarithm; of a complex number the principal value.
     *
     * @throws OutOfDomain for a negative real
     */
    public static Value log(Value a) {
        if (a instanceof Dual) {
            Dual d = (Dual) a;
            Value log = isBelowCut(d) ? conjugate(log(d.re())) : log(d.re());
            return new Dual(d.order(), log, divide(d.eps(), d.re()));
        }
        if (a instanceof Complex) {
            return new Complex(logOfSize(real(a), imaginary(a)), Math.atan2(imaginary(a), real(a)));
        }
        if (real(a) < 0) {
            throw new OutOfDomain("logarithm of the negative number " + real(a));
        }
        double fromOne = NearOne.distance(a);
        if (!Double.isNaN(fromOne)) {
            return new Real(Math.log1p(fromOne));
        }
        return new Real(isBeyondDoubles(a) ? logarithm(((Exact) a).number()) : Math.log(real(a)));
    }

    /**
     * Whether a dual number starts on the negative real axis, where functions with a branch cut take the value that they have above
     * it, and leaves the axis downwards.
     *
     * @throws Tied if that depends on the sign of its ε, which may have either
     */
    public static boolean isBelowCut(Dual a) {
        boolean onCut = imaginary(a) == 0 && real(a) < 0 && imaginary(a.eps()) != 0;
        if (onCut && !Dual.isOneSided(a.order())) {
            throw new Tied(a.order());
        }
        return onCut && imaginary(a.eps()) < 0;
    }

    /** The complex conjugate. */
    public static Value conjugate(Value a) {
        if (a instanceof Dual) {
            return new Dual(((Dual) a).order(), conjugate(((Dual) a).re()), conjugate(((Dual) a).eps()));
        }
        return a instanceof Complex ? new Complex(real(a), -imaginary(a)) : a;
    }

    /** Near the unit circle the logarithm of the size is taken from its square less one, which keeps every digit. */
    private static double logOfSize(double x, double y) {
        double size = Math.hypot(x, y);
        if (size < 0.5 || size > 2) {
            return Math.log(size);
        }
        double large = Math.max(Math.abs(x), Math.abs(y));
        double small = Math.min(Math.abs(x), Math.abs(y));
        return Math.log1p((large - 1) * (large + 1) + small * small) / 2;
    }

    /**
     * −1, 0 or 1 as {@code a} is below, equal to or above {@code b}; exact where both are exact. Dual numbers of equal values are
     * in the order of their derivatives if their ε is positive; those that are equal to first order count as equal.
     *
     * @throws NoValue for complex numbers with an imaginary part, which have no order
     * @throws Tied if it depends on the sign of an ε that may have either
     */
    public static int compare(Value a, Value b) {
        if (a instanceof Dual || b instanceof Dual) {
            int order = order(a, b);
            int byValue = compare(re(a, order), re(b, order));
            return byValue != 0 ? byValue : decided(compare(eps(a, order), eps(b, order)), order);
        }
        if (a instanceof Exact && b instanceof Exact) {
            return ((Exact) a).number().compareTo(((Exact) b).number());
        }
        if (isBeyondDoubles(a) && b instanceof Real && Double.isFinite(real(b))) {
            return ((Exact) a).number().compareTo(Rational.exactly(real(b)));
        }
        if (isBeyondDoubles(b) && a instanceof Real && Double.isFinite(real(a))) {
            return Rational.exactly(real(a)).compareTo(((Exact) b).number());
        }
        double apart =
                real(a) < 0 ? NearOne.distance(b) - NearOne.distance(a) : NearOne.distance(a) - NearOne.distance(b);
        if (!Double.isNaN(apart) && real(a) * real(b) > 0) {
            return Double.compare(apart + 0.0, 0.0);
        }
        if (imaginary(a) != 0 || imaginary(b) != 0) {
            throw new NoValue("complex numbers have no order; compare abs(…), real(…) or imag(…)");
        }
        return Double.compare(real(a) + 0.0, real(b) + 0.0);
    }

    /**
     * As {@link #compare}, for a function that has a step where both are equal: what is equal to first order only may be unequal
     * beside the point.
     *
     * @throws Tied also if they are equal to first order, for an ε that may have either sign
     */
    public static int compareAtStep(Value a, Value b) {
        int order = order(a, b);
        int compared = compare(a, b);
        if (compared == 0 && order > 0 && !Dual.isOneSided(order)) {
            throw new Tied(order);
        }
        return compared;
    }

    /** What a comparison of derivatives decides about numbers of equal values. */
    private static int decided(int byDerivative, int order) {
        if (byDerivative != 0 && !Dual.isOneSided(order)) {
            throw new Tied(order);
        }
        return byDerivative;
    }

    /**
     * Whether two numbers are equal; dual numbers, to first order.
     *
     * @throws Tied if they are equal just here, where an ε that may have either sign is zero
     */
    public static boolean isEqual(Value a, Value b) {
        int order = order(a, b);
        if (order == 0) {
            return isZero(subtract(a, b));
        }
        if (!isEqual(re(a, order), re(b, order))) {
            return false;
        }
        if (!Dual.isOneSided(order)) {
            throw new Tied(order);
        }
        return isEqual(eps(a, order), eps(b, order));
    }

    /** Whether a number is exactly zero. */
    public static boolean isZero(Value a) {
        if (a instanceof Exact) {
            return ((Exact) a).number().signum() == 0;
        }
        return a instanceof Dual ? isZero(((Dual) a).re()) : real(a) == 0 && imaginary(a) == 0;
    }

    /** Whether this is a whole number that is known exactly. */
    public static boolean isWhole(Value a) {
        return a instanceof Exact && ((Exact) a).number().isInteger();
    }

    /** Whether a number is zero and stays so to first order, whichever variable moves. */
    public static boolean vanishes(Value a) {
        return a instanceof Dual ? vanishes(((Dual) a).re()) && vanishes(((Dual) a).eps()) : isZero(a);
    }

    /** The real part as a double, never zero for an exact number that is not zero; of a dual, that of its value. */
    public static double real(Value a) {
        if (a instanceof Real) {
            return ((Real) a).x();
        }
        if (a instanceof Exact) {
            Rational number = ((Exact) a).number();
            return kept(number.toDouble(), number.signum());
        }
        if (a instanceof Complex) {
            return ((Complex) a).re();
        }
        if (a instanceof Dual) {
            return real(((Dual) a).re());
        }
        throw new NoValue("a number is needed here");
    }

    /** The imaginary part as a double. */
    public static double imaginary(Value a) {
        return a instanceof Complex ? ((Complex) a).im() : a instanceof Dual ? imaginary(((Dual) a).re()) : 0;
    }

    /** The derivative part of {@code a} with respect to the differentiation {@code order}. */
    public static Value eps(Value a, int order) {
        return a instanceof Dual && ((Dual) a).order() == order ? ((Dual) a).eps() : ZERO;
    }

    /** The value part of {@code a} with respect to the differentiation {@code order}. */
    public static Value re(Value a, int order) {
        return a instanceof Dual && ((Dual) a).order() == order ? ((Dual) a).re() : a;
    }

    /** Which differentiation a value takes part in last, 0 if in none. */
    public static int order(Value a) {
        return a instanceof Dual ? ((Dual) a).order() : 0;
    }

    private static int order(Value a, Value b) {
        return Math.max(order(a), order(b));
    }

    private static Value complexOrReal(Value a, Value b, double re, double im) {
        return a instanceof Complex || b instanceof Complex ? new Complex(re, im) : new Real(re);
    }

    /** The exact value of a non-negative integer that fits an int. */
    public static int count(Value a) {
        double x = real(a);
        if (x < 0 || x > Integer.MAX_VALUE || x != Math.rint(x)) {
            throw new NoValue("a whole number from 0 to " + Integer.MAX_VALUE + " is needed, not " + x);
        }
        return (int) x;
    }

    /** A rational as a value. */
    public static Value exact(Rational number) {
        return new Exact(number);
    }

    /** Doubles as a row. */
    public static Array row(double... xs) {
        List<Value> entries = new ArrayList<>(xs.length);
        for (double x : xs) {
            entries.add(new Real(x));
        }
        return new Array(1, xs.length, entries);
    }
}
