package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.proof.Extremum.Condition;
import org.ansatz.proof.Extremum.Found;
import org.ansatz.proof.Extremum.Met;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bounds a search of one variable or two: rounding, holes of the domain, and the number of boxes. */
class ExtremumLimitsTest {

    /** A function of two variables, as series. */
    private interface OfTwo {
        Series of(Series x, Series y);
    }

    private int asked;

    private Enclosing two(OfTwo function) {
        return (box, by, order) -> {
            asked++;
            return function.of(variable(box, 0, by, order), variable(box, 1, by, order));
        };
    }

    private static Series variable(Interval[] box, int i, int by, int order) {
        return i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
    }

    private static Interval[] box(double... ends) {
        Interval[] box = new Interval[ends.length / 2];
        for (int i = 0; i < box.length; i++) {
            box[i] = new Interval(ends[2 * i], ends[2 * i + 1]);
        }
        return box;
    }

    private static Series minus(Series x, double c) {
        return x.minus(number(c, x));
    }

    private static Found largest(Counted.Of function, double low, double high) {
        return Extremum.largest(Counted.of(function), Condition.NONE, box(low, high));
    }

    // ---- rounding

    /** The value of one peak is known to 1.5e-8; the other is known to be lower by less than that, and to lie above what is proved of the first. */
    @Test
    void aPeakThatIsKnownBadlyIsNotForgottenForOneThatIsKnownWell() {
        for (int side : new int[] {1, -1}) {
            Counted.Of bad = x -> minus(hill(x, 0.3 * side).plus(number(1e8, x)), 1e8);
            Counted.Of curved = x -> minus(hill(x, -0.3 * side), 2e-9);
            Counted.Of kinked =
                    x -> number(1 - 2e-9, x).minus(minus(x, -0.3 * side).abs());
            for (Counted.Of good : List.of(curved, kinked)) {
                Interval value = largest(x -> bad.of(x).max(good.of(x)), -1, 1).value();
                assertThat(value.contains(1)).isTrue();
                assertThat(value.width()).isLessThan(1e-7);
            }
        }
    }

    private static Series hill(Series x, double at) {
        return number(1, x).minus(minus(x, at).square().times(number(50, x)));
    }

    /** The root is of −1e-9, which rounding hides. */
    @Test
    void whatMayHaveNoValueAnywhereIsNotReached() {
        Counted.Of hidden = x -> minus(minus(x.sin().plus(number(1e8, x)), 1e8).minus(x.sin()), 1e-9)
                .sqrt()
                .plus(number(1, x));
        assertThat(largest(hidden, 0.1, 1).isReached()).isFalse();
    }

    // ---- the number of boxes

    /** It is 1 everywhere, and no slope shows it; a polynomial does. */
    @Test
    void aConstantThatIsNotSeenToBeOneIsBoundedByPolynomials() {
        Counted value = Counted.of(x -> x.sin().square().plus(x.cos().square()));
        Interval found = Extremum.largest(value, Condition.NONE, box(0, 10)).value();
        assertThat(found.contains(1)).isTrue();
        assertThat(found.width()).isLessThan(1e-14);
        assertThat(value.asked()).isLessThan(3000);
    }

    /** It is 1 everywhere, and nothing shows it at a scale that can be reached: the search ends, with what is known then. */
    @Test
    void whereNothingIsToBeSeenTheSearchEnds() {
        Counted.Of one = x -> {
            Series fast = number(1e5, x).times(x);
            return fast.sin().square().plus(fast.cos().square());
        };
        Counted value = Counted.of(one);
        assertThat(Extremum.largest(value, Condition.NONE, box(0, 10)).value().contains(1))
                .isTrue();
        assertThat(value.asked()).isBetween(40_000, 300_000);
        Counted places = Counted.of(one);
        Found placed = Extremum.placed(places, Condition.NONE, box(0, 10));
        assertThat(placed.value().contains(1)).isTrue();
        assertThat(places.asked()).isBetween(4000, 30_000);
        Interval all = placed.places().stream()
                .map(place -> place[0])
                .reduce(Interval::hull)
                .orElseThrow();
        assertThat(all).isEqualTo(new Interval(0, 10));
    }

    @Test
    void ofWhatNeverCountsOnlyTheUpperBoundIsKnown() {
        Found never = Extremum.largest(Counted.of(Series::exp), box -> Met.PERHAPS, box(0, 1));
        assertThat(never.isReached()).isFalse();
        assertThat(never.value().low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(never.value().high()).isBetween(Math.E, Math.E + 1e-14);
    }

    // ---- holes

    private static Found beside(double hole) {
        return largest(x -> minus(x.square(), hole * hole).sqrt().negate(), -1, 1);
    }

    @Test
    void aHoleInsideIsToldIfItIsWiderThanRounding() {
        assertThat(beside(0.25).nowhere()).singleElement().matches(part -> new Interval(-0.25, 0.25).contains(part));
        assertThat(beside(1e-6).nowhere()).singleElement().matches(part -> part.magnitude() <= 1e-6);
        assertThat(beside(1e-12).nowhere()).isEmpty();
        assertThat(beside(0.25).value().contains(0)).isTrue();
        Enclosing constant =
                two((x, y) -> minus(y.square(), 0.0625).sqrt().negate().plus(x));
        Found fixed = Extremum.largest(constant, Condition.NONE, box(0.3, 0.3, -1, 1));
        assertThat(fixed.nowhere()).hasSize(2);
        assertThat(fixed.nowhere().get(0)).isEqualTo(Interval.of(0.3));
        assertThat(new Interval(-0.25, 0.25).contains(fixed.nowhere().get(1))).isTrue();
    }

    @Test
    void whatLiesOutsideOfTheDomainDoesNotMatter() {
        Found found = largest(
                x -> number(1, x).over(x).negate().plus(number(1, x).minus(x).sqrt()), 0, 1);
        assertThat(found.nowhere()).isEmpty();
        assertThat(found.value().distance(-1)).isLessThan(0.5); // −1/x + √(1 − x) is −1 at 1, and larger just before
    }

    // ---- work of two variables

    /** A function on [−1, 2] × [−2, 1.5], its largest value there, and how often it is asked at most. */
    private record Work(String name, OfTwo function, double value, int most) {}

    static List<Work> work() {
        return List.of(
                new Work("down and up", (x, y) -> y.exp().minus(x.exp()), Math.exp(1.5) - Math.exp(-1), 14),
                new Work("up and down", (x, y) -> x.exp().minus(y.exp()), Math.exp(2) - Math.exp(-2), 14),
                new Work(
                        "a hill",
                        (x, y) -> minus(x, 0.3)
                                .square()
                                .plus(minus(y, -0.2).square())
                                .negate(),
                        0,
                        1120),
                new Work(
                        "a slanted hill",
                        (x, y) -> minus(x.plus(y), 0.3)
                                .square()
                                .plus(minus(x.minus(y), 0.1).square())
                                .negate(),
                        0,
                        2298),
                new Work("a saddle", (x, y) -> x.times(y), 3, 13),
                new Work(
                        "a negative bump",
                        (x, y) -> minus(x.square().plus(y.square()).negate().exp(), 5),
                        -4,
                        514),
                new Work(
                        "waves",
                        (x, y) -> x.times(number(3, x))
                                .sin()
                                .plus(y.times(number(2, y)).cos()),
                        2,
                        559),
                new Work(
                        "a ridge with a kink",
                        (x, y) -> x.minus(y).abs().negate().minus(minus(x, 0.5).square()),
                        0,
                        2129),
                new Work(
                        "Himmelblau",
                        (x, y) -> minus(x.square().plus(y), 11)
                                .square()
                                .plus(minus(x.plus(y.square()), 7).square())
                                .negate(),
                        -37.8125,
                        32));
    }

    @ParameterizedTest
    @MethodSource("work")
    void theValueIsFoundInNoMoreStepsThan(Work work) {
        Found found = Extremum.largest(two(work.function), Condition.NONE, box(-1, 2, -2, 1.5));
        assertThat(found.value().distance(work.value)).isLessThan(1e-14 * (1 + Math.abs(work.value)));
        assertThat(found.value().width()).isLessThan(1e-13);
        assertThat(asked).as(work.name).isLessThanOrEqualTo(work.most);
    }

    @Test
    void aNegativeWaveTakesNoMoreThanAPositiveOne() {
        int[] counts = new int[2];
        for (int i = 0; i < 2; i++) {
            double offset = i == 0 ? -5 : 5;
            Counted counted = Counted.of(x -> minus(x.times(number(30, x)).sin(), offset));
            Extremum.largest(counted, Condition.NONE, box(-1, 2));
            counts[i] = counted.asked();
        }
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThanOrEqualTo(148);
    }
}
