package org.ansatz.field.iq;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A record of a complex signal in which tone and carrier complete whole numbers of cycles, so that its spectrum has no
 * leakage and needs no window.
 *
 * <p>With N samples the tone makes N/16 − 1 cycles (odd, so every sample has another angle) and the carrier N/4 − 1.
 * Multiplying by the carrier twice leaves products at ±tone, and in other bins: at ±tone − 2·carrier of a demodulator in balance, at
 * ±(tone + 2·carrier) of one that is not, whose arms are no longer those of one complex number.
 */
final class CoherentRecord {

    /** Grids of more samples than this are not kept. */
    private static final int MAX_KEPT = 1 << 14;

    private static final ConcurrentMap<Integer, Grid> KEPT = new ConcurrentHashMap<>();

    private final int samples;
    private final int tone;
    private final int carrier;
    private final double[][] signal;
    private final Grid grid;

    CoherentRecord(int samples) {
        boolean inRange = samples >= QuadratureImbalance.MIN_SAMPLES && samples <= QuadratureImbalance.MAX_SAMPLES;
        if (!inRange || Integer.bitCount(samples) != 1) {
            throw new IllegalArgumentException(
                    "number of samples must be a power of two from " + QuadratureImbalance.MIN_SAMPLES + " to "
                            + QuadratureImbalance.MAX_SAMPLES + ", but is " + samples);
        }
        this.samples = samples;
        this.tone = tone(samples);
        this.carrier = carrier(samples);
        this.signal = new double[2][samples];
        this.grid = samples <= MAX_KEPT ? KEPT.computeIfAbsent(samples, Grid::new) : new Grid(samples);
    }

    /** cos of the tone's angle at sample n. */
    double toneCosine(int n) {
        return grid.toneCosine[n];
    }

    /** sin of the tone's angle at sample n. */
    double toneSine(int n) {
        return grid.toneSine[n];
    }

    /** cos of the carrier's angle at sample n. */
    double carrierCosine(int n) {
        return grid.carrierCosine[n];
    }

    /** sin of the carrier's angle at sample n. */
    double carrierSine(int n) {
        return grid.carrierSine[n];
    }

    void record(int n, double inPhase, double quadrature) {
        signal[0][n] = inPhase;
        signal[1][n] = quadrature;
    }

    /** The spectrum of what an ideal demodulator makes; takes the record's samples with it. */
    ToneSpectrum transmitted() {
        return spectrum(tone - 2 * carrier, -tone - 2 * carrier);
    }

    /** The spectrum of what a demodulator makes whose arms differ; takes the record's samples with it. */
    ToneSpectrum received() {
        return spectrum(tone + 2 * carrier, -tone - 2 * carrier);
    }

    private ToneSpectrum spectrum(int above, int below) {
        double[][] bins = signal;
        grid.fft.transform(bins[0], bins[1]);
        double wanted = power(bins, tone);
        double image = power(bins, -tone);
        for (int occupied : new int[] {tone, -tone, above, below}) {
            bins[0][bin(occupied)] = 0;
            bins[1][bin(occupied)] = 0;
        }
        double floor = 0;
        for (int k = 0; k < samples; k++) {
            floor = Math.max(floor, bins[0][k] * bins[0][k] + bins[1][k] * bins[1][k]);
        }
        return new ToneSpectrum(wanted, image, floor / samples / samples, samples);
    }

    private double power(double[][] bins, int cycles) {
        double re = bins[0][bin(cycles)] / samples;
        double im = bins[1][bin(cycles)] / samples;
        return re * re + im * im;
    }

    private int bin(int cycles) {
        return Math.floorMod(cycles, samples);
    }

    private static int tone(int samples) {
        return samples / 16 - 1;
    }

    private static int carrier(int samples) {
        return samples / 4 - 1;
    }

    /** What all records of one length share: their transform, and tone and carrier at every sample. */
    private static final class Grid {
        private final Fft fft;
        private final double[] toneCosine;
        private final double[] toneSine;
        private final double[] carrierCosine;
        private final double[] carrierSine;

        Grid(int samples) {
            fft = new Fft(samples);
            toneCosine = new double[samples];
            toneSine = new double[samples];
            carrierCosine = new double[samples];
            carrierSine = new double[samples];
            for (int n = 0; n < samples; n++) {
                toneCosine[n] = fft.cosine(tone(samples) * n);
                toneSine[n] = fft.sine(tone(samples) * n);
                carrierCosine[n] = fft.cosine(carrier(samples) * n);
                carrierSine[n] = fft.sine(carrier(samples) * n);
            }
        }
    }
}
