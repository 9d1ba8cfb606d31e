package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes much closer by: which contradict what was found, and when steepness is bounded. Each number from both sides. */
class CloseUpTest {

    /** Each step to the one before, upside down. */
    private static final double RATIO = 44 * Math.PI;

    private static Level slope(double step, double central, double noise) {
        return new Level(step, 0, 0, central, Double.NaN, Double.NaN, noise);
    }

    /**
     * At the step 1 the slope was 16 off, which was found with an error of 1; at a quarter of it, known to 2, it may be so much off:
     * 4·(1 + 2 + 16·(1/4)^order).
     */
    @ParameterizedTest
    @CsvSource({"0.5, 44", "1, 28", "1.5, 20", "2, 16", "3, 16", "NaN, 16", "0, 76", "-1, 76"})
    void aSlopeContradictsIfItIsFourTimesFartherOffThanIsExplained(double order, double limit) {
        for (double sign : new double[] {1, -1}) {
            for (double lacking : new double[] {16, -16}) {
                Slope.Smooth found = new Slope.Smooth(1000 * sign, 1, order);
                Level finest = slope(1, 1000 * sign + lacking, 9);
                for (double off : new double[] {limit, -limit}) {
                    Level explained = slope(0.25, 1000 * sign + off, 2);
                    Level not = slope(0.25, 1000 * sign + 1.0001 * off, 2);
                    CloseUp closeUp = new CloseUp(List.of(explained, not, explained));
                    assertThat(closeUp.against(found, finest).levels()).containsExactly(not);
                }
            }
        }
    }

    /** Steps count in those at which it was found. */
    @Test
    void whatIsLackingShrinksFromTheFinestStep() {
        Slope.Smooth found = new Slope.Smooth(1000, 1, 2);
        CloseUp closeUp = new CloseUp(List.of(slope(0.5, 1016, 2)));
        assertThat(closeUp.against(found, slope(2, 1016, 0)).levels()).isEmpty();
        assertThat(closeUp.against(found, slope(2, 1015, 0)).levels()).hasSize(1);
    }

    @Test
    void theErrorCoversEachSlopeAndItsRounding() {
        Slope.Smooth found = new Slope.Smooth(10, 1, 2);
        for (double sign : new double[] {1, -1}) {
            Level near = slope(1, 10 + 3 * sign, 0.5);
            Level far = slope(1, 10 + 4 * sign, 0.25);
            Level within = slope(1, 10 + 0.25 * sign, 0.5);
            assertThat(new CloseUp(List.of(near, far)).covering(found)).isEqualTo(new Slope.Smooth(10, 4.25, 2));
            assertThat(new CloseUp(List.of(far, near)).covering(found)).isEqualTo(new Slope.Smooth(10, 4.25, 2));
            assertThat(new CloseUp(List.of(within)).covering(found)).isEqualTo(found);
        }
    }

    /** With these steepnesses, the largest step first, to one side of the point or the other. */
    private static boolean isBounded(double... steepness) {
        boolean above = with(1, steepness).isBounded(5);
        assertThat(with(-1, steepness).isBounded(5)).isEqualTo(above);
        return above;
    }

    private static CloseUp with(double side, double... steepness) {
        List<Level> levels = new ArrayList<>();
        double step = 1;
        for (double each : steepness) {
            double value = 5 + each * step;
            levels.add(new Level(step, side < 0 ? value : 5, side > 0 ? value : 5, 0, 0, 0, 0));
        }
        return new CloseUp(levels);
    }

    /** It changes by 138.2, and then by 1, of 100 000: within a ten-thousandth the power is one, so that the limit alone decides. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void steepnessHasALimitIfItComesToItWithTheStep(double sign) {
        double near = 1e5 + sign * RATIO;
        assertThat(isBounded(1e5, near, near + 0.999)).isTrue();
        assertThat(isBounded(1e5, near, near - 0.999)).isTrue();
        assertThat(isBounded(1e5, near, near + 1.001)).isFalse();
        assertThat(isBounded(1e5, near, near - 1.001)).isFalse();
    }

    /** First with the root of the step, then with a power that is a hundredth apart. */
    @ParameterizedTest
    @CsvSource({"0.509, false", "0.511, true", "0.491, false", "0.489, true", "0, true", "1, true"})
    void steepnessThatGrowsWithOnePowerIsUnbounded(double power, boolean isBounded) {
        double near = Math.sqrt(RATIO);
        assertThat(isBounded(1, near, near * Math.pow(RATIO, power))).isEqualTo(isBounded);
    }

    @Test
    void twoStepsSayNothingAndNoSteepnessIsBounded() {
        assertThat(isBounded(1, 1)).isFalse();
        assertThat(isBounded(0, 0, 0)).isTrue();
        assertThat(isBounded(1, 1, 1)).isTrue();
    }

    @Test
    void stepsShrinkByWhatHasNoPeriodInCommon() {
        double[] steps = CloseUp.steps(8);
        assertThat(steps).hasSize(3);
        assertThat(8 / steps[0]).isCloseTo(RATIO, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(steps[1] / steps[2]).isCloseTo(RATIO, org.assertj.core.api.Assertions.within(1e-9));
    }
}
