package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Places at which a function is not smooth, mostly next to 1/3, which is no double: what both sides say of them. */
class ZerosAtBreaksTest {

    private static Series minus(Series x, double c) {
        return x.minus(number(c, x));
    }

    /** 3x − 1. */
    private static Series third(Series x) {
        return minus(x.times(number(3, x)), 1);
    }

    private static Series signed(Series x, Series size) {
        return x.sign().times(size);
    }

    private static List<Zero> places(Counted.Of function, double low, double high) {
        List<Zero> places =
                Zeros.of(Counted.of(function), new Interval(low, high)).places();
        assertThat(places)
                .isSortedAccordingTo(
                        Comparator.comparingDouble((Zero place) -> place.at().low()));
        assertThat(places).allMatch(place -> new Interval(low, high).contains(place.at()));
        return places;
    }

    private static List<Kind> kinds(Counted.Of function, double low, double high) {
        return places(function, low, high).stream().map(Zero::kind).toList();
    }

    /** A function that has one place on [0.01, 0.66], of a kind; and how often it is asked at most. */
    private record Known(String name, Counted.Of function, Kind kind, int most) {}

    static List<Known> known() {
        return List.of(
                new Known(
                        "a square root and its mirror",
                        x -> signed(third(x), third(x).abs().sqrt()),
                        Kind.TOUCHING,
                        130),
                new Known(
                        "a tenth root and its mirror",
                        x -> signed(third(x), third(x).abs().power(number(0.1, x))),
                        Kind.TOUCHING,
                        130),
                new Known("a cusp", x -> third(x).abs().sqrt(), Kind.TOUCHING, 116),
                new Known("an edge", x -> third(x).sqrt(), Kind.TOUCHING, 126),
                new Known("an edge of the other side", x -> third(x).negate().sqrt(), Kind.TOUCHING, 126),
                new Known("a steep edge", x -> third(x).power(number(0.05, x)), Kind.TOUCHING, 126),
                new Known("a flat edge", x -> third(x).power(number(0.95, x)), Kind.TOUCHING, 127),
                new Known("an arc's end", x -> minus(third(x), -1).acos(), Kind.TOUCHING, 126),
                new Known("up", x -> minus(third(x).step(), 0.25), Kind.JUMP, 127),
                new Known("down", x -> minus(third(x).step(), 0.25).negate(), Kind.JUMP, 127),
                new Known(
                        "a small jump of a steep line",
                        x -> minus(third(x).step(), 0.5).times(number(1e-3, x)).plus(third(x)),
                        Kind.JUMP,
                        127),
                new Known("a pole", x -> number(1, x).over(third(x)), Kind.JUMP, 121),
                new Known(
                        "a pole of a root",
                        x -> signed(third(x), number(1, x).over(third(x).abs().sqrt())),
                        Kind.JUMP,
                        128),
                new Known(
                        "a jump that a line hides",
                        x -> minus(third(x).step(), 0.5).times(number(2e-12, x)).plus(third(x)),
                        Kind.UNDECIDED,
                        128),
                new Known(
                        "a root that is cut off",
                        x -> signed(third(x), third(x).abs().sqrt().min(number(1e-6, x))),
                        Kind.UNDECIDED,
                        130),
                new Known(
                        "from zero up",
                        x -> third(x).step().times(minus(third(x), -1)).minus(number(1, x)),
                        Kind.UNDECIDED,
                        130),
                new Known(
                        "to zero",
                        x -> third(x).negate()
                                .step()
                                .times(minus(third(x).negate(), -1))
                                .minus(number(1, x)),
                        Kind.UNDECIDED,
                        123),
                new Known(
                        "a hole between two zeros",
                        x -> third(x).times(third(x).abs().log()),
                        Kind.UNDECIDED,
                        130),
                new Known("a point of its own", x -> third(x).square().negate().sqrt(), Kind.UNDECIDED, 123),
                new Known(
                        "as a logarithm",
                        x -> signed(third(x), number(1, x).over(third(x).abs().log())),
                        Kind.UNDECIDED,
                        130));
    }

    @ParameterizedTest
    @MethodSource("known")
    void aPlaceIsWhatItsSidesSay(Known known) {
        List<Zero> places = places(known.function, 0.01, 0.66);
        assertThat(places).as(known.name).hasSize(1);
        assertThat(places.get(0).kind()).as(known.name).isEqualTo(known.kind);
        assertThat(places.get(0).at().distance(1 / 3.0)).isLessThan(1e-15);
        List<Zero> mirrored = places(x -> known.function.of(x.negate()), -0.66, -0.01);
        assertThat(mirrored).as(known.name).hasSize(1);
        assertThat(mirrored.get(0).kind()).as(known.name).isEqualTo(known.kind);
        Counted counted = Counted.of(known.function);
        Zeros.of(counted, new Interval(0.01, 0.66));
        assertThat(counted.asked()).as(known.name).isLessThanOrEqualTo(known.most);
    }

    @Test
    void aSignIsZeroAtAPointAndAtAnEnd() {
        Zero zero = new Zero(Interval.ZERO, Kind.TOUCHING);
        assertThat(places(Series::sign, 0, 1)).containsExactly(zero);
        assertThat(places(Series::sign, -1, 0)).containsExactly(zero);
        assertThat(places(x -> minus(x, 0.3).sign(), 0, 1))
                .singleElement()
                .matches(place -> place.kind() == Kind.TOUCHING && place.at().contains(0.3));
    }

    @Test
    void anEndWithoutAValueIsNoZeroThoughTheFunctionComesFromZero() {
        assertThat(kinds(x -> x.times(x.log()), 0, 0.5)).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> x.times(x.negate().log()), -0.5, 0)).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> x.times(x.log()), 0, 1)).containsExactly(Kind.JUMP, Kind.SIMPLE);
    }

    @Test
    void aHoleHasTwoEdges() {
        assertThat(kinds(x -> third(x).times(minus(x, 0.15)).sqrt(), 0, 1))
                .containsExactly(Kind.TOUCHING, Kind.TOUCHING);
        assertThat(kinds(x -> third(x).times(minus(x, 0.15)).negate().sqrt(), 0, 1))
                .containsExactly(Kind.TOUCHING, Kind.TOUCHING);
    }

    @Test
    void onlyAPoleIsAPlaceWithoutAValue() {
        Interval domain = new Interval(0.01, 1);
        assertThat(Zeros.of(Counted.of(x -> number(1, x).over(third(x))), domain)
                        .isPartial())
                .isTrue();
        assertThat(Zeros.of(Counted.of(x -> minus(third(x).step(), 0.5)), domain)
                        .isPartial())
                .isFalse();
        assertThat(Zeros.of(Counted.of(x -> third(x).abs()), domain).isPartial())
                .isFalse();
    }

    @Test
    void aJumpAtAnEndIsAJump() {
        assertThat(kinds(x -> minus(x.step(), 0.5), 0, 1)).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> minus(x.negate().step(), 0.5), -1, 0)).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> minus(x.floor(), 0.5), 0, 1)).containsExactly(Kind.JUMP);
    }

    /** Outside of the interval, which is hardly farther than a place is wide, there is no value; nobody asks for one. */
    @Test
    void nothingOutsideOfTheIntervalIsAsked() {
        double low = 1 / 3.0 - 1e-14;
        Counted.Of above =
                x -> minus(third(x).step(), 0.5).times(minus(x, low).sqrt().plus(number(1, x)));
        assertThat(kinds(above, low, 1)).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> above.of(x.negate()), -1, -low)).containsExactly(Kind.JUMP);
    }

    /** 3x − 1 is known to 1.5e-8 here: there are too many doubles in between. */
    @Test
    void aBlurredPlaceIsUndecided() {
        Counted.Of blurred = x -> minus(third(x).plus(number(1e8, x)), 1e8);
        for (Counted.Of function : List.<Counted.Of>of(
                x -> signed(blurred.of(x), blurred.of(x).abs().sqrt()),
                x -> minus(blurred.of(x).step(), 0.5),
                x -> number(1, x).over(blurred.of(x)))) {
            List<Zero> places = places(function, 0.01, 0.66);
            assertThat(places).isNotEmpty().allMatch(place -> place.kind() == Kind.UNDECIDED);
            assertThat(places).allMatch(place -> place.at().distance(1 / 3.0) < 1e-7);
        }
    }

    @Test
    void ofAPointNoMoreIsKnownThanItsValue() {
        Counted.Of blurred = x ->
                minus(minus(x.sin().plus(number(1e8, x)), 1e8), Math.sin(0.3)).floor();
        assertThat(kinds(blurred, 0.3, 0.3)).containsExactly(Kind.UNDECIDED);
        assertThat(kinds(x -> minus(x, 0.3), 0.3, 0.3)).hasSize(1).doesNotContain(Kind.JUMP);
    }

    // ---- places that meet

    @Test
    void aDoubleZeroBesideASimpleOneComesInOrder() {
        for (double apart : new double[] {0.1, 1e-3, 1e-5}) {
            Counted.Of cubic = x -> minus(x, 0.3).square().times(minus(x, 0.3 + apart));
            assertThat(kinds(cubic, 0, 1)).as("apart %s", apart).containsExactly(Kind.TOUCHING, Kind.SIMPLE);
            Counted.Of mirrored = x -> minus(x, 0.3).square().times(minus(x, 0.3 - apart));
            assertThat(kinds(mirrored, 0, 1)).as("apart %s", apart).containsExactly(Kind.SIMPLE, Kind.TOUCHING);
        }
    }

    @Test
    void twoDoubleZerosAreOneOnlyWhereRoundingCannotTell() {
        for (double apart : new double[] {0.1, 1e-2}) {
            Counted.Of two =
                    x -> minus(x, 0.3).square().times(minus(x, 0.3 + apart).square());
            assertThat(kinds(two, 0, 1)).as("apart %s", apart).containsExactly(Kind.TOUCHING, Kind.TOUCHING);
        }
        Counted.Of close =
                x -> minus(x, 0.3).square().times(minus(x, 0.3 + 1e-13).square());
        assertThat(places(close, 0, 1))
                .singleElement()
                .matches(place -> place.at().contains(new Interval(0.3, 0.3 + 1e-13)));
    }

    /** On parts that adjoin and on all of which the function rises there is one zero at most, whatever rounding leaves open. */
    @Test
    void roundingDoesNotMakeSeveralZerosOfOne() {
        Counted.Of bowl = x -> x.times(number(3, x)).times(x.sign()).cosh().minus(x.cos());
        assertThat(places(bowl, -0.25, 0.25))
                .singleElement()
                .matches(place -> place.kind() == Kind.TOUCHING
                        && place.at().contains(0)
                        && place.at().width() < 1e-7);
        assertThat(kinds(x -> bowl.of(x).times(minus(x, 0.1)), -0.25, 0.25))
                .containsExactly(Kind.TOUCHING, Kind.SIMPLE);
        assertThat(kinds(x -> bowl.of(minus(x, 0.1)).times(bowl.of(minus(x, -0.1))), -0.25, 0.25))
                .containsExactly(Kind.TOUCHING, Kind.TOUCHING);
        Counted.Of flat = x -> minus(x.abs().times(x.square()).times(x.sign()).exp(), 1);
        assertThat(places(flat, -1, 2))
                .singleElement()
                .matches(place -> place.at().contains(0));
    }

    /** A zero that is proved on one part is the only one of all parts that rise with it. */
    @Test
    void aProvedZeroStaysProvedBesidePartsThatRoundingLeavesOpen() {
        Counted.Of steep = x -> x.sin().plus(x.abs().times(number(1e-3, x)));
        assertThat(places(steep, -0.5, 0.7))
                .singleElement()
                .matches(place -> place.at().contains(0) && place.at().width() < 1e-15);
        Counted.Of wave = x -> minus(x.times(number(20, x)).sin(), 0.5);
        assertThat(kinds(wave, 0, 1))
                .containsExactly(
                        Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE, Kind.SIMPLE);
    }

    /** Where the interval is parted first, both parts have the zero at an end, and neither sees a change of sign. */
    @Test
    void aZeroWhereTwoPartsMeetIsASimpleOne() {
        double seam = Zeros.split(new Interval(0, 1));
        assertThat(seam).isBetween(0.4, 0.6).isNotEqualTo(0.5);
        Counted.Of two = x -> minus(x.sin(), Math.sin(seam)).times(minus(x, 0.9));
        assertThat(kinds(two, 0, 1)).containsExactly(Kind.SIMPLE, Kind.SIMPLE);
        assertThat(kinds(two, seam, 1)).containsExactly(Kind.TOUCHING, Kind.SIMPLE); // it may lie just outside
        assertThat(kinds(two, 0, seam)).containsExactly(Kind.TOUCHING);
        assertThat(kinds(x -> minus(x.sin(), Math.sin(seam)), seam, 1)).containsExactly(Kind.TOUCHING);
        double next = Math.nextUp(1.0);
        assertThat(Zeros.split(new Interval(1, next))).isBetween(1.0, next);
    }
}
