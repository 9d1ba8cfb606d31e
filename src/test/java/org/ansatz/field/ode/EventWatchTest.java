package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.field.ode.InitialValueProblem.Event;
import org.ansatz.field.ode.Legs.Leg;
import org.junit.jupiter.api.Test;

/** Events along y = t, in steps of one. */
final class EventWatchTest {

    private static final Radau METHOD = new Radau(
            new CountedSlopes((t, y, f) -> f[0] = 1, 0), Leg.of(0, 10), new double[1], Tolerance.uniform(1e-10, 1));

    private static CollocationStep step(double start, double length) {
        double[][] increments = new double[RadauTableau.STAGES][1];
        for (int i = 0; i < increments.length; i++) {
            increments[i][0] = RadauTableau.NODES[i] * length;
        }
        return new CollocationStep(start, length, new double[] {start}, increments);
    }

    /** Where it occurs, looked for in quarters and located to a thousandth; NaN if it does not in three steps. */
    private static double found(Event event, double direction) {
        EventWatch watch = new EventWatch(event, 0, new double[1], 0.25, 1e-3);
        for (int i = 0; i < 3; i++) {
            if (watch.occursIn(step(i * direction, direction), METHOD)) {
                return watch.found();
            }
        }
        assertThat(watch.found()).isNaN();
        return Double.NaN;
    }

    @Test
    void aChangeOfSignIsLocatedAndNotBeforeIt() {
        for (double zero : new double[] {0.1, 0.7, 1.3, 2.45, 2.999}) {
            for (double direction : new double[] {1, -1}) {
                double at = direction * found((t, y) -> y[0] - direction * zero, direction);
                assertThat(at - zero).isBetween(0.0, 1e-3);
                double falling = direction * found((t, y) -> direction * zero - y[0], direction);
                assertThat(falling - zero).isBetween(0.0, 1e-3);
            }
        }
    }

    @Test
    void itIsNotLocatedCloserThanIsAskedFor() {
        double at = found((t, y) -> y[0] - 0.7, 1);
        assertThat(at).isEqualTo(0.7001953125); // the end of the first of 256 parts of a quarter behind it
    }

    /** Looked at in quarters, what changes twice in between is not seen, and what changes across a quarter is. */
    @Test
    void theSignIsLookedAtInEveryInterval() {
        assertThat(found((t, y) -> (y[0] - 0.26) * (y[0] - 0.49), 1)).isNaN();
        assertThat(found((t, y) -> (y[0] - 0.26) * (y[0] - 0.51), 1)).isBetween(0.26, 0.261);
        assertThat(found((t, y) -> (y[0] - 1.74) * (y[0] - 1.76), 1)).isBetween(1.74, 1.741);
    }

    @Test
    void theFirstOfTwoIsFound() {
        assertThat(found((t, y) -> (y[0] - 0.3) * (y[0] - 0.6), 1)).isBetween(0.3, 0.301);
    }

    /** At the start a boundary may be left, which is no change of sign; then it counts where it is reached again. */
    @Test
    void aStartOnTheBoundaryIsNoEvent() {
        assertThat(found((t, y) -> y[0] * (1.6 - y[0]), 1)).isBetween(1.6, 1.601);
        assertThat(found((t, y) -> y[0], 1)).isNaN();
    }

    @Test
    void touchingZeroIsNoEvent() {
        assertThat(found((t, y) -> Math.abs(y[0] - 0.5), 1)).isNaN();
        assertThat(found((t, y) -> y[0] < 0.5 ? -1 : y[0] == 0.5 ? 0 : 1, 1)).isBetween(0.5, 0.751);
    }

    @Test
    void timeCountsAsWell() {
        assertThat(found((t, y) -> t - 2.2, 1)).isBetween(2.2, 2.201);
    }
}
