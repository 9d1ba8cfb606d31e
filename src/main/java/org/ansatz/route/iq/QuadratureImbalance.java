package org.ansatz.route.iq;

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
     * Sends the tone e^{jωt} through the unbalanced modulator s(t) = I cos ωc·t − g Q sin(ωc·t + φ) and an ideal
     * demodulator.
     *
     * @param samples in the record: a power of two, {@value #MIN_SAMPLES} to
     *     {@value #MAX_SAMPLES}; powers are accurate to about 1e-15 of the wanted power at any of them
     * @throws IllegalArgumentException for any other number of samples
     */
    public ToneSpectrum transmit(int samples) {
        CoherentRecord tape = new CoherentRecord(samples);
        for (int n = 0; n < samples; n++) {
            double carrier = tape.carrierAngle(n);
            double inPhase = Math.cos(tape.toneAngle(n));
            double quadrature = Math.sin(tape.toneAngle(n));
            double signal = inPhase * Math.cos(carrier) - gain * quadrature * Math.sin(carrier + phase);
            tape.record(n, 2 * signal * Math.cos(carrier), -2 * signal * Math.sin(carrier));
        }
        return tape.spectrum();
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
        for (int n = 0; n < samples; n++) {
            double carrier = tape.carrierAngle(n);
            double signal = Math.cos(carrier + tape.toneAngle(n));
            tape.record(n, 2 * signal * Math.cos(carrier), -2 * gain * signal * Math.sin(carrier + phase));
        }
        return tape.spectrum();
    }
}
