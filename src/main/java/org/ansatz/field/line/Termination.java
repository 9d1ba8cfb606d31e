package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * What a port looks into, as a ratio of voltage to current known up to a common factor.
 *
 * <p>An open is (1, 0) and a short is (0, 1): both pass through a chain matrix like any other load, and neither the
 * impedance nor the reflection coefficient ever becomes 0/0.
 *
 * @param voltage in volts, times an arbitrary common factor
 * @param current into the termination in amperes, times the same factor
 */
public record Termination(Complex voltage, Complex current) {

    /** Nothing connected. */
    public static final Termination OPEN = new Termination(Complex.ONE, Complex.ZERO);

    /** Both conductors joined. */
    public static final Termination SHORT = new Termination(Complex.ZERO, Complex.ONE);

    /**
     * Checks the ratio.
     *
     * @throws IllegalArgumentException if a part is infinite or NaN, or both voltage and current are zero
     */
    public Termination {
        boolean finite = isFinite(voltage) && isFinite(current);
        if (!finite || (isZero(voltage) && isZero(current))) {
            throw new IllegalArgumentException("no impedance is the ratio of " + voltage + " V to " + current + " A");
        }
    }

    /**
     * A load of the given impedance.
     *
     * @param impedance in ohms; infinite for an open
     * @throws IllegalArgumentException if a part of it is NaN
     */
    public static Termination of(Complex impedance) {
        return impedance.isInfinite() ? OPEN : new Termination(impedance, Complex.ONE);
    }

    /** The impedance in ohms; {@link Complex#INF} for an open. */
    public Complex impedance() {
        return isZero(current) ? Complex.INF : voltage.divide(current);
    }

    /**
     * The reflection coefficient of power waves, Γ = (Z − Zs*)/(Z + Zs): zero at a conjugate match, and the usual one
     * for a real reference. Magnitude at most 1 for a passive load, up to rounding (a few units in 1e-16).
     *
     * <p>Source: K. Kurokawa, "Power waves and the scattering matrix", IEEE Trans. Microwave Theory Tech. 13 (1965)
     * 194–202.
     *
     * @param reference impedance Zs of the source in ohms, finite and with a positive real part
     * @return the coefficient; {@link Complex#INF} if the impedance is exactly −Zs
     * @throws IllegalArgumentException for any other reference
     */
    public Complex reflection(Complex reference) {
        checkedReference(reference);
        Complex reflected = voltage.subtract(reference.conjugate().multiply(current));
        Complex incident = voltage.add(reference.multiply(current));
        return isZero(incident) ? Complex.INF : reflected.divide(incident);
    }

    /** Returns {@code reference} if power waves can refer to it. */
    static Complex checkedReference(Complex reference) {
        if (!isFinite(reference) || !(reference.getReal() > 0)) {
            throw new IllegalArgumentException("reference impedance must be finite with a positive resistance, but is "
                    + written(reference) + " ohm");
        }
        return reference;
    }

    /** A complex number as it is written, a real one without its imaginary part. */
    static String written(Complex value) {
        double imaginary = value.getImaginary();
        String sign = imaginary < 0 ? "-" : "+";
        return value.getReal() + (imaginary == 0 ? "" : sign + Math.abs(imaginary) + "j");
    }

    static boolean isFinite(Complex value) {
        return !value.isNaN() && !value.isInfinite();
    }

    private static boolean isZero(Complex value) {
        return value.getReal() == 0 && value.getImaginary() == 0;
    }
}
