package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many steps are looked at, and what is made of them: each number that decides, from both sides. */
class DifferencesLevelsTest {

    private static final int FIRST = -3;

    /** At how many steps a function was asked: these are powers of two, and the points that show its noise are not. */
    private static int levels(Differences.Line function, double grid) {
        int[] count = new int[1];
        Differences.at0(
                x -> {
                    count[0] += x > 0 && x == Math.scalb(1.0, Math.getExponent(x)) ? 1 : 0;
                    return function.at(x);
                },
                1,
                grid);
        return count[0];
    }

    /**
     * All differences of a straight line are alike, so that only the grid makes an error: the least is that of the second step,
     * 2·(16·2^-53 + 16·grid). Up to 1e-12 of the slope that will do, as soon as there are four steps; else so many steps are taken as
     * do not better it, four after the second.
     */
    @ParameterizedTest
    @CsvSource({"1e-15, 4", "3.0e-14, 4", "3.2e-14, 6", "1e-12, 6"})
    void aSlopeThatIsKnownToTwelveDigitsIsGoodAndFourStepsInVainAreEnough(double grid, int levels) {
        assertThat(levels(x -> x, grid)).isEqualTo(levels);
    }

    /**
     * Two sides with the slopes ±j on top of 1 are apart while 2·j is more than eight roundings over the step, which is so at six
     * steps from j = 7.39e-12 on, at five from half and at seven from twice of it.
     */
    @Test
    void sixStepsApartAreATear() {
        double least = 7.39e-12;
        assertThat(apart(1.05 * least)).isInstanceOf(Slope.Kink.class);
        assertThat(apart(0.95 * least)).isInstanceOf(Slope.Smooth.class);
    }

    private static Slope apart(double j) {
        return Differences.at0(x -> 1 + j * Math.abs(x), 1, Double.MIN_VALUE);
    }

    // ---- two runs of steps, one before and one after rounding was seen to tear the sides apart

    /** Steps at which the slope is the same, and known to so much. */
    private static List<Level> run(int levels, double slope, double noise) {
        List<Level> run = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            run.add(new Level(Math.scalb(1.0, FIRST - i), 0, 0, slope, slope, slope, noise));
        }
        return Collections.unmodifiableList(run);
    }

    /** A tableau of such steps is known to twice the noise; errors of 2 and of 6 together explain 4·8. */
    @Test
    void theMoreAccurateOfTwoRunsCountsIfTheyAgreeWithinFourTimesTheirErrors() {
        List<Level> earlier = run(4, 100, 1);
        assertThat(Differences.better(earlier, run(4, 100 + 31.9, 3))).isSameAs(earlier);
        List<Level> other = run(4, 100 + 32.1, 3);
        assertThat(Differences.better(earlier, other)).isEqualTo(other);
        List<Level> finer = run(4, 101, 0.5);
        assertThat(Differences.better(earlier, finer)).isEqualTo(finer);
    }

    @Test
    void aRunOfThreeStepsIsTooShortToCount() {
        List<Level> earlier = run(4, 100, 1);
        assertThat(Differences.better(earlier, run(3, 100, 0.1))).isSameAs(earlier);
        assertThat(Differences.better(run(3, 100, 0.1), earlier)).isEqualTo(earlier);
        List<Level> four = run(4, 100, 0.1);
        assertThat(Differences.better(earlier, four)).isEqualTo(four);
    }
}
