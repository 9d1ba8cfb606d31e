package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.ansatz.field.ode.SplitLegs.Stretch;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.junit.jupiter.api.Test;

/** Solutions over several legs, with impulses between them. */
final class LegsOfSolutionsTest {

    private static final double TOLERANCE = 1e-10;

    /** Legs that end at these times, in whichever direction they are followed. */
    private static Legs ending(double... times) {
        return (start, end) -> {
            boolean down = end < start;
            List<Leg> legs = new ArrayList<>();
            double from = start;
            for (int i = 0; i < times.length; i++) {
                double at = down ? times[times.length - 1 - i] : times[i];
                if (down ? at < from && at > end : at > from && at < end) {
                    legs.add(Leg.of(from, at));
                    from = at;
                }
            }
            legs.add(Leg.of(from, end));
            return legs;
        };
    }

    /** One that adds a number to the first component at each of these times. */
    private record Kicks(double by, List<Double> times) implements Impulses {
        @Override
        public double[] after(double time, double[] before) {
            double[] after = before.clone();
            after[0] += times.contains(time) ? by : 0;
            return after;
        }
    }

    private static InitialValueProblem kicked(double start, RightSide f, Double... times) {
        double[] ends = List.of(times).stream().mapToDouble(time -> time).toArray();
        return new InitialValueProblem(
                f, start, new double[] {1}, ending(ends), Passages.NONE, new Kicks(10, List.of(times)));
    }

    private static final RightSide REST = (t, y, f) -> {};

    @Test
    void anImpulseCountsFromItsInstantOn() {
        Trajectory solution = kicked(0, REST, 1.0, 2.0).solve(3, TOLERANCE);
        assertThat(solution.at(0)).containsExactly(1);
        assertThat(solution.at(0.999)).containsExactly(1);
        assertThat(solution.at(1)[0]).isCloseTo(11, within(1e-12));
        assertThat(solution.at(1.999)[0]).isCloseTo(11, within(1e-12));
        assertThat(solution.at(2)[0]).isCloseTo(21, within(1e-12));
        assertThat(solution.at(3)[0]).isCloseTo(21, within(1e-12));
        assertThat(solution.corners()).containsExactly(1, 2, 3);
    }

    @Test
    void soItDoesAtTheStartAndAtTheEnd() {
        assertThat(kicked(1, REST, 1.0).solve(3, TOLERANCE).at(1)).containsExactly(11);
        assertThat(kicked(1, REST, 1.0).solve(3, TOLERANCE).at(3)).containsExactly(11);
        assertThat(kicked(1, REST, 1.0).solve(1, TOLERANCE).at(1)).containsExactly(11);
        assertThat(kicked(0, REST, 3.0).solve(3, TOLERANCE).at(3)).containsExactly(11);
        assertThat(kicked(0, REST, 3.0).solve(3, TOLERANCE).at(2.9)).containsExactly(1);
    }

    @Test
    void backwardsNoImpulseIsPassed() {
        assertThatThrownBy(() -> kicked(3, REST, 1.0).solve(0, TOLERANCE))
                .hasMessageContaining("not followed backwards over an impulse");
        assertThat(kicked(3, REST, 3.0).solve(0, TOLERANCE).at(0)).containsExactly(1);
        assertThat(kicked(3, REST, 3.0).solve(0, TOLERANCE).at(3)).containsExactly(1);
        assertThat(kicked(3, REST, 0.0).solve(0, TOLERANCE).at(0)).containsExactly(1);
        assertThat(kicked(3, REST, -1.0, 4.0).solve(0, TOLERANCE).at(0)).containsExactly(1);
    }

    @Test
    void aSolutionThatGoesNowhereIsItsStart() {
        Trajectory rest = new InitialValueProblem((t, y, f) -> f[0] = 1, 2, new double[] {5}).solve(2, TOLERANCE);
        assertThat(rest.at(2)).containsExactly(5);
        assertThat(rest.end()).isEqualTo(2);
        assertThat(rest.evaluations()).isZero();
        assertThat(rest.steps()).isEmpty();
    }

    /** t² up to 1, then t² − 1 + 10 and so on; the event is in the second or in the third leg. */
    @Test
    void anEventEndsItInTheLegInWhichItOccurs() {
        InitialValueProblem problem = kicked(0, (t, y, f) -> f[0] = 2 * t, 1.0, 2.0, 3.0);
        Trajectory second = problem.solveUntil((t, y) -> y[0] - 13, 9, TOLERANCE);
        assertThat(second.end()).isCloseTo(Math.sqrt(2), within(1e-8));
        assertThat(second.at(second.end())[0]).isCloseTo(13, within(1e-8));
        Trajectory third = problem.solveUntil((t, y) -> y[0] - 27.25, 9, TOLERANCE);
        assertThat(third.end()).isCloseTo(2.5, within(1e-8));
        Trajectory never = problem.solveUntil((t, y) -> y[0] + 1, 4, TOLERANCE);
        assertThat(never.end()).isEqualTo(4);
        assertThat(never.at(4)[0]).isCloseTo(47, within(1e-8));
    }

    @Test
    void anEventOfAStiffLegEndsItToo() {
        RightSide relaxing = (t, y, f) -> f[0] = -1e6 * (y[0] - Math.cos(t)) - Math.sin(t);
        InitialValueProblem problem = new InitialValueProblem(relaxing, 0, new double[] {1}, ending(1));
        Trajectory solution = problem.solveUntil((t, y) -> y[0], 50, TOLERANCE);
        assertThat(solution.difficulty()).isEqualTo(Difficulty.STIFF);
        assertThat(solution.end()).isCloseTo(Math.PI / 2, within(1e-7));
        Trajectory never = problem.solveUntil((t, y) -> y[0] - 2, 50, TOLERANCE);
        assertThat(never.end()).isEqualTo(50);
        assertThat(never.difficulty()).isEqualTo(Difficulty.STIFF);
    }

    /** What one leg was difficult for is said of the whole, wherever that was. */
    @Test
    void aDifficultyOfOneLegIsThatOfTheSolution() {
        RightSide first = (t, y, f) -> f[0] = t < 50 ? -1e6 * (y[0] - Math.cos(t)) - Math.sin(t) : -y[0];
        assertThat(new InitialValueProblem(first, 0, new double[] {1}, ending(50))
                        .solve(51, TOLERANCE)
                        .difficulty())
                .isEqualTo(Difficulty.STIFF);
        RightSide second = (t, y, f) -> f[0] = t >= 1 ? -1e6 * (y[0] - Math.cos(t)) - Math.sin(t) : -Math.sin(t);
        assertThat(new InitialValueProblem(second, 0, new double[] {1}, ending(1))
                        .solve(51, TOLERANCE)
                        .difficulty())
                .isEqualTo(Difficulty.STIFF);
    }

    /** The stages leave the region of the root; the implicit method stays inside it. y = (1 − t)², of which y' = −2√y. */
    @Test
    void whereStagesHaveNoValueTheImplicitMethodGoesOn() {
        RightSide draining = (t, y, f) -> {
            if (y[0] < 0) {
                throw new ArithmeticException("negative");
            }
            f[0] = -2 * Math.sqrt(y[0]) + (t > 0.9999 ? 1e-3 : 0);
        };
        Trajectory solution = new InitialValueProblem(draining, 0, new double[] {1}).solve(0.999, TOLERANCE);
        assertThat(solution.at(0.999)[0]).isCloseTo(1e-6, within(1e-9));
    }

    /** At the end of a leg the equations are still its own: the jump is that of the next one. */
    @Test
    void onALegTheEquationsAreItsOwnUpToItsEnds() {
        List<Double> asked = new ArrayList<>();
        Legs jumping = (start, end) -> List.of(
                new Leg(0, 1, 1, Double.NEGATIVE_INFINITY, Math.nextDown(1.0)),
                new Leg(1, 2, 1, 1, Double.POSITIVE_INFINITY));
        RightSide f = (t, y, slopes) -> {
            asked.add(t);
            slopes[0] = t >= 1 ? 3 : 1;
        };
        Trajectory solution = new InitialValueProblem(f, 0, new double[1], jumping).solve(2, TOLERANCE);
        assertThat(solution.at(1)[0]).isCloseTo(1, within(1e-14));
        assertThat(solution.at(2)[0]).isCloseTo(4, within(1e-14));
        assertThat(asked).contains(Math.nextDown(1.0));
    }

    @Test
    void aLegEndsBetweenTwoTimesOrAtThem() {
        InitialValueProblem problem = new InitialValueProblem(REST, 0, new double[1], ending(2, 5));
        assertThat(problem.endsLeg(1, 3, 8)).isTrue();
        assertThat(problem.endsLeg(3, 1, 8)).isTrue();
        assertThat(problem.endsLeg(2, 3, 8)).isTrue();
        assertThat(problem.endsLeg(1, 2, 8)).isTrue();
        assertThat(problem.endsLeg(4, 6, 8)).isTrue();
        assertThat(problem.endsLeg(2.1, 4.9, 8)).isFalse();
        assertThat(problem.endsLeg(7, 9, 8)).isFalse();
        assertThat(problem.endsLeg(0, 1.9, 8)).isFalse();
        assertThat(problem.start()).isZero();
    }

    private static List<Leg> split(Legs whole, double start, double end, Stretch... stretches) {
        return new SplitLegs(whole, List.of(stretches), false).between(start, end);
    }

    private static List<Double> ends(List<Leg> legs) {
        return legs.stream().map(Leg::to).toList();
    }

    @Test
    void legsEndBesideAStretch() {
        Stretch jump = new Stretch(List.of(2.0, 2.5), false);
        assertThat(ends(split(Legs.ONE, 0, 8, jump))).containsExactly(2.0, 2.5, 8.0);
        assertThat(split(Legs.ONE, 0, 8, jump).get(1).from()).isEqualTo(2);
        assertThat(split(Legs.ONE, 0, 8, jump).get(2).from()).isEqualTo(2.5);
        assertThat(split(Legs.ONE, 0, 8, jump).get(1).longestStep()).isEqualTo(8);
        Stretch back = new Stretch(List.of(-2.0, -2.5), false);
        assertThat(ends(split(Legs.ONE, 0, -8, back))).containsExactly(-2.0, -2.5, -8.0);
        assertThat(ends(split(ending(1, 3), 0, 8, jump))).containsExactly(1.0, 2.0, 2.5, 3.0, 8.0);
        assertThat(ends(split(Legs.ONE, 0, 2.2, jump))).containsExactly(2.0, 2.2);
        assertThat(ends(split(Legs.ONE, 2.2, 8, jump))).containsExactly(2.5, 8.0);
    }

    /** A leg that would be shorter than 1e-13 of the whole is left out. */
    @Test
    void noLegIsShorterThanAPartOfTheWhole() {
        double short1 = 8 * 0.9e-13;
        double long1 = 8 * 1.2e-13;
        assertThat(ends(split(Legs.ONE, 0, 8, new Stretch(List.of(short1, 4.0), false))))
                .containsExactly(4.0, 8.0);
        assertThat(ends(split(Legs.ONE, 0, 8, new Stretch(List.of(long1, 4.0), false))))
                .containsExactly(long1, 4.0, 8.0);
        assertThat(ends(split(Legs.ONE, -8, 0, new Stretch(List.of(-4.0, -short1), false))))
                .containsExactly(-4.0, 0.0);
        assertThat(ends(split(Legs.ONE, -8, 0, new Stretch(List.of(-4.0, -long1), false))))
                .containsExactly(-4.0, -long1, 0.0);
        assertThat(ends(split(Legs.ONE, 0, -8, new Stretch(List.of(-short1, -4.0), false))))
                .containsExactly(-4.0, -8.0);
        assertThat(ends(split(Legs.ONE, 0, -8, new Stretch(List.of(-long1, -4.0), false))))
                .containsExactly(-long1, -4.0, -8.0);
    }

    /** Of a jump the other solution goes across in a leg that is longer by four times its length on either side, of a pulse in half as many. */
    @Test
    void theOtherSolutionGoesAcrossInLongerLegs() {
        Stretch jump = new Stretch(List.of(2.0, 2.5), false);
        assertThat(ends(new SplitLegs(Legs.ONE, List.of(jump), false)
                        .otherwise()
                        .between(-8, 8)))
                .containsExactly(0.0, 4.5, 8.0);
        assertThat(ends(new SplitLegs(Legs.ONE, List.of(jump), true).otherwise().between(-8, 8)))
                .containsExactly(2.0, 2.5, 8.0);
        assertThat(new Stretch(List.of(1.0, 2.0, 3.0, 4.0, 5.0), true).otherwise())
                .containsExactly(1.0, 3.0, 5.0);
        assertThat(new Stretch(List.of(1.0, 2.0, 3.0, 4.0), true).otherwise()).containsExactly(1.0, 3.0, 4.0);
    }

    @Test
    void legsEndAtTimesBesides() {
        assertThat(ends(new LegsTo(Legs.ONE, List.of(0.0, 2.0, 3.0, 8.0, 9.0)).between(0, 8)))
                .containsExactly(2.0, 3.0, 8.0);
        assertThat(ends(new LegsTo(ending(2.5), List.of(2.0, 3.0)).between(0, 8)))
                .containsExactly(2.0, 2.5, 3.0, 8.0);
        List<Leg> legs = new LegsTo(ending(2.5), List.of(2.0)).between(0, 8);
        assertThat(legs.get(0).from()).isZero();
        assertThat(legs.get(1).from()).isEqualTo(2);
        assertThat(legs.get(2).from()).isEqualTo(2.5);
        assertThat(legs.get(2).longestStep()).isEqualTo(5.5);
        assertThat(ends(new LegsTo(Legs.ONE, List.of(2.0)).otherwise().between(0, 8)))
                .containsExactly(2.0, 8.0);
    }

    /** A leg that ends within 1e-12 of the whole of such a time ends there instead. */
    @Test
    void aLegThatEndsNearATimeEndsThereInstead() {
        double near = 2 + 8 * 0.9e-12;
        double far = 2 + 8 * 1.1e-12;
        assertThat(ends(new LegsTo(ending(2), List.of(near)).between(0, 8))).containsExactly(near, 8.0);
        assertThat(ends(new LegsTo(ending(2), List.of(far)).between(0, 8))).containsExactly(2.0, far, 8.0);
        assertThat(ends(new LegsTo(ending(near), List.of(2.0)).between(0, 8))).containsExactly(2.0, 8.0);
        assertThat(ends(new LegsTo(ending(far), List.of(2.0)).between(0, 8))).containsExactly(2.0, far, 8.0);
        assertThat(ends(new LegsTo(Legs.ONE, List.of(Math.nextDown(8.0))).between(0, 8)))
                .hasSize(2);
    }

    @Test
    void impulsesThatAreLaterAreThoseAfterAnInstant() {
        Impulses later = new Kicks(10, List.of(1.0, 2.0, 3.0)).later(2);
        assertThat(later.times()).containsExactly(3.0);
        assertThat(later.after(2, new double[] {5})).containsExactly(5);
        assertThat(later.after(3, new double[] {5})).containsExactly(15);
        assertThat(Impulses.NONE.times()).isEmpty();
        assertThat(Impulses.NONE.after(3, new double[] {5})).containsExactly(5);
    }

    /** A leg of less than 1e-10 of the whole is walked in short steps, however steep: so a jump is gone across. */
    @Test
    void aShortLegIsNotCalledStiff() {
        for (double direction : new double[] {1, -1}) {
            assertThat(steep(0.9e-10 * direction).difficulty()).isEqualTo(Difficulty.NONE);
            assertThat(steep(1.2e-10 * direction).difficulty()).isEqualTo(Difficulty.STIFF);
        }
    }

    /** Over a way of one an equation that is steep on the first leg alone. */
    private static Trajectory steep(double leg) {
        double way = Math.signum(leg);
        double steepness = 1e5 / leg;
        RightSide f = (t, y, slopes) -> slopes[0] = way * (t - leg) <= 0 ? -steepness * (y[0] - 1) : 0;
        return new InitialValueProblem(f, 0, new double[] {2}, ending(leg)).solve(way, TOLERANCE);
    }

    /** The sign of an event is looked at 64 times on the way: it is not seen where it changes twice in between. */
    @Test
    void anEventIsLookedForInSixtyFourParts() {
        RightSide even = (t, y, f) -> f[0] = 1;
        InitialValueProblem problem = new InitialValueProblem(even, 0, new double[1]);
        Trajectory seen = problem.solveUntil((t, y) -> (y[0] - 32.1) * (y[0] - 33.2), 64, TOLERANCE);
        assertThat(seen.end()).isCloseTo(32.1, within(1e-8));
        RightSide stiff = (t, y, f) -> f[0] = 1 - 1e6 * (y[0] - t);
        InitialValueProblem steep = new InitialValueProblem(stiff, 0, new double[1]);
        Trajectory found = steep.solveUntil((t, y) -> (y[0] - 32.1) * (y[0] - 33.2), 64, TOLERANCE);
        assertThat(found.difficulty()).isEqualTo(Difficulty.STIFF);
        assertThat(found.end()).isCloseTo(32.1, within(1e-8));
    }

    @Test
    void theOtherSolutionHasTheOtherLegs() {
        Legs other = ending(3);
        Legs legs = new Legs() {
            @Override
            public List<Leg> between(double start, double end) {
                return ending(2).between(start, end);
            }

            @Override
            public Legs otherwise() {
                return other;
            }
        };
        InitialValueProblem problem = new InitialValueProblem(REST, 0, new double[1], legs);
        assertThat(problem.solve(8, TOLERANCE).corners()).containsExactly(2, 8);
        assertThat(problem.otherwise().solve(8, TOLERANCE).corners()).containsExactly(3, 8);
        assertThat(ends(new SplitLegs(legs, List.of(new Stretch(List.of(5.0, 6.0), true)), false)
                        .otherwise()
                        .between(0, 8)))
                .containsExactly(3.0, 5.0, 6.0, 8.0);
        assertThat(ends(new LegsTo(legs, List.of(5.0)).otherwise().between(0, 8)))
                .containsExactly(3.0, 5.0, 8.0);
    }
}
