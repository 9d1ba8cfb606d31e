package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One step beside what the method makes of linear equations by its definition. */
final class RadauStagesTest {

    private static final int STAGES = RadauTableau.STAGES;

    private static RadauStages stages(RightSide f, double[][] jacobian, double h) {
        RadauStages stages = new RadauStages(f, jacobian.length);
        stages.factor(jacobian, h);
        return stages;
    }

    /** The stability function of the Radau IIA method of five stages: the Padé approximant of e^z with degrees 4 and 5. */
    private static double pade(double z) {
        double numerator = 1 + z * (4.0 / 9 + z * (1.0 / 12 + z * (1.0 / 126 + z / 3024)));
        double denominator = 1 - z * (5.0 / 9 - z * (5.0 / 36 - z * (5.0 / 252 - z * (5.0 / 3024 - z / 15120))));
        return numerator / denominator;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-3, -0.5, -1, -5, -100, -1e6, 0.5, 2})
    void aLinearEquationIsMultipliedByThePadeApproximant(double z) {
        double h = 0.25;
        double lambda = z / h;
        RadauStages stages = stages((t, y, f) -> f[0] = lambda * y[0], new double[][] {{lambda}}, h);
        assertThat(stages.solve(3, new double[] {2}, new double[STAGES][1], new double[] {1}, 1e-8, 1e-12))
                .isTrue();
        assertThat(2 + stages.increments()[STAGES - 1][0]).isCloseTo(2 * pade(z), within(2e-14 * (1 + pade(2))));
    }

    /** The equation turns, so that each of its two components stands in the other's slope; z is imaginary. */
    @Test
    void whatTurnsIsTurnedByTheAngleUpToTheTenthPower() {
        double h = 0.1;
        RightSide turning = (t, y, f) -> {
            f[0] = -y[1];
            f[1] = y[0];
        };
        RadauStages stages = stages(turning, new double[][] {{0, -1}, {1, 0}}, h);
        assertThat(stages.solve(0, new double[] {1, 0}, new double[STAGES][2], new double[] {1, 1}, 1e-10, 1e-14))
                .isTrue();
        assertThat(1 + stages.increments()[STAGES - 1][0]).isCloseTo(Math.cos(h), within(1e-15));
        assertThat(stages.increments()[STAGES - 1][1]).isCloseTo(Math.sin(h), within(1e-15));
        assertThat(stages.iterations()).isEqualTo(2);
    }

    /** With a Jacobian of 0 an iteration multiplies the error by hλA, whose largest eigenvalue is 0.1/6.29 = 0.016 here. */
    @Test
    void aWrongJacobianConvergesSlowlyAndSaysSo() {
        RadauStages stages = stages((t, y, f) -> f[0] = 0.1 * y[0], new double[][] {{0}}, 1);
        assertThat(stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 1e-10, 1e-14))
                .isTrue();
        assertThat(1 + stages.increments()[STAGES - 1][0]).isCloseTo(Math.exp(0.1), within(1e-10));
        assertThat(stages.rate()).isBetween(0.005, 0.025);
        assertThat(stages.iterations()).isBetween(5, 7);
    }

    /** What converges at this rate needs more than twelve iterations for that tolerance, which is seen long before the twelfth. */
    @Test
    void iterationsThatWouldNotEndInTimeAreGivenUpAtOnce() {
        int[] calls = new int[1];
        RightSide steep = (t, y, f) -> {
            calls[0]++;
            f[0] = -4 * y[0];
        };
        RadauStages stages = stages(steep, new double[][] {{0}}, 1);
        assertThat(stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 1e-12, 1e-15))
                .isFalse();
        assertThat(calls[0]).isLessThanOrEqualTo(4 * STAGES);
        assertThat(stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 0.3, 1e-15))
                .isTrue();
    }

    @Test
    void iterationsThatDivergeAreGivenUpAtTheSecond() {
        int[] calls = new int[1];
        RightSide steep = (t, y, f) -> {
            calls[0]++;
            f[0] = -100 * y[0];
        };
        RadauStages stages = stages(steep, new double[][] {{0}}, 1);
        assertThat(stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 1e9, 1e-15))
                .isFalse();
        assertThat(calls[0]).isEqualTo(2 * STAGES);
        assertThat(stages.rate()).isGreaterThan(1);
    }

    /** The rounding of corrections does not shrink, so that what is no larger ends the iterations well. */
    @Test
    void correctionsNoLargerThanRoundingAreGoodEnough() {
        RightSide steep = (t, y, f) -> f[0] = -100 * y[0];
        RadauStages stages = stages(steep, new double[][] {{0}}, 1);
        double[] tiny = {1e-6};
        assertThat(stages.solve(0, tiny, new double[STAGES][1], new double[] {1}, 1e-12, 1))
                .isTrue();
        assertThat(stages.solve(0, tiny, new double[STAGES][1], new double[] {1}, 1e-12, 1e-9))
                .isFalse();
    }

    @Test
    void whereNothingMovesOneIterationIsEnough() {
        RadauStages stages = stages((t, y, f) -> f[0] = 0, new double[][] {{0}}, 1);
        assertThat(stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 1e-12, 1e-15))
                .isTrue();
        assertThat(stages.iterations()).isEqualTo(1);
        assertThat(stages.rate()).isZero();
    }

    /** Corrections are measured in the scale of their component, as the root of the mean of their squares over all stages. */
    @Test
    void correctionsAreMeasuredInTheScaleOfTheirComponent() {
        RightSide f = (t, y, slopes) -> {
            slopes[0] = 0;
            slopes[1] = 0.1 * Math.cos(1 + y[1]);
        };
        RadauStages stages = stages(f, new double[2][2], 1);
        double[][] guess = new double[STAGES][2];
        assertThat(stages.solve(0, new double[2], guess, new double[] {1, 1e9}, 1e-9, 0))
                .isTrue();
        assertThat(stages.iterations()).isEqualTo(2);
        assertThat(stages.solve(0, new double[2], new double[STAGES][2], new double[] {1e9, 1}, 1e-13, 0))
                .isTrue();
        assertThat(stages.iterations()).isGreaterThan(2);
    }

    /**
     * The estimate is the difference to a quadrature of order 5 through the same nodes and the start: nothing for slopes that are
     * powers of t up to the fourth, and of order h⁶ for the fifth.
     */
    @Test
    void theErrorOfPowersUpToTheFourthIsNothing() {
        double h = 0.5;
        for (int power = 0; power <= 5; power++) {
            int exponent = power;
            RightSide f = (t, y, slopes) -> slopes[0] = Math.pow(t, exponent);
            RadauStages stages = stages(f, new double[][] {{0}}, h);
            stages.solve(0, new double[1], new double[STAGES][1], new double[] {1}, 1e-9, 1e-15);
            double[] slope = {power == 0 ? 1 : 0};
            double error = stages.error(slope)[0];
            if (power < 5) {
                assertThat(error).as("t^%d", power).isCloseTo(0, within(1e-15));
            } else {
                assertThat(Math.abs(error)).isCloseTo(Math.pow(h, 6) * fifth(), within(1e-15));
            }
        }
    }

    /**
     * By how much that quadrature misses ∫t⁵ over 0..1. The polynomial Π(t − cᵢ) is integrated to 0 by the method, which is right; the
     * other one makes of it its weight at the start, 1/α₀, times the value there.
     */
    private static double fifth() {
        double product = 1;
        for (double node : RadauTableau.NODES) {
            product *= node;
        }
        return product / RadauTableau.ALPHA[0];
    }

    /** For a stiff component the estimate is filtered: (α₀/h − λ)⁻¹ leaves of a slope of λ nothing but the state itself. */
    @Test
    void theErrorOfAStiffComponentIsFiltered() {
        double lambda = -1e8;
        double h = 1;
        RadauStages stages = stages((t, y, f) -> f[0] = lambda * y[0], new double[][] {{lambda}}, h);
        stages.solve(0, new double[] {1}, new double[STAGES][1], new double[] {1}, 1e-9, 1e-12);
        double[] slope = {lambda};
        double[] error = stages.error(slope);
        assertThat(error[0]).isCloseTo(lambda / (RadauTableau.ALPHA[0] / h - lambda), within(1e-5));
        assertThat(slope).containsExactly(lambda);
    }

    /** α₀I − hJ has a negative determinant where an odd number of real eigenvalues of hJ is above α₀ ≈ 6.29. */
    @Test
    void aStepThatWouldDampWhatGrowsIsKnown() {
        RightSide none = (t, y, f) -> {};
        assertThat(stages(none, new double[][] {{6.28}}, 1).followsGrowth()).isTrue();
        assertThat(stages(none, new double[][] {{6.29}}, 1).followsGrowth()).isFalse();
        assertThat(stages(none, new double[][] {{-6.28}}, -1).followsGrowth()).isTrue();
        assertThat(stages(none, new double[][] {{-6.29}}, -1).followsGrowth()).isFalse();
        assertThat(stages(none, new double[][] {{1, 0}, {0, 7}}, 1).followsGrowth())
                .isFalse();
        assertThat(stages(none, new double[][] {{-1, 0}, {0, -7}}, -1).followsGrowth())
                .isFalse();
        assertThat(stages(none, new double[][] {{1, 0}, {0, 6}}, 1).followsGrowth())
                .isTrue();
        assertThat(stages(none, new double[][] {{-1, 0}, {0, -6}}, -1).followsGrowth())
                .isTrue();
    }
}
