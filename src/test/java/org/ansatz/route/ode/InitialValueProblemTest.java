package org.ansatz.route.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InitialValueProblemTest {

    /**
     * A problem of the reference table.
     *
     * @param error permitted at every listed time at tolerance 1e-12; larger where neighbouring solutions part quickly
     */
    private record Reference(
            String name, InitialValueProblem.RightSide rightSide, double start, List<Double> initial, double error) {
        InitialValueProblem problem() {
            return new InitialValueProblem(
                    rightSide,
                    start,
                    initial.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Reference> references() {
        InitialValueProblem.RightSide exam = (t, y, slopes) -> slopes[0] = 1 - y[0] / t;
        return List.of(
                new Reference("exam_x0.5", exam, 1, List.of(0.5), 1e-13),
                new Reference("exam_x1", exam, 1, List.of(1.0), 1e-12),
                new Reference(
                        "orbit_e0.5", InitialValueProblemTest::orbit, 0, List.of(0.5, 0.0, 0.0, Math.sqrt(3)), 1e-9),
                // The largest Lyapunov exponent is about 0.9: a deviation grows by e^18 up to t = 20.
                new Reference("lorenz", InitialValueProblemTest::lorenz, 0, List.of(1.0, 1.0, 1.0), 1e-5),
                new Reference("brusselator", InitialValueProblemTest::brusselator, 0, List.of(1.5, 3.0), 1e-10),
                new Reference("vdp5", InitialValueProblemTest::vanDerPol, 0, List.of(2.0, 0.0), 1e-9));
    }

    private static void orbit(double t, double[] y, double[] slopes) {
        double cube = Math.pow(y[0] * y[0] + y[1] * y[1], 1.5);
        slopes[0] = y[2];
        slopes[1] = y[3];
        slopes[2] = -y[0] / cube;
        slopes[3] = -y[1] / cube;
    }

    private static void lorenz(double t, double[] y, double[] slopes) {
        slopes[0] = 10 * (y[1] - y[0]);
        slopes[1] = y[0] * (28 - y[2]) - y[1];
        slopes[2] = y[0] * y[1] - 8.0 / 3 * y[2];
    }

    private static void brusselator(double t, double[] y, double[] slopes) {
        slopes[0] = 1 + y[0] * y[0] * y[1] - 4 * y[0];
        slopes[1] = 3 * y[0] - y[0] * y[0] * y[1];
    }

    private static void vanDerPol(double t, double[] y, double[] slopes) {
        slopes[0] = y[1];
        slopes[1] = 5 * (1 - y[0] * y[0]) * y[1] - y[0];
    }

    @ParameterizedTest
    @MethodSource("references")
    void theSolutionFollowsTheReference(Reference reference) {
        List<String[]> rows = Golden.rows("ode/reference.csv").stream()
                .filter(row -> row[0].equals(reference.name()))
                .toList();
        assertThat(rows).isNotEmpty();
        double end = Double.parseDouble(rows.get(rows.size() - 1)[1]);
        Trajectory solution = reference.problem().solve(end, 1e-12);
        for (String[] row : rows) {
            double t = Double.parseDouble(row[1]);
            assertThat(solution.at(t)[Integer.parseInt(row[2])])
                    .as("component " + row[2] + " at t = " + t)
                    .isCloseTo(Double.parseDouble(row[3]), within(reference.error()));
        }
    }

    @Test
    void backwardsItReturnsToTheStart() {
        InitialValueProblem forwards = references().get(4).problem();
        double[] there = forwards.solve(3, 1e-12).at(3);
        double[] back = new InitialValueProblem(InitialValueProblemTest::brusselator, 3, there)
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

    @Test
    void aSolutionThatEscapesIsNotFollowed() {
        InitialValueProblem escaping =
                new InitialValueProblem((t, y, slopes) -> slopes[0] = y[0] * y[0], 0, new double[] {1});
        assertThatThrownBy(() -> escaping.solve(2, 1e-10))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("cannot be followed beyond t = 1.0000000000");
    }

    @Test
    void aStiffProblemIsReportedAsSuch() {
        InitialValueProblem stiff =
                new InitialValueProblem((t, y, slopes) -> slopes[0] = -1e7 * (y[0] - Math.cos(t)), 0, new double[] {1});
        assertThatThrownBy(() -> stiff.solve(100, 1e-10)).hasMessageContaining("stiff");
    }

    @Test
    void startsThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> new InitialValueProblem((t, y, s) -> {}, 0, new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new InitialValueProblem((t, y, s) -> {}, 0, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
