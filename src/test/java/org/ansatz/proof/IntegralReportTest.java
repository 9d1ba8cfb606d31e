package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of an integral besides its value, and how much work it takes. */
class IntegralReportTest {

    private static Integral.Found over(Counted.Of function, double low, double high) {
        return Integral.of(Counted.of(function), low, high);
    }

    /** A function that is zero but for a single point. */
    private static Series spike(Series x) {
        Series sign = x.minus(number(0.3, x)).sign();
        return sign.times(sign).minus(number(1, x));
    }

    @Test
    void theIntegralOfAConstantIsExact() {
        assertThat(over(x -> number(0.1, x), 0, 1).value()).isEqualTo(Interval.of(0.1));
        assertThat(over(x -> number(3, x), 2, 2).value()).isEqualTo(Interval.ZERO);
    }

    @Test
    void theMagnitudeIsThatOfTheFunctionAndNotOfItsIntegral() {
        assertThat(over(Series::sin, 0, 1).magnitude()).isCloseTo(1 - Math.cos(1), within(1e-9));
        assertThat(over(Series::sin, -1, 0).magnitude()).isCloseTo(1 - Math.cos(1), within(1e-9));
        assertThat(over(x -> x.power(3), -1, 0.5).magnitude()).isBetween(0.2, 0.3); // 17/64
    }

    @Test
    void roundingIsAFewUnitsOfWhatIsAddedUp() {
        double unit = 0x1p-46;
        assertThat(over(Series::exp, 0, 4).rounding() / unit).isBetween(Math.exp(4) - 1, 4 * Math.exp(4));
        assertThat(over(x -> x, 0, 8).rounding() / unit).isBetween(32.0, 65.0);
        Integral.Found cancelled = over(x -> x.plus(number(1e8, x)).minus(number(1e8, x)), 0, 1);
        assertThat(cancelled.rounding())
                .isGreaterThanOrEqualTo(cancelled.value().width());
    }

    @Test
    void aSinglePointAddsNothingButItsRounding() {
        Integral.Found found = over(IntegralReportTest::spike, 0, 1);
        assertThat(found.value().contains(0)).isTrue();
        assertThat(found.value().width()).isBetween(Double.MIN_VALUE, 0x1p-52);
        assertThat(found.rounding())
                .isBetween(found.value().width() / 2, 2 * found.value().width());
        assertThat(found.last()).isZero();
    }

    @Test
    void overAPoleAnIntegralHasNoBoundOnEitherSide() {
        Integral.Found found = over(x -> number(1, x).over(x.square()), -1, 1);
        assertThat(found.value()).isEqualTo(Interval.ENTIRE);
        assertThat(found.unbounded()).hasSize(1);
        assertThat(found.rounding()).isFinite();
    }

    @Test
    void whereThereIsNoValueIsOnePlaceAndTwoPolesAreTwo() {
        Interval left = over(Series::log, -1, 1).unbounded().get(0);
        assertThat(left.contains(new Interval(-1, 0))).isTrue();
        assertThat(left.high()).isLessThan(1e-15);
        Counted.Of two = x -> number(1, x).over(x.minus(number(0.3, x)).times(x.minus(number(0.7, x))));
        List<Interval> places = over(two, 0, 1).unbounded();
        assertThat(places).hasSize(2);
        assertThat(places.get(0).contains(0.3)).isTrue();
        assertThat(places.get(1).contains(0.7)).isTrue();
        assertThat(places).allMatch(place -> place.width() < 1e-15);
        Interval large = over(Series::exp, 0, 1000).unbounded().get(0);
        assertThat(large.low()).isBetween(600.0, Math.log(Double.MAX_VALUE));
        assertThat(large.high()).isEqualTo(1000);
    }

    @Test
    void whatIsNeverNegativeHasNoNegativeIntegral() {
        assertThat(over(x -> x.square(), 0, 1e-50).value().low()).isNotNegative();
        assertThat(over(x -> x.power(12), 0, 1e-3).value().low()).isNotNegative();
    }

    @Test
    void aPointAtZeroIsFoundInAsManySteps() {
        Counted spike = Counted.of(x -> x.sign().times(x.sign()).minus(number(1, x)));
        Integral.of(spike, -1, 1);
        assertThat(spike.asked()).isLessThanOrEqualTo(363);
    }

    /** A function, an interval and how often the function is asked there at most. */
    private record Work(String name, Counted.Of function, double low, double high, int most) {}

    static List<Work> work() {
        return List.of(
                new Work("a polynomial", x -> x.power(5), 0, 2, 2),
                new Work("exp", Series::exp, 0, 1, 6),
                new Work("a wave", x -> number(30, x).times(x).sin(), 0, 1, 130),
                new Work("a peak", x -> number(1, x).over(x.square().plus(number(1e-4, x))), -1, 1, 598),
                new Work(
                        "a small wide one",
                        x -> number(1e-3, x).times(x.times(number(1e-3, x)).sin()),
                        0,
                        4e3,
                        18),
                new Work(
                        "a large narrow one",
                        x -> number(1e6, x).times(x.times(number(1e3, x)).cos()),
                        1,
                        1.01,
                        72),
                new Work("a jump at zero", Series::step, -1, 1, 97),
                new Work("a jump", x -> x.minus(number(0.3, x)).step(), 0, 1, 101),
                new Work("a kink", x -> x.minus(number(0.3, x)).abs(), 0, 1, 73),
                new Work("a pole", x -> number(1, x).over(x.minus(number(0.3, x))), 0, 1, 162),
                new Work(
                        "a pole beside a wave",
                        x -> number(90, x).times(x).sin().over(x.minus(number(1, x))),
                        0,
                        1,
                        157),
                new Work("half of it without a value", x -> x.log().exp(), -1, 1, 3),
                new Work("a cancelled one", x -> x.plus(number(1e8, x)).minus(number(1e8, x)), 0, 1, 2),
                new Work("a cancelled wave", x -> x.sin().plus(number(1e8, x)).minus(number(1e8, x)), 0, 9, 18),
                new Work("100 000 jumps", x -> x.times(number(1e5, x)).floor(), 0, 1, 16001));
    }

    @ParameterizedTest
    @MethodSource("work")
    void itIsAskedNoMoreOftenThanThatAndIsAsGoodAsRoundingPermits(Work work) {
        Counted counted = Counted.of(work.function);
        Integral.Found found = Integral.of(counted, work.low, work.high);
        assertThat(counted.asked()).as(work.name).isLessThanOrEqualTo(work.most);
        if (found.unbounded().isEmpty() && work.most < 16_000) {
            assertThat(found.value().width())
                    .isLessThanOrEqualTo(Math.max(1e-13 * found.magnitude(), found.rounding()));
        }
    }
}
