package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.proof.Extremum.Condition;
import org.ansatz.proof.Extremum.Met;
import org.junit.jupiter.api.Test;

/** The largest value on a box, with and without a condition, and every place where it is taken. */
class ExtremumTest {

    private static final Interval[] UNIT = {new Interval(0, 1)};

    /** A function of one variable, as series. */
    private interface Of {
        Series of(Series x);
    }

    private static Enclosing function(Of of) {
        return (box, by, order) -> of.of(Series.variable(box[0], order));
    }

    private static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    @Test
    void aMonotoneFunctionIsLargestAtAnEndExactly() {
        assertThat(Extremum.largest(function(x -> x), Condition.NONE, UNIT).value())
                .isEqualTo(Interval.ONE);
        assertThat(Extremum.largest(function(Series::negate), Condition.NONE, UNIT)
                        .value())
                .isEqualTo(Interval.ZERO);
    }

    @Test
    void aPeakNarrowerThanAnyGridIsSeen() {
        Extremum.Found found = Extremum.largest(
                function(x -> x.minus(number(1.0 / 3, x))
                        .times(number(1e9, x))
                        .square()
                        .negate()
                        .exp()),
                Condition.NONE,
                UNIT);
        assertThat(found.value().contains(1)).isTrue();
        assertThat(found.value().width()).isLessThan(1e-14);
    }

    @Test
    void bothPlacesOfTwoEqualPeaksAreFound() {
        Extremum.Found found = Extremum.placed(
                function(x -> x.times(number(1, x).minus(x))
                        .minus(number(0.1875, x))
                        .square()
                        .negate()),
                Condition.NONE,
                UNIT);
        assertThat(found.places()).anyMatch(box -> box[0].contains(0.25)).anyMatch(box -> box[0].contains(0.75));
        assertThat(found.places()).noneMatch(box -> box[0].contains(0.5));
    }

    @Test
    void onlyWhatMeetsTheConditionCounts() {
        Condition upToHalf =
                box -> box[0].high() <= 0.5 ? Met.EVERYWHERE : box[0].low() > 0.5 ? Met.NOWHERE : Met.PERHAPS;
        Interval value = Extremum.largest(function(Series::exp), upToHalf, UNIT).value();
        assertThat(value.low()).isLessThanOrEqualTo(Math.exp(0.5));
        assertThat(value.high()).isGreaterThanOrEqualTo(Math.exp(0.5));
        assertThat(value.width()).isLessThan(1e-13);
    }

    @Test
    void aConditionThatIsMetNowhereLeavesNothing() {
        assertThat(Extremum.largest(function(x -> x), box -> Met.NOWHERE, UNIT).isReached())
                .isFalse();
    }

    @Test
    void valuesBeyondAllBoundsAreNotBounded() {
        Interval value = Extremum.largest(
                        function(x -> number(1, x).over(x.minus(number(0.3, x)).square())), Condition.NONE, UNIT)
                .value();
        assertThat(value.isBounded()).isFalse();
    }

    /** The slope at the upper end is exactly zero, so that the largest value lies where its sign is not seen. */
    @Test
    void aFlatEndIsWhereItIsLargest() {
        Interval value = Extremum.largest(
                        function(x -> x.minus(number(1, x)).square().negate()), Condition.NONE, UNIT)
                .value();
        assertThat(value.contains(0)).isTrue();
        assertThat(value.width()).isLessThan(1e-15);
        Interval wave = Extremum.largest(
                        function(Series::sin), Condition.NONE, new Interval[] {new Interval(0, Math.PI / 2)})
                .value();
        assertThat(wave.contains(1) || wave.high() >= Math.sin(Math.PI / 2)).isTrue();
    }
}
