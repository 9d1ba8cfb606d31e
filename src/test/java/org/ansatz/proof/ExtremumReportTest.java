package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Where the largest value is taken, where there is none, of several variables, and how much work it takes. */
class ExtremumReportTest {

    /** A function of two variables, as series. */
    private interface OfTwo {
        Series of(Series x, Series y);
    }

    private static Enclosing two(OfTwo function) {
        return (box, by, order) -> function.of(variable(box, 0, by, order), variable(box, 1, by, order));
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

    private static List<Interval> places(Counted.Of function, double low, double high) {
        return Extremum.placed(Counted.of(function), Condition.NONE, box(low, high)).places().stream()
                .map(place -> place[0])
                .toList();
    }

    private static void assertValue(Found found, double expected) {
        assertThat(found.value().gap(expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
        assertThat(found.value().width()).isLessThan(expected == 0 ? 1e-15 : 1e-14 * Math.abs(expected));
        assertThat(found.isReached()).isTrue();
        assertThat(found.nowhere()).isEmpty();
    }

    // ---- places

    @Test
    void anEndAPeakAndAKinkAreFoundWhereTheyAre() {
        assertThat(places(x -> x, 0, 1)).allMatch(place -> place.contains(1) && place.width() < 1e-14);
        assertThat(places(Series::negate, 0, 1)).allMatch(place -> place.contains(0) && place.width() < 1e-14);
        assertThat(places(x -> minus(x, 0.3).abs().negate(), 0, 1)).allMatch(place -> place.distance(0.3) < 1e-14);
        List<Interval> peak = places(x -> x.times(number(2, x).minus(x)), 0, 3);
        assertThat(peak).isNotEmpty().allMatch(place -> place.distance(1) < 1e-7);
        assertThat(places(Series::sin, 0, 9)).hasSize(2);
        assertThat(places(Series::sin, 0, 9)).anyMatch(place -> place.distance(Math.PI / 2) < 1e-7);
        assertThat(places(Series::sin, 0, 9)).anyMatch(place -> place.distance(5 * Math.PI / 2) < 1e-7);
    }

    @Test
    void ofAPlateauThereIsNoEndAndTheSearchHasOne() {
        Counted flat = Counted.of(x -> number(3, x));
        Found found = Extremum.placed(flat, Condition.NONE, box(0, 1));
        assertThat(found.value()).isEqualTo(Interval.of(3));
        Interval all = found.places().stream()
                .map(place -> place[0])
                .reduce(Interval::hull)
                .orElseThrow();
        assertThat(all).isEqualTo(new Interval(0, 1));
        assertThat(flat.asked()).isLessThanOrEqualTo(8);
        Counted capped = Counted.of(x -> x.sin().min(number(0.5, x)));
        Found plateau = Extremum.placed(capped, Condition.NONE, box(0, 3));
        assertThat(plateau.value().contains(0.5)).isTrue();
        assertThat(plateau.places()).allMatch(place -> Math.sin(place[0].high()) > 0.499);
        assertThat(capped.asked()).isLessThanOrEqualTo(949);
    }

    // ---- values

    @Test
    void valuesAreExactToAFewRoundings() {
        assertValue(largest(x -> x.times(x.negate().exp()), 0, 20), Math.exp(-1));
        assertValue(largest(Series::sin, 0, 100), 1);
        assertValue(largest(x -> number(1, x).minus(minus(x, 0.1).power(4)), -1, 1), 1);
        assertValue(largest(x -> x.log().over(x), 1, 1e6), Math.exp(-1));
        assertValue(largest(x -> minus(x.cos(), 1e8), -1, 1), 1 - 1e8);
        assertValue(largest(x -> number(1e-200, x).times(x.sin()), 0, 2), 1e-200);
        assertValue(largest(x -> x.floor().minus(x), 0.5, 2.5), 0);
    }

    @Test
    void aFunctionOfTwoVariablesIsLargestInsideOnASideOrInACorner() {
        Enclosing hill = two(
                (x, y) -> minus(x, 0.3).square().plus(minus(y, -0.2).square()).negate());
        assertValue(Extremum.largest(hill, Condition.NONE, box(-1, 1, -1, 1)), 0);
        assertThat(Extremum.largest(hill, Condition.NONE, box(-1, 1, 0.8, 2))
                        .value()
                        .distance(-1))
                .isLessThan(1e-14);
        assertThat(Extremum.largest(hill, Condition.NONE, box(0.8, 2, 0.8, 2))
                        .value()
                        .distance(-1.25))
                .isLessThan(1e-14);
        Enclosing saddle = two((x, y) -> x.square().minus(y.square()));
        assertValue(Extremum.largest(saddle, Condition.NONE, box(-1, 3, -2, 2)), 9);
        List<Interval[]> places =
                Extremum.placed(hill, Condition.NONE, box(-1, 1, -1, 1)).places();
        assertThat(places)
                .isNotEmpty()
                .allMatch(place -> place[0].distance(0.3) < 1e-6 && place[1].distance(-0.2) < 1e-6);
        Found point = Extremum.largest(hill, Condition.NONE, box(0.3, 0.3, -1, 1));
        assertThat(point.value().distance(0)).isLessThan(1e-14);
    }

    // ---- conditions and values that are missing

    private static Condition above(double least) {
        return box -> box[0].low() >= least ? Met.EVERYWHERE : box[0].high() < least ? Met.NOWHERE : Met.PERHAPS;
    }

    @Test
    void aConditionCutsOffWhatIsLarger() {
        Found cut = Extremum.largest(Counted.of(x -> x.negate().exp()), above(0.3), box(0, 1));
        assertThat(cut.value().contains(Math.exp(-0.3))).isTrue();
        assertThat(cut.value().width()).isLessThan(1e-14);
        assertThat(cut.isReached()).isTrue();
        Found hill = Extremum.largest(Counted.of(x -> x.square().negate()), above(0.3), box(-1, 1));
        assertThat(hill.value().distance(-0.09))
                .isLessThan(1e-14); // in the middle, where it does not count, it is larger
        Found never = Extremum.largest(Counted.of(Series::exp), box -> Met.PERHAPS, box(0, 1));
        assertThat(never.isReached()).isFalse();
        assertThat(never.value().high()).isGreaterThanOrEqualTo(Math.E);
        Found nothing = Extremum.largest(Counted.of(Series::exp), box -> Met.NOWHERE, box(0, 1));
        assertThat(nothing.value()).isEqualTo(Interval.ENTIRE);
        assertThat(nothing.places()).isEmpty();
    }

    @Test
    void aPartWithoutAValueIsTold() {
        Found log = largest(x -> x.log(), -1, 2);
        assertThat(log.value().distance(Math.log(2))).isLessThan(1e-14);
        assertThat(log.nowhere()).hasSize(1);
        assertThat(log.nowhere().get(0).high()).isLessThanOrEqualTo(0);
        Found root = largest(x -> minus(x, 0.7).negate().sqrt(), 0, 1);
        assertThat(root.nowhere()).hasSize(1);
        assertThat(root.nowhere().get(0).low()).isGreaterThan(0.7);
        assertThat(root.value().distance(Math.sqrt(0.7))).isLessThan(1e-14);
        assertThat(largest(Series::log, -2, -1).isReached()).isFalse();
        assertThat(largest(Series::log, -2, -1).value()).isEqualTo(Interval.ENTIRE);
    }

    /** Rounding may lead past an end of what a function is defined on; that is no part of the domain. */
    @Test
    void anEndWithoutAValueIsNoPart() {
        assertThat(largest(x -> number(1, x).over(x).negate(), 0, 1).nowhere()).isEmpty();
        assertThat(largest(x -> minus(x, Math.nextUp(0.0)).sqrt(), 0, 1).nowhere())
                .isEmpty();
        assertThat(largest(x -> number(1, x).minus(x).minus(number(1e-15, x)).sqrt(), 0, 1)
                        .nowhere())
                .isEmpty();
        assertThat(largest(x -> number(1, x).minus(x).minus(number(1e-3, x)).sqrt(), 0, 1)
                        .nowhere())
                .hasSize(1);
        assertThat(largest(x -> minus(x, 1e-3).sqrt(), 0, 1).nowhere()).hasSize(1);
    }

    @Test
    void whereTheConditionIsNotMetAMissingValueDoesNotCount() {
        Found found = Extremum.largest(Counted.of(x -> x.log().negate()), above(0.5), box(-1, 2));
        assertThat(found.nowhere()).isEmpty();
        assertThat(found.value().high()).isCloseTo(Math.log(2), within(1e-14));
    }

    // ---- work

    /** A function on [−1, 2], and how often it is asked there at most for its largest value and for its places. */
    private record Work(String name, Counted.Of function, int most, int withPlaces) {}

    static List<Work> work() {
        return List.of(
                new Work("a monotone one", Series::exp, 8, 8),
                new Work("a parabola", x -> minus(x, 0.3).square().negate(), 16, 16),
                new Work("a valley", x -> minus(x, 0.3).square(), 8, 16),
                new Work("a bump", x -> minus(x, 0.3).square().negate().exp(), 42, 42),
                new Work("a flat top", x -> minus(x, 0.3).power(4).negate(), 484, 484),
                new Work("a constant", x -> x.sin().square().plus(x.cos().square()), 725, 725),
                new Work("a wave", x -> number(30, x).times(x).sin(), 148, 621),
                new Work("a kink", x -> minus(x, 0.3).abs().negate(), 484, 484),
                new Work("a jump", x -> minus(x, 0.3).step().minus(x), 30, 30),
                new Work("a pole", x -> number(1, x).over(minus(x, 0.3)), 430, 430),
                new Work("half of it", Series::log, 8, 15),
                new Work("rounding", x -> minus(x.sin().plus(number(1e8, x)), 1e8), 31, 31));
    }

    @ParameterizedTest
    @MethodSource("work")
    void itIsAskedNoMoreOftenThan(Work work) {
        Counted value = Counted.of(work.function);
        Extremum.largest(value, Condition.NONE, box(-1, 2));
        Counted places = Counted.of(work.function);
        Extremum.placed(places, Condition.NONE, box(-1, 2));
        assertThat(List.of(value.asked() <= work.most, places.asked() <= work.withPlaces))
                .as("%s: %d, %d", work.name, value.asked(), places.asked())
                .containsOnly(true);
    }
}
