package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.add;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Complex;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * Inverse circular and hyperbolic functions. The complex ones are the principal values after W. Kahan, "Branch cuts for
 * complex elementary functions, or much ado about nothing's sign bit" (1987); on a cut it is the value above it.
 */
final class Inverses {

    private static final Value J = new Complex(0, 1);
    private static final String BETWEEN_ONES = "−1 ≤ x ≤ 1";
    private static final String COMPLEX_HINT = " (write x + 0j for a complex value)";

    /** Near 1 and −1 the angle follows from the distance from there, of which more is known than the double shows. */
    private static double arcCosine(Elementary function, Value.Real x) {
        if (x.fromOne() > 0) {
            return function.defined(Double.NaN, x.x(), BETWEEN_ONES + COMPLEX_HINT);
        }
        double angle = 2 * Math.asin(Math.sqrt(-x.fromOne() / 2));
        return x.x() > 0 ? angle : Math.PI - angle;
    }

    private static Value.Real magnitude(Value.Real x) {
        return new Value.Real(Math.abs(x.x()), x.fromOne());
    }

    private static final Elementary ASIN = new Elementary("asin(x)", "angle in radians whose sine is x") {
        @Override
        double at(double x) {
            return defined(Math.asin(x), x, BETWEEN_ONES + COMPLEX_HINT);
        }

        @Override
        Value.Real at(Value.Real x) {
            return new Value.Real(
                    x.isNearOne() ? Math.copySign(Math.PI / 2 - arcCosine(this, magnitude(x)), x.x()) : at(x.x()));
        }

        @Override
        Value at(Complex z) {
            return arcSine(z.re(), z.im());
        }

        @Override
        Series enclosed(Series x) {
            return x.asin();
        }

        @Override
        Value slope(Value x) {
            return isOnOrAboveAxis(x)
                    ? divide(J, rootOfSquareMinusOne(x))
                    : divide(ONE, Elementaries.SQRT.of(oneMinusSquare(x)));
        }
    };

    private static final Elementary ACOS = new Elementary("acos(x)", "angle in radians whose cosine is x") {
        @Override
        double at(double x) {
            return defined(Math.acos(x), x, BETWEEN_ONES + COMPLEX_HINT);
        }

        @Override
        Value.Real at(Value.Real x) {
            return new Value.Real(x.isNearOne() ? arcCosine(this, x) : at(x.x()));
        }

        @Override
        Value at(Complex z) {
            Root plus = Root.of(1 + z.re(), z.im());
            Root minus = Root.of(1 - z.re(), -z.im());
            double im = areaSine(plus.re() * minus.im() - plus.im() * minus.re());
            return new Complex(2 * Math.atan2(minus.re(), plus.re()), im);
        }

        @Override
        Series enclosed(Series x) {
            return x.acos();
        }

        @Override
        Value slope(Value x) {
            return negate(ASIN.slope(x));
        }
    };

    private static final Elementary ATAN = new Elementary("atan(x)", "angle in radians whose tangent is x") {
        @Override
        double at(double x) {
            return Math.atan(x);
        }

        @Override
        Value at(Complex z) {
            Complex w = areaTangent(-z.im(), z.re());
            return new Complex(w.im(), -w.re());
        }

        @Override
        Series enclosed(Series x) {
            return x.atan();
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.atan();
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, add(ONE, multiply(x, x)));
        }
    };

    private static final Elementary ASINH = new Elementary("asinh(x)", "number whose hyperbolic sine is x") {
        @Override
        double at(double x) {
            return areaSine(x);
        }

        @Override
        Value at(Complex z) {
            Complex w = arcSine(-z.im(), z.re());
            return new Complex(w.im(), -w.re());
        }

        @Override
        Series enclosed(Series x) {
            return x.asinh();
        }

        @Override
        Expansion expanded(Expansion x) {
            if (x.isBounded()) {
                return super.expanded(x);
            }
            Expansion root = x.times(x).plus(Expansion.of(1)).power(Rational.of(1, 2));
            return x.abs().plus(root).log().times(Coefficient.of(x.sign()));
        }

        @Override
        Value slope(Value x) {
            return isComplex(x)
                    ? ASIN.slope(multiply(J, x))
                    : divide(ONE, Elementaries.SQRT.of(add(ONE, multiply(x, x))));
        }
    };

    private static final Elementary ACOSH = new Elementary("acosh(x)", "number ≥ 0 whose hyperbolic cosine is x") {
        @Override
        double at(double x) {
            double above = x - 1;
            return defined(
                    x > LARGE ? Math.log(x) + Math.log(2) : Math.log1p(above + Math.sqrt(2 * above + above * above)),
                    x,
                    "x ≥ 1" + COMPLEX_HINT);
        }

        @Override
        Value at(Complex z) {
            Root plus = Root.of(z.re() + 1, z.im());
            Root minus = Root.of(z.re() - 1, z.im());
            double re = areaSine(minus.re() * plus.re() + minus.im() * plus.im());
            return new Complex(re, 2 * Math.atan2(minus.im(), plus.re()));
        }

        @Override
        Series enclosed(Series x) {
            return x.acosh();
        }

        @Override
        Expansion expanded(Expansion x) {
            if (x.isBounded()) {
                return super.expanded(x);
            }
            Expansion root = x.times(x).minus(Expansion.of(1)).power(Rational.of(1, 2));
            return x.plus(root).log();
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, rootOfSquareMinusOne(x));
        }
    };

    private static final Elementary ATANH = new Elementary("atanh(x)", "number whose hyperbolic tangent is x") {
        @Override
        double at(double x) {
            double size = Math.abs(x);
            double area = Math.log1p(2 * size / (1 - size)) / 2;
            return defined(Math.copySign(size > 1 ? Double.NaN : area, x), x, BETWEEN_ONES + COMPLEX_HINT);
        }

        @Override
        Value at(Complex z) {
            return areaTangent(z.re(), z.im());
        }

        @Override
        Series enclosed(Series x) {
            return x.atanh();
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, oneMinusSquare(x));
        }
    };

    /** Beyond it 1 + x² is x² in double precision. */
    private static final double LARGE = 0x1p28;

    private Inverses() {}

    static List<Function> all() {
        return List.of(ASIN, ACOS, ATAN, ASINH, ACOSH, ATANH);
    }

    /** √(x − 1)·√(x + 1), the root of x² − 1 that is continuous on and above the real axis. */
    private static Value rootOfSquareMinusOne(Value x) {
        return multiply(Elementaries.SQRT.of(subtract(x, ONE)), Elementaries.SQRT.of(add(x, ONE)));
    }

    /** The number that a dual one is near. */
    private static Value base(Value x) {
        return x instanceof Value.Dual dual ? base(dual.re()) : x;
    }

    private static boolean isComplex(Value x) {
        return base(x) instanceof Complex;
    }

    /** Where √(1 − z²) would be that of the other side of the cut, for a zero has no sign. */
    private static boolean isOnOrAboveAxis(Value x) {
        return base(x) instanceof Complex z && z.im() >= 0;
    }

    /** 1 − x², as a product that keeps its digits where x is near 1. */
    private static Value oneMinusSquare(Value x) {
        return multiply(subtract(ONE, x), add(ONE, x));
    }

    /** A square root on the way, of which the sign of zero says on which side of the cut it is. */
    private record Root(double re, double im) {
        static Root of(double x, double y) {
            double re = Math.sqrt((Math.hypot(x, y) + Math.abs(x)) / 2);
            double im = re == 0 ? 0 : Math.abs(y) / (2 * re);
            return x >= 0 ? new Root(re, Math.copySign(im, y)) : new Root(im, Math.copySign(re, y));
        }
    }

    private static Complex arcSine(double x, double y) {
        Root plus = Root.of(1 + x, y);
        Root minus = Root.of(1 - x, -y);
        double re = Math.atan2(x, plus.re() * minus.re() - plus.im() * minus.im());
        return new Complex(re, areaSine(minus.re() * plus.im() - minus.im() * plus.re()));
    }

    private static double areaSine(double x) {
        double size = Math.abs(x);
        double area = size > LARGE
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(area, x);
    }

    private static Complex areaTangent(double x, double y) {
        double beside = (1 - x) * (1 - x) + y * y;
        double re = Math.copySign(Math.log1p(4 * Math.abs(x) / ((1 - Math.abs(x)) * (1 - Math.abs(x)) + y * y)) / 4, x);
        if (beside == 0 || (1 + x) * (1 + x) + y * y == 0) {
            throw new NoValue("atanh has a pole here");
        }
        return new Complex(re, Math.atan2(2 * y, (1 - x) * (1 + x) - y * y) / 2);
    }
}
