package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals without a lower end, without an upper one, and without both. */
class UnboundedIntegralTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final Counted.Of BELL = x -> x.square().negate().exp();

    private static Series lorentz(Series x) {
        return number(1, x).over(number(1, x).plus(x.square()));
    }

    private static Integral.Found over(Counted.Of function, double low, double high) {
        return Integral.ofUnbounded(Counted.of(function), new Interval(low, high));
    }

    private static void assertIs(Integral.Found found, double expected) {
        assertThat(found.unbounded()).isEmpty();
        assertThat(found.value().distance(expected)).isLessThan(1e-12 * Math.abs(expected));
    }

    @Test
    void eitherEndMayBeMissingOrBoth() {
        assertIs(over(Series::exp, -INFINITE, 2), Math.exp(2));
        assertIs(over(x -> x.negate().exp(), -3, INFINITE), Math.exp(3));
        assertIs(over(BELL, -INFINITE, INFINITE), Math.sqrt(Math.PI));
        assertIs(over(BELL, -INFINITE, 0), Math.sqrt(Math.PI) / 2);
        assertIs(over(x -> x.minus(number(5, x)).square().negate().exp(), 5, INFINITE), Math.sqrt(Math.PI) / 2);
    }

    /** Far out the power is beyond the largest double, or times the smallest one and the width much: neither belongs to it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 40})
    void theMomentsOfAnExponentialAreFactorials(int n) {
        double factorial = 1;
        for (int i = 2; i <= n; i++) {
            factorial *= i;
        }
        assertIs(over(x -> x.power(n).times(x.negate().exp()), 0, INFINITE), factorial);
        double mirrored = n % 2 == 0 ? factorial : -factorial;
        assertIs(over(x -> x.power(n).times(x.exp()), -INFINITE, 0), mirrored);
    }

    @Test
    void itIsFollowedTo2To400() {
        Counted up = Counted.of(UnboundedIntegralTest::lorentz);
        Integral.Found found = Integral.ofUnbounded(up, new Interval(0, INFINITE));
        assertThat(up.farthest()).isEqualTo(0x1p400);
        assertThat(found.last()).isBetween(0x1p-402, 0x1p-400); // of 1/x² from 2^399 to 2^400
        assertThat(over(UnboundedIntegralTest::lorentz, -INFINITE, 0).last()).isEqualTo(found.last());
        assertThat(over(UnboundedIntegralTest::lorentz, -INFINITE, INFINITE).last())
                .isEqualTo(2 * found.last());
    }

    @Test
    void aStartAtWhichOneIsLostByRoundingIsAStart() {
        assertIs(over(x -> number(1, x).over(x.square()), 1e17, INFINITE), 1e-17);
    }

    /** 0/0 comes up on a whole neighbourhood of zero, where the difference is rounded away: nothing that is narrower helps. */
    @Test
    void whatIsUnknownOnAWholePartIsGivenUpSoon() {
        Counted.Of planck = x -> x.square().over(x.square().exp().minus(number(1, x)));
        Counted counted = Counted.of(planck);
        Integral.Found found = Integral.ofUnbounded(counted, new Interval(0, INFINITE));
        assertThat(found.unbounded()).hasSize(1);
        assertThat(found.unbounded().get(0).contains(new Interval(0, 1e-8))).isTrue();
        assertThat(found.unbounded().get(0).width()).isLessThan(1e-7);
        assertThat(counted.asked()).isLessThan(20_000);
    }

    @Test
    void whatIsNegligibleEverywhereIsZeroWithinRounding() {
        Integral.Found found = over(x -> x.plus(number(800, x)).negate().exp(), 0, INFINITE);
        assertThat(found.value().contains(0)).isTrue();
        assertThat(found.value().width()).isLessThan(1e-100);
    }

    @Test
    void whatHasNoValueFarOutIsNotLeftOut() {
        List<Interval> places =
                over(x -> number(1, x).minus(x).sqrt(), 0, INFINITE).unbounded();
        assertThat(places.get(places.size() - 1).high()).isEqualTo(0x1p400);
        List<Interval> below =
                over(x -> number(1, x).plus(x).sqrt(), -INFINITE, 0).unbounded();
        assertThat(below.get(0).low()).isEqualTo(-0x1p400);
        List<Interval> pole = over(x -> number(1, x).over(x.minus(number(2e120, x))), 0, INFINITE)
                .unbounded();
        assertThat(pole).hasSize(1);
        assertThat(pole.get(0).contains(2e120)).isTrue();
    }

    @Test
    void whatDoesNotVanishIsNotLeftOut() {
        Integral.Found constant = over(x -> number(1, x).exp(), 0, INFINITE);
        assertThat(constant.value().high()).isGreaterThan(0x1p400);
        assertThat(constant.last()).isGreaterThan(constant.magnitude() / 3);
        assertThat(over(Series::sin, 0, INFINITE).value().width()).isGreaterThan(0x1p398);
        assertThat(over(Series::sin, -INFINITE, 0).value().width()).isGreaterThan(0x1p398);
    }
}
