package org.ansatz.quantity;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The physical dimension of a quantity: exponents of the seven SI base quantities, and of the logarithmic level.
 *
 * <p>Angles, bits and symbols are counted: they are pure numbers. A level in decibels is a dimension of its own, so
 * that it never slips into a product; an absolute level (dBm, dBV) also remembers what it is a level of, which is how
 * a power is told from an amplitude. Exponents are kept in twelfths, so that square, cube and fourth roots stay exact.
 */
public final class Dimension {

    /** A pure number. */
    public static final Dimension NONE = new Dimension(new int[8], null);

    /** Length, in metres. */
    public static final Dimension LENGTH = base(0);

    /** Mass, in kilograms. */
    public static final Dimension MASS = base(1);

    /** Time, in seconds. */
    public static final Dimension TIME = base(2);

    /** Electric current, in amperes. */
    public static final Dimension CURRENT = base(3);

    /** Thermodynamic temperature, in kelvins. */
    public static final Dimension TEMPERATURE = base(4);

    /** Amount of substance, in moles. */
    public static final Dimension AMOUNT = base(5);

    /** Luminous intensity, in candelas. */
    public static final Dimension LUMINOUS_INTENSITY = base(6);

    /** The logarithm of a ratio, in decibels. */
    public static final Dimension LEVEL = base(7);

    /** Frequency, in hertz. */
    public static final Dimension FREQUENCY = TIME.power(-1, 1);

    /** Power, in watts. */
    public static final Dimension POWER = MASS.times(LENGTH.power(2, 1)).times(TIME.power(-3, 1));

    /** Electric potential, in volts. */
    public static final Dimension VOLTAGE = POWER.over(CURRENT);

    /** Impedance, in ohms. */
    public static final Dimension IMPEDANCE = VOLTAGE.over(CURRENT);

    private static final int TWELFTHS = 12;
    private static final int LEVEL_INDEX = 7;
    private static final String[] BASE_SYMBOLS = {"m", "kg", "s", "A", "K", "mol", "cd", "dB"};

    private final int[] twelfths;
    private final @Nullable Dimension reference;

    private Dimension(int[] twelfths, @Nullable Dimension reference) {
        this.twelfths = twelfths;
        this.reference = reference;
    }

    private static Dimension base(int index) {
        int[] exponents = new int[8];
        exponents[index] = TWELFTHS;
        return new Dimension(exponents, null);
    }

    /** The dimension of an absolute level whose reference has the dimension {@code reference}: dBm refers to a power. */
    public static Dimension levelOf(Dimension reference) {
        return new Dimension(LEVEL.twelfths, reference);
    }

    /** What an absolute level refers to, or null for anything else. */
    public @Nullable Dimension reference() {
        return reference;
    }

    /** Whether this is a pure number. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether this is a level, relative (dB) or absolute (dBm). */
    public boolean isLevel() {
        return Arrays.equals(twelfths, LEVEL.twelfths);
    }

    /** Whether a logarithm takes part in this dimension at all (dB, dB/m). */
    public boolean hasLevel() {
        return twelfths[LEVEL_INDEX] != 0;
    }

    /** The dimension of a product. */
    public Dimension times(Dimension other) {
        return combine(other, 1);
    }

    /** The dimension of a quotient. */
    public Dimension over(Dimension other) {
        return combine(other, -1);
    }

    private Dimension combine(Dimension other, int sign) {
        int[] sum = new int[twelfths.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = twelfths[i] + sign * other.twelfths[i];
        }
        return new Dimension(sum, null);
    }

    /**
     * The dimension of a power with exponent {@code numerator / denominator}.
     *
     * @throws ArithmeticException if an exponent finer than a twelfth would result
     */
    public Dimension power(int numerator, int denominator) {
        int[] scaled = new int[twelfths.length];
        for (int i = 0; i < scaled.length; i++) {
            long product = (long) twelfths[i] * numerator;
            if (product % denominator != 0 || Math.abs(product / denominator) > 1200) {
                throw new ArithmeticException(this + " to the power " + numerator + "/" + denominator);
            }
            scaled[i] = (int) (product / denominator);
        }
        return new Dimension(scaled, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension
                && Arrays.equals(twelfths, ((Dimension) other).twelfths)
                && Objects.equals(reference, ((Dimension) other).reference);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(twelfths) + (reference == null ? 0 : reference.hashCode());
    }

    /** The coherent SI unit in base units, as {@code m^2 kg/s^3} would be written; {@code 1} for a pure number. */
    @Override
    public String toString() {
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < twelfths.length; i++) {
            if (twelfths[i] > 0) {
                append(above, BASE_SYMBOLS[i], twelfths[i]);
            } else if (twelfths[i] < 0) {
                append(below, BASE_SYMBOLS[i], -twelfths[i]);
            }
        }
        String numerator = above.length() == 0 ? "1" : above.toString();
        String denominator = below.length() == 0 ? "" : "/" + (below.indexOf(" ") < 0 ? below : "(" + below + ")");
        return numerator + denominator + (reference == null ? "" : " re " + reference);
    }

    private static void append(StringBuilder to, String symbol, int twelfths) {
        if (to.length() > 0) {
            to.append(' ');
        }
        to.append(symbol);
        if (twelfths != TWELFTHS) {
            Rational power = Rational.of(twelfths, TWELFTHS);
            to.append('^').append(power.isInteger() ? power : "(" + power + ")");
        }
    }
}
