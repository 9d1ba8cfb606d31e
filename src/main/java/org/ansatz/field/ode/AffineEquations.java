package org.ansatz.field.ode;

import org.ansatz.expression.evaluation.AffineTerms;

/** Equations whose form shows that they are linear in the highest derivatives, solved for these on doubles. */
final class AffineEquations {

    private static final int[] NO_MATCHING = {};

    private final AffineTerms residuals;
    private final int size;
    private final double[] inputs;
    private final LinearSystem system;
    private final int[] matching;
    private final double sign;

    /**
     * Equations at work.
     *
     * @param residuals as many as unknowns
     * @param inputs on how many variables they depend
     * @param system takes their coefficients
     */
    AffineEquations(AffineTerms residuals, int size, int inputs, LinearSystem system) {
        this.residuals = residuals;
        this.size = size;
        this.inputs = new double[inputs];
        this.system = system;
        matching = matching();
        sign = sign(matching);
    }

    /** The one unknown in each equation, if each has one of its own; otherwise nothing. */
    private int[] matching() {
        int[] columns = new int[size];
        boolean[] taken = new boolean[size];
        for (int row = 0; row < size; row++) {
            int found = 0;
            for (int column = 0; column < size; column++) {
                if (residuals.contains(row, column)) {
                    columns[row] = column;
                    found++;
                }
            }
            if (found != 1 || taken[columns[row]]) {
                return NO_MATCHING;
            }
            taken[columns[row]] = true;
        }
        return columns;
    }

    private static double sign(int[] permutation) {
        double sign = 1;
        for (int i = 0; i < permutation.length; i++) {
            for (int j = 0; j < i; j++) {
                sign = permutation[j] > permutation[i] ? -sign : sign;
            }
        }
        return sign;
    }

    /**
     * Solves for the highest derivatives.
     *
     * @return the determinant of their coefficients; 0 if it is that, or if something has no finite value
     */
    double solve(double t, double[] y, double[] highest) {
        if (!evaluated(t, y)) {
            return 0;
        }
        if (matching.length == 0) {
            double determinant = fill();
            System.arraycopy(system.solve(), 0, highest, 0, size);
            return determinant;
        }
        double determinant = sign;
        for (int row = 0; row < size; row++) {
            double coefficient = residuals.coefficient(row, matching[row]);
            determinant *= coefficient;
            highest[matching[row]] = -residuals.constant(row) / coefficient;
        }
        return determinant;
    }

    /** Gives the system the coefficients at (t, y); returns their determinant, 0 as above. */
    double fill(double t, double[] y) {
        return evaluated(t, y) ? fill() : 0;
    }

    private boolean evaluated(double t, double[] y) {
        inputs[0] = t;
        System.arraycopy(y, 0, inputs, 1, y.length);
        return residuals.evaluate(inputs);
    }

    private double fill() {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                system.set(row, column, residuals.coefficient(row, column));
            }
            system.set(row, -residuals.constant(row));
        }
        return system.factor();
    }
}
