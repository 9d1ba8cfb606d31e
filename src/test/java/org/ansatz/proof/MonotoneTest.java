package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one zero of a monotone function is enclosed as narrowly as doubles permit, and it is known whether there is one. */
class MonotoneTest {

    /** A function, an interval on which it is monotone, the two doubles between which its zero lies, and the work. */
    private record Known(String name, Counted.Of function, double low, double high, double zero, int most) {}

    static List<Known> known() {
        return List.of(
                new Known("exp(x) = 2", x -> x.exp().minus(number(2, x)), 0, 1, Math.log(2), 22),
                new Known("-exp(x) = -2", x -> number(2, x).minus(x.exp()), 0, 1, Math.log(2), 22),
                new Known("exp(x) = 2, far", x -> x.exp().minus(number(2, x)), -20, 30, Math.log(2), 32),
                new Known("-exp(x) = -2, far", x -> number(2, x).minus(x.exp()), -20, 30, Math.log(2), 32),
                new Known("x² = 2", x -> x.square().minus(number(2, x)), 0.1, 9, Math.sqrt(2), 16),
                new Known("cos(x) = 0", Series::cos, 0.5, 3, Math.PI / 2, 10),
                new Known("x³ = 1/8, flat inside", x -> x.power(3).minus(number(0.125, x)), -3, 1, 0.5, 114),
                new Known("x³ = -1/8, flat inside", x -> x.power(3).plus(number(0.125, x)), -1, 3, -0.5, 114),
                new Known(
                        "-x³ = 1/8, flat inside",
                        x -> x.power(3).plus(number(0.125, x)).negate(),
                        -1,
                        4,
                        -0.5,
                        20),
                new Known("sqrt(x) = 1e-3", x -> x.sqrt().minus(number(1e-3, x)), 0, 7, 1e-6, 60),
                new Known("1/x = 1e-3", x -> number(1, x).over(x).minus(number(1e-3, x)), 1, 1e6, 1000, 34),
                new Known("atan(x) = 1", x -> x.atan().minus(number(1, x)), -1e3, 1e5, Math.tan(1), 46));
    }

    private static Monotone.Place zero(Counted.Of function, double low, double high) {
        return Objects.requireNonNull(new Monotone(Counted.of(function), 0).zero(new Interval(low, high)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void theZeroIsEnclosed(Known known) {
        Counted counted = Counted.of(known.function);
        Monotone.Place place = new Monotone(counted, 0).zero(new Interval(known.low, known.high));
        assertThat(place).isNotNull();
        assertThat(place.isProved()).isTrue();
        double ulp = Math.ulp(known.zero);
        assertThat(place.at().gap(known.zero)).isLessThanOrEqualTo(ulp);
        assertThat(place.at().distance(known.zero)).isLessThan(20 * ulp);
        assertThat(counted.asked()).as(known.name).isLessThanOrEqualTo(known.most);
    }

    @Test
    void thereIsNoneWhereBothEndsHaveOneSign() {
        Interval domain = new Interval(-1, 1);
        assertThat(new Monotone(Counted.of(Series::exp), 0).zero(domain)).isNull();
        assertThat(new Monotone(Counted.of(x -> x.exp().negate()), 0).zero(domain))
                .isNull();
    }

    @Test
    void anEndAtWhichItVanishesIsTheZero() {
        assertThat(zero(x -> x, 0, 1)).isEqualTo(new Monotone.Place(Interval.ZERO, true));
        assertThat(zero(x -> x.minus(number(1, x)), 0, 1)).isEqualTo(new Monotone.Place(Interval.ONE, true));
    }

    /** The difference is known to 1.5e-8: so far from the zero, its sign cannot be told. */
    @Test
    void whereTheSignIsNotKnownThePlaceIsNoNarrowerThanThat() {
        for (int sign : new int[] {1, -1}) {
            Counted.Of blurred = x -> number(sign, x)
                    .times(x.plus(number(1e8, x)).minus(number(1e8, x)).minus(number(0.3, x)));
            Monotone.Place inside = zero(blurred, 0.013, 0.97);
            assertThat(inside.isProved()).isTrue();
            assertThat(inside.at().contains(0.3)).isTrue();
            assertThat(inside.at().width()).isBetween(2e-9, 1e-7);
            Monotone.Place atLow = zero(blurred, 0.3, 0.97);
            assertThat(atLow.isProved()).isFalse();
            assertThat(atLow.at().low()).isEqualTo(0.3);
            assertThat(atLow.at().width()).isBetween(2e-9, 1e-7);
            Monotone.Place atHigh = zero(blurred, 0.013, 0.3);
            assertThat(atHigh.isProved()).isFalse();
            assertThat(atHigh.at().high()).isEqualTo(0.3);
            assertThat(atHigh.at().width()).isBetween(2e-9, 1e-7);
            Interval close = new Interval(0.3 - 1e-9, 0.3 + 1e-9);
            assertThat(zero(blurred, close.low(), close.high())).isEqualTo(new Monotone.Place(close, false));
        }
    }

    @Test
    void aDerivativeVanishesWhereTheCurveIsLevelOrStraight() {
        Counted.Of cubic = x -> x.power(3).minus(x);
        Monotone.Place level = new Monotone(Counted.of(cubic), 1).zero(new Interval(0.3, 1));
        assertThat(level).isNotNull();
        assertThat(level.at().distance(1 / Math.sqrt(3))).isLessThan(1e-15);
        Counted quartic = Counted.of(x -> x.power(4).minus(number(6, x).times(x.square())));
        Monotone.Place straight = new Monotone(quartic, 2).zero(new Interval(0.3, 4));
        assertThat(straight).isNotNull();
        assertThat(straight.at().contains(1)).isTrue();
        assertThat(straight.at().width()).isLessThan(1e-14);
        assertThat(quartic.asked()).isLessThanOrEqualTo(14);
    }

    @Test
    void aSignIsThatOfTheDerivative() {
        Monotone slope = new Monotone(Counted.of(x -> x.log().negate()), 1);
        assertThat(slope.sign(2)).isEqualTo(-1);
        assertThat(slope.sign(-1)).isZero();
        assertThat(new Monotone(Counted.of(Series::sin), 1).sign(0.5)).isEqualTo(1);
        assertThat(new Monotone(Counted.of(Series::log), 0).sign(-1)).isZero();
    }

    @Test
    void tightIsWhatHoldsHardlyAnotherDouble() {
        double next = Math.nextUp(1.0);
        assertThat(Monotone.isTight(new Interval(1, next))).isTrue();
        assertThat(Monotone.isTight(new Interval(-next, -1))).isTrue();
        assertThat(Monotone.isTight(new Interval(1, 1 + 0x1p-50))).isFalse();
        assertThat(Monotone.isTight(new Interval(-1 - 0x1p-50, -1))).isFalse();
        assertThat(Monotone.isTight(new Interval(-1, 1))).isFalse();
    }
}
