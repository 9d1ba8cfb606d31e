package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missed between an end and the outermost sample, where all samples are zero, by closed forms. */
class GapTest {

    private static final double WIDTH = 1 - Panel.NODES[0];
    private static final Interpolant<Totals> ZEROS =
            new Interpolant<>(Collections.nCopies(8, Totals.none(1)), Collections.nCopies(7, Totals.none(1)));
    private static final double ALWAYS_CLOSER = -1;

    private static double missed(Watched integrand, double end, double half, double enough) {
        return new Gap<>(integrand, ZEROS, end, half).missed(new double[] {enough})[0];
    }

    /** Beside 0 of a piece to 4, so that half of it is 2; where it is beside 0 from the other side, the function is seen from there. */
    private static double closer(DoubleUnaryOperator ofDistance) {
        Watched above = Watched.rough(x -> ofDistance.applyAsDouble(x / 2));
        Watched below = Watched.rough(x -> ofDistance.applyAsDouble(-x / 2));
        double missed = missed(above, 0, 2, ALWAYS_CLOSER);
        assertThat(missed(below, 0, -2, ALWAYS_CLOSER)).isEqualTo(missed);
        return missed;
    }

    @Test
    void threePointsAreLookedAtIfLittleIsMissed() {
        Watched integrand = Watched.rough(x -> 1);
        double all = WIDTH * 2;
        assertThat(missed(integrand, 0, 2, 1.0001 * all)).isCloseTo(all, within(1e-15 * all));
        assertThat(integrand.asked()).containsExactly(all * 0x1p-52, all * 0x1p-7, all * 0x1p-14);
    }

    @Test
    void whatIsFarthestOfTheThreeCounts() {
        for (double part : List.of(0x1p-52, 0x1p-7, 0x1p-14)) {
            DoubleUnaryOperator there = x -> Math.abs(x) == part * WIDTH * 2 ? 3 : 1;
            assertThat(missed(Watched.rough(there), 0, 2, 1)).isCloseTo(6 * WIDTH, within(1e-16));
            assertThat(missed(Watched.rough(there), 0, -2, 1)).isCloseTo(6 * WIDTH, within(1e-16));
        }
    }

    @Test
    void whatSeemsToBeMoreIsLookedAtCloser() {
        double all = WIDTH * 2;
        Watched more = Watched.rough(x -> 1);
        assertThat(missed(more, 0, 2, 0.9999 * all)).isCloseTo(all, within(1e-15 * all));
        assertThat(more.asked())
                .as("each power of a quarter to the 26th is looked at once, and two between")
                .hasSize(28);
        assertThat(more.asked().subList(3, 28)).contains(all / 4, all / 16, all * 0x1p-50);
    }

    /** From each two points what is larger, times how far they are apart; nothing is known at the sample but that it is zero there. */
    @Test
    void whatGrowsTowardsTheSampleIsAddedUpFromAbove() {
        double expected = 2 * WIDTH * WIDTH * (3.0 / 16 + 1.0 / 20);
        assertThat(closer(d -> d)).isCloseTo(expected, within(1e-14 * expected));
    }

    @Test
    void whatIsInfiniteAtTheEndIsAddedUpToTheLastPoint() {
        double steps = 3 * (1 - 0x1p-26) + 0x1p-26;
        double expected = 2 * Math.sqrt(WIDTH) * steps;
        assertThat(closer(d -> 1 / Math.sqrt(d))).isCloseTo(expected, within(1e-14 * expected));
    }

    /** What is seen at the last point alone may be anything up to the one before it, and up to the end. */
    @Test
    void whatIsNextToTheEndCounts() {
        double last = WIDTH * 0x1p-52;
        assertThat(closer(d -> d <= 1.5 * last ? 1 : 0)).isCloseTo(2 * 4 * last, within(1e-30));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void noPointIsLessThanFourRoundingsAwayFromTheEnd(double half) {
        Watched integrand = Watched.rough(x -> 0);
        missed(integrand, 1, half, ALWAYS_CLOSER);
        assertThat(Math.abs(Collections.max(integrand.asked(), this::nearer) - 1))
                .isEqualTo(4 * Math.ulp(1.0));
    }

    private int nearer(double x, double y) {
        return Double.compare(Math.abs(y - 1), Math.abs(x - 1));
    }

    @Test
    void pointsThatWouldBeNearerAreLeftOut() {
        double half = 4 * Math.ulp(1.0) / WIDTH * 0x1p10; // the four roundings are 2^-10 of the gap
        Watched integrand = Watched.rough(x -> 1);
        assertThat(missed(integrand, 1, half, 1)).isCloseTo(WIDTH * half, within(1e-14 * half));
        assertThat(integrand.asked()).hasSize(2);
        Watched narrow = Watched.rough(x -> 1);
        assertThat(missed(narrow, 1, half * 0x1p-8, 1)).isCloseTo(WIDTH * half * 0x1p-8, within(1e-14 * half));
        assertThat(narrow.asked()).hasSize(1);
        Watched none = Watched.rough(x -> 1);
        assertThat(missed(none, 1, half * 0x1p-11, 1)).isZero();
        assertThat(none.asked()).isEmpty();
    }

    @Test
    void doubtsAndSixteenRoundingsAreTakenOff() {
        Watched integrand = Watched.rough(x -> 1).doubted(0.25).rounded(x -> 1.0 / 64);
        assertThat(missed(integrand, 0, 2, 1)).isCloseTo(0.5 * 2 * WIDTH, within(1e-16));
        assertThat(integrand.roundingsAsked()).isEqualTo(integrand.asked());
        Watched doubted = Watched.rough(x -> 1).doubted(2);
        assertThat(missed(doubted, 0, 2, 1)).isZero();
    }

    @Test
    void everyQuantityMustBeLittle() {
        Watched two = Watched.rough(x -> 0, x -> 1);
        Interpolant<Totals> zeros =
                new Interpolant<>(Collections.nCopies(8, Totals.none(2)), Collections.nCopies(7, Totals.none(2)));
        double[] missed = new Gap<>(two, zeros, 0, 2).missed(new double[] {1, WIDTH});
        assertThat(missed[0]).isZero();
        assertThat(missed[1]).isCloseTo(2 * WIDTH, within(1e-15));
        assertThat(two.asked()).hasSize(28);
    }
}
