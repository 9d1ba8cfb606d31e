package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many steps are looked at, and what is made of them: each number that decides, from both sides. */
class DifferencesLevelsTest {

    /** At how many steps a function was asked: these are powers of two to both sides, and the points that show its noise are not. */
    private static int levels(Differences.Line function, double grid) {
        int[] count = new int[1];
        Differences.at0(
                x -> {
                    count[0] += -x == Math.scalb(1.0, Math.getExponent(x)) ? 1 : 0;
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

    @ParameterizedTest
    @CsvSource({"0.0078125, 3", "0.0079, 2", "0.0157, 1", "0.03125, 1", "0.0313, 0"})
    void aStepIsAtLeastFourTimesAsLongAsCanBeTold(double grid, int levels) {
        assertThat(levels(x -> x, grid)).isEqualTo(levels);
    }

    // ---- where the sides part and come together

    /**
     * The sides of 10·x + 1000·x⁴ + δ·(x > 0) come together at the first steps, and stay apart from the fifth or the fourth one on. After
     * four steps that count six more show that they only part where rounding can be seen; else the last of all steps is asked.
     */
    @ParameterizedTest
    @CsvSource({"1e-3, 10", "4e-3, 56"})
    void whatPartsAfterFourStepsThatCountIsNoise(double jump, int levels) {
        assertThat(levels(x -> 10 * x + 1e3 * Math.pow(x, 4) + (x > 0 ? jump : 0), Double.MIN_VALUE))
                .isEqualTo(levels);
    }

    /** Only a few steps are smaller than where the kink is, and the larger ones have another slope. */
    @ParameterizedTest
    @ValueSource(ints = {53, 54})
    void whatLargerStepsShowIsNotOfThisSideOfAKink(int exponent) {
        double kink = Math.scalb(1.4, -exponent);
        assertSlope(10 - 1e-2, x -> 10 * x + 1e3 * Math.pow(x, 4) + 1e-2 * Math.abs(x - kink));
        double closing = 10 - 1.25e-2 * Math.pow(kink, 0.25);
        assertSlope(closing, x -> 10 * x + 1e3 * Math.pow(x, 4) + 1e-2 * Math.pow(Math.abs(x - kink), 1.25));
    }

    /** Beyond a gap the slope is 5, at four steps; inside it is 3, at three. */
    @Test
    void whatLiesBeyondAGapIsNotOfThisPoint() {
        double inner = Math.scalb(1.0, -56);
        Differences.Line gap = x -> Math.abs(x) > inner ? Double.NaN : Math.sin(3 * x);
        assertSlope(3, x -> Math.abs(x) > 0.01 ? Math.sin(5 * x) : gap.at(x));
        assertSlope(3, x -> Math.abs(x) > 0.01 ? Math.sin(5 * x) + 1e-3 * Math.abs(x) : gap.at(x));
        assertSlope(3, x -> Math.abs(x) > 5e-3 ? 5 * x + 1e3 * Math.pow(x, 4) + 1e-2 * Math.abs(x) : gap.at(x));
        assertSlope(3, x -> Math.abs(x) > 1e-3 ? Math.sin(5 * x) + 1e-3 * Math.abs(x) : gap.at(x));
    }

    private static void assertSlope(double slope, Differences.Line function) {
        Slope found = Differences.at0(function, 1, Double.MIN_VALUE);
        assertThat(found).isInstanceOf(Slope.Smooth.class);
        Slope.Smooth smooth = (Slope.Smooth) found;
        assertThat(Math.abs(smooth.value() - slope)).as("%s", smooth).isLessThanOrEqualTo(smooth.error());
        assertThat(smooth.error()).isLessThan(0.001);
    }

    /** A part of the steep slope that larger steps show is steep no more closer by, with a kink or a gap on the way. */
    @Test
    void whatGrowsAtLargeStepsIsSeenToHaveSlopesCloserBy() {
        Slope.Kink kink = (Slope.Kink) Differences.at(x -> Math.tanh(1e9 * x) + 1e8 * Math.abs(x), 0);
        assertThat(Math.abs(kink.left() - 9e8)).isLessThanOrEqualTo(kink.error());
        assertThat(Math.abs(kink.right() - 11e8)).isLessThanOrEqualTo(kink.error());
        for (double inner : new double[] {1e-4, 1e-5, 1e-6}) {
            assertSlope(
                    3,
                    x -> Math.abs(x) > inner
                            ? Math.signum(x)
                            : Math.abs(x) > inner / 1000 ? Double.NaN : Math.sin(3 * x));
        }
    }

    /** Of two slopes the less uncertain; if the first is that, the error covers both. */
    @Test
    void theLessUncertainOfTwoSlopes() {
        Slope.Smooth first = new Slope.Smooth(3, 0.5, 2);
        assertThat(Differences.lessUncertain(first, new Slope.Smooth(5, 0.4999, 1)))
                .isEqualTo(new Slope.Smooth(5, 0.4999, 1));
        assertThat(Differences.lessUncertain(first, new Slope.Smooth(5, 0.5, 1)))
                .isEqualTo(new Slope.Smooth(3, 2.5, 2));
        assertThat(Differences.lessUncertain(first, new Slope.Smooth(1, 4, 1))).isEqualTo(new Slope.Smooth(3, 6, 2));
    }
}
