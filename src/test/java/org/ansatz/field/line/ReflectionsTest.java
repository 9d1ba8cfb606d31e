package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sweep gives what one frequency after the other gives. */
final class ReflectionsTest {

    private static final Section LOSSLESS = Section.lossless(100, 1.58, 299_792_458);
    private static final Section LOSSY = new Section(new Complex(60, -3), 0.7, 2e8, 0.4);
    private static final Impedance COIL = Impedance.resistor(20).inSeriesWith(Impedance.inductor(10e-9));

    static Stream<Cascade> cascades() {
        Impedance fifty = Impedance.resistor(50);
        return Stream.of(
                new Cascade(fifty, List.of(), Impedance.resistor(200)),
                new Cascade(fifty, List.of(LOSSLESS), Impedance.resistor(200)),
                new Cascade(fifty, List.of(LOSSLESS), Impedance.open()),
                new Cascade(fifty, List.of(LOSSLESS), Impedance.shorted()),
                new Cascade(fifty, List.of(LOSSY, LOSSLESS), COIL),
                new Cascade(COIL, List.of(LOSSY), Impedance.capacitor(2e-12)),
                new Cascade(
                        fifty,
                        List.of(
                                new Series(Impedance.capacitor(1e-12)),
                                LOSSLESS,
                                new Shunt(COIL),
                                new OpenStub(LOSSLESS),
                                new ShortStub(LOSSY)),
                        COIL));
    }

    @ParameterizedTest
    @MethodSource("cascades")
    void aSweepIsWhatEachFrequencyGives(Cascade cascade) {
        double[] frequencies = new double[1237];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1e6 + 7.77e5 * i * i;
        }
        Reflections sweep = cascade.reflections(frequencies);
        for (int i = 0; i < frequencies.length; i++) {
            Complex one = cascade.reflection(frequencies[i]);
            double turns = 4e-9 * frequencies[i] + 1;
            assertThat(sweep.real()[i]).as("%s Hz", frequencies[i]).isCloseTo(one.getReal(), within(2e-14 * turns));
            assertThat(sweep.imaginary()[i]).isCloseTo(one.getImaginary(), within(2e-14 * turns));
            assertThat(sweep.magnitude(i)).isCloseTo(one.abs(), within(2e-14 * turns));
        }
    }

    @Test
    void noFrequenciesGiveNoReflections() {
        Cascade cascade = cascades().iterator().next();
        assertThat(cascade.reflections(new double[0]).real()).isEmpty();
        assertThatThrownBy(() -> cascade.reflections(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
