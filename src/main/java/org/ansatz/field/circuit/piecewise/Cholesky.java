package org.ansatz.field.circuit.piecewise;

/**
 * The factor Γ of a symmetric positive definite matrix, M = Γ Γᵀ (Golub and Van Loan, Matrix Computations, 4th ed.,
 * algorithm 4.2.1). It needs no pivoting and no threshold, so that picofarads and megohms stand side by side.
 */
final class Cholesky {

    private final double[][] factor;

    /**
     * Factors a matrix.
     *
     * @throws ArithmeticException if it is not positive definite
     */
    Cholesky(double[][] matrix) {
        int n = matrix.length;
        factor = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new ArithmeticException("the equations of the circuit are singular to rounding");
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    /** Solves Γ y = b in place. */
    void forwards(double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= factor[i][k] * b[k];
            }
            b[i] /= factor[i][i];
        }
    }

    /** Solves Γᵀ x = y in place. */
    void backwards(double[] y) {
        for (int i = y.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < y.length; k++) {
                y[i] -= factor[k][i] * y[k];
            }
            y[i] /= factor[i][i];
        }
    }

    /** Solves M X = B, column by column. */
    double[][] solve(double[][] b, int columns) {
        double[][] x = new double[b.length][columns];
        for (int c = 0; c < columns; c++) {
            double[] column = Matrices.column(b, c);
            forwards(column);
            backwards(column);
            for (int i = 0; i < column.length; i++) {
                x[i][c] = column[i];
            }
        }
        return x;
    }
}
