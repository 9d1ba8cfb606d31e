package org.ansatz.route.iq;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * A record of a complex signal in which tone and carrier complete whole numbers of cycles, so that its spectrum has no
 * leakage and needs no window.
 *
 * <p>With N samples the tone makes N/16 − 1 cycles (odd, so every sample has another angle) and the carrier N/4 − 1.
 * Multiplying by the carrier twice leaves products at ±tone, and at ±tone − 2·carrier, which are other bins.
 */
final class CoherentRecord {

    private final int samples;
    private final int tone;
    private final int carrier;
    private final double[][] signal;

    CoherentRecord(int samples) {
        boolean inRange = samples >= QuadratureImbalance.MIN_SAMPLES && samples <= QuadratureImbalance.MAX_SAMPLES;
        if (!inRange || Integer.bitCount(samples) != 1) {
            throw new IllegalArgumentException(
                    "number of samples must be a power of two from " + QuadratureImbalance.MIN_SAMPLES + " to "
                            + QuadratureImbalance.MAX_SAMPLES + ", but is " + samples);
        }
        this.samples = samples;
        this.tone = samples / 16 - 1;
        this.carrier = samples / 4 - 1;
        this.signal = new double[2][samples];
    }

    /** Angle of the tone at sample n, in radians. */
    double toneAngle(int n) {
        return angle(tone, n);
    }

    /** Angle of the carrier at sample n, in radians. */
    double carrierAngle(int n) {
        return angle(carrier, n);
    }

    /** Whole turns are dropped as integers, so that late samples are as accurate as early ones. */
    private double angle(int cycles, int n) {
        return 2 * Math.PI * ((long) cycles * n % samples) / samples;
    }

    void record(int n, double inPhase, double quadrature) {
        signal[0][n] = inPhase;
        signal[1][n] = quadrature;
    }

    ToneSpectrum spectrum() {
        double[][] bins = {signal[0].clone(), signal[1].clone()};
        FastFourierTransformer.transformInPlace(bins, DftNormalization.STANDARD, TransformType.FORWARD);
        double floor = 0;
        for (int k = 0; k < samples; k++) {
            if (!isOccupied(k)) {
                floor = Math.max(floor, power(bins, k));
            }
        }
        return new ToneSpectrum(power(bins, tone), power(bins, -tone), floor, samples);
    }

    private boolean isOccupied(int k) {
        return k == bin(tone) || k == bin(-tone) || k == bin(tone - 2 * carrier) || k == bin(-tone - 2 * carrier);
    }

    private double power(double[][] bins, int cycles) {
        double re = bins[0][bin(cycles)] / samples;
        double im = bins[1][bin(cycles)] / samples;
        return re * re + im * im;
    }

    private int bin(int cycles) {
        return Math.floorMod(cycles, samples);
    }
}
