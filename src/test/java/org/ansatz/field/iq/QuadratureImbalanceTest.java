package org.ansatz.field.iq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuadratureImbalanceTest {

    private static QuadratureImbalance imbalance(double decibels, double degrees) {
        return new QuadratureImbalance(Math.pow(10, decibels / 20), Math.toRadians(degrees));
    }

    @Test
    void theImageIsAsStrongAsTheTableSays() {
        String[] phases = Golden.heading("iq/imrr.csv");
        for (String[] row : Golden.rows("iq/imrr.csv")) {
            for (int column = 1; column < phases.length; column++) {
                if (!row[column].equals("-inf")) {
                    QuadratureImbalance arm = imbalance(Double.parseDouble(row[0]), Double.parseDouble(phases[column]));
                    double expected = Double.parseDouble(row[column]);
                    String what = row[0] + " dB, " + phases[column] + " deg";
                    assertThat(arm.transmit(256).imageOverWantedDecibels())
                            .as(what)
                            .isCloseTo(expected, within(5.1e-4));
                    assertThat(arm.receive(256).imageOverWantedDecibels())
                            .as(what)
                            .isCloseTo(expected, within(5.1e-4));
                }
            }
        }
    }

    @Test
    void inBalanceOnlyRoundingIsLeftAtTheImage() {
        assertThat(imbalance(0, 0).transmit(256).imageOverWantedDecibels()).isLessThan(-290);
    }

    @ParameterizedTest
    @CsvSource({"1.14588, 0, -40", "0, 0.173724, -40", "3.6225, 0, -30", "0, 0.549527, -30", "11.4212, 0, -20"})
    void theBudgetOfAnImageIsMet(double degrees, double decibels, double image) {
        assertThat(imbalance(decibels, degrees).transmit(1024).imageOverWantedDecibels())
                .isCloseTo(image, within(2e-4));
    }

    @Test
    void inQuadratureTheImageIsAsStrongAsTheTone() {
        assertThat(imbalance(0, 90).transmit(256).imageOverWantedDecibels()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theSignOfEitherImbalanceDoesNotMatter() {
        double image = imbalance(1, 5).transmit(256).imageOverWanted();
        assertThat(imbalance(-1, 5).transmit(256).imageOverWanted()).isCloseTo(image, within(1e-14));
        assertThat(imbalance(1, -5).transmit(256).imageOverWanted()).isCloseTo(image, within(1e-14));
    }

    @Test
    void impossibleArmsAreRefused() {
        assertThatThrownBy(() -> new QuadratureImbalance(-1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new QuadratureImbalance(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> imbalance(0, 0).transmit(100)).hasMessageContaining("100");
    }

    @Test
    void theSpectrumShowsTheClosedForm() {
        for (int i = 0; i < 100; i++) {
            QuadratureImbalance arm = new QuadratureImbalance(0.8 + 0.004 * i, 0.007 * i - 0.3);
            double expected = arm.imageOverWanted();
            assertThat(arm.transmit(256).imageOverWanted()).as("%s", arm).isCloseTo(expected, within(1e-14));
            assertThat(arm.receive(256).imageOverWanted()).as("%s", arm).isCloseTo(expected, within(1e-14));
            assertThat(arm.transmit(256).floor()).as("%s", arm).isLessThan(1e-28);
            assertThat(arm.receive(256).floor()).as("%s", arm).isLessThan(1e-28);
        }
    }
}
