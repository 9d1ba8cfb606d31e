package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes at one step: what rounding explains, and what only a kink does. */
class LevelTest {

    private static Level level(double central, double left, double right, double noise) {
        return new Level(1, 0, 0, central, left, right, noise);
    }

    private static Level jump(double jump, double noise) {
        return level(0, 0, jump, noise);
    }

    private static double noise(double below, double here, double above) {
        return Level.of(0.5, below, here, above, Level.NONE, 0, 0).noise();
    }

    @Test
    void theSlopesOfAParabolaAreExactOnBothSides() {
        Level far = Level.of(2, 4, 9, 16 + 9, Level.NONE, 0, 0); // 9 + 5.25 x + 1.375 x² at −2, 0, 2
        Level near = Level.of(1, 9 - 5.25 + 1.375, 9, 9 + 5.25 + 1.375, far, 0, 0);
        assertThat(near.central()).isEqualTo(5.25);
        assertThat(near.left()).isEqualTo(5.25);
        assertThat(near.right()).isEqualTo(5.25);
        assertThat(near.jump()).isZero();
        assertThat(far.left()).isNaN();
        assertThat(far.isTorn()).isFalse();
    }

    @Test
    void roundingIsThatOfTheLargestValueWhateverItsSign() {
        double unit = 0x1p-53 * 8 / 0.5;
        double expected = noise(1, 2, 8);
        assertThat(expected).isBetween(2 * unit, 32 * unit);
        assertThat(noise(8, 1, 2) - unit).isGreaterThan(0);
        for (double least : new double[] {1e-12, 1e-6}) {
            assertThat(Level.of(0.5, 1, 1, 1, Level.NONE, 0, least).noise()).isEqualTo(2 * least);
        }
        for (double large : new double[] {8, -8}) {
            assertThat(noise(large, 1, large)).isEqualTo(expected);
            assertThat(noise(large, 1, 2)).isEqualTo(expected);
            assertThat(noise(1, 2, large)).isEqualTo(expected);
            assertThat(noise(1, large, 1)).isEqualTo(expected);
            assertThat(noise(large, -1, large)).isEqualTo(expected);
        }
    }

    /** A point that may lie elsewhere by {@code grid} moves the value by the slope times that. */
    @Test
    void wherePointsRoundTheSlopeCounts() {
        assertThat(Level.of(0.5, -3, 0, 3, Level.NONE, 1e-3, 0).noise()).isBetween(12e-3, 12.001e-3);
        assertThat(Level.of(0.5, 3, 0, -3, Level.NONE, 1e-3, 0).noise()).isBetween(12e-3, 12.001e-3);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.24, true",
        "2, 0.25, false",
        "2, 0.26, false",
        "-2, 0.24, true",
        "-2, 0.26, false",
        "0, 0, false",
    })
    void aTearIsMoreThanEightTimesTheNoise(double jump, double noise, boolean torn) {
        assertThat(jump(jump, noise).isTorn()).isEqualTo(torn);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1e8, 100000000.5, false",
        "0, 1e8, 100000002, true",
        "0, -1e8, -100000000.5, false",
        "0, -1e8, -100000002, true",
        "1e8, 0, 0.5, false",
        "-1e8, 0, 0.5, false",
        "1e8, 0, 2, true",
        "0, 100000000.5, 1e8, false"
    })
    void aKinkOfLessThanAHundredMillionthDoesNotMatter(double central, double left, double right, boolean torn) {
        assertThat(level(central, left, right, 0).isTorn()).isEqualTo(torn);
    }

    @ParameterizedTest
    @CsvSource({"0.41, 1, true", "0.4, 1, false", "0.39, 1, false", "-0.41, -1, true", "-0.39, 1, false"})
    void theSidesComeTogetherIfTheJumpFallsBelowTwoFifths(double jump, double farther, boolean stays) {
        assertThat(jump(jump, 0).staysTorn(jump(farther, 0))).isEqualTo(stays);
        assertThat(jump(jump, 1).staysTorn(jump(farther, 0))).isFalse();
    }

    @Test
    void roundingHidesAJumpBelowThirtyTwoTimesIt() {
        assertThat(jump(0, 1).hides(31)).isTrue();
        assertThat(jump(0, 1).hides(-31)).isTrue();
        assertThat(jump(0, 1).hides(32)).isFalse();
        assertThat(jump(0, 1).hides(-33)).isFalse();
    }

    /** The larger of the slopes to both sides, whichever way they go. */
    @Test
    void theSteeperSideCounts() {
        for (double sign : new double[] {1, -1}) {
            assertThat(new Level(0.5, 10 - sign, 10 + 3 * sign, 0, 0, 0, 0).steepness(10))
                    .isEqualTo(6);
            assertThat(new Level(0.5, 10 - 3 * sign, 10 + sign, 0, 0, 0, 0).steepness(10))
                    .isEqualTo(6);
            assertThat(new Level(0.5, 10 + 3 * sign, 10 + sign, 0, 0, 0, 0).steepness(10))
                    .isEqualTo(6);
            assertThat(new Level(0.5, 10 + sign, 10 + 3 * sign, 0, 0, 0, 0).steepness(10))
                    .isEqualTo(6);
        }
    }

    @Test
    void aLevelWithoutAValueDoesNotExist() {
        assertThat(Level.of(1, Double.NaN, 0, 1, Level.NONE, 0, 0).exists()).isFalse();
        assertThat(Level.of(1, 1, 0, 1, Level.NONE, 0, 0).exists()).isTrue();
    }

    @Test
    void whatLiesBetweenTheSlopesOfAKinkIsSpannedWithinTheError() {
        for (Slope.Kink kink : new Slope.Kink[] {new Slope.Kink(-1, 2, 0.25), new Slope.Kink(2, -1, 0.25)}) {
            for (double inside : new double[] {-1.25, -1, 0, 2, 2.25}) {
                assertThat(kink.spans(inside)).isTrue();
            }
            assertThat(kink.spans(-1.26)).isFalse();
            assertThat(kink.spans(2.26)).isFalse();
        }
    }
}
