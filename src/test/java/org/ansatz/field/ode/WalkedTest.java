package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.interval.Interval;
import org.junit.jupiter.api.Test;

/** Boxes of a solution hold what it goes through, with a quarter of that on either side. */
final class WalkedTest {

    private static Walked walked(InitialValueProblem.RightSide f, double... initial) {
        Trajectory solution = new InitialValueProblem(f, 1, initial).solve(5, 1e-10);
        return new Walked(solution, new Interval(1, 5));
    }

    @Test
    void aBoxIsWiderByAQuarterOnEitherSide() {
        Walked line = walked(
                (t, y, f) -> {
                    f[0] = 2;
                    f[1] = -1;
                },
                0,
                7);
        assertThat(line.times()).isEqualTo(new Interval(1, 5));
        Interval[] box = line.box(new Interval(2, 4));
        assertThat(box[0]).isEqualTo(new Interval(2, 4));
        assertThat(box[1].low()).isCloseTo(2 - 1, within(1e-9));
        assertThat(box[1].high()).isCloseTo(6 + 1, within(1e-9));
        assertThat(box[2].low()).isCloseTo(4 - 0.5, within(1e-9));
        assertThat(box[2].high()).isCloseTo(6 + 0.5, within(1e-9));
    }

    @Test
    void aPointIsAPoint() {
        Interval[] box = walked((t, y, f) -> f[0] = 2, 0).box(Interval.of(3));
        assertThat(box[1].low()).isCloseTo(4, within(1e-9));
        assertThat(box[1].isPoint()).isTrue();
    }

    /** sin(16π·t) turns more often than four samples see; the 512 of the whole way see each turn. */
    @Test
    void whatTurnsInsideIsHeldToo() {
        Walked turning = walked((t, y, f) -> f[0] = 16 * Math.PI * Math.cos(16 * Math.PI * t), 0);
        for (double from : new double[] {1, 2, 2.9}) {
            Interval[] box = turning.box(new Interval(from, from + 1));
            assertThat(box[1].low()).isCloseTo(-1.5, within(0.01));
            assertThat(box[1].high()).isCloseTo(1.5, within(0.01));
        }
    }

    /** Between two of those 512 the four of the part itself: of (t − 3)² over a millionth beside its middle. */
    @Test
    void aPartBetweenTheSamplesHasItsOwn() {
        Walked parabola = walked((t, y, f) -> f[0] = 2 * (t - 3.0005), 3.0005 * 3.0005 - 2 * 3.0005 + 1);
        double lowest = 3.0005 * 3.0005 - 2 * 3.0005 + 1 - 2.0005 * 2.0005;
        Interval[] box = parabola.box(new Interval(3.0004, 3.0006));
        assertThat(box[1].high()).isCloseTo(lowest + 1e-8 + 0.25e-8, within(1e-10));
        assertThat(box[1].low()).isCloseTo(lowest - 0.25e-8, within(1e-10));
    }

    /** A turn beyond the part does not belong to it. */
    @Test
    void samplesBesideAPartAreNotItsOwn() {
        Walked line = walked((t, y, f) -> f[0] = 2, 0);
        double step = 4.0 / 512;
        Interval[] box = line.box(new Interval(1 + 10.1 * step, 1 + 10.9 * step));
        assertThat(box[1].low()).isCloseTo(2 * step * (10.1 - 0.2), within(1e-9));
        assertThat(box[1].high()).isCloseTo(2 * step * (10.9 + 0.2), within(1e-9));
    }
}
