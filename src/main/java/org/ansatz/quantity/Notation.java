package org.ansatz.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** How numbers and quantities are printed: engineering notation, a sensible prefix, a stated number of digits. */
public final class Notation {

    private static final String PREFIXES = "yzafpnum kMGTPEZY";
    private static final int UNITY = PREFIXES.indexOf(' ');
    private static final int DIGITS_OF_DIFFERENCE = 2;
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e6;

    private Notation() {}

    /**
     * A quantity with the coherent unit of its dimension, prefixed so that one to three digits stand before the point.
     *
     * @param value in SI
     * @param digits significant digits, at least 1
     */
    public static String quantity(double value, Dimension dimension, int digits) {
        String symbol = Units.symbol(dimension);
        if (symbol.isEmpty()) {
            return number(value, digits);
        }
        return prefixed(value, symbol, digits);
    }

    /** A number of a unit, with the prefix that leaves one to three digits before the point if the unit takes one. */
    public static String prefixed(double value, String symbol, int digits) {
        if (!takesPrefix(symbol) || value == 0 || !Double.isFinite(value)) {
            return number(value, digits) + " " + symbol;
        }
        int index = prefix(value, digits);
        return number(scaled(value, index), digits) + " " + prefix(index) + symbol;
    }

    /** Which prefix leaves one to three digits before the point. */
    private static int prefix(double value, int digits) {
        int thousands = (int) Math.floor(Math.log10(Math.abs(rounded(value, digits))) / 3);
        return UNITY + Math.max(-UNITY, Math.min(thousands, PREFIXES.length() - 1 - UNITY));
    }

    private static String prefix(int index) {
        return index == UNITY ? "" : PREFIXES.substring(index, index + 1);
    }

    private static double scaled(double value, int index) {
        return value / Rational.powerOfTen(3 * (index - UNITY)).toDouble();
    }

    /**
     * A difference, or an error, in the unit and with the prefix of the value that it stands beside: {@code 7.6e-15 GHz} beside
     * {@code 13.7 GHz}. Of absolute levels the difference is in dB, of degrees Celsius in K.
     *
     * @param difference in SI
     * @param value that it stands beside, in SI
     * @param unit of the value, or null for the coherent one
     * @param digits of the value
     */
    public static String difference(
            double difference, double value, Dimension dimension, @Nullable Unit unit, int digits) {
        boolean absolute = dimension.reference() != null;
        if (unit != null && !absolute && !unit.isShifted()) {
            String number = number(difference / unit.factor(), DIGITS_OF_DIFFERENCE);
            return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
        }
        String symbol = Units.symbol(absolute ? Dimension.LEVEL : dimension);
        if (symbol.isEmpty()) {
            return number(difference, DIGITS_OF_DIFFERENCE);
        }
        boolean plain = unit != null || !takesPrefix(symbol) || value == 0 || !Double.isFinite(value);
        int index = plain ? UNITY : prefix(value, digits);
        return number(scaled(difference, index), DIGITS_OF_DIFFERENCE) + " " + prefix(index) + symbol;
    }

    /** A quantity in the given unit, or in the coherent one if {@code unit} is null. */
    public static String quantity(double value, Dimension dimension, int digits, @Nullable Unit unit) {
        if (unit == null) {
            return quantity(value, dimension, digits);
        }
        String number = number(unit.fromSi(value), digits);
        return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
    }

    /** An exact number with so many significant digits, of any size. */
    public static String number(Rational exact, int digits) {
        if (exact.isInRangeOfDoubles()) {
            return number(exact.toDouble(), digits);
        }
        BigDecimal decimal = exact.toDecimal(new MathContext(digits)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** A pure number with so many significant digits, trailing zeros dropped, with an exponent only where it helps. */
    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal decimal =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= PLAIN_FROM && size < PLAIN_TO || decimal.scale() == 0) {
            return decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static double rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    /** Whether a unit takes prefixes: powers, products, levels and the kilogram do not. */
    public static boolean takesPrefix(String symbol) {
        return symbol.indexOf(' ') < 0
                && symbol.indexOf('/') < 0
                && symbol.indexOf('^') < 0
                && !symbol.startsWith("dB")
                && !symbol.equals("kg");
    }
}
