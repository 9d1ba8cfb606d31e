package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.junit.jupiter.api.Test;

final class RadauTest {

    private static final int STAGES = RadauTableau.STAGES;

    /** A⁻¹ of a collocation method turns the values of a polynomial without constant at the nodes into its slopes there. */
    @Test
    void theTransformationDiagonalizesCollocationAtTheNodes() {
        for (int power = 1; power <= STAGES; power++) {
            double[] w = new double[STAGES];
            for (int i = 0; i < STAGES; i++) {
                for (int j = 0; j < STAGES; j++) {
                    w[i] += RadauTableau.T_INVERSE[i][j] * Math.pow(RadauTableau.NODES[j], power);
                }
            }
            double[] turned = turned(w);
            for (int i = 0; i < STAGES; i++) {
                double slope = 0;
                for (int j = 0; j < STAGES; j++) {
                    slope += RadauTableau.T[i][j] * turned[j];
                }
                assertThat(slope).isCloseTo(power * Math.pow(RadauTableau.NODES[i], power - 1), within(1e-13));
            }
        }
    }

    private static double[] turned(double[] w) {
        double[] turned = new double[STAGES];
        turned[0] = RadauTableau.ALPHA[0] * w[0];
        for (int k = 1; k < RadauTableau.ALPHA.length; k++) {
            double u = w[2 * k - 1];
            double v = w[2 * k];
            turned[2 * k - 1] = RadauTableau.ALPHA[k] * u - RadauTableau.BETA[k] * v;
            turned[2 * k] = RadauTableau.BETA[k] * u + RadauTableau.ALPHA[k] * v;
        }
        return turned;
    }

    /** The end of the step is integrated exactly up to degree 8, which sets the nodes apart from any others. */
    @Test
    void quadratureIsOfOrderNine() {
        for (int power = 0; power <= 8; power++) {
            double exponent = power;
            assertThat(end((t, y, f) -> f[0] = Math.pow(t, exponent), new double[] {0}, 1, 1)[0])
                    .isCloseTo(1 / (exponent + 1), within(1e-14));
        }
        assertThat(end((t, y, f) -> f[0] = Math.pow(t, 9), new double[] {0}, 1, 1)[0])
                .isNotCloseTo(0.1, within(1e-9));
    }

    @Test
    void halvingTheStepDividesTheErrorByTwoToTheNinth() {
        RightSide growing = (t, y, f) -> f[0] = y[0];
        List<Double> orders = orders(growing, 1, Math::exp, 4, 4);
        assertThat(orders).allSatisfy(order -> assertThat(order).isCloseTo(9, within(0.2)));
        RightSide logistic = (t, y, f) -> f[0] = y[0] * (1 - y[0]);
        List<Double> others = orders(logistic, 0.1, t -> 1 / (1 + 9 * Math.exp(-t)), 4, 2);
        assertThat(others).allSatisfy(order -> assertThat(order).isCloseTo(9, within(0.2)));
    }

    /** Where λ is far above 1/h, the order is that of the stages, 5, in h, and 1 in 1/λ. */
    @Test
    void forStiffEquationsTheOrderIsThatOfTheStages() {
        RightSide stiff = (t, y, f) -> f[0] = -1e6 * (y[0] - Math.cos(t)) - Math.sin(t);
        List<Double> orders = orders(stiff, 1, Math::cos, 4, 4);
        assertThat(orders).allSatisfy(order -> assertThat(order).isBetween(4.5, 7.0));
    }

    /** Binary logarithms of the ratios of errors at steps of 1/n, 1/2n, 1/4n of the interval. */
    private static List<Double> orders(RightSide f, double initial, DoubleUnaryOperator exact, double end, int steps) {
        double[] errors = new double[3];
        for (int k = 0; k < errors.length; k++) {
            double found = end(f, new double[] {initial}, end, steps << k)[0];
            errors[k] = Math.abs(found - exact.applyAsDouble(end));
        }

        return List.of(log2(errors[0] / errors[1]), log2(errors[1] / errors[2]));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** From t = 0, in steps of equal length. */
    private static double[] end(RightSide f, double[] initial, double end, int steps) {
        double h = end / steps;
        double[] y = initial.clone();
        double[] scale = new double[y.length];
        Arrays.fill(scale, 1);
        double[][] jacobian = new double[y.length][y.length];
        RadauStages stages = new RadauStages(f, y.length);
        for (int k = 0; k < steps; k++) {
            Differences.jacobian(f, k * h, y, jacobian);
            stages.factor(jacobian, h);
            double[][] increments = new double[STAGES][y.length];
            boolean solved = false;
            for (int attempt = 0; attempt < 200 && !solved; attempt++) {
                solved = stages.solve(k * h, y, increments, scale, 1e-14, 1e-12);
            }
            assertThat(solved).isTrue();
            for (int j = 0; j < y.length; j++) {
                y[j] += stages.increments()[STAGES - 1][j];
            }
        }
        return y;
    }

    /** The error estimate is of the order of the fifth power of the step and one more. */
    @Test
    void theErrorEstimateGoesByTheSixthPower() {
        RightSide decaying = (t, y, f) -> f[0] = -y[0] * y[0] * y[0] / 2;
        double ratio = estimate(decaying, 0.1) / estimate(decaying, 0.05);
        assertThat(log2(ratio)).isBetween(5.5, 6.5);
    }

    private static double estimate(RightSide f, double h) {
        double[] y = {1};
        double[][] jacobian = new double[1][1];
        Differences.jacobian(f, 0, y, jacobian);
        RadauStages stages = new RadauStages(f, 1);
        stages.factor(jacobian, h);
        stages.solve(0, y, new double[STAGES][1], new double[] {1}, 1e-15, 1e-14);
        double[] slope = new double[1];
        f.slopes(0, y, slope);
        return Math.abs(stages.error(slope)[0]);
    }
}
