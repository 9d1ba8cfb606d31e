package org.ansatz.expression.value;

import java.math.BigDecimal;
import java.math.MathContext;
import org.ansatz.quantity.Rational;

/** Sum, product and quotient of numbers that are known exactly: exact where the result is short, otherwise rounded once. */
enum FieldOperation {
    PLUS {
        @Override
        Rational of(Rational a, Rational b) {
            return a.plus(b);
        }

        @Override
        BigDecimal of(BigDecimal a, BigDecimal b) {
            return a.add(b, DIGITS);
        }
    },
    TIMES {
        @Override
        Rational of(Rational a, Rational b) {
            return a.times(b);
        }

        @Override
        BigDecimal of(BigDecimal a, BigDecimal b) {
            return a.multiply(b, DIGITS);
        }
    },
    OVER {
        @Override
        Rational of(Rational a, Rational b) {
            return a.over(b);
        }

        @Override
        BigDecimal of(BigDecimal a, BigDecimal b) {
            return a.divide(b, DIGITS);
        }
    };

    /** How many digits are kept of what is too long to be kept exactly. */
    static final MathContext DIGITS = new MathContext(60);

    abstract Rational of(Rational a, Rational b);

    abstract BigDecimal of(BigDecimal a, BigDecimal b);

    /**
     * The exact result; where it would be too long, the nearest double.
     *
     * @throws Rational.TooLong if that is infinite, too
     */
    Value exactly(Rational a, Rational b) {
        try {
            return new Value.Exact(of(a, b));
        } catch (Rational.TooLong e) {
            double near = byDecimals(a, b);
            if (Double.isInfinite(near)) {
                throw e;
            }
            return new Value.Real(near);
        }
    }

    /** The result as a double. One that is not zero is at least the smallest double: it is not taken for nothing. */
    double rounded(Rational a, Rational b) {
        try {
            return Arithmetic.real(new Value.Exact(of(a, b)));
        } catch (Rational.TooLong e) {
            return byDecimals(a, b);
        }
    }

    private double byDecimals(Rational a, Rational b) {
        BigDecimal result = of(a.toDecimal(DIGITS), b.toDecimal(DIGITS));
        return Arithmetic.kept(result.doubleValue(), result.signum());
    }
}
