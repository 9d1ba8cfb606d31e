package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ansatz.Golden;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class CascadeTest {

    private static final double C = 3e8;

    private static Cascade cascade(double source, Complex load, LineElement... elements) {
        return new Cascade(Impedance.resistor(source), List.of(elements), Impedance.of(load));
    }

    private static void assertNear(Complex actual, Complex expected, double error) {
        assertThat(actual.subtract(expected).abs())
                .as("%s instead of %s", actual, expected)
                .isLessThanOrEqualTo(error);
    }

    @Test
    void theOfferedLengthsReflectAsTheTableSays() {
        for (String[] row : Golden.rows("line/reflection.csv")) {
            double length = Double.parseDouble(row[0]);
            double f = Double.parseDouble(row[1]);
            Cascade line = cascade(50, new Complex(200), Section.lossless(100, length, C));
            assertThat(line.inputImpedance(f).getReal()).isCloseTo(Double.parseDouble(row[2]), within(0.006));
            assertThat(line.inputImpedance(f).getImaginary()).isCloseTo(Double.parseDouble(row[3]), within(0.006));
            assertThat(line.reflection(f).abs()).isCloseTo(Double.parseDouble(row[4]), within(0.0006));
            assertThat(line.vswr(f)).isCloseTo(Double.parseDouble(row[5]), within(0.006));
        }
    }

    @Test
    void aQuarterWaveInvertsTheLoad() {
        Complex load = new Complex(30, -40);
        Cascade line = cascade(50, load, Section.lossless(75, C / 1e9 / 4, C));
        assertNear(line.inputImpedance(1e9), new Complex(75 * 75).divide(load), 1e-11);
    }

    @Test
    void aHalfWaveRepeatsTheLoad() {
        Complex load = new Complex(30, -40);
        assertNear(cascade(50, load, Section.lossless(75, C / 1e9 / 2, C)).inputImpedance(1e9), load, 1e-11);
    }

    @Test
    void lossOnTheWayOutAndBackLowersTheReflectionTwice() {
        double nepers = 0.3;
        Complex load = new Complex(25);
        Cascade line = cascade(50, load, new Section(50, 2, 2e8, nepers));
        assertThat(line.reflection(7e8).abs()).isCloseTo(1.0 / 3 * Math.exp(-2 * nepers * 2), within(1e-13));
    }

    @Test
    void stubsReactAsTheirCotangentAndTangentSay() {
        double f = 1.3e9;
        double length = 0.021;
        double theta = 2 * Math.PI * f * length / C;
        Section stub = Section.lossless(60, length, C);
        Cascade open = new Cascade(Impedance.resistor(50), List.of(new OpenStub(stub)), Impedance.open());
        Cascade shorted = new Cascade(Impedance.resistor(50), List.of(new ShortStub(stub)), Impedance.open());
        assertNear(open.inputImpedance(f), new Complex(0, -60 / Math.tan(theta)), 1e-10);
        assertNear(shorted.inputImpedance(f), new Complex(0, 60 * Math.tan(theta)), 1e-10);
    }

    /** Pozar, Microwave Engineering, 4th ed., example 5.2: a single shunt stub matches 60 − j80 Ω to 50 Ω at 2 GHz. */
    @Test
    void aShuntStubMatchesAsInTheTextbook() {
        double f = 2e9;
        double wavelength = C / f;
        // The load is 60 Ω in series with 0.995 pF. The printed solution was read off a chart, to two or three digits.
        Impedance load = Impedance.resistor(60).inSeriesWith(Impedance.capacitor(0.995e-12));
        Cascade matched = new Cascade(
                Impedance.resistor(50),
                List.of(
                        new ShortStub(Section.lossless(50, 0.095 * wavelength, C)),
                        Section.lossless(50, 0.110 * wavelength, C)),
                load);
        assertThat(matched.reflection(f).abs()).isLessThan(0.02);
    }

    @Test
    void aMatchedLineOnlyDelays() {
        double f = 5e8;
        SParameters s =
                cascade(50, new Complex(50), new Section(50, 0.7, 2e8, 0.2)).sParameters(f);
        double beta = 2 * Math.PI * f / 2e8;
        assertNear(s.s11(), Complex.ZERO, 1e-14);
        assertNear(s.s21(), new Complex(-0.2 * 0.7, -beta * 0.7).exp(), 1e-13);
    }

    /** Pozar, 4th ed., example 4.4: a tee of Z0 (√2 − 1)/(√2 + 1) twice and 2√2 Z0 is matched and halves the power. */
    @Test
    void theTeeAttenuatorHalvesThePower() {
        double arm = 50 * (Math.sqrt(2) - 1) / (Math.sqrt(2) + 1);
        SParameters s = cascade(
                        50,
                        new Complex(50),
                        new Series(Impedance.resistor(arm)),
                        new Shunt(Impedance.resistor(100 * Math.sqrt(2))),
                        new Series(Impedance.resistor(arm)))
                .sParameters(1e9);
        assertThat(s.s11().abs()).isLessThan(1e-14);
        assertThat(s.s21().getReal()).isCloseTo(Math.sqrt(0.5), within(1e-14));
    }

    @RepeatedTest(40)
    void losslessChainsKeepThePowerAndAreReciprocal(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        LineElement[] elements = {
            Section.lossless(20 + 100 * random.nextDouble(), random.nextDouble(), C),
            new Series(Impedance.inductor(1e-9 + 1e-8 * random.nextDouble())),
            new ShortStub(Section.lossless(30 + 50 * random.nextDouble(), 0.1 * random.nextDouble(), C)),
            new Shunt(Impedance.capacitor(1e-13 + 1e-12 * random.nextDouble())),
            Section.lossless(20 + 100 * random.nextDouble(), random.nextDouble(), C)
        };
        SParameters s = cascade(50, new Complex(75), elements).sParameters(1e8 + 3e9 * random.nextDouble());
        double power = s.s11().abs() * s.s11().abs() + s.s21().abs() * s.s21().abs();
        assertThat(power).as("seed " + seed).isCloseTo(1, within(1e-9));
        assertNear(s.s12(), s.s21(), 1e-9);
    }

    @RepeatedTest(40)
    void aLineCutInTwoIsTheSameLine(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        double length = random.nextDouble();
        double cut = length * random.nextDouble();
        double f = 1e8 + 3e9 * random.nextDouble();
        Complex load = new Complex(100 * random.nextDouble(), 100 * random.nextDouble() - 50);
        Cascade whole = cascade(50, load, new Section(80, length, 2e8, 0.4));
        Cascade parts = cascade(50, load, new Section(80, cut, 2e8, 0.4), new Section(80, length - cut, 2e8, 0.4));
        assertNear(parts.reflection(f), whole.reflection(f), 1e-12);
    }

    @Test
    void anOpenEndReflectsAllAndAMatchedOneNothing() {
        Cascade open = new Cascade(Impedance.resistor(50), List.of(), Impedance.open());
        assertNear(open.reflection(1e9), Complex.ONE, 0);
        assertThat(open.vswr(1e9)).isInfinite();
        assertNear(cascade(50, new Complex(50)).reflection(1e9), Complex.ZERO, 0);
    }

    @RepeatedTest(20)
    void behindALosslessLineAnOpenOrShortEndLeavesAnInfiniteStandingWave(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Section line = Section.lossless(30 + 100 * random.nextDouble(), 3 * random.nextDouble(), C);
        double f = 3e9 * random.nextDouble();
        for (Impedance end : List.of(Impedance.open(), Impedance.resistor(0))) {
            assertThat(new Cascade(Impedance.resistor(50), List.of(line), end).vswr(f))
                    .isInfinite();
        }
        Section lossy = new Section(50, 1, C, 1e-9);
        assertThat(new Cascade(Impedance.resistor(50), List.of(lossy), Impedance.open()).vswr(f))
                .as("1/tanh of the loss")
                .isCloseTo(1 / Math.tanh(1e-9), within(1e3));
    }

    @Test
    void impossibleLinesAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> Section.lossless(-50, 1, C)).hasMessageContaining("-50");
        assertThatThrownBy(() -> Section.lossless(50, -1, C)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Section.lossless(50, 1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> cascade(50, new Complex(50)).reflection(-1)).hasMessageContaining("-1");
    }
}
