package org.ansatz.field.circuit.piecewise;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/** The map F from the voltages of the capacitors to those one period later. */
final class StateMap {

    private static final int SQUARINGS = 40;

    private final Simulation simulation;
    private final double period;

    StateMap(Simulation simulation, double period) {
        this.simulation = simulation;
        this.period = period;
    }

    /** F. */
    double[] of(double[] volts) {
        return simulation.run(volts, period, period).last();
    }

    /**
     * F' by differences.
     *
     * @param mapped F at {@code volts}
     * @param step in volts, of either sign
     */
    double[][] slope(double[] volts, double[] mapped, double step) {
        int n = volts.length;
        double[][] slope = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] moved = volts.clone();
            moved[j] += step;
            double[] after = of(moved);
            for (int i = 0; i < n; i++) {
                slope[i][j] = (after[i] - mapped[i]) / (moved[j] - volts[j]);
            }
        }
        return slope;
    }

    /** Newton's next guess at a fixed point; {@code mapped} itself where F' − 1 is singular. */
    static double[] newton(double[] volts, double[] mapped, double[][] slope) {
        int n = volts.length;
        if (n == 0) {
            return mapped;
        }
        double[][] matrix = new double[n][n];
        double[] right = mapped.clone();
        Matrices.add(right, -1, volts);
        for (int i = 0; i < n; i++) {
            Matrices.add(matrix[i], -1, slope[i]);
            matrix[i][i] += 1;
        }
        try {
            double[] guess = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), Double.MIN_NORMAL)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
            Matrices.add(guess, 1, volts);
            return guess;
        } catch (SingularMatrixException e) {
            return mapped;
        }
    }

    /** The spectral radius: the limit of ‖A^(2^k)‖^(2^−k) (I. Gelfand, Normierte Ringe, 1941). */
    static double radius(double[][] a) {
        int n = a.length;
        double[][] power = a;
        double logarithm = 0;
        double share = 1;
        for (int k = 0; k < SQUARINGS; k++) {
            double norm = 0;
            for (double[] row : power) {
                norm = Math.max(norm, Matrices.largest(row));
            }
            if (norm == 0) {
                return 0;
            }
            logarithm += share * Math.log(norm);
            share /= 2;
            double[][] square = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    Matrices.add(square[i], power[i][j] / norm, Matrices.scaled(power[j], 1 / norm));
                }
            }
            power = square;
        }
        return Math.exp(logarithm);
    }

    /** The largest difference of two states. */
    static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance;
    }
}
