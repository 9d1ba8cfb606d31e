package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steps say at which the sides stay apart: each number that decides, from both sides. */
class TearTest {

    /** So much that no order is seen in changes of less than 1.5. */
    private static final double NOISE = 1.0 / 64;

    /** Steps with these slopes to the right, and of these parts of them to the left. */
    private static Tear tear(double part, double... right) {
        Tear tear = Tear.NONE;
        for (int i = 0; i < right.length; i++) {
            tear = tear.and(new Level(Math.scalb(1.0, -i), 0, 0, right[i] / 2, part * right[i], right[i], NOISE));
        }
        return tear;
    }

    @Test
    void sixStepsAreATear() {
        assertThat(tear(0, 1, 1, 1, 1, 1).exists()).isFalse();
        assertThat(tear(0, 1, 1, 1, 1, 1, 1).exists()).isTrue();
    }

    /** The first of the six last steps counts, whatever was before it. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void aJumpOfTheSlopeThatMoreThanDoublesGrows(double sign) {
        assertThat(tear(0, 9, sign * 1, 1, 1, 1, 1, 2).grows()).isFalse();
        assertThat(tear(0, 9, sign * 1, 1, 1, 1, 1, 2.001).grows()).isTrue();
        assertThat(tear(0, 9, sign * 1, 1, 1, 1, 1, 2.001).slope()).isEqualTo(Differences.WITHOUT_BOUND);
    }

    /** What comes together has the slope across, with all of what is still between the sides, and the rounding, as its error. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void aJumpOfTheSlopeThatMoreThanHalvesCloses(double sign) {
        assertThat(tear(0, 9, 2, 2, 1, 1, 1, 1).slope()).isInstanceOf(Slope.Kink.class);
        Slope closing = tear(0, 9, 2, 2, 1, 1, 1, sign * 0.999).slope();
        assertThat(closing).isInstanceOf(Slope.Smooth.class);
        assertThat(((Slope.Smooth) closing).value()).isEqualTo(sign * 0.999 / 2);
        assertThat(((Slope.Smooth) closing).error()).isEqualTo(0.999 + NOISE);
    }

    /** Of a kink the slopes are those that moved least, with what they moved and the rounding as error. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.5})
    void theSlopesOfAKinkAreThoseThatMovedLeast(double part) {
        double size = Math.max(1, Math.abs(part));
        assertThat(tear(part, 9, 5, 5.25, 5, 5.125, 5, 5.5).slope())
                .isEqualTo(new Slope.Kink(part * 5.125, 5.125, size * 0.125 + NOISE));
        assertThat(tear(part, 9, 5, 5.25, 5, 4.875, 5.5, 5).slope())
                .isEqualTo(new Slope.Kink(part * 4.875, 4.875, size * 0.125 + NOISE));
    }

    @Test
    void theFirstOfEqualMovesCounts() {
        assertThat(tear(0, 1, 1, 1, 1.0625, 1.0625, 1.0625).slope()).isEqualTo(new Slope.Kink(0, 1, NOISE));
    }

    /** Of slopes that do not move, 4·(2·NOISE) are explained: an eighth. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void whatSmallerStepsContradictIsNotOfThisPoint(double sign) {
        double far = sign * 5;
        assertThat(tear(-1, far, far, far, far, far, far + 0.125).slope()).isEqualTo(new Slope.Kink(-far, far, NOISE));
        double near = far + 0.1251;
        assertThat(tear(-1, far, far, far, far, far, near).slope())
                .isEqualTo(new Slope.Kink(-near, near, near - far + NOISE));
        assertThat(tear(-1, far, far, far, far, near, near).slope()).isEqualTo(new Slope.Kink(-near, near, NOISE));
    }

    /** A steep part much narrower than the kink is wide: larger steps see the kink alone, again and again. */
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1e10, 1e11, 1e13, 1e15})
    void aSteepPartOfAKinkIsNotSteppedOver(double steepness) {
        Differences.Line steep = x -> 1e-6 * Math.tanh(steepness * x);
        double slope = 1e-6 * steepness;
        assertKink(Differences.at(x -> steep.at(x) + 1000 * Math.abs(x), 0), slope - 1000, slope + 1000);
        assertKink(Differences.at(x -> (x < 0 ? steep.at(x) : 0) + 1000 * Math.abs(x), 0), slope - 1000, 1000);
        assertKink(Differences.at(x -> (x > 0 ? steep.at(x) : 0) + 1000 * Math.abs(x), 0), -1000, slope + 1000);
    }

    /** Where rounding hides the kink before the steep part is seen, much smaller steps show it. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e9, 1e11, 1e13, 1e14, 1e15, 1e16})
    void whatMuchSmallerStepsContradictIsNotTheSlopeOfAKink(double steepness) {
        Slope slope = Differences.at(x -> 1e-6 * Math.tanh(steepness * x) + Math.exp(x) + Math.abs(x), 0);
        double middle = 1e-6 * steepness + 1;
        if (slope instanceof Slope.Kink) {
            assertKink(slope, middle - 1, middle + 1);
        } else {
            Slope.Smooth smooth = (Slope.Smooth) slope; // the kink is less than a billionth of the slope
            assertThat(Math.abs(smooth.value() - middle)).isLessThanOrEqualTo(smooth.error());
        }
    }

    private static void assertKink(Slope slope, double left, double right) {
        Slope.Kink kink = (Slope.Kink) slope;
        assertThat(Math.abs(kink.left() - left)).as("%s", kink).isLessThanOrEqualTo(kink.error());
        assertThat(Math.abs(kink.right() - right)).as("%s", kink).isLessThanOrEqualTo(kink.error());
    }

    /** To one side the slope is right at once, to the other it comes with the power 1/10 of the step: all of that is still to come. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSlowerSideCounts(boolean isLeft) {
        Differences.Line slow = x -> (x < 0) == isLeft ? Math.abs(x) * (1 + Math.pow(Math.abs(x), 0.1)) : 0;
        Slope.Kink kink = (Slope.Kink) Differences.at(slow, 0);
        double off = isLeft ? Math.abs(kink.left() + 1) : Math.abs(kink.right() - 1);
        assertThat(kink.error()).isBetween(off, 1.1 * off);
    }

    /** The slopes of the sides grow by less than doubling over six steps, and have no limit all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.85, 0.9, 0.95, 0.99})
    void sidesThatGrowSlowlyGrowWithoutBound(double power) {
        assertThat(Differences.at(x -> Math.pow(Math.abs(x), power), 0)).isEqualTo(Differences.WITHOUT_BOUND);
        assertThat(Differences.at(x -> x - Math.pow(Math.abs(x), power), 0)).isEqualTo(Differences.WITHOUT_BOUND);
    }

    /** A jump so low that what it does to the slopes is seen above rounding, and how it changes them is not. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2e-14, 3e-14, 6e-14, 1e-13, 1e-12})
    void aFaintJumpIsNoKink(double jump) {
        assertThat(Differences.at(x -> x > 0 ? 1 + jump : 1, 0)).isEqualTo(Differences.WITHOUT_BOUND);
    }
}
