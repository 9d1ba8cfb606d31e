package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.junit.jupiter.api.Test;

/** What is said of each kind of place at which a function may vanish. */
class ZerosTest {

    /** A function of one variable, as series. */
    private interface Of {
        Series of(Series x);
    }

    private static List<Zero> zeros(Of function, double low, double high) {
        Enclosing enclosing = (box, by, order) -> function.of(Series.variable(box[0], order));
        return Zeros.of(enclosing, new Interval(low, high)).places();
    }

    private static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    private static List<Kind> kinds(Of function) {
        return zeros(function, -1, 1.25).stream().map(Zero::kind).toList();
    }

    @Test
    void aSquareRootVanishesAtTheEndOfItsDomain() {
        assertThat(kinds(Series::sqrt)).containsExactly(Kind.TOUCHING);
        assertThat(kinds(Series::acos)).containsExactly(Kind.TOUCHING);
        assertThat(kinds(x -> x.minus(number(0.3, x)).sqrt())).containsExactly(Kind.TOUCHING);
        assertThat(kinds(Series::acosh)).containsExactly(Kind.TOUCHING);
    }

    @Test
    void aJumpThroughZeroIsNoZeroUnlessItStopsThere() {
        assertThat(kinds(x -> x.step().minus(number(0.5, x)))).containsExactly(Kind.JUMP);
        assertThat(kinds(Series::sign)).containsExactly(Kind.TOUCHING);
        assertThat(kinds(x -> x.plus(number(0.3, x)).floor().plus(number(0.5, x))))
                .containsExactly(Kind.JUMP);
    }

    @Test
    void aPoleIsNoZero() {
        assertThat(kinds(x -> number(1, x).over(x))).containsExactly(Kind.JUMP);
        assertThat(kinds(x -> x.plus(x.plus(x)).tan())).contains(Kind.JUMP, Kind.SIMPLE);
    }

    @Test
    void anInfiniteSlopeIsNoJump() {
        assertThat(kinds(x -> cuberoot(x.minus(number(0.3, x))))).containsExactly(Kind.TOUCHING);
        assertThat(kinds(x -> x.sign().times(x.abs().sqrt()))).containsExactly(Kind.TOUCHING);
    }

    private static Series cuberoot(Series x) {
        return x.sign().times(x.abs().power(number(1.0 / 3, x)));
    }

    @Test
    void whatIsZeroOnAnIntervalIsSaidToBe() {
        assertThat(kinds(Series::floor)).contains(Kind.WHOLE);
        assertThat(kinds(x -> x.max(number(0, x)))).contains(Kind.WHOLE);
    }

    @Test
    void twoZerosThatNeighbouringPartsFindAreNotOne() {
        double next = Math.nextUp(1.0);
        List<Zero> places = zeros(x -> x.minus(number(1, x)).times(x.minus(number(next, x))), 0, 3);
        assertThat(places).hasSize(1);
        assertThat(places.get(0).kind()).isEqualTo(Kind.TOUCHING);
        assertThat(places.get(0).at().contains(new Interval(1, next))).isTrue();
    }

    @Test
    void aZeroAtTheEndOfTheIntervalIsFound() {
        assertThat(zeros(x -> x, 0, 1)).containsExactly(new Zero(Interval.ZERO, Kind.SIMPLE));
        assertThat(zeros(Series::log, 0.5, 1)).containsExactly(new Zero(Interval.ONE, Kind.SIMPLE));
    }

    @Test
    void aWaveHasAsManyZerosAsItHas() {
        assertThat(zeros(x -> number(100, x).times(x).sin(), 0.01, 3))
                .hasSize(95)
                .allMatch(zero -> zero.kind() == Kind.SIMPLE);
    }
}
