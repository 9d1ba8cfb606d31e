package org.ansatz.proof;

import static org.ansatz.proof.Counted.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;

/** Jumps and kinks are found where they are, each once and in order. */
class BreaksTest {

    private static List<Interval> breaks(Counted.Of function, double low, double high, Regularity least) {
        Counted counted = Counted.of(function);
        return Breaks.in(
                new Interval(low, high), least, set -> counted.on(set, 1).regularity());
    }

    private static Interval between(double low, double high) {
        return new Interval(low, high);
    }

    @Test
    void aKinkIsNoJump() {
        for (double at : new double[] {0.3, 0.5, 0.625, 0.1}) { // two of them where a part is halved
            Counted.Of kink = x -> x.minus(number(at, x)).abs();
            assertThat(breaks(kink, 0, 1, Regularity.CONTINUOUS)).isEmpty();
            List<Interval> kinks = breaks(kink, 0, 1, Regularity.SMOOTH);
            assertThat(kinks).as("kink at %s", at).hasSize(1);
            assertThat(kinks.get(0).contains(at)).isTrue();
            assertThat(kinks.get(0).width()).isLessThan(1e-15);
        }
        assertThat(breaks(Series::exp, 0, 1, Regularity.SMOOTH)).isEmpty();
    }

    @Test
    void everyJumpIsAPlaceInOrder() {
        List<Interval> jumps = breaks(Series::floor, 0.5, 20.5, Regularity.CONTINUOUS);
        assertThat(jumps).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(jumps.get(i).contains(i + 1)).as("jump at %d", i + 1).isTrue();
        }
    }

    @Test
    void ofTooManyPlacesSomeAreFound() {
        int[] asked = {0};
        List<Interval> places = Breaks.in(Interval.ONE.hull(Interval.ZERO), Regularity.SMOOTH, set -> {
            asked[0]++;
            return Regularity.DEFINED;
        });
        assertThat(asked[0]).isBetween(4000, 8000);
        assertThat(places.get(0).low()).isZero();
    }

    @Test
    void aPointIsWhatCannotBeHalvedOrIsNothingBesideTheWhole() {
        double next = Math.nextUp(1.0);
        Interval unit = between(0, 1);
        assertThat(Breaks.isPoint(between(1, next), unit)).isTrue();
        assertThat(Breaks.isPoint(Interval.ONE, unit)).isTrue();
        assertThat(Breaks.isPoint(between(1, Math.nextUp(next)), unit)).isFalse();
        assertThat(Breaks.isPoint(between(0, 0x1p-61), unit)).isTrue();
        assertThat(Breaks.isPoint(between(0, 0x1p-59), unit)).isFalse();
        assertThat(Breaks.isPoint(between(0, 0x1p-59), between(0, 4))).isTrue();
        assertThat(Breaks.isPoint(between(0, 0.5), unit)).isFalse();
    }

    @Test
    void placesThatMeetAreOne() {
        double next = Math.nextUp(2.0);
        assertThat(Breaks.merged(List.of(between(3, 4), between(0, 1), between(1, 2), between(next, 2.5))))
                .containsExactly(between(0, 2.5), between(3, 4));
        assertThat(Breaks.merged(List.of(between(0, 2), between(Math.nextUp(next), 3), between(0, 1))))
                .containsExactly(between(0, 2), between(Math.nextUp(next), 3));
        assertThat(Breaks.merged(List.of(between(0, 5), between(1, 2)))).containsExactly(between(0, 5));
        assertThat(Breaks.merged(List.of())).isEmpty();
    }
}
