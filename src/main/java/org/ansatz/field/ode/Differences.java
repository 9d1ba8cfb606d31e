package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.RightSide;

/** Derivatives by differences. */
final class Differences {

    private static final double LEAST_SIZE = 1e-5;

    private Differences() {}

    /** The Jacobian by forward differences, with increments that balance rounding and curvature (Hairer's RADAU5). */
    static void jacobian(RightSide rightSide, double t, double[] y, double[][] jacobian) {
        int size = y.length;
        double[] here = new double[size];
        double[] there = new double[size];
        rightSide.slopes(t, y, here);
        double[] moved = y.clone();
        for (int j = 0; j < size; j++) {
            double step = Math.sqrt(Math.ulp(1.0) * Math.max(LEAST_SIZE, Math.abs(y[j])));
            moved[j] = y[j] + step;
            step = moved[j] - y[j];
            rightSide.slopes(t, moved, there);
            for (int i = 0; i < size; i++) {
                jacobian[i][j] = (there[i] - here[i]) / step;
            }
            moved[j] = y[j];
        }
    }
}
