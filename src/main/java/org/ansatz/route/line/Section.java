package org.ansatz.route.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A uniform piece of line with propagation constant γ = α + j2πf/v.
 *
 * <p>Source: D. M. Pozar, <i>Microwave Engineering</i>, 4th ed., sections 2.1, 2.7 and table 4.1, with cosh γl and
 * sinh γl written out in real functions so that no tangent passes through a pole at a quarter wave. The entries are
 * accurate to a few units in 1e-16 of the largest, times the electrical length in radians.
 *
 * @param z0 characteristic impedance in ohms, finite, with a positive real part
 * @param length in metres, zero or more
 * @param velocity of phase in metres per second, positive
 * @param attenuation α in nepers per metre, zero or more; α times length at most {@value #MAX_NEPERS}
 */
public record Section(Complex z0, double length, double velocity, double attenuation) implements LineElement {

    /** Most nepers a section may lose (2600 dB); more would overflow once sections are multiplied. */
    public static final double MAX_NEPERS = 300;

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public Section {
        boolean impedance = Termination.isFinite(z0) && z0.getReal() > 0;
        require(impedance, "characteristic impedance must be finite with a positive real part", z0, "ohm");
        require(length >= 0 && Double.isFinite(length), "length must be finite and not negative", length, "m");
        require(velocity > 0 && Double.isFinite(velocity), "velocity must be finite and positive", velocity, "m/s");
        require(attenuation >= 0, "attenuation must not be negative", attenuation, "Np/m");
        double loss = attenuation * length;
        require(loss <= MAX_NEPERS, "a section may lose at most " + MAX_NEPERS + " Np", loss, "Np");
    }

    /**
     * A line of real characteristic impedance.
     *
     * @param z0 in ohms, positive
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public Section(double z0, double length, double velocity, double attenuation) {
        this(new Complex(z0), length, velocity, attenuation);
    }

    /**
     * A line without loss.
     *
     * @param z0 in ohms, positive
     * @param length in metres, zero or more
     * @param velocity in metres per second, positive
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public static Section lossless(double z0, double length, double velocity) {
        return new Section(z0, length, velocity, 0);
    }

    private static void require(boolean fulfilled, String rule, Object value, String unit) {
        if (!fulfilled) {
            throw new IllegalArgumentException(rule + ", but is " + value + " " + unit);
        }
    }

    @Override
    public Abcd at(double frequency) {
        double loss = attenuation * length;
        double phase = Frequency.angular(frequency) * length / velocity;
        Complex cosh = new Complex(Math.cosh(loss) * Math.cos(phase), Math.sinh(loss) * Math.sin(phase));
        Complex sinh = new Complex(Math.sinh(loss) * Math.cos(phase), Math.cosh(loss) * Math.sin(phase));
        return new Abcd(cosh, z0.multiply(sinh), sinh.divide(z0), cosh);
    }
}
