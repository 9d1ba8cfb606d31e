package org.ansatz.expression.type;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.NumberBase;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** How values are printed. */
public final class Show {

    /** Roundings of the few operations that make a complex number. */
    private static final double ROUNDINGS = 4;

    private static final int LONGEST_EXACT = 60;
    /** How many entries of a matrix are shown. */
    private static final int MOST_ENTRIES = 16;

    private static final int MAX_BITS = 64;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** What is shown of a number that cannot be written in another base. */
    private static final int BASE_DIGITS = 6;

    private Show() {}

    /**
     * Requires that a value can be shown as is asked for.
     *
     * @throws NoValue if it is to be shown in another base, and is no whole number
     */
    public static void require(Value value, @Nullable Unit unit) {
        NumberBase base = unit == null ? null : NumberBase.of(unit.symbol());
        List<Value> entries = value instanceof Value.Array array ? array.entries() : List.of(value);
        for (Value entry : entries) {
            if (base != null && !Arithmetic.isWhole(entry)) {
                throw new NoValue("only a whole number is shown in "
                        + base.unit().symbol() + "; this is " + value(entry, Type.REAL, null, BASE_DIGITS));
            }
        }
    }

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
            return array((Value.Array) value, type, entry -> value(entry, type, unit, digits));
        }
        NumberBase base = unit == null || !dimension.isNone() ? null : NumberBase.of(unit.symbol());
        if (base != null && !(value instanceof Value.Array)) {
            return Arithmetic.isWhole(value)
                    ? base.written(((Value.Exact) value).number().numerator())
                    : value(value, type, null, digits);
        }
        if (value instanceof Value.Exact && dimension.isNone() && unit == null) {
            return exact(((Value.Exact) value).number(), digits);
        }
        if (Arithmetic.isBeyondDoubles(value) && dimension.reference() == null && (unit == null || !unit.isShifted())) {
            return beyondDoubles(((Value.Exact) value).number(), dimension, unit, digits);
        }
        double re = Arithmetic.real(value);
        double im = Arithmetic.imaginary(value);
        if (im != 0 && !isRounding(im, re)) {
            return complex(isRounding(re, im) ? 0 : re, im, dimension, unit, digits);
        }
        return Notation.quantity(re, dimension, digits, unit);
    }

    /**
     * A value with its unit, to so many digits as its error covers; of what is smaller than twice its error not even the first
     * digit is known, and it is shown as zero.
     *
     * @param error in SI
     * @param digits at most
     */
    public static String known(Value value, double error, Type type, @Nullable Unit unit, int digits) {
        if (error == 0 || !type.isNumber() && !type.isCollection() || value instanceof Value.Handle) {
            return value(value, type, unit, digits);
        }
        if (value instanceof Value.Array) {
            return array((Value.Array) value, type, entry -> known(entry, error, type, unit, digits));
        }
        double re = Arithmetic.real(value);
        double im = Arithmetic.imaginary(value);
        if (im != 0) {
            double knownRe = 2 * error < Math.abs(re) ? re : 0;
            double knownIm = 2 * error < Math.abs(im) ? im : 0;
            // A part of which nothing is known is shown as zero, and leaves the other its digits.
            int covered = Math.min(
                    knownRe == 0 ? digits : covered(re, error, digits),
                    knownIm == 0 ? digits : covered(im, error, digits));
            return value(new Value.Complex(knownRe, knownIm), type, unit, Math.max(covered, 1));
        }
        boolean absolute = type.dimensionOrNone().reference() != null || unit != null && unit.isScale();
        double shown = unit == null || !absolute ? re : unit.fromSi(re);
        return 2 * error >= Math.abs(re) && !absolute
                ? value(Value.Exact.of(0), type, unit, digits)
                : value(value, type, unit, covered(shown, error, digits));
    }

    /** How many significant digits of a number an error covers, from 1 to {@code most}. */
    public static int covered(double x, double error, int most) {
        double known = Math.floor(Math.log10(Math.abs(x) / error));
        return known >= 1 ? (int) Math.min(known, most) : error == 0 || x == 0 ? most : 1;
    }

    /** A difference from a value, or its error, in the unit in which the value stands. */
    public static String difference(double difference, Value value, Type type, @Nullable Unit unit, int digits) {
        boolean real = !(value instanceof Value.Array) && Arithmetic.imaginary(value) == 0;
        double beside = real ? Arithmetic.real(value) : 0;
        return Notation.difference(difference, beside, type.dimensionOrNone(), unit, digits);
    }

    /** A number that no double holds, without a prefix. */
    private static String beyondDoubles(Rational number, Dimension dimension, @Nullable Unit unit, int digits) {
        Rational shown = unit == null ? number : number.over(Rational.exactly(unit.factor()));
        String symbol = unit == null ? org.ansatz.quantity.Units.symbol(dimension) : unit.symbol();
        String text = Notation.number(shown, digits);
        return symbol.isEmpty() ? text : text + " " + symbol;
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
        if (rest.bitLength() < 3 || rest.bitLength() > MAX_BITS) {
            return false;
        }
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** Whether one part of a complex number is no more than what rounding leaves of nothing beside the other. */
    private static boolean isRounding(double part, double beside) {
        return Math.abs(part) <= ROUNDINGS * Math.ulp(beside);
    }

    private static String complex(double re, double im, Dimension dimension, @Nullable Unit unit, int digits) {
        double factor = unit == null ? 1 : unit.factor();
        String symbol = unit == null ? org.ansatz.quantity.Units.symbol(dimension) : unit.symbol();
        String number = Notation.number(re / factor, digits) + (im < 0 ? " - " : " + ")
                + Notation.number(Math.abs(im) / factor, digits) + "j";
        return symbol.isEmpty() ? number : "(" + number + ") " + symbol;
    }

    /** An end of an interval; infinity has no unit. */
    private static String end(Value end, Function<Value, String> shown) {
        double x = Arithmetic.real(end);
        return Double.isInfinite(x) ? x > 0 ? "inf" : "-inf" : shown.apply(end);
    }

    /** A pure number, or all entries of an array however many there are, to so many digits. */
    public static String whole(Value value, Type type, int digits) {
        Type pure = type.with(Dimension.NONE);
        return value instanceof Value.Array array
                ? array(array, pure, array.entries().size(), entry -> value(entry, pure, null, digits))
                : value(value, pure, null, digits);
    }

    /** The beginning of a long matrix; but a set is an answer, and is shown whole. */
    private static String array(Value.Array array, Type type, Function<Value, String> shown) {
        int most = type.set() == NumberSet.SET ? array.entries().size() : MOST_ENTRIES;
        return array(array, type, Math.min(array.entries().size(), most), shown);
    }

    /** A matrix as {@code [1, 2; 3, 4]}, a set as {@code {1, 2}}, an interval as {@code 1..2}. */
    private static String array(Value.Array array, Type type, int most, Function<Value, String> shown) {
        boolean set = type.set() == NumberSet.SET;
        if (type.set() == NumberSet.INTERVAL) {
            return end(array.entries().get(0), shown) + ".."
                    + end(array.entries().get(1), shown);
        }
        StringBuilder text = new StringBuilder(set ? "{" : "[");
        for (int i = 0; i < most; i++) {
            text.append(i == 0 ? "" : i % array.columns() == 0 ? "; " : ", ")
                    .append(shown.apply(array.entries().get(i)));
        }
        return text.append(most < array.entries().size() ? ", …" : "")
                .append(set ? "}" : "]")
                .toString();
    }
}
