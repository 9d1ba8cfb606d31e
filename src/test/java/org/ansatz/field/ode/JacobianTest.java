package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JacobianTest {

    private static final double[] AT = {0.7, 1.3};

    private static double[][] exact(WrittenEquations written, double t, double... y) {
        double[][] jacobian = new double[y.length][y.length];
        written.slopes().jacobian(t, y, jacobian);
        return jacobian;
    }

    private static void requireEqual(double[][] found, double[][] expected, double error) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(error));
        }
    }

    @Test
    void writtenEquationsAreDifferentiatedToRounding() {
        WrittenEquations brusselator = WrittenEquations.of(
                List.of("x' == 1 + x^2*y - 4*x", "y' == 3*x - x^2*y"), List.of("x(0) == 1", "y(0) == 1"));
        double x = AT[0];
        double y = AT[1];
        requireEqual(
                exact(brusselator, 0, AT), new double[][] {{2 * x * y - 4, x * x}, {3 - 2 * x * y, -x * x}}, 1e-15);
    }

    @Test
    void soAreEquationsOfHigherOrderThatAreNotSolvedForTheDerivative() {
        WrittenEquations pendulum =
                WrittenEquations.of(List.of("(2 + x^2)*x'' + x'*t + sin(x) == 0"), List.of("x(0) == 1", "x'(0) == 0"));
        double x = AT[0];
        double v = AT[1];
        double t = 0.4;
        double inertia = 2 + x * x;
        double byX = -Math.cos(x) / inertia + 2 * x * (v * t + Math.sin(x)) / (inertia * inertia);
        requireEqual(exact(pendulum, t, AT), new double[][] {{0, 1}, {byX, -t / inertia}}, 1e-15);
    }

    @Test
    void soAreEquationsThatAreMixed() {
        WrittenEquations mixed =
                WrittenEquations.of(List.of("x' + y' == x*y", "x' - 2*y' == x"), List.of("x(0) == 1", "y(0) == 1"));
        double x = AT[0];
        double y = AT[1];
        requireEqual(exact(mixed, 0, AT), new double[][] {{(2 * y + 1) / 3, 2 * x / 3}, {(y - 1) / 3, x / 3}}, 1e-15);
    }

    @Test
    void whatIsNotDifferentiatedIsTakenByDifferences() {
        WrittenEquations kinked = WrittenEquations.of(List.of("x' == -abs(x)"), List.of("x(0) == 1"));
        assertThat(exact(kinked, 0, 0.0)[0][0]).isCloseTo(-1, within(1e-6));
        WrittenEquations chosen = WrittenEquations.of(List.of("x' == if(x > 1, -x, x^2)"), List.of("x(0) == 1"));
        assertThat(exact(chosen, 0, 2.0)[0][0]).isCloseTo(-1, within(1e-12));
        assertThat(exact(chosen, 0, 0.5)[0][0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void differencesAreGoodToHalfTheDigits() {
        Reference robertson = Reference.stiff().get(0);
        double[] y = {0.9, 2e-5, 0.1};
        double[][] found = new double[3][3];
        Differences.jacobian(robertson.byHand(), 0, y, found);
        double[][] exact = exact(robertson.written(), 0, y);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(found[i][j]).isCloseTo(exact[i][j], within(1e-3 * Math.max(1, Math.abs(exact[i][j]))));
            }
        }
    }
}
