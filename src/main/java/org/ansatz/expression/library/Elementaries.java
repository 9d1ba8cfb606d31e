package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.add;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;
import static org.ansatz.expression.value.Arithmetic.power;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.util.List;
import org.ansatz.expression.Function;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** Exponentials, logarithms, circular and hyperbolic functions: value and derivative side by side. */
final class Elementaries {

    private static final Value TWO = Value.Exact.of(2);
    private static final Value TEN = Value.Exact.of(10);

    private static final Elementary EXP = new Elementary("exp(x)", "e to the power x") {
        @Override
        double at(double x) {
            return Math.exp(x);
        }

        @Override
        Value at(Value.Complex z) {
            return Arithmetic.exp(z);
        }

        @Override
        Value slope(Value x) {
            return of(x);
        }
    };

    private static final Elementary LOG = new Elementary("log(x)", "natural logarithm") {
        @Override
        double at(double x) {
            return defined(Math.log(x), x, "x ≥ 0");
        }

        @Override
        Value at(Value.Complex z) {
            return Arithmetic.log(z);
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, x);
        }
    };

    private static final Elementary LOG2 = new Elementary("log2(x)", "logarithm to base 2") {
        @Override
        double at(double x) {
            return defined(Math.log(x) / Math.log(2), x, "x ≥ 0");
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, multiply(x, LOG.of(TWO)));
        }
    };

    private static final Elementary LOG10 = new Elementary("log10(x)", "logarithm to base 10") {
        @Override
        double at(double x) {
            return defined(Math.log10(x), x, "x ≥ 0");
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
        Value at(Value.Complex z) {
            return new Value.Complex(Math.cos(z.re()) * Math.cosh(z.im()), -Math.sin(z.re()) * Math.sinh(z.im()));
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
            return divide(SIN.of(z), COS.of(z));
        }

        @Override
        Value slope(Value x) {
            return add(ONE, power(of(x), TWO));
        }
    };

    private static final Elementary ASIN = new Elementary("asin(x)", "angle in radians whose sine is x") {
        @Override
        double at(double x) {
            return defined(Math.asin(x), x, "−1 ≤ x ≤ 1");
        }

        @Override
        Value slope(Value x) {
            return divide(ONE, SQRT.of(subtract(ONE, power(x, TWO))));
        }
    };

    private static final Elementary ACOS = new Elementary("acos(x)", "angle in radians whose cosine is x") {
        @Override
        double at(double x) {
            return defined(Math.acos(x), x, "−1 ≤ x ≤ 1");
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
        Value slope(Value x) {
            return divide(ONE, add(ONE, power(x, TWO)));
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
        Value at(Value.Complex z) {
            return new Value.Complex(Math.cosh(z.re()) * Math.cos(z.im()), Math.sinh(z.re()) * Math.sin(z.im()));
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
        Value at(Value.Complex z) {
            return divide(SINH.of(z), COSH.of(z));
        }

        @Override
        Value slope(Value x) {
            return subtract(ONE, power(of(x), TWO));
        }
    };

    /** The square root takes the square root of the unit too; its value is shared with the dimensioned function. */
    static final Elementary SQRT = new DimensionedRoot();

    private Elementaries() {}

    static List<Function> all() {
        return List.of(EXP, LOG, LOG2, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, SQRT);
    }
}
