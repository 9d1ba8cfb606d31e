package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Extremum.Condition;
import org.ansatz.proof.Extremum.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an interval is worth on which a function bends down, and when it is known to: functions that say of themselves what a test chooses. */
class ExtremumBendsTest {

    private static final Interval UNIT = new Interval(-1, 1);

    /** What a function lies in, and its slope. */
    private interface Known {
        Interval on(Interval x);
    }

    private static Enclosing function(Known value, Known slope, Interval curvature, Regularity regularity) {
        return (box, by, order) -> {
            Series step = Series.variable(Interval.ZERO, order);
            Series sum = Series.constant(value.on(box[0]), order);
            if (order >= 1) {
                sum = sum.plus(Series.constant(slope.on(box[0]), order).times(step));
            }
            if (order >= 2) {
                sum = sum.plus(Series.constant(curvature, order).times(step.square()));
            }
            return sum.atMost(regularity);
        };
    }

    private static Found placed(Enclosing function) {
        return Extremum.placed(function, Condition.NONE, new Interval[] {UNIT});
    }

    /** x, or -x: its slope is only known at some points, and at one of the ends it need not be. */
    @ParameterizedTest
    @CsvSource({
        "1, true, true",
        "1, true, false",
        "1, false, true",
        "-1, true, true",
        "-1, true, false",
        "-1, false, true"
    })
    void withoutAZeroTheSlopeHasTheSignOfEitherEnd(int sign, boolean isKnownBelow, boolean isKnownAbove) {
        Interval one = new Interval(0.9, 1);
        Interval slope = sign > 0 ? one : one.negate();
        Known slopes = x -> {
            boolean isKnown = x.isPoint() && (isKnownBelow || x.low() != -1) && (isKnownAbove || x.low() != 1);
            return isKnown ? slope : new Interval(-1, 1);
        };
        Known values = x -> x.times(Interval.of(sign));
        Found found = placed(function(values, slopes, new Interval(-0.05, -0.01), Regularity.SMOOTH));
        assertThat(found.value()).isEqualTo(Interval.ONE);
        assertThat(found.places())
                .singleElement()
                .satisfies(place -> assertThat(place[0]).isEqualTo(Interval.of(sign)));
    }

    /** A hill with a flat top bends down nowhere on it, and is largest on all of it. */
    @Test
    void whatNeedNotBendDownIsLookedAtFurther() {
        Known values = x -> {
            double nearest = Math.max(0, x.mignitude() - 0.25);
            double farthest = Math.max(0, x.magnitude() - 0.25);
            return new Interval(-farthest * farthest, -nearest * nearest);
        };
        Known slopes = x -> new Interval(slope(x.high()), slope(x.low()));
        Found found = placed(function(values, slopes, new Interval(-1, 0), Regularity.SMOOTH));
        Interval all = found.places().stream()
                .map(place -> place[0])
                .reduce(Interval::hull)
                .orElseThrow();
        assertThat(all.contains(new Interval(-0.25, 0.25))).isTrue();
        assertThat(found.value().contains(0)).isTrue();
    }

    private static double slope(double x) {
        return -2 * Math.signum(x) * Math.max(0, Math.abs(x) - 0.25);
    }

    /** -5·x² with a line before 0.3 and another one after it bends down on either side of the kink, and has a hill on either. */
    @Test
    void aKinkMayBendUp() {
        Known values = x -> {
            Interval away = x.minus(Interval.of(0.3));
            Interval before = away.times(Interval.of(-2));
            Interval after = away.times(Interval.of(9));
            Interval line = x.high() < 0.3 ? before : x.low() > 0.3 ? after : before.hull(after);
            double nearest = x.mignitude() * x.mignitude();
            double farthest = x.magnitude() * x.magnitude();
            return line.minus(Interval.of(5).times(new Interval(nearest, farthest)));
        };
        Known slopes = x -> {
            Interval sides = x.low() > 0.3 ? Interval.of(9) : x.high() < 0.3 ? Interval.of(-2) : new Interval(-2, 9);
            return sides.minus(x.times(Interval.of(10)));
        };
        Found found = placed(function(values, slopes, Interval.of(-5), Regularity.CONTINUOUS));
        assertThat(found.value().distance(1.35)).isLessThan(1e-12);
        assertThat(found.value().width()).isLessThan(1e-12);
    }
}
