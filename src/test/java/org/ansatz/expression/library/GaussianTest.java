package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error function, the Gaussian tail and the cardinal sine in formulas. Right values by mpmath, 40 digits. */
class GaussianTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 - erf(5) | 1.5374597944280348502e-12
            1 - erf(6) | 2.1519736712498913117e-17
            1 + erf(-6) | 2.1519736712498913117e-17
            log(erf(6)) | -2.1519736712498913348e-17
            log(erfc(10)) | -102.87988902484488857
            Q(8) | 6.2209605742717841235e-16
            1 - Q(-8) | 6.2209605742717841235e-16
            1 - erfc(1e-20) | 1.1283791670955125739e-20
            1 - sinc(1e-10) | 1.6449340668482264365e-20
            Qinv(1 - Q(9)) | -9.0
            derivative(erf(x) for x at 6) | 2.6173012392492648292e-16
            derivative(derivative(erf(x) for x at y) for y at 6) | -3.1407614870991177951e-15
            derivative(Q(x) for x at 20) | -5.5209483621597631896e-88
            derivative(derivative(Q(x) for x at y) for y at 3) | 0.013295545235814021527
            derivative(derivative(Qinv(p) for p at y) for y at 0.25) | 6.6793100075327817743
            derivative(sinc(x) for x at 0) | 0
            derivative(derivative(sinc(x) for x at y) for y at 0) | -3.2898681336964528729
            derivative(derivative(sinc(x) for x at y) for y at 1) | 2.0
            grad(erfc(x) for x at 10) | -4.1976562313544168901e-44
            ln(1 + 1e-20*pi) | 3.1415926535897932385e-20
            integrate(sinc(x) for x in 0..1) | 0.58948987223608363512
            integrate(erfc(x) for x in 0..1) | 0.51393504188774406594
            """)
    void whatIsSmallKeepsItsDigits(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }

    /** Abramowitz and Stegun, table 7.1. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1124629160", "0.5, 0.5204998778", "1, 0.8427007929", "1.5, 0.9661051465", "2, 0.9953222650"})
    void theErrorFunctionIsThatOfTheHandbook(String x, double expected) {
        assertThat(Sheet.of().number("erf(" + x + ")")).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"erf(x)", "erfc(x)", "Q(x)", "Qinv(x/5)", "sinc(x)", "derivative(sinc(t) for t at x)", "ln(x)"})
    void theDerivativeIsThatOfDifferences(String formula) {
        for (String at : new String[] {"0.01", "0.3", "0.49", "0.9", "1.7", "3.2"}) {
            double slope = Sheet.of().number("derivative(" + formula + " for x at " + at + ")");
            double byDifferences = Sheet.of().number("differences(" + formula + " for x at " + at + ")");
            assertThat(slope).as(formula + " at " + at).isCloseTo(byDifferences, within(1e-8 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void zerosAndEndsAreExact() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.holds("erf(0) == 0 and erfc(0) == 1 and Q(0) == 1/2 and Qinv(1/2) == 0 and sinc(0) == 1"))
                .isTrue();
        assertThat(sheet.holds("sinc(3) == 0 and sinc(-10^20) == 0 and erfc(-inf) == 2 and Q(inf) == 0"))
                .isTrue();
    }

    @Test
    void aNameMayStillBeQ() {
        assertThat(Sheet.of("Q = 3").number("Q*Q(0)")).isEqualTo(1.5);
        assertThat(Sheet.of("Q(x) = 2*x").number("Q(3)")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            erf(1j)    | erf is for real numbers; here it was given a complex one
            Q(1 + 2j)  | Q is for real numbers; here it was given a complex one
            sinc(1j)   | sinc is for real numbers; here it was given a complex one
            Qinv(1.5)  | Qinv is defined for 0 ≤ p ≤ 1, not for 1.5
            erfc(1 V)  | a pure number is needed here; this is a voltage
            """)
    void whatHasNoValueSaysWhy(String formula, String message) {
        assertThatThrownBy(() -> Sheet.of().number(formula)).hasMessageContaining(message);
    }
}
