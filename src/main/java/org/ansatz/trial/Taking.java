package org.ansatz.trial;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.apache.commons.math3.complex.Complex;
import org.jspecify.annotations.Nullable;

/** How a value becomes a Java object of one type. */
interface Taking {

    /** How the types are named to whoever takes another one. */
    String TYPES = "a double, int, long, boolean, BigInteger, BigDecimal, Complex, double[] or double[][]";

    /**
     * The object.
     *
     * @param value in SI
     * @param scale from SI to the unit in which it is wanted
     * @param exact whether that unit is SI, so that an exact number stays one
     * @throws IllegalArgumentException if the type holds no such value; the message says what it is: "is no whole number"
     */
    Object of(Value value, DoubleUnaryOperator scale, boolean exact);

    /** How a value becomes an object of this type, or null if none does. */
    static @Nullable Taking as(Class<?> type) {
        return Known.TYPES.get(type);
    }

    /** The types. */
    final class Known {
        private static final Taking DOUBLE = (value, scale, exact) -> real(value, scale);
        private static final Taking INT = (value, scale, exact) ->
                small(whole(value, scale, exact), Integer.SIZE).intValue();
        private static final Taking LONG = (value, scale, exact) ->
                small(whole(value, scale, exact), Long.SIZE).longValue();
        private static final Taking BOOLEAN = (value, scale, exact) -> truth(value);

        private static final Map<Class<?>, Taking> TYPES = Map.ofEntries(
                Map.entry(double.class, DOUBLE),
                Map.entry(Double.class, DOUBLE),
                Map.entry(int.class, INT),
                Map.entry(Integer.class, INT),
                Map.entry(long.class, LONG),
                Map.entry(Long.class, LONG),
                Map.entry(boolean.class, BOOLEAN),
                Map.entry(Boolean.class, BOOLEAN),
                Map.entry(BigInteger.class, Known::whole),
                Map.entry(BigDecimal.class, Known::decimal),
                Map.entry(Complex.class, (value, scale, exact) -> complex(value, scale)),
                Map.entry(double[].class, (value, scale, exact) -> row(value, scale)),
                Map.entry(double[][].class, (value, scale, exact) -> rows(value, scale)));

        private Known() {}

        private static double real(Value value, DoubleUnaryOperator scale) {
            if (value instanceof Value.Array) {
                throw new IllegalArgumentException("is a matrix; take a double[][]");
            }
            if (value instanceof Value.Truth || Arithmetic.imaginary(value) != 0) {
                throw new IllegalArgumentException("is no single real number");
            }
            return scale.applyAsDouble(Arithmetic.real(value));
        }

        private static BigInteger whole(Value value, DoubleUnaryOperator scale, boolean exact) {
            boolean isExact = exact && value instanceof Value.Exact;
            Rational number =
                    isExact ? ((Value.Exact) value).number() : Rational.exactly(nearlyWhole(real(value, scale)));
            if (!number.isInteger()) {
                throw new IllegalArgumentException("is no whole number; take a double");
            }
            return number.numerator();
        }

        /** A unit that is not decimal, such as the degree, leaves a whole number no more than nearly whole. */
        private static double nearlyWhole(double x) {
            double whole = Math.rint(x);
            return Math.abs(x - whole) <= 1e-12 * Math.abs(whole) ? whole : x;
        }

        private static BigInteger small(BigInteger whole, int bits) {
            if (whole.bitLength() >= bits) {
                throw new IllegalArgumentException("has more than " + (bits - 1) + " bits; take a BigInteger");
            }
            return whole;
        }

        private static BigDecimal decimal(Value value, DoubleUnaryOperator scale, boolean exact) {
            if (!(exact && value instanceof Value.Exact)) {
                return BigDecimal.valueOf(real(value, scale));
            }
            Rational number = ((Value.Exact) value).number();
            return new BigDecimal(number.numerator())
                    .divide(new BigDecimal(number.denominator()), MathContext.DECIMAL128);
        }

        private static boolean truth(Value value) {
            boolean isTruth = value instanceof Value.Truth;
            boolean isBit = !isTruth
                    && Arithmetic.isWhole(value)
                    && (Arithmetic.real(value) == 0 || Arithmetic.real(value) == 1);
            if (!isTruth && !isBit) {
                throw new IllegalArgumentException("is neither 0 nor 1; take a double or int");
            }
            return isTruth ? ((Value.Truth) value).holds() : Arithmetic.real(value) == 1;
        }

        private static Complex complex(Value value, DoubleUnaryOperator scale) {
            if (value instanceof Value.Array || value instanceof Value.Truth) {
                throw new IllegalArgumentException("is no single number");
            }
            return new Complex(
                    scale.applyAsDouble(Arithmetic.real(value)), scale.applyAsDouble(Arithmetic.imaginary(value)));
        }

        private static double[] row(Value value, DoubleUnaryOperator scale) {
            if (!(value instanceof Value.Array)) {
                throw new IllegalArgumentException("is a number; take a double");
            }
            Value.Array array = (Value.Array) value;
            if (array.rows() > 1 && array.columns() > 1) {
                throw new IllegalArgumentException("is a matrix; take a double[][]");
            }
            return array.entries().stream()
                    .mapToDouble(entry -> real(entry, scale))
                    .toArray();
        }

        private static double[][] rows(Value value, DoubleUnaryOperator scale) {
            if (!(value instanceof Value.Array)) {
                throw new IllegalArgumentException("is a number; take a double");
            }
            Value.Array array = (Value.Array) value;
            double[][] rows = new double[array.rows()][];
            for (int r = 0; r < rows.length; r++) {
                List<Value> row = array.entries().subList(r * array.columns(), (r + 1) * array.columns());
                rows[r] = row.stream().mapToDouble(entry -> real(entry, scale)).toArray();
            }
            return rows;
        }
    }
}
