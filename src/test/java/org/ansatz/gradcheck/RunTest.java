package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steps say at which the sides come together: each number that decides, from both sides. */
class RunTest {

    /** So many steps at which the slope is the same and known to so much: the slope is known to twice of it. */
    private static Run run(int steps, double slope, double noise) {
        Run run = Run.NONE;
        for (int i = 0; i < steps; i++) {
            run = run.and(new Level(Math.scalb(1.0, -3 - i), 0, 0, slope, slope, slope, noise));
        }
        return run;
    }

    /** Errors of 2 and of 6 together explain 4·8. */
    @Test
    void theMoreAccurateOfTwoRunsCountsIfTheyAgreeWithinFourTimesTheirErrors() {
        Run earlier = run(4, 100, 1);
        assertThat(earlier.orBetter(run(4, 100 + 32, 3))).isSameAs(earlier);
        assertThat(earlier.orBetter(run(4, 100 - 32, 3))).isSameAs(earlier);
        Run other = run(4, 100 + 32.001, 3);
        assertThat(earlier.orBetter(other)).isSameAs(other);
        Run finer = run(4, 101, 0.5);
        assertThat(earlier.orBetter(finer)).isSameAs(finer);
        Run equal = run(4, 101, 1);
        assertThat(earlier.orBetter(equal)).isSameAs(equal);
    }

    @Test
    void aRunOfThreeStepsIsTooShortToCount() {
        Run earlier = run(4, 100, 1);
        assertThat(earlier.orBetter(run(3, 100, 0.1))).isSameAs(earlier);
        assertThat(run(3, 100, 0.1).orBetter(earlier)).isSameAs(earlier);
        Run four = run(4, 100, 0.1);
        assertThat(earlier.orBetter(four)).isSameAs(four);
        assertThat(Run.NONE.orBetter(run(1, 100, 1)).levels()).hasSize(1);
        assertThat(run(1, 100, 1).hasSlope()).isFalse();
        assertThat(run(2, 100, 1).hasSlope()).isTrue();
    }

    /** Twelve digits; or four steps that do not better what was found, for the rounding of each is more than that of the one before. */
    @Test
    void aRunIsSettledWithTwelveDigitsOrFourStepsInVain() {
        for (double slope : new double[] {0x1p40, -0x1p40}) {
            assertThat(run(4, slope, 0.5e-12 * 0x1p40).isSettled()).isTrue();
            assertThat(run(4, slope, 0.5001e-12 * 0x1p40).isSettled()).isFalse();
            assertThat(run(3, slope, 0).isSettled()).isFalse();
        }
        Run growing = Run.NONE;
        for (int i = 0; i < 6; i++) {
            assertThat(growing.isSettled()).as(i + " steps").isFalse();
            growing = growing.and(new Level(1, 0, 0, 1, 1, 1, Math.scalb(1.0, i)));
        }
        assertThat(growing.isSettled()).isTrue();
    }

    /** As long as the sides are apart, a kink may stand under what brings them together. */
    @Test
    void aRunWhoseSidesAreStillApartIsNotSettled() {
        Level apart = new Level(1, 0, 0, 1, 0.9, 1.1, 0);
        assertThat(run(4, 1, 0).and(apart).isSettled()).isFalse();
        assertThat(run(4, 1, 0).and(apart).and(apart).isSettled()).isFalse();
        Slope slope = Differences.at(x -> x + Math.pow(x, 4) + 1e-6 * Math.abs(x), 0);
        assertThat(slope).as("central differences are 1 at every step").isInstanceOf(Slope.Kink.class);
    }

    /**
     * Of the slopes A + 1485, A + 720 and A the changes shrink by 1.0625, with the power 0.087 of the step. Their tableau has A + 465
     * in its second row, and A − 240 and A − 287 in its third, of which the last is the nearest to its neighbours: it is 752 off.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void aSlopeThatHardlyConvergesIsOneIfItIsKnownToAHundredth(double sign) {
        for (double best : new double[] {75200, 75201}) {
            Slope.Smooth known = (Slope.Smooth) slowly(sign, best + 287).slope();
            assertThat(known.value()).isEqualTo(sign * best);
            assertThat(known.error()).isBetween(16 * 752.0, 17 * 752.0);
        }
        assertThat(slowly(sign, 75199 + 287).slope()).isEqualTo(Differences.WITHOUT_BOUND);
    }

    private static Run slowly(double sign, double a) {
        Run run = Run.NONE;
        for (double more : new double[] {1485, 720, 0}) {
            double slope = sign * (a + more);
            run = run.and(new Level(1, 0, 0, slope, slope, slope, 0));
        }
        return run;
    }
}
