package org.ansatz.expression;

import java.math.BigInteger;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** How values are printed. */
public final class Show {

    private static final int LONGEST_EXACT = 60;
    private static final int MOST_BITS = 64;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Show() {}

    /** A value with its unit, to so many significant digits; whole numbers keep every digit. */
    public static String value(Value value, Type type, @Nullable Unit unit, int digits) {
        Dimension dimension = type.dimensionOrNone();
        if (value instanceof Value.Truth) {
            return ((Value.Truth) value).holds() ? "true" : "false";
        }
        if (value instanceof Value.Handle) {
            return type.set().description();
        }
        if (value instanceof Value.Array) {
            return array((Value.Array) value, type, unit, digits);
        }
        if (value instanceof Value.Exact && dimension.isNone() && unit == null) {
            return exact(((Value.Exact) value).number(), digits);
        }
        if (Arithmetic.imaginary(value) != 0) {
            return complex(Arithmetic.real(value), Arithmetic.imaginary(value), dimension, unit, digits);
        }
        return Notation.quantity(Arithmetic.real(value), dimension, digits, unit);
    }

    /** Halves, thirds and the like as fractions; tenths and the like, and whatever is long, as decimals. */
    private static String exact(Rational number, int digits) {
        if (isOfTens(number.denominator())) {
            return Notation.number(number, digits);
        }
        String text = number.toString();
        return text.length() <= LONGEST_EXACT && (number.isInteger() || text.length() <= digits + 2)
                ? text
                : Notation.number(number, digits);
    }

    /** Whether a denominator is 5, 10, 20, 25 and so on, which decimals end with. */
    private static boolean isOfTens(BigInteger denominator) {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        if (rest.bitLength() < 3 || rest.bitLength() > MOST_BITS) {
            return false;
        }
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }

    private static String complex(double re, double im, Dimension dimension, @Nullable Unit unit, int digits) {
        double factor = unit == null ? 1 : unit.factor();
        String symbol = unit == null ? org.ansatz.quantity.Units.symbol(dimension) : unit.symbol();
        String number = Notation.number(re / factor, digits) + (im < 0 ? " - " : " + ")
                + Notation.number(Math.abs(im) / factor, digits) + "j";
        return symbol.isEmpty() ? number : "(" + number + ") " + symbol;
    }

    private static String array(Value.Array array, Type type, @Nullable Unit unit, int digits) {
        StringBuilder text = new StringBuilder("[");
        int shown = Math.min(array.entries().size(), 16);
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : i % array.columns() == 0 ? "; " : ", ")
                    .append(value(array.entries().get(i), type, unit, digits));
        }
        return text.append(shown < array.entries().size() ? ", …]" : "]").toString();
    }
}
