package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Searches over what is itself searched for, integrated or differentiated, with a peak a millionth of the interval wide, which no grid
 * meets.
 */
final class NarrowPeakOfASearchTest {

    private static final String PEAK = "exp(-((x - 0.3371)*1e6)^2)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(max(t*(2 + PEAK) for t in 0..1) for x in 0..1) | 3",
                "max(min(t*(2 + PEAK) for t in 1..2) for x in 0..1) | 3",
                "min(min(t*(2 - PEAK) for t in 1..2) for x in 0..1) | 1",
                "max(integrate(t*(2 + PEAK) for t in 0..1) for x in 0..1) | 1.5",
                "argmax(integrate(t*(2 + PEAK) for t in 0..1) for x in 0..1) | 0.3371",
                "max(abs(integrate((2 + PEAK)*exp(j*t) for t in 0..pi)) for x in 0..1) | 6",
                "max(root(t^3 - 2 - PEAK for t in 0..5)^3 for x in 0..1) | 3",
                "max(derivative(t*(2 + PEAK) for t at 1) for x in 0..1) | 3",
                "max(differences(t^2*(2 + PEAK) for t at 1) for x in 0..1) | 6",
                "integrate(root(t - 1e6*PEAK for t in -1..1e7) for x in 0..1)^2 | 3.141592653589793",
                "integrate(max(1e6*t*PEAK for t in 0..1) for x in 0..1)^2 | 3.141592653589793",
            })
    void theyFindIt(String formula, double expected) {
        assertThat(Sheet.of().number(formula.replace("PEAK", PEAK))).isCloseTo(expected, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root(max(t*(2 + PEAK) for t in 0..1) - 2.5 for x in 0..1) | two roots, near 0.337099167 and near 0.337100833",
                "root(integrate(2 + PEAK for t in 0..1) - 2.5 for x in 0..1) | two roots, near 0.337099167 and near 0.337100833",
            })
    void rootsOnItsSidesAreSeveral(String formula, String message) {
        assertThat(Sheet.of().fault(formula.replace("PEAK", PEAK)).message()).contains(message);
    }
}
