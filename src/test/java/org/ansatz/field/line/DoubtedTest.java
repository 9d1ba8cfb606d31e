package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claimed errors beside what an angle that is not known does: of a matched line of φ radians s21 is e^(−jφ), which changes by
 * as much as φ does.
 */
final class DoubtedTest {

    private static final double ROUNDING = 0x1p-52;
    private static final double GIGAHERTZ = 1e9;
    private static final Impedance FIFTY = Impedance.of(new Complex(50));
    private static final LineElement NOTHING = new Series(Impedance.of(Complex.ZERO));

    /** 163 840 turns at a gigahertz. */
    private static final Section LONG = new Section(50, 32_768, 2e8, 0);

    private static final double ANGLE = 2 * Math.PI * 163_840;

    private static Complex s21(Cascade cascade) {
        return cascade.sParameters(GIGAHERTZ).s21();
    }

    /** The claimed error of something that these elements between 50 ohms show, with so much left open of each length and of the frequency. */
    private static double error(
            Function<Cascade, Complex> asked, List<LineElement> elements, double length, double frequency) {
        Cascade cascade = new Cascade(FIFTY, elements, FIFTY);
        List<Double> lengths = elements.stream()
                .map(element -> element instanceof Series || element instanceof Shunt ? 0 : length)
                .toList();
        return new Doubted(cascade, lengths).error(asked, asked.apply(cascade), GIGAHERTZ, frequency);
    }

    private static List<LineElement> row(String kinds) {
        List<LineElement> elements = new ArrayList<>();
        for (int i = 0; i < kinds.length(); i++) {
            elements.add(kinds.charAt(i) == 'L' ? LONG : NOTHING);
        }
        return elements;
    }

    /** Whatever stands between, what is open of two lengths adds up. */
    @ParameterizedTest
    @CsvSource({"L, 1", "LL, 2", "LLL, 3", "0L0L, 2", "000L0L, 2", "0000L0L, 2", "L0L0L, 3", "LLL0L, 4"})
    void lengthsOfWhichSomethingIsOpenAddUp(String kinds, int lines) {
        double open = lines * ANGLE * 2 * ROUNDING;
        assertThat(error(DoubtedTest::s21, row(kinds), 2 * ROUNDING, 0)).isBetween(open, 3.1 * open);
    }

    @ParameterizedTest
    @CsvSource({"L, 1", "LL, 2", "000L0L, 2"})
    void aFrequencyIsTheSameForAllOfThem(String kinds, int lines) {
        double open = lines * ANGLE * ROUNDING;
        assertThat(error(DoubtedTest::s21, row(kinds), 0, ROUNDING)).isBetween(open, 3.1 * open);
        assertThat(error(DoubtedTest::s21, row(kinds), ROUNDING, ROUNDING)).isBetween(2 * open, 6.2 * open);
    }

    /** Where nothing is open the angle less whole turns is rounded, and the impedances. */
    @Test
    void withoutDoubtOnlyRoundingIsLeft() {
        assertThat(error(DoubtedTest::s21, row("LL"), 0, 0)).isBetween(2 * Math.PI * ROUNDING, 100 * ROUNDING);
        assertThat(error(cascade -> cascade.inputImpedance(GIGAHERTZ), row("0"), 0, 0))
                .isBetween(50 * ROUNDING, 50 * 4 * ROUNDING);
    }

    /** Stubs of 163 840.125 turns across the line: their admittance is ±j/50 S, s21 = 2/(2 ± j), whose slope by the angle is 4/5. */
    @Test
    void aStubCountsAsMuch() {
        Section eighth = new Section(50, 32_768.025, 2e8, 0);
        for (LineElement stub : List.of(new OpenStub(eighth), new ShortStub(eighth))) {
            double open = 2 * Math.PI * 163_840.125 * 2 * ROUNDING * 4 / 5;
            assertThat(error(DoubtedTest::s21, List.of(stub), 2 * ROUNDING, 0)).isBetween(open, 3.1 * open);
            assertThat(error(DoubtedTest::s21, List.of(stub), 0, 2 * ROUNDING)).isBetween(open, 3.1 * open);
        }
    }

    /** A reflection is the difference of two impedances that are nearly the same, whose roundings need not go together. */
    @ParameterizedTest
    @CsvSource({"''", "0", "00", "000", "0000", "00000", "000000"})
    void roundingsOfTwoImpedancesDoNotCancel(String kinds) {
        assertThat(error(cascade -> cascade.reflection(GIGAHERTZ), row(kinds), 0, 0))
                .isBetween(ROUNDING / 2, 10 * ROUNDING);
    }

    @Test
    void whatIsNoMoreWhenDataAreMovedIsNotKnownAtAll() {
        List<LineElement> elements = List.of(NOTHING);
        assertThat(error(cascade -> moved(cascade) ? Complex.NaN : Complex.ONE, elements, 0, 0))
                .isInfinite();
        assertThat(error(
                        cascade -> {
                            if (moved(cascade)) {
                                throw new ArithmeticException("gone");
                            }
                            return Complex.ONE;
                        },
                        elements,
                        0,
                        0))
                .isInfinite();
        assertThat(error(cascade -> Complex.ONE, elements, 0, 0)).isZero();
    }

    private static boolean moved(Cascade cascade) {
        return cascade.source().at(GIGAHERTZ).getReal() != 50;
    }

    /** A line that loses as much as it may is moved all the same. */
    @Test
    void whatMayBeLostIsNotExceeded() {
        Section most = new Section(50, 3, 2e8, 100);
        assertThat(most.attenuation() * most.length()).isEqualTo(Section.MAX_NEPERS);
        Function<Cascade, Complex> input = cascade -> cascade.inputImpedance(GIGAHERTZ);
        assertThat(error(input, List.of(most), 2 * ROUNDING, 2 * ROUNDING)).isLessThan(1e-12);
    }

    /** An attenuation of 1 Np is known to two roundings and to the length: e^(−1) changes by that part of itself. */
    @Test
    void aLossIsMovedAsWell() {
        Section lossy = new Section(50, 1, 1e15, 1);
        Function<Cascade, Complex> magnitude =
                cascade -> new Complex(s21(cascade).abs());
        double rounding = error(magnitude, List.of(lossy), 0, 0);
        assertThat(rounding).isBetween(3 * Math.exp(-1) * 2 * ROUNDING, 40 * ROUNDING);
    }

    @Test
    void anOpenEndStaysOpen() {
        Cascade open = new Cascade(FIFTY, List.of(LONG), Impedance.open());
        Function<Cascade, Complex> gamma = cascade -> cascade.reflection(GIGAHERTZ);
        double error = new Doubted(open, List.of(2 * ROUNDING)).error(gamma, gamma.apply(open), GIGAHERTZ, 0);
        double angle = 2 * ANGLE * 2 * ROUNDING;
        assertThat(error).isBetween(angle, 3.1 * angle);
    }

    @Test
    void asManyCascadesAreTriedAsThereAreDoubts() {
        assertThat(new Doubted(new Cascade(FIFTY, List.of(), FIFTY), List.of()).trials())
                .isEqualTo(7);
        assertThat(new Doubted(new Cascade(FIFTY, row("LL"), FIFTY), List.of(1e-16, 0.0)).trials())
                .isEqualTo(8);
    }

    /** 50·tan(2πfl/v) near a pole, to 20 digits by mpmath, where rounding of the angle is a large part of what it lacks to a right angle. */
    @ParameterizedTest
    @CsvSource({
        "200000060.875, 0.25, -104578196.69281853548",
        "200000060.875, 20.25, -1291088.8474141364409",
        "200000060.875, 2000.25, -13070.577000327103296",
        "199999943.25, 0.25, 112179695.57137254379",
        "199999943.25, 20.25, 1384934.5126252000709",
        "199999943.25, 2000.25, 14020.64992181279782",
        "200000006.625, 0.25, -960935505.46049927328",
        "200000006.625, 20.25, -11863401.301911239168",
        "200000006.625, 2000.25, -120101.91850333121496",
        "199999996.140625, 0.25, 1649541110.5880645133",
        "199999996.140625, 20.25, 20364705.068947536547",
        "199999996.140625, 2000.25, 206166.86392297924474",
        "200000000.10144043, 0.25, -62757992481.771677032",
        "200000000.10144043, 20.25, -774790030.63915543117",
        "200000000.10144043, 2000.25, -7843768.5890415747056",
        "200000000.01849365, 0.25, -344236909256.45058498",
        "200000000.01849365, 20.25, -4249838385.8821057913",
        "200000000.01849365, 2000.25, -43024235.627583503835"
    })
    void nearAResonanceTheRoundingOfTheAngleIsCovered(double hertz, double length, double reactance) {
        Cascade shorted = new Cascade(FIFTY, List.of(new Section(50, length, 2e8, 0)), Impedance.shorted());
        Function<Cascade, Complex> input = cascade -> cascade.inputImpedance(hertz);
        Complex found = input.apply(shorted);
        double error = new Doubted(shorted, List.of(0.0)).error(input, found, hertz, 0);
        assertThat(Math.abs(found.getImaginary() - reactance)).isLessThan(error);
        // the slope of the tangent by its angle, times a few roundings of one and a half turns
        assertThat(error).isLessThan(reactance / 50 * reactance * 3 * Math.PI * 10 * ROUNDING);
    }

    @Test
    void aLineIsUnwoundToItsLastTurn() {
        Section unwound = new Section(50, 20.3, 2e8, 0.5).unwound(2e8);
        assertThat(unwound.length()).isCloseTo(1.3, within(1e-14));
        assertThat(unwound.attenuation() * unwound.length()).isCloseTo(10.15, within(1e-13));
        assertThat(new Section(50, 20.6, 2e8, 0).unwound(2e8).length()).isCloseTo(0.6, within(1e-14));
        Section shorter = new Section(50, 1.5, 2e8, 0.5);
        assertThat(shorter.unwound(2e8)).isSameAs(shorter);
        assertThat(shorter.unwound(0)).isSameAs(shorter);
        assertThat(new Section(50, 1.51, 2e8, 0).unwound(2e8).length()).isCloseTo(0.51, within(1e-14));
    }
}
