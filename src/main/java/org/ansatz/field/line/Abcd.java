package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A chain matrix: V1 = A·V2 + B·I2 and I1 = C·V2 + D·I2, with I1 flowing into the input and I2 out of the output.
 *
 * <p>Source: D. M. Pozar, <i>Microwave Engineering</i>, 4th ed., section 4.4.
 *
 * @param a voltage ratio with the output open, a pure number
 * @param b transfer impedance with the output shorted, in ohms
 * @param c transfer admittance with the output open, in siemens
 * @param d current ratio with the output shorted, a pure number
 */
public record Abcd(Complex a, Complex b, Complex c, Complex d) {

    private static final Abcd IDENTITY = new Abcd(Complex.ONE, Complex.ZERO, Complex.ZERO, Complex.ONE);

    /**
     * Checks the entries.
     *
     * @throws IllegalArgumentException if an entry is infinite or NaN, as happens when attenuations of some 700 Np
     *     (6000 dB) are multiplied
     */
    public Abcd {
        boolean finite = Termination.isFinite(a)
                && Termination.isFinite(b)
                && Termination.isFinite(c)
                && Termination.isFinite(d);
        if (!finite) {
            throw new IllegalArgumentException(
                    "chain matrix must be finite, but is [" + a + ", " + b + "; " + c + ", " + d + "]");
        }
    }

    /** A direct connection. */
    public static Abcd identity() {
        return IDENTITY;
    }

    /**
     * An impedance in series.
     *
     * @param impedance in ohms
     * @throws IllegalArgumentException if it is infinite or NaN
     */
    public static Abcd series(Complex impedance) {
        return new Abcd(Complex.ONE, impedance, Complex.ZERO, Complex.ONE);
    }

    /**
     * An admittance across the line.
     *
     * @param admittance in siemens
     * @throws IllegalArgumentException if it is infinite or NaN
     */
    public static Abcd shunt(Complex admittance) {
        return new Abcd(Complex.ONE, Complex.ZERO, admittance, Complex.ONE);
    }

    /**
     * This two-port followed by another one.
     *
     * @throws IllegalArgumentException if the product overflows
     */
    public Abcd times(Abcd next) {
        return new Abcd(
                a.multiply(next.a).add(b.multiply(next.c)),
                a.multiply(next.b).add(b.multiply(next.d)),
                c.multiply(next.a).add(d.multiply(next.c)),
                c.multiply(next.b).add(d.multiply(next.d)));
    }

    /**
     * What is seen at the input when {@code load} is connected to the output.
     *
     * @throws IllegalArgumentException if voltage or current overflows
     */
    public Termination times(Termination load) {
        return new Termination(
                a.multiply(load.voltage()).add(b.multiply(load.current())),
                c.multiply(load.voltage()).add(d.multiply(load.current())));
    }

    /**
     * The input impedance (A·ZL + B)/(C·ZL + D).
     *
     * @param load in ohms; infinite for an open
     * @return in ohms; {@link Complex#INF} for an open
     * @throws IllegalArgumentException if the load is NaN
     */
    public Complex inputImpedance(Complex load) {
        return times(Termination.of(load)).impedance();
    }

    /** AD − BC: 1 for a reciprocal two-port, up to rounding. */
    public Complex determinant() {
        return a.multiply(d).subtract(b.multiply(c));
    }

    /**
     * Scattering parameters between resistances.
     *
     * @param input reference resistance at the input in ohms, positive
     * @param output reference resistance at the output in ohms, positive; may differ
     * @throws IllegalArgumentException if one of them is not positive and finite
     */
    public SParameters sParameters(double input, double output) {
        return sParameters(new Complex(input), new Complex(output));
    }

    /**
     * Scattering parameters of power waves between complex reference impedances.
     *
     * <p>Source: D. A. Frickey, "Conversions between S, Z, Y, h, ABCD, and T parameters which are valid for complex
     * source and load impedances", IEEE Trans. Microwave Theory Tech. 42 (1994) 205–211, table I.
     *
     * @param input reference impedance at the input in ohms, with a positive real part
     * @param output reference impedance at the output in ohms, with a positive real part
     * @throws IllegalArgumentException for any other reference
     * @throws ArithmeticException if the two-port oscillates between these impedances (AZ2 + B + CZ1Z2 + DZ1 = 0)
     */
    public SParameters sParameters(Complex input, Complex output) {
        Complex z1 = Termination.checkedReference(input);
        Complex z2 = Termination.checkedReference(output);
        Complex total = form(z1, z2);
        if (total.abs() == 0) {
            throw new ArithmeticException("no scattering parameters between " + z1 + " and " + z2 + " ohm");
        }
        Complex forward = new Complex(2 * Math.sqrt(z1.getReal() * z2.getReal())).divide(total);
        return new SParameters(
                form(z1.conjugate().negate(), z2).divide(total),
                forward.multiply(determinant()),
                forward,
                form(z1, z2.conjugate().negate()).divide(total));
    }

    /** A·y + B + C·x·y + D·x, from which all four scattering parameters are made. */
    private Complex form(Complex x, Complex y) {
        Complex outputOpen = a.add(c.multiply(x)).multiply(y);
        Complex outputShorted = b.add(d.multiply(x));
        return outputOpen.add(outputShorted);
    }
}
