package org.ansatz.quantity;

import org.jspecify.annotations.Nullable;

/**
 * A unit of measurement: {@code value in SI = magnitude · factor + offset}.
 *
 * <p>Decimal units are exact ({@code cm} is 1/100); only the degree, the neper and what is built on them need a
 * rounded factor. The offset is zero except for the degree Celsius and for absolute levels (0 dBm is −30 dBW).
 *
 * @param symbol how the unit is written
 * @param dimension what it measures
 * @param exactFactor the factor where it is rational, else null
 * @param factor the factor to double precision
 * @param offset the SI value of magnitude zero
 */
public record Unit(
        String symbol, Dimension dimension, @Nullable Rational exactFactor, double factor, Rational offset) {

    /** The number one, written without a unit. */
    public static final Unit ONE = exact("", Dimension.NONE, Rational.ONE);

    /** A unit with a rational factor and no offset. */
    public static Unit exact(String symbol, Dimension dimension, Rational factor) {
        return new Unit(symbol, dimension, factor, factor.toDouble(), Rational.ZERO);
    }

    /** A unit whose factor is not rational. */
    public static Unit rounded(String symbol, Dimension dimension, double factor) {
        return new Unit(symbol, dimension, null, factor, Rational.ZERO);
    }

    /** A scale whose zero is not the zero of the SI scale. */
    public static Unit shifted(String symbol, Dimension dimension, Rational offset) {
        return new Unit(symbol, dimension, Rational.ONE, 1, offset);
    }

    /** Whether magnitude zero is not zero in SI. */
    public boolean isShifted() {
        return offset.signum() != 0;
    }

    /**
     * Whether a magnitude in it is a point on a scale and no amount, as a temperature in degC is, and an absolute level: in dBW, too,
     * whose zero is that of the SI scale.
     */
    public boolean isScale() {
        return isShifted() || dimension.reference() != null;
    }

    /** Whether it counts angles in a time, as rad/s does. */
    public boolean isAngular() {
        return dimension.equals(Dimension.FREQUENCY) && symbol.contains("rad");
    }

    /** Whether it counts cycles in a time, as Hz does. */
    public boolean isCyclic() {
        return dimension.equals(Dimension.FREQUENCY) && (symbol.endsWith("Hz") || countsTurns());
    }

    /** Whether it counts turns in a time, as rpm does, which people take for a unit of angular velocity as well. */
    public boolean countsTurns() {
        return symbol.equals("rpm") || symbol.equals("rps");
    }

    /**
     * The unit of differences: a degree Celsius in a product is a kelvin. Null for absolute levels, also for one whose zero is that
     * of the SI scale, as dBW: their differences are in another unit.
     */
    public @Nullable Unit difference() {
        if (dimension.reference() != null) {
            return null;
        }
        return isShifted() ? new Unit(symbol, dimension, exactFactor, factor, Rational.ZERO) : this;
    }

    /** The same unit under another symbol, {@code scale} times as large. */
    Unit scaled(String newSymbol, Rational scale) {
        return new Unit(
                newSymbol,
                dimension,
                exactFactor == null ? null : exactFactor.times(scale),
                factor * scale.toDouble(),
                offset);
    }

    /** The product of this unit and {@code other} to the power {@code exponent}, under a new symbol. */
    Unit times(Unit other, Rational exponent, String newSymbol) {
        int above = exponent.numerator().intValueExact();
        int below = exponent.denominator().intValueExact();
        Dimension product = dimension.times(other.dimension.power(above, below));
        Rational power = other.exactFactor == null
                ? null
                : below == 1
                        ? other.exactFactor.pow(above)
                        : other.exactFactor.equals(Rational.ONE) ? Rational.ONE : null;
        return exactFactor == null || power == null
                ? rounded(newSymbol, product, factor * Math.pow(other.factor, exponent.toDouble()))
                : exact(newSymbol, product, exactFactor.times(power));
    }

    /** The SI value of a magnitude in this unit, exact where the factor is; otherwise null. */
    public @Nullable Rational toSi(Rational magnitude) {
        return exactFactor == null ? null : magnitude.times(exactFactor).plus(offset);
    }

    /** The SI value of a magnitude in this unit. */
    public double toSi(double magnitude) {
        return isShifted() ? magnitude * factor + offset.toDouble() : magnitude * factor;
    }

    /** The magnitude in this unit of a value in SI. */
    public double fromSi(double value) {
        return isShifted() ? (value - offset.toDouble()) / factor : value / factor;
    }
}
