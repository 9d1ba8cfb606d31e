package org.ansatz.field.iq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record holds, and what is left of it in bins that should be empty. */
final class CoherentRecordTest {

    /** The tone makes N/16 − 1 cycles in N samples, the carrier N/4 − 1. */
    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1 << 15})
    void toneAndCarrierMakeWholeCycles(int samples) {
        CoherentRecord tape = new CoherentRecord(samples);
        for (int n = 0; n < samples; n += 7) {
            double tone = 2 * Math.PI * (samples / 16 - 1) * n / samples;
            double carrier = 2 * Math.PI * (samples / 4 - 1) * n / samples;
            assertThat(tape.toneCosine(n)).isCloseTo(Math.cos(tone), within(1e-10));
            assertThat(tape.toneSine(n)).isCloseTo(Math.sin(tone), within(1e-10));
            assertThat(tape.carrierCosine(n)).isCloseTo(Math.cos(carrier), within(1e-10));
            assertThat(tape.carrierSine(n)).isCloseTo(Math.sin(carrier), within(1e-10));
        }
    }

    /** A tone of amplitude 3, an image of 2, and lines about twice the carrier, which are expected there. */
    private static ToneSpectrum spectrum(boolean isReceived, double stray, int cycles) {
        int samples = 128;
        CoherentRecord tape = new CoherentRecord(samples);
        int[] lines = {7, -7, isReceived ? 7 + 62 : 7 - 62, -7 - 62, cycles};
        double[] amplitudes = {3, 2, 5, 4, stray};
        for (int n = 0; n < samples; n++) {
            double re = 0;
            double im = 0;
            for (int k = 0; k < lines.length; k++) {
                double angle = 2 * Math.PI * lines[k] * n / samples;
                re += amplitudes[k] * Math.cos(angle);
                im += amplitudes[k] * Math.sin(angle);
            }
            tape.record(n, re, im);
        }
        return isReceived ? tape.received() : tape.transmitted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void powersAreThoseOfTheLinesAndNothingIsLeft(boolean isReceived) {
        ToneSpectrum spectrum = spectrum(isReceived, 0, 20);
        assertThat(spectrum.wanted()).isCloseTo(9, within(1e-12));
        assertThat(spectrum.image()).isCloseTo(4, within(1e-12));
        assertThat(spectrum.floor()).isLessThan(1e-26);
        assertThat(spectrum.samples()).isEqualTo(128);
        assertThat(spectrum.imageOverWanted()).isCloseTo(4.0 / 9, within(1e-12));
        assertThat(spectrum.imageOverWantedDecibels()).isCloseTo(10 * Math.log10(4.0 / 9), within(1e-11));
    }

    /** The floor is the power of the strongest line that should not be there, wherever it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, -8, 54, 56, 63, 60, 68, 70, -64})
    void whatShouldBeEmptyIsTheFloor(int cycles) {
        assertThat(spectrum(false, 1e-3, cycles).floor()).isCloseTo(1e-6, within(1e-12));
        assertThat(spectrum(true, 1e-3, cycles).floor()).isCloseTo(1e-6, within(1e-12));
    }

    /** What a demodulator out of balance leaves above the carrier an ideal one does not, and the other way round. */
    @Test
    void whatIsExpectedDependsOnTheSide() {
        assertThat(spectrum(false, 1e-3, 7 + 62).floor()).isCloseTo(1e-6, within(1e-12));
        assertThat(spectrum(true, 1e-3, 7 - 62).floor()).isCloseTo(1e-6, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 63, 65, 96, 1 << 21, -64})
    void aRecordHasAPowerOfTwoOfSamples(int samples) {
        assertThatThrownBy(() -> new CoherentRecord(samples))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but is " + samples);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void powersAreFiniteAndNotNegative(double power) {
        assertThatThrownBy(() -> new ToneSpectrum(power, 0, 0, 64)).hasMessageContaining("powers must be finite");
        assertThatThrownBy(() -> new ToneSpectrum(0, power, 0, 64)).hasMessageContaining("powers must be finite");
        assertThatThrownBy(() -> new ToneSpectrum(0, 0, power, 64)).hasMessageContaining("powers must be finite");
    }

    @Test
    void noImageIsInfinitelyWeak() {
        assertThat(new ToneSpectrum(1, 0, 0, 64).imageOverWantedDecibels()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
