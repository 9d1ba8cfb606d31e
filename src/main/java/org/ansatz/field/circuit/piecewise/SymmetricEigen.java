package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.solution.Work;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix by Jacobi's method (Golub and Van Loan, Matrix
 * Computations, 4th ed., section 8.5). Chosen because small eigenvalues of a positive definite matrix keep their relative
 * accuracy (Demmel and Veselić, SIAM J. Matrix Anal. Appl. 13, 1992, 1204–1245): circuits mix microseconds with hours.
 */
final class SymmetricEigen {

    private static final int MAX_SWEEPS = 60;

    /** Multiplications for each row or column that a rotation changes. */
    private static final double ROTATION = 12;

    private final double[][] a;
    private final double[][] vectors;

    /**
     * Of a symmetric matrix; it is not changed.
     *
     * @param work is told the multiplications of each sweep before it is made
     */
    SymmetricEigen(double[][] matrix, Work work) {
        int n = matrix.length;
        a = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < MAX_SWEEPS && rotated; sweep++) {
            work.multiply(ROTATION * n * n * n / 2);
            rotated = sweep();
        }
    }

    /** The eigenvalues, unsorted. */
    double[] values() {
        double[] values = new double[a.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a[i][i];
        }
        return values;
    }

    /** The eigenvectors, as columns. */
    double[][] vectors() {
        return vectors;
    }

    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                double small = 0x1p-54 * Math.sqrt(Math.abs(a[p][p] * a[q][q]));
                if (Math.abs(a[p][q]) > small) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
            double u = vectors[k][p];
            double v = vectors[k][q];
            vectors[k][p] = c * u - s * v;
            vectors[k][q] = s * u + c * v;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }
}
