package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.add;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;
import static org.ansatz.expression.value.Arithmetic.power;

import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Exponentials, logarithms, circular and hyperbolic functions: value and derivative side by side. */
final class Elementaries {

    private static final Value TWO = Value.Exact.of(2);
    private static final Value TEN = Value.Exact.of(10);

    /** At arguments up to here cos and cosh are so near 1 that their distance from it says more. */
    private static final double SMALL = 0.5;

    private static final Elementary EXP = new Elementary("exp(x)", "e to the power x") {
        @Override
        double at(double x) {
            return Math.exp(x);
        }

        @Override
        Kind kind(Kind argument) {
            return Kind.NEAR;
        }

        @Override
        Value.Real at(Value.Real x) {
            return (Value.Real) Arithmetic.exp(x);
        }

        @Override
        Value at(Value.Complex z) {
            return Arithmetic.exp(z);
        }

        @Override
        Enclosed enclosed(Enclosed.Complex z) {
            return EnclosedArithmetic.exp(z);
        }

        @Override
        Series enclosed(Series x) {
            return x.exp();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.exp();
        }

        @Override
        Value slope(Value x) {
            return of(x);
        }
    };

    private static final Elementary LOG = new NaturalLogarithm("log(x)", "natural logarithm");

    private static final Elementary LN = new NaturalLogarithm("ln(x)", "natural logarithm, another word for log");

    /** The natural logarithm, under one name or another. */
    private static final class NaturalLogarithm extends Elementary {
        NaturalLogarithm(String signature, String help) {
            super(signature, help);
        }

        @Override
        double at(double x) {
            return defined(Math.log(x), x, "x ≥ 0");
        }

        @Override
        Value.Real at(Value.Real x) {
            return x.x() > 0 ? (Value.Real) Arithmetic.log(x) : super.at(x);
        }

        @Override
        Value at(Value.Complex z) {
            return Arithmetic.log(z);
        }

        @Override
        Value at(Value.Dual x) {
            return acrossCut(super.at(x), x);
        }

        @Override
        Value exactly(Value.Exact x) {
            return isScaled(x) ? Arithmetic.log(x) : super.exactly(x);
        }

        @Override
        Series enclosed(Series x) {
            return x.log();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.log();
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, x);
        }
    }

    private static final Elementary LOG2 = new Elementary("log2(x)", "logarithm to base 2") {
        @Override
        double at(double x) {
            return defined(binaryLogarithm(x), x, "x ≥ 0");
        }

        @Override
        Value.Real at(Value.Real x) {
            return byNatural(x, Math.log(2), super.at(x));
        }

        @Override
        Value at(Value.Complex z) {
            return divide(Arithmetic.log(z), LOG.of(TWO));
        }

        @Override
        Value at(Value.Dual x) {
            return acrossCut(super.at(x), x);
        }

        @Override
        Value exactly(Value.Exact x) {
            Value whole = exponent(x.number(), BigInteger.TWO);
            return whole != null ? whole : isScaled(x) ? scaled(x, 1, this::at) : super.exactly(x);
        }

        @Override
        Series enclosed(Series x) {
            return x.log().over(logarithm(2, x));
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.log().over(Expansion.of(2).log());
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, multiply(x, LOG.of(TWO)));
        }
    };

    /** The decimal logarithm; levels are multiples of it. */
    static final Elementary LOG10 = new Elementary("log10(x)", "logarithm to base 10") {
        @Override
        double at(double x) {
            return defined(Math.log10(x), x, "x ≥ 0");
        }

        @Override
        Value.Real at(Value.Real x) {
            return byNatural(x, Math.log(10), super.at(x));
        }

        @Override
        Value at(Value.Complex z) {
            return divide(Arithmetic.log(z), LOG.of(TEN));
        }

        @Override
        Value at(Value.Dual x) {
            return acrossCut(super.at(x), x);
        }

        @Override
        Value exactly(Value.Exact x) {
            Value whole = exponent(x.number(), BigInteger.TEN);
            return whole != null ? whole : isScaled(x) ? scaled(x, Math.log10(2), this::at) : super.exactly(x);
        }

        @Override
        Series enclosed(Series x) {
            return x.log().over(logarithm(10, x));
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.log().over(Expansion.of(10).log());
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, multiply(x, LOG.of(TEN)));
        }
    };

    private static final Elementary SIN = new Elementary("sin(x)", "sine of an angle in radians") {
        @Override
        double at(double x) {
            return Math.sin(x);
        }

        @Override
        Value at(Value.Complex z) {
            return new Value.Complex(Math.sin(z.re()) * Math.cosh(z.im()), Math.cos(z.re()) * Math.sinh(z.im()));
        }

        @Override
        Series enclosed(Series x) {
            return x.sin();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.sine(false);
        }

        @Override
        Value slope(Value x) {
            return COS.of(x);
        }
    };

    private static final Elementary COS = new Elementary("cos(x)", "cosine of an angle in radians") {
        @Override
        double at(double x) {
            return Math.cos(x);
        }

        @Override
        Kind kind(Kind argument) {
            return Kind.NEAR;
        }

        @Override
        Value.Real at(Value.Real x) {
            if (Math.abs(x.x()) > SMALL) {
                return super.at(x);
            }
            double half = Math.sin(x.x() / 2);
            return Value.Real.nearOne(1, -2 * half * half);
        }

        @Override
        Value at(Value.Complex z) {
            return new Value.Complex(Math.cos(z.re()) * Math.cosh(z.im()), -Math.sin(z.re()) * Math.sinh(z.im()));
        }

        @Override
        Series enclosed(Series x) {
            return x.cos();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.sine(true);
        }

        @Override
        Value slope(Value x) {
            return negate(SIN.of(x));
        }
    };

    private static final Elementary TAN = new Elementary("tan(x)", "tangent of an angle in radians") {
        @Override
        double at(double x) {
            return Math.tan(x);
        }

        @Override
        Value at(Value.Complex z) {
            Value.Complex w = hyperbolicTangent(-z.im(), z.re());
            return new Value.Complex(w.im(), -w.re());
        }

        @Override
        Series enclosed(Series x) {
            return x.tan();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.sine(false).over(x.sine(true));
        }

        @Override
        Value slope(Value x) {
            return add(ONE, power(of(x), TWO));
        }
    };

    private static final Elementary SINH = new Elementary("sinh(x)", "hyperbolic sine") {
        @Override
        double at(double x) {
            return Math.sinh(x);
        }

        @Override
        Value at(Value.Complex z) {
            return new Value.Complex(Math.sinh(z.re()) * Math.cos(z.im()), Math.cosh(z.re()) * Math.sin(z.im()));
        }

        @Override
        Series enclosed(Series x) {
            return x.sinh();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.exp().minus(x.negate().exp()).times(Coefficient.of(Rational.of(1, 2)));
        }

        @Override
        Value slope(Value x) {
            return COSH.of(x);
        }
    };

    private static final Elementary COSH = new Elementary("cosh(x)", "hyperbolic cosine") {
        @Override
        double at(double x) {
            return Math.cosh(x);
        }

        @Override
        Kind kind(Kind argument) {
            return Kind.NEAR;
        }

        @Override
        Value.Real at(Value.Real x) {
            if (Math.abs(x.x()) > SMALL) {
                return super.at(x);
            }
            double half = Math.sinh(x.x() / 2);
            return Value.Real.nearOne(1, 2 * half * half);
        }

        @Override
        Value at(Value.Complex z) {
            return new Value.Complex(Math.cosh(z.re()) * Math.cos(z.im()), Math.sinh(z.re()) * Math.sin(z.im()));
        }

        @Override
        Series enclosed(Series x) {
            return x.cosh();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.exp().plus(x.negate().exp()).times(Coefficient.of(Rational.of(1, 2)));
        }

        @Override
        Value slope(Value x) {
            return SINH.of(x);
        }
    };

    private static final Elementary TANH = new Elementary("tanh(x)", "hyperbolic tangent") {
        @Override
        double at(double x) {
            return Math.tanh(x);
        }

        @Override
        Kind kind(Kind argument) {
            return Kind.NEAR;
        }

        @Override
        Value.Real at(Value.Real x) {
            if (!(Math.abs(x.x()) > 1)) {
                return super.at(x);
            }
            double e = Math.exp(-2 * Math.abs(x.x()));
            return Value.Real.nearOne(x.x(), -2 * e / (1 + e));
        }

        @Override
        Value at(Value.Complex z) {
            return hyperbolicTangent(z.re(), z.im());
        }

        @Override
        Series enclosed(Series x) {
            return x.tanh();
        }

        @Override
        Expansion expanded(Expansion x) {
            if (x.isBounded()) {
                return super.expanded(x);
            }
            Expansion rest =
                    Expansion.of(2).over(x.abs().times(Coefficient.of(2)).exp().plus(Expansion.of(1)));
            return Expansion.of(1).minus(rest).times(Coefficient.of(x.sign()));
        }

        @Override
        Value slope(Value x) {
            return SECH_SQUARED.of(x);
        }
    };

    /**
     * The derivative of tanh, 1/cosh². 1 − tanh² would have no digit left where tanh is near 1; 4e/(1 + e)² with e = exp(−2|x|)
     * keeps all of them, and its own derivative is a product, too.
     */
    static final Elementary SECH_SQUARED = new Elementary("sech_squared(x)", "1/cosh(x)^2") {
        @Override
        double at(double x) {
            double e = Math.exp(-2 * Math.abs(x));
            return 4 * e / ((1 + e) * (1 + e));
        }

        @Override
        Value at(Value.Complex z) {
            // 4w/(1 + w)² with w = exp(∓2z), the one that does not overflow
            Value w = Arithmetic.exp(multiply(Value.Exact.of(z.re() < 0 ? 2 : -2), z));
            return divide(multiply(Value.Exact.of(4), w), power(add(ONE, w), TWO));
        }

        @Override
        Series enclosed(Series x) {
            return number(1, x).over(x.cosh().square());
        }

        @Override
        Value slope(Value x) {
            return multiply(Value.Exact.of(-2), multiply(of(x), TANH.of(x)));
        }
    };

    /** The square root takes the square root of the unit too; its value is shared with the dimensioned function. */
    static final Elementary SQRT = new DimensionedRoot();

    private Elementaries() {}

    /** The logarithm of a number near 1, of which more may be known than its double shows; of another as it is. */
    private static Value.Real byNatural(Value.Real x, double ofBase, Value.Real logarithm) {
        return x.isNearOne() && x.x() > 0 ? new Value.Real(Math.log1p(x.fromOne()) / ofBase) : logarithm;
    }

    /** A logarithm as it is below its branch cut, if that is where a dual number leads. */
    private static Value acrossCut(Value log, Value.Dual x) {
        return Arithmetic.isBelowCut(x)
                ? new Value.Dual(
                        x.order(), Arithmetic.conjugate(Arithmetic.re(log, x.order())), Arithmetic.eps(log, x.order()))
                : log;
    }

    /** The natural logarithm of a number, of the order of another series. */
    static Series logarithm(int number, Series like) {
        return number(number, like).log();
    }

    /** A number, of the order of another series. */
    static Series number(int number, Series like) {
        return Series.constant(Interval.of(number), like.order());
    }

    /** Exact for powers of two: the exponent is split off, so that log2(2^29) is 29 and not a little more. */
    private static double binaryLogarithm(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return Math.log(x) / Math.log(2);
        }
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        return mantissa > Math.sqrt(2)
                ? exponent + 1 + Math.log(mantissa / 2) / Math.log(2)
                : exponent + Math.log(mantissa) / Math.log(2);
    }

    /** The logarithm of a number that no double holds, from those of its mantissa and of two. */
    private static Value scaled(Value.Exact x, double ofTwo, DoubleUnaryOperator logarithm) {
        return new Value.Real(
                logarithm.applyAsDouble(x.number().mantissa()) + x.number().exponent() * ofTwo);
    }

    /** Whether an exact number has a logarithm, though no double holds it. */
    private static boolean isScaled(Value.Exact x) {
        return Arithmetic.isBeyondDoubles(x) && x.number().signum() > 0;
    }

    /** The k for which {@code x} is {@code base^k}, or null. */
    private static @Nullable Value exponent(Rational x, BigInteger base) {
        boolean whole = x.isInteger();
        BigInteger power = whole ? x.numerator() : x.denominator();
        if (x.signum() <= 0 || !whole && !x.numerator().equals(BigInteger.ONE)) {
            return null;
        }
        double estimate = logarithm(power) / Math.log(base.doubleValue());
        int k = (int) Math.rint(estimate);
        return base.pow(k).equals(power) ? Value.Exact.of(whole ? k : -k) : null;
    }

    /** The natural logarithm of a positive integer, however large. */
    private static double logarithm(BigInteger n) {
        int beyond = Math.max(0, n.bitLength() - 1000);
        return Math.log(n.shiftRight(beyond).doubleValue()) + beyond * Math.log(2);
    }

    /** Kahan's form ("Branch cuts for complex elementary functions", 1987), which neither overflows nor cancels. */
    private static Value.Complex hyperbolicTangent(double x, double y) {
        if (Math.abs(x) > 20) {
            double im = 4 * Math.sin(y) * Math.cos(y) * Math.exp(-2 * Math.abs(x));
            return new Value.Complex(Math.copySign(1, x), im);
        }
        double t = Math.tan(y);
        double beta = 1 + t * t;
        double s = Math.sinh(x);
        double rho = Math.sqrt(1 + s * s);
        double scale = 1 + beta * s * s;
        return new Value.Complex(beta * rho * s / scale, t / scale);
    }

    static List<Function> all() {
        return List.of(EXP, LOG, LN, LOG2, LOG10, SIN, COS, TAN, SINH, COSH, TANH, SQRT);
    }
}
