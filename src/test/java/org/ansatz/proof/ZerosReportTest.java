package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a function has no value, how many zeros are told apart, how narrow places are, and how much work it takes. */
class ZerosReportTest {

    private static Zeros.Found found(Counted.Of function, double low, double high) {
        return Zeros.of(Counted.of(function), new Interval(low, high));
    }

    private static List<Kind> kinds(Counted.Of function, double low, double high) {
        return found(function, low, high).places().stream().map(Zero::kind).toList();
    }

    private static Series minus(Series x, double c) {
        return x.minus(number(c, x));
    }

    // ---- what is said

    @Test
    void itIsKnownWhetherThereIsAValueEverywhere() {
        assertThat(found(Series::exp, -1, 1).isPartial()).isFalse();
        assertThat(found(Series::sin, -1, 1).isPartial()).isFalse();
        assertThat(found(x -> minus(x, 0.3).log(), -1, 2).isPartial()).isTrue();
        assertThat(found(Series::log, -2, -1).isPartial()).isTrue();
        assertThat(found(Series::log, 0.5, 2).isPartial()).isFalse();
        assertThat(found(x -> minus(x, 0.3).sqrt().plus(number(1, x)), 0, 1).isPartial())
                .isTrue();
        assertThat(found(x -> number(1, x).over(minus(x, 0.3).square()), 0, 1).isPartial())
                .isTrue();
        assertThat(found(x -> number(1, x).over(minus(x, 0.3)), 0, 1).isPartial())
                .isTrue();
    }

    @Test
    void noMoreThanTwoHundredAreToldApart() {
        List<Kind> many = kinds(x -> number(1000, x).times(x).sin(), 0.01, 3); // 951 zeros
        assertThat(many).contains(Kind.UNDECIDED).hasSizeBetween(150, 210);
        List<Kind> few = kinds(x -> number(200, x).times(x).sin(), 0.01, 3); // π/200 … 190π/200
        assertThat(few).hasSize(190).containsOnly(Kind.SIMPLE);
    }

    @Test
    void withFewPartsTheRestIsUndecided() {
        Counted counted = Counted.of(x -> number(100, x).times(x).sin());
        Interval domain = new Interval(0.01, 3);
        List<Zero> places = Zeros.of(counted, domain, 20).places();
        assertThat(places).anyMatch(place -> place.kind() == Kind.UNDECIDED);
        for (int i = 1; i <= 95; i++) {
            double root = i * Math.PI / 100;
            assertThat(places).anyMatch(place -> place.at().gap(root) < 1e-15);
        }
        assertThat(counted.asked()).isLessThanOrEqualTo(88);
    }

    @Test
    void whatIsWholeIsNoNarrowerThanItIs() {
        List<Zero> places = found(x -> x.max(number(0, x)), -1, 1).places();
        Interval all = places.stream().map(Zero::at).reduce(Interval::hull).orElseThrow();
        assertThat(all.low()).isEqualTo(-1);
        assertThat(all.high()).isBetween(0.0, 1e-15);
        assertThat(found(x -> number(0, x), 2, 5).places()).containsExactly(new Zero(new Interval(2, 5), Kind.WHOLE));
    }

    // ---- zeros at which the function does not cross, and several in one place

    @Test
    void doubleTripleAndFourfoldZerosAreTouchingOnes() {
        for (double at : new double[] {0.3, 0.5, 1 / 3.0}) {
            assertPlace(x -> minus(x, at).square(), at, 1e-7);
            assertPlace(x -> minus(x, at).power(3), at, 1e-4);
            assertPlace(x -> minus(x, at).power(4), at, 1e-3);
            assertPlace(x -> minus(x, at).square().times(x.exp()).negate(), at, 1e-7);
        }
        assertPlace(x -> number(1, x).minus(minus(x, 0.4).cos()), 0.4, 1e-7);
        assertPlace(x -> minus(x, 0.4).sin().minus(minus(x, 0.4)), 0.4, 1e-4);
    }

    private static void assertPlace(Counted.Of function, double at, double width) {
        List<Zero> places = found(function, 0, 1).places();
        assertThat(places).hasSize(1);
        assertThat(places.get(0).kind()).isEqualTo(Kind.TOUCHING);
        assertThat(places.get(0).at().gap(at)).isLessThan(1e-16);
        assertThat(places.get(0).at().width()).isLessThan(width);
    }

    @Test
    void twoCloseZerosAreTwoWhereDoublesTellThemApart() {
        for (double apart : new double[] {1e-2, 1e-4, 1e-6}) {
            Counted.Of parabola = x -> minus(x, 0.3).square().minus(number(apart * apart, x));
            List<Zero> places = found(parabola, 0, 1).places();
            assertThat(places).hasSize(2).allMatch(place -> place.kind() == Kind.SIMPLE);
            assertThat(places.get(0).at().distance(0.3 - apart)).isLessThan(1e-15 + 1e-16 / apart);
            assertThat(places.get(1).at().distance(0.3 + apart)).isLessThan(1e-15 + 1e-16 / apart);
            assertThat(found(x -> minus(x, 0.3).square().plus(number(apart * apart, x)), 0, 1)
                            .places())
                    .isEmpty();
        }
        Counted.Of three = x -> minus(x, 0.3).power(3).minus(number(1e-6, x).times(minus(x, 0.3)));
        assertThat(kinds(three, 0, 1)).containsExactly(Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE);
    }

    // ---- places at which it is not continuous

    @Test
    void aJumpIsNoZeroWhicheverWayItGoes() {
        for (double at : new double[] {0.3, 0.5}) {
            assertThat(kinds(x -> minus(x, at).step().minus(number(0.25, x)), 0, 1))
                    .containsExactly(Kind.JUMP);
            assertThat(kinds(x -> number(0.25, x).minus(minus(x, at).step()), 0, 1))
                    .containsExactly(Kind.JUMP);
            assertThat(kinds(x -> number(1, x).over(minus(x, at)), 0, 1)).doesNotContain(Kind.SIMPLE, Kind.TOUCHING);
        }
    }

    @Test
    void aRootOfAnyPowerVanishes() {
        for (double power : new double[] {0.5, 1 / 3.0, 0.25, 0.7, 0.9}) {
            Counted.Of root = x -> minus(x, 0.3)
                    .abs()
                    .power(number(power, x))
                    .times(minus(x, 0.3).sign());
            assertThat(kinds(root, 0, 1)).as("power %s", power).containsExactly(Kind.TOUCHING);
            Counted.Of edge = x -> minus(x, 0.3).power(number(power, x));
            assertThat(kinds(edge, 0, 1)).as("power %s", power).containsExactly(Kind.TOUCHING);
            assertThat(kinds(x -> edge.of(x.negate()), -1, 0))
                    .as("power %s", power)
                    .containsExactly(Kind.TOUCHING);
        }
    }

    @Test
    void whatShrinksBesideAPlaceAndDoesNotReachZeroIsNoZero() {
        Counted.Of near = x -> minus(x, 0.3)
                .step()
                .times(number(2, x))
                .minus(number(1, x))
                .times(minus(x, 0.3).abs().plus(number(1e-3, x)));
        assertThat(kinds(near, 0, 1)).containsExactly(Kind.JUMP);
        Counted.Of oneSided = x -> minus(x, 0.3)
                .step()
                .minus(number(1, x))
                .plus(minus(x, 0.3).abs().times(minus(x, 0.3).step()));
        assertThat(kinds(oneSided, 0, 1))
                .doesNotContain(Kind.SIMPLE, Kind.WHOLE)
                .hasSize(1);
    }

    @Test
    void anEndThatIsZeroIsAZeroAndOneWithoutAValueIsNone() {
        List<Zero> end = found(x -> x.sqrt(), 0, 1).places();
        assertThat(end).hasSize(1);
        assertThat(end.get(0).kind()).isEqualTo(Kind.TOUCHING);
        assertThat(end.get(0).at().contains(0)).isTrue();
        assertThat(end.get(0).at().high()).isLessThan(1e-15);
        assertThat(kinds(x -> number(1, x).over(x), 0, 1)).doesNotContain(Kind.SIMPLE, Kind.TOUCHING);
        assertThat(kinds(x -> number(1, x).over(x), -1, 0)).doesNotContain(Kind.SIMPLE, Kind.TOUCHING);
        assertThat(kinds(x -> x.floor().plus(number(0.5, x)), -0.5, 0)).containsExactly(Kind.JUMP);
    }

    // ---- work

    /** A function on [−1, 2], and how often it is asked there at most. */
    private record Work(String name, Counted.Of function, int most) {}

    static List<Work> work() {
        return List.of(
                new Work("no zero", Series::exp, 1),
                new Work("a simple zero", x -> minus(x.exp(), 2), 23),
                new Work("a cubic", x -> x.power(3).minus(x), 91),
                new Work("a double zero", x -> minus(x, 0.3).square(), 18),
                new Work("a triple zero", x -> minus(x, 0.3).power(3), 51),
                new Work("a fourfold zero", x -> minus(x, 0.3).power(4), 57),
                new Work(
                        "three close ones",
                        x -> minus(x, 0.3).power(3).minus(number(1e-6, x).times(minus(x, 0.3))),
                        122),
                new Work("a near miss", x -> minus(x, 0.3).square().plus(number(1e-10, x)), 1),
                new Work("a wave", x -> number(30, x).times(x).sin(), 547),
                new Work("a jump", x -> minus(x, 0.3).step().minus(number(0.5, x)), 124),
                new Work("a jump at 0", x -> x.step().minus(number(0.5, x)), 138),
                new Work("a pole", x -> number(1, x).over(minus(x, 0.3)), 113),
                new Work("a root", x -> minus(x, 0.3).sqrt(), 116),
                new Work("a whole part", x -> x.max(number(0, x)), 121),
                new Work("a kink", x -> minus(minus(x, 0.3).abs(), 0.1), 19),
                new Work("rounding", x -> minus(minus(x.plus(number(1e8, x)), 1e8), 0.3), 5));
    }

    @ParameterizedTest
    @MethodSource("work")
    void itIsAskedNoMoreOftenThan(Work work) {
        Counted counted = Counted.of(work.function);
        Zeros.of(counted, new Interval(-1, 2));
        assertThat(counted.asked()).as(work.name).isLessThanOrEqualTo(work.most);
    }
}
