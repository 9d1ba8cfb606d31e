package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InitialValueProblemTest {

    static List<Reference> references() {
        return Reference.all();
    }

    static List<Reference> stiff() {
        return Reference.stiff();
    }

    @ParameterizedTest
    @MethodSource("references")
    void theSolutionFollowsTheReference(Reference reference) {
        requireClose(reference, reference.problem());
    }

    @ParameterizedTest
    @MethodSource("references")
    void soItDoesWhereTheEquationsAreWritten(Reference reference) {
        requireClose(reference, reference.written().problem());
    }

    private static void requireClose(Reference reference, InitialValueProblem problem) {
        List<Reference.Row> rows = reference.rows();
        assertThat(rows).isNotEmpty();
        Trajectory solution = problem.solve(reference.end(), 1e-12);
        for (Reference.Row row : rows) {
            assertThat(solution.at(row.t())[row.component()])
                    .as(row.toString())
                    .isCloseTo(row.value(), within(reference.error()));
        }
    }

    @ParameterizedTest
    @MethodSource("stiff")
    void stiffProblemsAreSolvedToSixDigitsOfEveryComponent(Reference reference) {
        Trajectory solution = reference.problem().solve(reference.end(), 1e-9);
        assertThat(solution.difficulty()).isEqualTo(Difficulty.STIFF);
        assertThat(solution.evaluations()).isBetween(1000, 20_000);
        for (Reference.Row row : reference.rows()) {
            assertThat(solution.at(row.t())[row.component()])
                    .as(row.toString())
                    .isCloseTo(row.value(), withinPercentage(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void onlyStiffProblemsAreCalledStiff(Reference reference) {
        for (double tolerance : new double[] {1e-6, 1e-9, 1e-12}) {
            assertThat(reference.problem().solve(reference.end(), tolerance).difficulty())
                    .isEqualTo(
                            Reference.stiff().stream()
                                            .anyMatch(stiff -> stiff.name().equals(reference.name()))
                                    ? Difficulty.STIFF
                                    : Difficulty.NONE);
        }
    }

    @Test
    void backwardsItReturnsToTheStart() {
        Reference brusselator = Reference.all().get(4);
        InitialValueProblem forwards = brusselator.problem();
        double[] there = forwards.solve(3, 1e-12).at(3);
        double[] back = new InitialValueProblem(brusselator.byHand(), 3, there)
                .solve(0, 1e-12)
                .at(0);
        assertThat(back).containsExactly(new double[] {1.5, 3.0}, within(1e-8));
    }

    @Test
    void anEventIsLocatedToTheTolerance() {
        InitialValueProblem falling = new InitialValueProblem(
                (t, y, slopes) -> {
                    slopes[0] = y[1];
                    slopes[1] = -9.81;
                },
                0,
                new double[] {10, 0});
        Trajectory untilImpact = falling.solveUntil((t, y) -> y[0], 100, 1e-12);
        assertThat(untilImpact.end()).isCloseTo(Math.sqrt(2 * 10 / 9.81), within(1e-9));
    }

    @Test
    void betweenStepsTheSolutionIsInterpolatedToTheSameOrder() {
        Trajectory cosine = new InitialValueProblem(
                        (t, y, slopes) -> {
                            slopes[0] = y[1];
                            slopes[1] = -y[0];
                        },
                        0,
                        new double[] {1, 0})
                .solve(30, 1e-12);
        for (double t = 0; t <= 30; t += 0.01) {
            assertThat(cosine.at(t)[0]).isCloseTo(Math.cos(t), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-20, 9e-14, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aToleranceOutOfRangeIsRefused(double tolerance) {
        InitialValueProblem growing = new InitialValueProblem((t, y, slopes) -> slopes[0] = y[0], 0, new double[] {1});
        assertThatThrownBy(() -> growing.solve(1, tolerance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a tolerance is from 1.0E-13 to 1, not " + tolerance);
        assertThatThrownBy(() -> growing.solveUntil((t, y) -> y[0] - 2, 1, tolerance))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEndThatIsNoNumberAndSizesThatAreNoneAreRefused() {
        InitialValueProblem growing = new InitialValueProblem((t, y, slopes) -> slopes[0] = y[0], 0, new double[] {1});
        assertThatThrownBy(() -> growing.solve(Double.NaN, 1e-9)).hasMessageContaining("finite, but is NaN");
        assertThatThrownBy(() -> growing.solve(Double.POSITIVE_INFINITY, 1e-9))
                .hasMessageContaining("finite, but is Infinity");
        assertThatThrownBy(() -> growing.solve(1, 1e-9, new double[] {0}))
                .hasMessageContaining("the size of a component is positive, not 0.0");
        assertThatThrownBy(() -> growing.solve(1, 1e-9, new double[] {1, 1}))
                .hasMessageContaining("a size for each of the 1 components is needed, not 2");
    }

    @Test
    void aSolutionThatEscapesIsNotFollowed() {
        InitialValueProblem escaping =
                new InitialValueProblem((t, y, slopes) -> slopes[0] = y[0] * y[0], 0, new double[] {1});
        assertThatThrownBy(() -> escaping.solve(2, 1e-10))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("cannot be followed beyond t = 1.0000000000");
    }

    private static final double LAMBDA = 1e7;

    private static InitialValueProblem relaxing(double lambda) {
        return new InitialValueProblem(
                (t, y, slopes) -> slopes[0] = -lambda * (y[0] - Math.cos(t)), 0, new double[] {1});
    }

    /** x = (λ² cos t + λ sin t)/(λ² + 1) and what decays with λ. */
    private static double relaxed(double lambda, double t) {
        return (lambda * lambda * Math.cos(t) + lambda * Math.sin(t)) / (lambda * lambda + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e2, 1e3, 1e4, 1e5, 1e7, 1e9})
    void whatRelaxesQuicklyIsStiffAtEveryTolerance(double lambda) {
        for (double tolerance : new double[] {1e-6, 1e-8, 1e-10, 1e-12}) {
            Trajectory solution = relaxing(lambda).solve(100, tolerance);
            assertThat(solution.difficulty()).isEqualTo(Difficulty.STIFF);
            assertThat(solution.evaluations()).isLessThan(20_000);
            assertThat(solution.at(100)[0]).isCloseTo(relaxed(lambda, 100), within(100 * tolerance));
        }
    }

    @Test
    void betweenStepsAStiffSolutionIsInterpolated() {
        Trajectory solution = relaxing(LAMBDA).solve(30, 1e-12);
        for (double t = 0.01; t <= 30; t += 0.01) {
            assertThat(solution.at(t)[0]).isCloseTo(relaxed(LAMBDA, t), within(1e-11));
        }
    }

    @Test
    void anEventOfAStiffProblemIsLocatedToTheTolerance() {
        Trajectory untilZero = relaxing(LAMBDA).solveUntil((t, y) -> y[0], 100, 1e-12);
        assertThat(untilZero.difficulty()).isEqualTo(Difficulty.STIFF);
        assertThat(untilZero.end()).isCloseTo(Math.PI / 2 + Math.atan(1 / LAMBDA), within(1e-9));
        assertThat(untilZero.at(untilZero.end())[0]).isCloseTo(0, within(1e-9));
    }

    @Test
    void aStiffProblemIsSolvedBackwardsToo() {
        Trajectory back = new InitialValueProblem(
                        (t, y, slopes) -> slopes[0] = LAMBDA * (y[0] - Math.cos(t)), 0, new double[] {1})
                .solve(-50, 1e-10);
        assertThat(back.difficulty()).isEqualTo(Difficulty.STIFF);
        assertThat(back.at(-20)[0]).isCloseTo(relaxed(LAMBDA, 20), within(1e-9));
    }

    /** From just this start the solution is t + 1/λ, but every deviation grows, and steps beyond λ would damp it. */
    @Test
    void whatGrowsFastIsNotTakenForStiff() {
        InitialValueProblem unstable =
                new InitialValueProblem((t, y, slopes) -> slopes[0] = 1e3 * (y[0] - t), 0, new double[] {1e-3});
        assertThatThrownBy(() -> unstable.solve(50, 1e-10)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aStiffSolutionThatEscapesIsNotFollowed() {
        InitialValueProblem escaping = new InitialValueProblem(
                (t, y, slopes) -> {
                    slopes[0] = -1e5 * (y[0] - y[1]);
                    slopes[1] = y[0] * y[0];
                },
                0,
                new double[] {1, 1});
        assertThatThrownBy(() -> escaping.solve(2, 1e-10)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void fastOscillationsAreNotTakenForStiff() {
        InitialValueProblem oscillator = new InitialValueProblem(
                (t, y, slopes) -> {
                    slopes[0] = y[1];
                    slopes[1] = -1e6 * y[0];
                },
                0,
                new double[] {1, 0});
        assertThat(oscillator.solve(2, 1e-9).difficulty()).isEqualTo(Difficulty.NONE);
        assertThatThrownBy(() -> oscillator.solve(500, 1e-9))
                .hasMessageContaining("the interval is long for its oscillations");
    }

    @Test
    void startsThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> new InitialValueProblem((t, y, s) -> {}, 0, new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new InitialValueProblem((t, y, s) -> {}, 0, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
