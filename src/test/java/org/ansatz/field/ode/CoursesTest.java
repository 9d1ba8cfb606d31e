package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.field.ode.Legs.Leg;
import org.ansatz.field.ode.Trajectory.Course;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.junit.jupiter.api.Test;

/** Which of several pieces of a solution answers for a time. */
final class CoursesTest {

    /** A course whose state is its number, with steps that end there. */
    private static Course numbered(double number, double... steps) {
        return new Course() {
            @Override
            public double[] at(double t) {
                return new double[] {number};
            }

            @Override
            public double[] steps() {
                return steps;
            }
        };
    }

    private static LeggedCourse legs(double direction) {
        double d = direction;
        return new LeggedCourse(
                List.of(Leg.of(0, d), Leg.of(d, 3 * d), Leg.of(3 * d, 4 * d), Leg.of(4 * d, 7 * d)),
                List.of(numbered(1, 0.5 * d, d), numbered(2, 3 * d), numbered(3, 4 * d), numbered(4, 5 * d, 7 * d)));
    }

    @Test
    void forwardsAnInstantBetweenTwoLegsBelongsToTheLater() {
        LeggedCourse course = legs(1);
        double[] times = {0, 0.5, 0.99, 1, 2, 2.99, 3, 3.5, 4, 5, 7};
        double[] numbers = {1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4};
        for (int i = 0; i < times.length; i++) {
            assertThat(course.at(times[i])).as("t = %s", times[i]).containsExactly(numbers[i]);
        }
    }

    @Test
    void backwardsItBelongsToTheLaterInTimeToo() {
        LeggedCourse course = legs(-1);
        double[] times = {0, -0.5, -1, -1.01, -3, -3.01, -4, -4.01, -7};
        double[] numbers = {1, 1, 1, 2, 2, 3, 3, 4, 4};
        for (int i = 0; i < times.length; i++) {
            assertThat(course.at(times[i])).as("t = %s", times[i]).containsExactly(numbers[i]);
        }
    }

    @Test
    void theirStepsAreThoseOfAllLegsAndCornersAreTheirEnds() {
        assertThat(legs(1).steps()).containsExactly(0.5, 1, 3, 4, 5, 7);
        assertThat(legs(1).corners()).containsExactly(1, 3, 4, 7);
        assertThat(numbered(1).corners()).isEmpty();
    }

    private static Trajectory trajectory(double end) {
        double d = Math.signum(end);
        CountedSlopes work = new CountedSlopes((t, y, f) -> f[0] = 0, 0);
        work.slopes(1, new double[1], new double[1]);
        work.jacobian(1, new double[1], new double[1][1]);
        return new Trajectory(legs(d), 0, new double[] {10}, end, new double[] {20}, Difficulty.UNDEFINED_NEARBY, work);
    }

    @Test
    void atItsEndsASolutionIsWhatItBeganAndEndedWith() {
        for (double end : new double[] {6, -6}) {
            Trajectory trajectory = trajectory(end);
            assertThat(trajectory.at(0)).containsExactly(10);
            assertThat(trajectory.at(end)).containsExactly(20);
            assertThat(trajectory.at(end / 6 * 2)).containsExactly(2);
            assertThat(trajectory.start()).isZero();
            assertThat(trajectory.end()).isEqualTo(end);
            assertThat(trajectory.covers(end)).isTrue();
            assertThat(trajectory.covers(0)).isTrue();
            assertThat(trajectory.covers(end / 2)).isTrue();
            assertThat(trajectory.covers(end * 1.001)).isFalse();
            assertThat(trajectory.covers(-end * 0.001)).isFalse();
            assertThatThrownBy(() -> trajectory.at(end * 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("outside the solution, 0.0 to " + end);
        }
    }

    @Test
    void whatIsHandedOutMayBeChanged() {
        Trajectory trajectory = trajectory(6);
        trajectory.at(0)[0] = 99;
        trajectory.at(6)[0] = 99;
        assertThat(trajectory.at(0)).containsExactly(10);
        assertThat(trajectory.at(6)).containsExactly(20);
    }

    @Test
    void itsStepsAreAscendingAndInTheOrderInWhichTheyWereMade() {
        Trajectory back = trajectory(-7);
        assertThat(back.steps()).containsExactly(-7, -5, -4, -3, -1, -0.5);
        assertThat(back.stepsInOrder()).containsExactly(-0.5, -1, -3, -4, -5, -7);
        assertThat(back.corners()).containsExactly(-1, -3, -4, -7);
        double[] own = {2, 1};
        Trajectory one = new Trajectory(
                numbered(1, own),
                3,
                new double[1],
                1,
                new double[1],
                Difficulty.NONE,
                new CountedSlopes((t, y, f) -> {}, 3));
        assertThat(one.steps()).containsExactly(1, 2);
        assertThat(one.stepsInOrder()).containsExactly(2, 1);
    }

    @Test
    void itKnowsTheWorkItTook() {
        Trajectory trajectory = trajectory(6);
        assertThat(trajectory.evaluations()).isEqualTo(3);
        assertThat(trajectory.jacobians()).isEqualTo(1);
        assertThat(trajectory.difficulty()).isEqualTo(Difficulty.UNDEFINED_NEARBY);
        assertThat(trajectory.difficulty().description()).contains("no value or grow without bounds");
        assertThat(Difficulty.NONE.description()).isEmpty();
    }

    /** Steps of an implicit method that were made, and one to a time in the middle. */
    @Test
    void stepsInARowAnswerForTheirTimes() {
        for (double end : new double[] {10, -10}) {
            Leg leg = new Leg(0, end, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            Radau radau = new Radau(
                    new CountedSlopes((t, y, f) -> f[0] = 2 * t, 0),
                    leg,
                    new double[] {3},
                    Tolerance.uniform(1e-10, 1));
            CollocationCourse course = new CollocationCourse(radau, radau.run(null));
            for (double t = 0; t <= 10; t += 0.125) {
                assertThat(course.at(t * Math.signum(end))[0]).isCloseTo(3 + t * t, within(1e-9));
            }
            double[] steps = course.steps();
            assertThat(steps[steps.length - 1]).isEqualTo(end);
            assertThat(steps.length).isGreaterThan(10);
        }
    }

    @Test
    void aLegKnowsWhichTimesAreItsOwn() {
        Leg leg = new Leg(5, 2, 1, 2.5, 4.5);
        assertThat(leg.inside(2)).isEqualTo(2.5);
        assertThat(leg.inside(5)).isEqualTo(4.5);
        assertThat(leg.inside(3)).isEqualTo(3);
        assertThat(Leg.of(5, 2).longestStep()).isEqualTo(3);
        assertThat(Leg.of(2, 5).longestStep()).isEqualTo(3);
        assertThat(Leg.of(2, 5).inside(99)).isEqualTo(99);
        assertThat(Legs.ONE.between(2, 5)).containsExactly(Leg.of(2, 5));
        assertThat(Legs.ONE.otherwise()).isSameAs(Legs.ONE);
    }
}
