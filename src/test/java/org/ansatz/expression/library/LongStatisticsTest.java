package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics that take long: of several variables, and of what is narrow; expected numbers as in {@link StatisticsTest}. */
final class LongStatisticsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "P(X^2 + Z^2 > 3) ¦ 0.223130160148429829",
                "P(X + Z + W > 3) ¦ 0.0416322583317752009",
                "P(abs(X - 0.3) < 1e-5 and abs(Z - 0.2) < 1e-5) ¦ 5.96555675211304e-11",
                "P(X^2 + Z^2 < 1e-8) ¦ 4.99999998750000002e-9",
                "P(U + T < 0.003167) ¦ 5.0149445e-6",
                "E(max(X, Z)) ¦ 0.564189583547756287",
                "quantile(X + Z, 0.9) ¦ 1.81238760487364457",
                "P(X > E(X) + std(X)) ¦ 0.158655253931457051",
                "E(max(U, T + 0.995)) ¦ 1.49500002083333333",
                "E(exp(-1e6*(U - T)^2)) ¦ 0.00177145385090551603",
                "E(T*exp(-1e6*(U - 0.3)^2)) ¦ 8.86226925452758014e-4"
            })
    void aStatisticIsWithinItsErrorOfTheClosedForm(String formula, double expected) {
        StatisticsTest.assertWithinItsError(formula, expected);
    }

    @Test
    void whatIsTooNarrowForAnIntegralIsRefused() {
        assertThat(StatisticsTest.sheet().fault("P(sin(1000*X + Z) > 1 - 1e-12)"))
                .hasMessageContaining("does not settle");
    }

    /** Each step uses the one before twice: whoever looks through them must not look twice as often at each. */
    @Test
    void aLongRowOfStepsIsLookedThroughOnce() {
        Sheet sheet = Sheet.of("Y0 ~ normal(0, 1)");
        for (int i = 1; i <= 60; i++) {
            sheet.step("Y" + i + " = (Y" + (i - 1) + " + Y" + (i - 1) + ")/2");
        }
        assertThat(sheet.number("P(Y60 > 1)")).isCloseTo(0.158655253931457051, within(1e-14));
        assertThat(sheet.number("E(Y60)")).isCloseTo(0, within(1e-12));
        assertThat(sheet.number("P(Y60 > 1; samples = 1000)")).isBetween(0.1, 0.22);
    }
}
