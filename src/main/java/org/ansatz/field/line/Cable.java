package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A kind of line, of which sections are cut. Each number stands beside its name, so that none is taken for another:
 *
 * <pre>{@code
 * Section quarter = Cable.ofImpedance(75).withVelocity(2e8).section(0.05); // ohm, m/s, m
 * }</pre>
 *
 * @param z0 characteristic impedance in ohms, finite, with a positive real part
 * @param velocity of phase in metres per second, positive
 * @param attenuation in nepers per metre, zero or more
 */
public record Cable(Complex z0, double velocity, double attenuation) {

    /** The speed of light in vacuum, in metres per second; exact by definition. */
    public static final double SPEED_OF_LIGHT = 299_792_458;

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public Cable {
        new Section(z0, 0, velocity, attenuation);
    }

    /**
     * A cable without loss, on which waves run at the speed of light.
     *
     * @param ohms characteristic impedance, positive
     * @throws IllegalArgumentException if it is not
     */
    public static Cable ofImpedance(double ohms) {
        return new Cable(new Complex(ohms), SPEED_OF_LIGHT, 0);
    }

    /**
     * The same with another velocity.
     *
     * @param metresPerSecond of phase, positive
     * @throws IllegalArgumentException if it is not
     */
    public Cable withVelocity(double metresPerSecond) {
        return new Cable(z0, metresPerSecond, attenuation);
    }

    /**
     * The same with another attenuation.
     *
     * @param nepersPerMetre zero or more
     * @throws IllegalArgumentException if it is not
     */
    public Cable withAttenuation(double nepersPerMetre) {
        return new Cable(z0, velocity, nepersPerMetre);
    }

    /**
     * A piece of it.
     *
     * @param metres its length, zero or more
     * @throws IllegalArgumentException if it is not, or the section would lose more than {@value Section#MAX_NEPERS} nepers
     */
    public Section section(double metres) {
        return new Section(z0, metres, velocity, attenuation);
    }
}
