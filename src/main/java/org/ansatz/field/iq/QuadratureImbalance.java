package org.ansatz.field.iq;

/**
 * A quadrature arm that differs from its ideal in gain and phase; the in-phase arm is the reference.
 *
 * @param gain amplitude of the quadrature arm over that of the in-phase arm, a linear ratio, positive
 * @param phase by which the quadrature carrier leads its ideal, in radians
 */
public record QuadratureImbalance(double gain, double phase) {

    /** Fewest samples a simulation may take; a power of two. */
    public static final int MIN_SAMPLES = 1 << 6;

    /** Most samples a simulation may take; a power of two. */
    public static final int MAX_SAMPLES = 1 << 20;

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException if the gain is not positive and finite, or the phase is not finite
     */
    public QuadratureImbalance {
        if (!(gain > 0) || Double.isInfinite(gain)) {
            throw new IllegalArgumentException("gain ratio must be finite and positive, but is " + gain);
        }
        if (!Double.isFinite(phase)) {
            throw new IllegalArgumentException("phase must be finite, but is " + phase + " rad");
        }
    }

    /**
     * Image power over wanted power, |(1 − g·e^{jφ})/(1 + g·e^{jφ})|², in closed form.
     *
     * <p>Source: B. Razavi, <i>RF Microelectronics</i>, 2nd ed., section 4.2.
     */
    public double imageOverWanted() {
        double sine = Math.sin(phase / 2);
        double bent = 4 * gain * sine * sine;
        return ((1 - gain) * (1 - gain) + bent) / ((1 + gain) * (1 + gain) - bent);
    }

    /**
     * Sends the tone e^{jωt} through the unbalanced modulator s(t) = I cos ωc·t − g Q sin(ωc·t + φ) and an ideal
     * demodulator.
     *
     * @param samples in the record: a power of two, {@value #MIN_SAMPLES} to
     *     {@value #MAX_SAMPLES}; powers are accurate to about 1e-15 of the wanted power at any of them
     * @throws IllegalArgumentException for any other number of samples
     */
    public ToneSpectrum transmit(int samples) {
        CoherentRecord tape = new CoherentRecord(samples);
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        for (int n = 0; n < samples; n++) {
            double inPhase = tape.carrierCosine(n);
            double quadrature = tape.carrierSine(n);
            double turned = quadrature * cos + inPhase * sin; // sin(ωc·t + φ)
            double signal = tape.toneCosine(n) * inPhase - gain * tape.toneSine(n) * turned;
            tape.record(n, 2 * signal * inPhase, -2 * signal * quadrature);
        }
        return tape.transmitted();
    }

    /**
     * Sends the tone e^{jωt} through an ideal modulator, s(t) = cos (ωc + ω)t, and the unbalanced demodulator that
     * multiplies by 2 cos ωc·t and −2g sin(ωc·t + φ).
     *
     * @param samples as for {@link #transmit}
     * @throws IllegalArgumentException for any other number of samples
     */
    public ToneSpectrum receive(int samples) {
        CoherentRecord tape = new CoherentRecord(samples);
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        for (int n = 0; n < samples; n++) {
            double inPhase = tape.carrierCosine(n);
            double quadrature = tape.carrierSine(n);
            double turned = quadrature * cos + inPhase * sin; // sin(ωc·t + φ)
            double signal = inPhase * tape.toneCosine(n) - quadrature * tape.toneSine(n); // cos (ωc + ω)t
            tape.record(n, 2 * signal * inPhase, -2 * gain * signal * turned);
        }
        return tape.received();
    }
}
