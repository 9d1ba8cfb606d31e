package org.ansatz.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** How numbers and quantities are printed: engineering notation, a sensible prefix, a stated number of digits. */
public final class Notation {

    private static final String PREFIXES = "yzafpnum kMGTPEZY";
    private static final int UNITY = PREFIXES.indexOf(' ');
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
        if (!takesPrefix(symbol) || value == 0 || !Double.isFinite(value)) {
            return number(value, digits) + " " + symbol;
        }
        int thousands = (int) Math.floor(Math.log10(Math.abs(rounded(value, digits))) / 3);
        int index = UNITY + Math.max(-UNITY, Math.min(thousands, PREFIXES.length() - 1 - UNITY));
        String prefix = index == UNITY ? "" : PREFIXES.substring(index, index + 1);
        double scaled = value / Rational.powerOfTen(3 * (index - UNITY)).toDouble();
        return number(scaled, digits) + " " + prefix + symbol;
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
        double value = exact.toDouble();
        if (exact.signum() == 0 || value != 0 && Double.isFinite(value)) {
            return number(value, digits);
        }
        MathContext context = new MathContext(digits);
        BigDecimal decimal = new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), context)
                .stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** A pure number with so many significant digits, trailing zeros dropped, with an exponent only where it helps. */
    public static String number(double value, int digits) {
        if (value == 0) {
            return "0";
        }
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
