package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntToDoubleFunction;
import org.ansatz.field.ode.InitialValueProblem.DifferentiableRightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.junit.jupiter.api.Test;

final class CountedSlopesTest {

    private static final int MOST = 400_000;

    /** Slopes that were asked for as often as may be, and once more, each time at this place. */
    private static CountedSlopes asked(int times, double start, IntToDoubleFunction place) {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = 0, start);
        double[] none = new double[1];
        for (int i = 1; i <= times; i++) {
            slopes.slopes(place.applyAsDouble(i), none, none);
        }
        return slopes;
    }

    @Test
    void asManyEvaluationsAsAreAllowedAreFew() {
        CountedSlopes slopes = asked(MOST, 0, i -> i);
        assertThat(slopes.evaluations()).isEqualTo(MOST);
        assertThat(slopes.at()).isEqualTo(MOST);
        assertThatCode(slopes::requireFew).doesNotThrowAnyException();
        slopes.slopes(7, new double[1], new double[1]);
        assertThatThrownBy(slopes::requireFew).hasMessageContaining("more than 400000 evaluations up to t = 7.0");
    }

    /** The second half of the evaluations leads from 1 to 1.001 or to 1.002, seen from 0. */
    @Test
    void whatIsHeldAtAPlaceIsToldFromWhatIsLong() {
        assertThat(asked(MOST, 0, i -> i <= MOST / 2 ? 1 : 1.001).tooMany())
                .hasMessageContaining("cannot be followed beyond t = 1.001");
        assertThat(asked(MOST, 0, i -> i <= MOST / 2 ? 1 : 1.002).tooMany())
                .hasMessageContaining("the interval is long for its oscillations");
        assertThat(asked(MOST, 0, i -> i < MOST / 2 ? 0.5 : 1).tooMany()).hasMessageContaining("beyond t = 1.0");
        assertThat(asked(MOST, 0, i -> i <= MOST / 2 ? 0.5 : 1).tooMany()).hasMessageContaining("oscillations");
    }

    /** The way is that from the start: 10 to 9 and on to 8.9995 is not as 0 to 9 and on to 8.9995. */
    @Test
    void theWayIsMeasuredFromTheStart() {
        assertThat(asked(MOST, 10, i -> i <= MOST / 2 ? 9 : 8.9995).tooMany()).hasMessageContaining("beyond");
        assertThat(asked(MOST, 10, i -> i <= MOST / 2 ? 9 : 8.995).tooMany()).hasMessageContaining("oscillations");
        assertThat(asked(MOST, 0, i -> i <= MOST / 2 ? 9 : 8.995).tooMany()).hasMessageContaining("beyond");
    }

    @Test
    void beforeTheFirstEvaluationItStandsAtTheStart() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> {}, 3);
        assertThat(slopes.at()).isEqualTo(3);
        assertThat(slopes.evaluations()).isZero();
        assertThat(slopes.jacobians()).isZero();
        assertThat(asked(10, 3, i -> 5).tooMany()).hasMessageContaining("oscillations");
    }

    @Test
    void slopesThatAreNotFiniteAreRefused() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = 1 / y[0], 0);
        assertThatThrownBy(() -> slopes.slopes(2, new double[1], new double[1]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not finite at t = 2.0");
    }

    /** A right-hand side that knows its Jacobian, {@code t} everywhere. */
    private static final class Known implements DifferentiableRightSide {
        @Override
        public void slopes(double t, double[] y, double[] slopes) {
            slopes[0] = t;
        }

        @Override
        public void jacobian(double t, double[] y, double[][] jacobian) {
            jacobian[0][0] = t;
        }
    }

    /** At the ends of a leg the equations are those of the leg, however near the next one is. */
    @Test
    void beyondItsLegTheEquationsAreThoseOfItsNearestTime() {
        CountedSlopes slopes = new CountedSlopes(new Known(), 0);
        double[] slope = new double[1];
        double[][] jacobian = new double[1][1];
        slopes.slopes(5, slope, slope);
        assertThat(slope).containsExactly(5);
        slopes.within(new Leg(0, 4, 4, 0.5, 3.5));
        slopes.slopes(4, slope, slope);
        assertThat(slope).containsExactly(3.5);
        assertThat(slopes.at()).isEqualTo(4);
        slopes.slopes(0, slope, slope);
        assertThat(slope).containsExactly(0.5);
        slopes.slopes(2, slope, slope);
        assertThat(slope).containsExactly(2);
        slopes.jacobian(4, slope, jacobian);
        assertThat(jacobian[0]).containsExactly(3.5);
        assertThat(slopes.jacobians()).isEqualTo(1);
        assertThat(slopes.evaluations()).isEqualTo(4);
    }

    @Test
    void aJacobianByDifferencesCountsAsEvaluations() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = 4 * y[0], 0);
        double[][] jacobian = new double[1][1];
        slopes.jacobian(0, new double[] {1}, jacobian);
        assertThat(jacobian[0][0]).isEqualTo(4);
        assertThat(slopes.evaluations()).isEqualTo(2);
        assertThat(slopes.jacobians()).isEqualTo(1);
    }

    @Test
    void aJacobianThatIsNotFiniteIsRefused() {
        CountedSlopes slopes = new CountedSlopes(new Known(), 0);
        assertThatThrownBy(() -> slopes.jacobian(Double.POSITIVE_INFINITY, new double[1], new double[1][1]))
                .hasMessageContaining("not finite at t = Infinity");
    }
}
