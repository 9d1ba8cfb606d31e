package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;

/** Derivatives from values alone: central differences at four steps, extrapolated to step 0 (Richardson). */
final class CentralDifferences {

    private static final double LARGEST_STEP = 1.0 / 16;
    private static final int STEPS = 4;

    private CentralDifferences() {}

    /** The gradient of a function at a point. */
    static double[] gradient(ToDoubleFunction<double[]> function, double[] point) {
        double[] gradient = new double[point.length];
        for (int j = 0; j < point.length; j++) {
            gradient[j] = derivative(function, point.clone(), j);
        }
        return gradient;
    }

    private static double derivative(ToDoubleFunction<double[]> function, double[] x, int j) {
        double centre = x[j];
        double[] row = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            double step = Math.scalb(LARGEST_STEP, -k);
            x[j] = centre + step;
            double above = function.applyAsDouble(x);
            x[j] = centre - step;
            double below = function.applyAsDouble(x);
            double better = (above - below) / (2 * step);
            for (int order = 0; order < k; order++) {
                double previous = row[order];
                row[order] = better;
                better += (better - previous) / (Math.pow(4, order + 1) - 1);
            }
            row[k] = better;
        }
        return row[STEPS - 1];
    }

    /** Asserts that a gradient is that of the function. */
    static void check(String what, double[] gradient, ToDoubleFunction<double[]> function, double[] point) {
        double[] expected = gradient(function, point);
        assertThat(gradient).as(what).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(gradient[j])
                    .as("%s, entry %d", what, j)
                    .isCloseTo(expected[j], within(1e-9 * Math.max(1, Math.abs(expected[j]))));
        }
    }
}
