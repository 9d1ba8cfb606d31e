package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a line at their limits, and beside formulas by hand. */
final class LineElementsTest {

    private static final double F = 1e6;

    private static Complex z(double re, double im) {
        return new Complex(re, im);
    }

    private static void requireNear(Complex found, Complex expected) {
        assertThat(found.subtract(expected).abs()).as("%s", found).isLessThan(1e-14 * (1 + expected.abs()));
    }

    /** Frickey's table I for A and D alone, det = AD: S21 = 2√(R1R2)/(AZ2 + DZ1). */
    @Test
    void scatteringParametersBetweenComplexImpedancesAreThoseOfTheTable() {
        Abcd transformer = new Abcd(z(2, 0), Complex.ZERO, Complex.ZERO, z(3, 0));
        Complex z1 = z(20, 7);
        Complex z2 = z(45, -11);
        SParameters s = transformer.sParameters(z1, z2);
        Complex total = z2.multiply(2).add(z1.multiply(3));
        Complex forward = new Complex(2 * Math.sqrt(20 * 45)).divide(total);
        requireNear(s.s11(), z2.multiply(2).subtract(z1.conjugate().multiply(3)).divide(total));
        requireNear(s.s21(), forward);
        requireNear(s.s12(), forward.multiply(6));
        requireNear(s.s22(), z1.multiply(3).subtract(z2.conjugate().multiply(2)).divide(total));
        assertThat(transformer.determinant()).isEqualTo(z(6, 0));
    }

    /** A series impedance: S11 = (Z + Z2 − Z1*)/(Z + Z1 + Z2); a shunt admittance between 50 ohms: S11 = −50Y/(2 + 50Y). */
    @Test
    void soTheyAreOfASeriesAndAShuntElement() {
        Complex z1 = z(20, 7);
        Complex z2 = z(45, -11);
        Complex ohms = z(3, 9);
        Complex total = ohms.add(z1).add(z2);
        SParameters series = Abcd.series(ohms).sParameters(z1, z2);
        requireNear(series.s11(), ohms.add(z2).subtract(z1.conjugate()).divide(total));
        requireNear(series.s22(), ohms.add(z1).subtract(z2.conjugate()).divide(total));
        requireNear(series.s12(), series.s21());
        SParameters shunt = Abcd.shunt(z(0.01, 0)).sParameters(50, 50);
        requireNear(shunt.s11(), z(-0.2, 0));
        requireNear(shunt.s21(), z(0.8, 0));
        requireNear(Abcd.series(z(25, 0)).sParameters(50, 25).s11(), Complex.ZERO);
    }

    @Test
    void aReferenceHasAPositiveFiniteResistance() {
        Abcd direct = Abcd.identity();
        for (Complex wrong : List.of(z(0, 1), z(-1, 0), Complex.INF, Complex.NaN)) {
            assertThatThrownBy(() -> direct.sParameters(wrong, z(50, 0))).hasMessageContaining("positive resistance");
            assertThatThrownBy(() -> direct.sParameters(z(50, 0), wrong)).hasMessageContaining("positive resistance");
            assertThatThrownBy(() -> Termination.OPEN.reflection(wrong)).hasMessageContaining("positive resistance");
        }
        assertThatThrownBy(() -> direct.sParameters(z(-1, 2.5), z(50, 0))).hasMessageContaining("-1.0+2.5j ohm");
        assertThatThrownBy(() -> direct.sParameters(z(-1, -2.5), z(50, 0))).hasMessageContaining("-1.0-2.5j ohm");
        assertThatThrownBy(() -> direct.sParameters(z(-1, 0), z(50, 0))).hasMessageContaining("is -1.0 ohm");
    }

    @Test
    void whatOscillatesHasNoScatteringParameters() {
        assertThatThrownBy(() -> Abcd.series(z(-75, 0)).sParameters(50, 25))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no scattering parameters");
    }

    @Test
    void everyEntryOfAChainMatrixIsFinite() {
        for (Complex wrong : List.of(Complex.NaN, Complex.INF)) {
            assertThatThrownBy(() -> new Abcd(wrong, Complex.ZERO, Complex.ZERO, Complex.ONE))
                    .hasMessageContaining("finite");
            assertThatThrownBy(() -> new Abcd(Complex.ONE, wrong, Complex.ZERO, Complex.ONE))
                    .hasMessageContaining("finite");
            assertThatThrownBy(() -> new Abcd(Complex.ONE, Complex.ZERO, wrong, Complex.ONE))
                    .hasMessageContaining("finite");
            assertThatThrownBy(() -> new Abcd(Complex.ONE, Complex.ZERO, Complex.ZERO, wrong))
                    .hasMessageContaining("finite");
        }
    }

    /** (2·ZL + 3)/(5·ZL + 8) for ZL = 10, and its limits. */
    @Test
    void anInputImpedanceIsTheRatioOfVoltageAndCurrent() {
        Abcd chain = new Abcd(z(2, 0), z(3, 0), z(5, 0), z(8, 0));
        requireNear(chain.inputImpedance(z(10, 0)), z(23.0 / 58, 0));
        requireNear(chain.inputImpedance(Complex.INF), z(0.4, 0));
        requireNear(chain.inputImpedance(Complex.ZERO), z(0.375, 0));
        assertThat(Abcd.identity().inputImpedance(Complex.INF).isInfinite()).isTrue();
        assertThat(chain.inputImpedance(z(-1.6, 0)).isInfinite()).isTrue();
        Abcd product = chain.times(new Abcd(z(1, 0), z(4, 0), z(0, 1), z(7, 0)));
        requireNear(product.a(), z(2, 3));
        requireNear(product.b(), z(29, 0));
        requireNear(product.c(), z(5, 8));
        requireNear(product.d(), z(76, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void aFrequencyIsFiniteAndNotNegative(double hertz) {
        Section line = Section.lossless(50, 1, 2e8);
        Impedance ten = Impedance.resistor(10);
        List<LineElement> elements =
                List.of(line, new OpenStub(line), new ShortStub(line), new Series(ten), new Shunt(ten));
        for (LineElement element : elements) {
            assertThatThrownBy(() -> element.at(hertz)).hasMessageContaining("frequency must be");
            assertThatThrownBy(() -> element.inFrontOf(Termination.SHORT, hertz))
                    .hasMessageContaining("frequency must be");
        }
        assertThatThrownBy(() -> Impedance.inductor(1e-9).at(hertz)).hasMessageContaining("frequency must be");
        assertThatThrownBy(() -> Impedance.capacitor(1e-9).at(hertz)).hasMessageContaining("frequency must be");
        Cascade empty = new Cascade(ten, List.of(), ten);
        assertThatThrownBy(() -> empty.reflection(hertz)).hasMessageContaining("frequency must be");
        assertThatThrownBy(() -> empty.reflections(new double[] {1, hertz})).hasMessageContaining("frequency must be");
    }

    @Test
    void withoutFrequencyALineIsNotThere() {
        Section line = Section.lossless(50, 1, 2e8);
        assertThat(line.at(0).a()).isEqualTo(Complex.ONE);
        Cascade cascade = new Cascade(Impedance.resistor(50), List.of(line), Impedance.resistor(20));
        requireNear(cascade.inputImpedance(0), z(20, 0));
    }

    @Test
    void lumpedElementsAreThoseOfTheirFormulas() {
        double omega = 2 * Math.PI * F;
        requireNear(Impedance.inductor(1e-6).at(F), z(0, omega * 1e-6));
        requireNear(Impedance.capacitor(1e-9).at(F), z(0, -1 / (omega * 1e-9)));
        assertThat(Impedance.capacitor(1e-9).at(0).isInfinite()).isTrue();
        assertThat(Impedance.capacitor(0).at(F).isInfinite()).isTrue();
        assertThat(Impedance.shorted().at(F)).isEqualTo(Complex.ZERO);
        assertThat(Impedance.open().at(F).isInfinite()).isTrue();
        requireNear(Impedance.resistor(3).inSeriesWith(Impedance.inductor(1e-6)).at(F), z(3, omega * 1e-6));
        assertThat(Impedance.resistor(3).inSeriesWith(Impedance.open()).at(F)).isEqualTo(Complex.INF);
        assertThat(Impedance.open().inSeriesWith(Impedance.resistor(3)).at(F)).isEqualTo(Complex.INF);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void theirValuesAreFiniteAndNotNegative(double value) {
        assertThatThrownBy(() -> Impedance.resistor(value))
                .hasMessageContaining("resistance must be finite and not negative, but is " + value + " ohm");
        assertThatThrownBy(() -> Impedance.inductor(value))
                .hasMessageContaining("inductance must be finite and not negative, but is " + value + " H");
        assertThatThrownBy(() -> Impedance.capacitor(value))
                .hasMessageContaining("capacitance must be finite and not negative, but is " + value + " F");
    }

    @Test
    void anImpedanceThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Impedance.of(Complex.NaN)).hasMessageContaining("not a number");
        assertThatCode(() -> Impedance.of(Complex.INF)).doesNotThrowAnyException();
        assertThatCode(() -> Impedance.resistor(0)).doesNotThrowAnyException();
    }

    @Test
    void whatCutsOrShortsALineHasNoChainMatrixButAnInput() {
        Series open = new Series(Impedance.open());
        Shunt shorted = new Shunt(Impedance.shorted());
        assertThatThrownBy(() -> open.at(F))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("open at 1000000.0 Hz");
        assertThatThrownBy(() -> shorted.at(F))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("shorted at 1000000.0 Hz");
        Impedance load = Impedance.resistor(20);
        assertThat(new Cascade(load, List.of(open), load).inputImpedance(F)).isEqualTo(Complex.INF);
        assertThat(new Cascade(load, List.of(shorted), load).inputImpedance(F)).isEqualTo(Complex.ZERO);
        requireNear(new Cascade(load, List.of(new Shunt(load)), load).inputImpedance(F), z(10, 0));
        requireNear(new Shunt(Impedance.open()).at(F).c(), Complex.ZERO);
    }

    @Test
    void aTerminationIsTheRatioOfTwoFiniteNumbersThatAreNotBothZero() {
        assertThatThrownBy(() -> new Termination(Complex.ZERO, Complex.ZERO))
                .hasMessageContaining("no impedance is the ratio");
        assertThatThrownBy(() -> new Termination(Complex.NaN, Complex.ONE)).hasMessageContaining("no impedance");
        assertThatThrownBy(() -> new Termination(Complex.INF, Complex.ONE)).hasMessageContaining("no impedance");
        assertThatThrownBy(() -> new Termination(Complex.ONE, Complex.NaN)).hasMessageContaining("no impedance");
        assertThatThrownBy(() -> new Termination(Complex.ONE, Complex.INF)).hasMessageContaining("no impedance");
        assertThat(new Termination(z(0, 1), Complex.ZERO).impedance()).isEqualTo(Complex.INF);
        assertThat(new Termination(z(0, 1), z(0, 2)).impedance()).isEqualTo(z(0.5, 0));
        assertThat(new Termination(Complex.ZERO, z(0, 2)).impedance()).isEqualTo(Complex.ZERO);
        assertThat(Termination.of(Complex.INF)).isEqualTo(Termination.OPEN);
        // (−50) is what a reference of 50 cannot be told from a source
        assertThat(Termination.of(z(-50, 0)).reflection(z(50, 0))).isEqualTo(Complex.INF);
        requireNear(Termination.of(z(50, 20)).reflection(z(50, -20)), Complex.ZERO);
    }

    /** Three hundred nepers are allowed, and no more. */
    @Test
    void aSectionLosesNoMoreThanItMay() {
        assertThatCode(() -> new Section(50, 3, 2e8, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Section(50, 3, 2e8, 100.001))
                .hasMessageContaining("may lose at most 300.0 Np, but is 300.003");
        assertThatThrownBy(() -> new Section(50, 3, 2e8, -1e-9))
                .hasMessageContaining("attenuation must not be negative");
        assertThatThrownBy(() -> new Section(50, -1e-9, 2e8, 0)).hasMessageContaining("length must be");
        assertThatThrownBy(() -> new Section(50, Double.POSITIVE_INFINITY, 2e8, 0))
                .hasMessageContaining("length must be");
        assertThatThrownBy(() -> new Section(50, 1, 0, 0)).hasMessageContaining("velocity must be");
        assertThatThrownBy(() -> new Section(50, 1, Double.POSITIVE_INFINITY, 0))
                .hasMessageContaining("velocity must be");
        assertThatThrownBy(() -> new Section(z(0, 50), 1, 2e8, 0))
                .hasMessageContaining("characteristic impedance must be");
        assertThatThrownBy(() -> new Section(Complex.INF, 1, 2e8, 0))
                .hasMessageContaining("characteristic impedance must be");
        assertThatThrownBy(() -> new Section(Complex.NaN, 1, 2e8, 0))
                .hasMessageContaining("characteristic impedance must be");
        assertThatCode(() -> new Section(50, 0, 2e8, 0)).doesNotThrowAnyException();
    }

    /** Cosine and sine of 2πfl/v for these very doubles, by mpmath to 40 digits; the first and the last are many thousand turns. */
    @ParameterizedTest
    @CsvSource({
        "1234567000, 12345.678, 2.1e8, 0.765751252537830604, -0.643136858869668252",
        "987654321, 0.3, 1.7e8, -0.0444741104177175358, -0.999010537232992687",
        "2.4e9, 54321.1, 299792458, -0.609326017336502467, -0.792919797077129545"
    })
    void theAngleIsRightHoweverManyTurnsThereAre(double f, double length, double velocity, double cos, double sin) {
        Abcd chain = Section.lossless(60, length, velocity).at(f);
        assertThat(chain.a().getReal()).isCloseTo(cos, within(1e-15));
        assertThat(chain.d().getReal()).isCloseTo(cos, within(1e-15));
        assertThat(chain.b().getImaginary()).isCloseTo(60 * sin, within(6e-14));
        assertThat(chain.c().getImaginary()).isCloseTo(sin / 60, within(2e-17));
    }

    /** A sweep is what one frequency after the other is, over more of them than are worked on together, with every kind of element. */
    @Test
    void aSweepIsOneFrequencyAfterTheOther() {
        Section line = new Section(z(60, -5), 1.5, 2e8, 0.05);
        List<LineElement> elements = List.of(
                line,
                new Series(Impedance.inductor(2e-9)),
                new Shunt(Impedance.capacitor(3e-12)),
                new OpenStub(Section.lossless(70, 0.02, 2e8)),
                line);
        double[] frequencies =
                IntStream.range(0, 1100).mapToDouble(i -> i * 1e6).toArray();
        Impedance varying = Impedance.resistor(40).inSeriesWith(Impedance.inductor(1e-9));
        for (Impedance source : List.of(Impedance.resistor(50), Impedance.of(z(50, 10)), varying)) {
            for (Impedance load : List.of(Impedance.open(), Impedance.shorted(), Impedance.of(z(20, 30)), varying)) {
                Cascade cascade = new Cascade(source, elements, load);
                Reflections found = cascade.reflections(frequencies);
                for (int i = 0; i < frequencies.length; i++) {
                    Complex expected = cascade.reflection(frequencies[i]);
                    assertThat(found.real()[i]).isCloseTo(expected.getReal(), within(1e-11));
                    assertThat(found.imaginary()[i]).isCloseTo(expected.getImaginary(), within(1e-11));
                }
            }
        }
        assertThat(new Cascade(varying, elements, varying)
                        .reflections(new double[0])
                        .real())
                .isEmpty();
        assertThat(new Cascade(Impedance.resistor(50), elements, Impedance.open())
                        .reflections(new double[0])
                        .real())
                .isEmpty();
    }

    @Test
    void aSweepNeedsASourceWithAResistance() {
        Cascade cascade = new Cascade(Impedance.shorted(), List.of(), Impedance.resistor(50));
        assertThatThrownBy(() -> cascade.reflections(new double[] {1})).hasMessageContaining("positive resistance");
        Impedance reactive = Impedance.inductor(1e-9).inSeriesWith(Impedance.shorted());
        assertThatThrownBy(
                        () -> new Cascade(reactive, List.of(), Impedance.resistor(50)).reflections(new double[] {1, 2}))
                .hasMessageContaining("positive resistance");
    }

    /** |Γ| of 1 − 1.1e-14 leaves a ratio of 1.8e14; what is nearer is a total reflection. */
    @Test
    void aStandingWaveOfTotalReflectionIsInfinite() {
        assertThat(new Cascade(Impedance.resistor(50), List.of(), Impedance.resistor(50 * 1e13)).vswr(F))
                .isCloseTo(1e13, within(1e12));
        assertThat(new Cascade(Impedance.resistor(50), List.of(), Impedance.resistor(50 * 1e15)).vswr(F))
                .isInfinite();
        assertThat(new Cascade(Impedance.resistor(50), List.of(), Impedance.resistor(25)).vswr(F))
                .isCloseTo(2, within(1e-14));
        assertThat(new Cascade(Impedance.resistor(50), List.of(), Impedance.resistor(50)).vswr(F))
                .isEqualTo(1);
    }
}
