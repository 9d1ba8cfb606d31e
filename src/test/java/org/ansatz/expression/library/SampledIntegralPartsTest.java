package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each number by which an integral from samples decides, from both sides, by integrands of which a test says what is known. */
class SampledIntegralPartsTest {

    private static SampledIntegral of(SampledLoop loop) {
        return SampledIntegral.over(loop.loop());
    }

    private static double at(SampledIntegral found) {
        return Arithmetic.real(found.integral());
    }

    private static void assertIs(SampledIntegral found, double expected, double most) {
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThanOrEqualTo(most);
    }

    /** From 0 to 1, and as far from smooth as numbers are. */
    private static double noise(double x) {
        long bits = Double.doubleToLongBits(x) * 0x9E3779B97F4A7C15L;
        return (((bits ^ bits >>> 29) * 0xBF58476D1CE4E5B9L) >>> 11) * 0x1p-53;
    }

    @Test
    void theMagnitudeIsThatOfTheIntegrandOnBothSidesOfZero() {
        SampledIntegral found = of(new SampledLoop(x -> x < 3 ? -x : x, 2, 5).breaking(List.of(Interval.of(3))));
        assertIs(found, 5.5, 1e-13);
        assertThat(found.magnitude()).isCloseTo(10.5, within(1e-13));
    }

    @Test
    void anIntegrandThatIsInfiniteIsRefusedWithTheCell() {
        SampledLoop loop =
                new SampledLoop(x -> x > 3 ? Double.POSITIVE_INFINITY : 1, 2, 5).breaking(List.of(Interval.of(3)));
        assertThatThrownBy(() -> of(loop))
                .isInstanceOf(NoValue.class)
                .hasMessage("the integrand is infinite inside 3.0..5.0: end the interval there");
    }

    // ---- cells

    @Test
    void eachEndOfABreakPartsTheInterval() {
        SampledLoop loop =
                new SampledLoop(x -> x < 2.3 ? 1 : x < 2.9 ? 5 : 2, 2, 5).breaking(List.of(new Interval(2.3, 2.9)));
        assertIs(of(loop), 0.3 + 3 + 4.2, 1e-13);
        assertThat(loop.asked()).hasSize(45);
    }

    /** What the body breaks at, and where it stands out in outline, may come in any order. */
    @Test
    void whatIsKnownIsPutInOrder() {
        SampledLoop loop = new SampledLoop(x -> x < 2.5 ? 1 : x < 4.25 ? 5 : 2, 2, 5)
                .breaking(List.of(Interval.of(4.25)))
                .outlined(set -> set.contains(2.5) ? new Interval(-90, 90) : new Interval(0, 9));
        assertIs(of(loop), 0.5 + 5 * 1.75 + 1.5, 1e-12);
        assertThat(loop.asked()).hasSizeLessThan(100);
    }

    @Test
    void aBreakAtAnEndOrBeyondPartsNothing() {
        SampledLoop loop = new SampledLoop(x -> x, 2, 5)
                .breaking(List.of(Interval.of(1), Interval.of(2), Interval.of(5), Interval.of(7)));
        assertIs(of(loop), 10.5, 1e-13);
        assertThat(Collections.min(loop.asked())).isGreaterThan(2);
        assertThat(Collections.max(loop.asked())).isLessThan(5);
        int alone = askedOf(List.of());
        assertThat(loop.asked()).hasSize(alone);
    }

    private static int askedOf(DoubleUnaryOperator body) {
        SampledLoop loop = new SampledLoop(body, 2, 5);
        of(loop);
        return loop.asked().size();
    }

    private static int askedOf(List<Interval> breaks) {
        SampledLoop loop = new SampledLoop(x -> x, 2, 5).breaking(breaks);
        assertIs(of(loop), 10.5, 1e-11);
        return loop.asked().size();
    }

    @Test
    void anIntegrandWithTooManyBreaksIsSampledAsItIs() {
        List<Interval> breaks = new ArrayList<>();
        for (int i = 1; i <= 1200; i++) {
            breaks.add(Interval.of(2 + i / 512.0));
        }
        assertThat(askedOf(breaks)).isGreaterThanOrEqualTo(1201 * 15);
        breaks.add(Interval.of(2 + 1201 / 512.0));
        assertThat(askedOf(breaks)).isEqualTo(askedOf(List.of()));
    }

    // ---- what seems to be zero

    /** All that there is lies so close to an end that no sample of the whole interval meets it. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1e5", "0, 1, 1e9", "0, 1, 1e13", "0, 1, 1e17", "2, 5, 1e5", "2, 5, 1e9", "-5, -3, 1e6"})
    void aFastDecayFromAnEndIsFound(double low, double high, double rate) {
        double most = 1e-9 / rate + 4 * Math.ulp(low);
        assertIs(of(new SampledLoop(x -> Math.exp(-rate * (x - low)), low, high)), 1 / rate, most);
        SampledLoop rising = new SampledLoop(x -> Math.exp(-rate * (-low - x)), -high, -low);
        assertIs(of(rising), 1 / rate, most);
    }

    /** Nothing at first, one later on: each part of the interval is looked at once. */
    @Test
    void thePiecesTowardsTheEndsAreTheWholeInterval() {
        int whole = askedOf(x -> 1);
        SampledLoop[] loop = new SampledLoop[1];
        loop[0] = new SampledLoop(x -> loop[0].asked().size() <= whole ? 0 : 1, 2, 5);
        assertIs(of(loop[0]), 3, 1e-12);
        List<Double> pieces = loop[0].asked().subList(whole, loop[0].asked().size());
        assertThat(Collections.min(pieces)).isBetween(2.0, 2 + 1e-12);
        assertThat(Collections.max(pieces)).isBetween(5 - 1e-12, 5.0);
        for (int decade = 1; decade < 13; decade++) {
            double outer = 1.5 * Math.pow(10, 1 - decade);
            assertThat(pieces)
                    .filteredOn(x -> x - 2 < outer && x - 2 > outer / 10)
                    .hasSizeGreaterThan(14);
            assertThat(pieces)
                    .filteredOn(x -> 5 - x < outer && 5 - x > outer / 10)
                    .hasSizeGreaterThan(14);
        }
    }

    @Test
    void zeroIsZero() {
        assertThat(of(new SampledLoop(x -> 0, 2, 5))).satisfies(found -> {
            assertThat(at(found)).isZero();
            assertThat(found.error()).isZero();
            assertThat(found.magnitude()).isZero();
        });
        assertThat(at(of(new SampledLoop(x -> 3, 2, 2)))).isZero();
    }

    // ---- what does not settle

    private static SampledLoop noisy(double amplitude, DoubleUnaryOperator rounding) {
        return new SampledLoop(x -> 1 + amplitude * (noise(x) - 0.5), 2, 5).rounded(rounding);
    }

    /** An error of a thousandth of the integral of the magnitude is the most. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.1})
    void theErrorIsAThousandthAtMost(double thousandths) {
        SampledIntegral little = of(noisy(1e-4, x -> 0));
        double amplitude = 1e-4 * thousandths * 1e-3 / (little.error() / little.magnitude());
        SampledLoop loop = noisy(amplitude, x -> 0);
        if (thousandths < 1) {
            SampledIntegral found = of(loop);
            assertThat(found.error())
                    .isCloseTo(thousandths * 1e-3 * found.magnitude(), within(2e-5 * found.magnitude()));
        } else {
            assertThatThrownBy(() -> of(loop))
                    .hasMessageMatching(
                            "the integral does not settle: its error estimate is 0\\.00.* of 2\\.9999.* after 401 intervals");
        }
    }

    /** What is no larger than sixteen roundings, over the whole interval, is nothing but rounding and may be anything. */
    @ParameterizedTest
    @CsvSource({"0.9, left", "1.1, left", "0.9, right", "1.1, right"})
    void whatIsNothingButRoundingNeedNotSettle(double part, String side) {
        DoubleUnaryOperator body = x -> noise(x) - 0.5;
        SampledIntegral[] found = new SampledIntegral[1];
        SampledLoop large = new SampledLoop(body, 2, 5).rounded(x -> 1);
        found[0] = of(large);
        double rounding = part * found[0].magnitude() / 16 / 3;
        boolean isLeft = side.equals("left");
        SampledLoop loop = new SampledLoop(body, 2, 5).rounded(x -> x < 3.5 == isLeft ? rounding : 0);
        if (part > 1) {
            assertThat(of(loop).error()).isGreaterThan(1e-3 * found[0].magnitude());
        } else {
            assertThatThrownBy(() -> of(loop)).hasMessageContaining("does not settle");
        }
        assertThat(Collections.min(loop.roundingsAsked())).isBetween(2.0, 2.02);
        assertThat(Collections.max(loop.roundingsAsked())).isBetween(4.98, 5.0);
    }

    /** What an outline says of the integral is not contradicted: beside the error, by sixteen roundings at most. */
    @ParameterizedTest
    @CsvSource({"14, true", "19, false"})
    void moreThanSamplesShowIsRefused(double roundings, boolean isRight) {
        double bare = at(of(new SampledLoop(x -> 1, 2, 5)));
        double error = of(new SampledLoop(x -> 1, 2, 5)).error();
        double off = error + 3 * roundings * Math.ulp(1.0);
        for (double sign : new double[] {-1, 1}) {
            double known = (bare + sign * off) / 3;
            SampledLoop loop = new SampledLoop(x -> 1, 2, 5).outlined(set -> Interval.of(known));
            if (isRight) {
                assertThat(at(of(loop))).isEqualTo(bare);
            } else {
                assertThatThrownBy(() -> of(loop)).hasMessageContaining("there is more of it than samples show");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.99, true", "1.01, false"})
    void theErrorOfTheSamplesMayHideWhatTheOutlineSays(double part, boolean isRight) {
        DoubleUnaryOperator body = x -> 1 + 1e-4 * (noise(x) - 0.5);
        SampledIntegral bare = of(new SampledLoop(body, 2, 5));
        double known = (at(bare) + part * bare.error()) / 3;
        SampledLoop loop = new SampledLoop(body, 2, 5).outlined(set -> Interval.of(known));
        if (isRight) {
            assertThat(at(of(loop))).isEqualTo(at(bare));
        } else {
            assertThatThrownBy(() -> of(loop)).hasMessageContaining("there is more of it than samples show");
        }
    }

    /** A rough integrand that differs next to an end by no more than its rounding may be smooth there; by more, it may jump. */
    @Test
    void whatIsRoundingNextToAnEndIsNoJump() {
        DoubleUnaryOperator body = x -> x < 2.005 ? 1 + 1e-9 : 1;
        SampledLoop exact = new SampledLoop(body, 2, 5).rough();
        SampledLoop rounded = new SampledLoop(body, 2, 5).rough().rounded(x -> 1e-9);
        assertIs(of(exact), 3 + 5e-12, 1e-12);
        assertThat(at(of(rounded))).isCloseTo(3, within(1e-14));
        assertThat(rounded.asked().size()).isLessThan(exact.asked().size() / 2);
    }
}
