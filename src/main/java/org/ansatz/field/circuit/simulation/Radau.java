package org.ansatz.field.circuit.simulation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/** The method Radau IIA of order 5 (E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 1996, table IV.5.6). */
final class Radau {

    /** How many stages a step has. */
    static final int STAGES = 3;

    private static final double ROOT = Math.sqrt(6);

    private static final double[] AT = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};

    private static final double[][] INVERSE = new LUDecomposition(new Array2DRowRealMatrix(new double[][] {
                {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
                {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
                {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
            }))
            .getSolver()
            .getInverse()
            .getData();

    private static final double[] SLOPE_AT_START = slopeAtStart();

    private Radau() {}

    /** Where a stage lies in its step, from 0 to 1. */
    static double at(int stage) {
        return AT[stage];
    }

    /** An entry of the inverse of the coefficients: what the growth at a stage takes of what has grown up to another. */
    static double inverse(int stage, int of) {
        return INVERSE[stage][of];
    }

    /** What the growth at a step's start takes of the value at a stage, by the polynomial through the stages. */
    static double slopeAtStart(int stage) {
        return SLOPE_AT_START[stage];
    }

    /**
     * The polynomial that is 1 at one stage and 0 at the others.
     *
     * @param place in lengths of the step, from its start
     */
    static double polynomial(int stage, double place) {
        double value = 1;
        for (int k = 0; k < STAGES; k++) {
            value *= k == stage ? 1 : (place - AT[k]) / (AT[stage] - AT[k]);
        }
        return value;
    }

    /** The largest value, inside a step, of the polynomial through values at the stages; −∞ if it has none there but at its ends. */
    static double peak(double[] values) {
        double first = (values[1] - values[0]) / (AT[1] - AT[0]);
        double second = (values[2] - values[1]) / (AT[2] - AT[1]);
        double curvature = (second - first) / (AT[2] - AT[0]);
        double place = (AT[0] + AT[1]) / 2 - first / (2 * curvature);
        return curvature < 0 && place > 0 && place < 1
                ? values[0] + (place - AT[0]) * (first + curvature * (place - AT[1]))
                : Double.NEGATIVE_INFINITY;
    }

    private static double[] slopeAtStart() {
        double[] slopes = new double[STAGES];
        for (int j = 0; j < STAGES; j++) {
            for (int k = 0; k < STAGES; k++) {
                double product = k == j ? 0 : 1 / (AT[j] - AT[k]);
                for (int m = 0; m < STAGES; m++) {
                    product *= m == j || m == k ? 1 : -AT[m] / (AT[j] - AT[m]);
                }
                slopes[j] += product;
            }
        }
        return slopes;
    }
}
