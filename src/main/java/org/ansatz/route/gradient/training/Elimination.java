package org.ansatz.route.gradient.training;

import org.jspecify.annotations.Nullable;

/** Small systems of linear equations, by elimination with partial pivoting. */
final class Elimination {

    /** Pivots this much smaller than the largest entry are taken for rounding errors. */
    private static final double NEGLIGIBLE = 1e-14;

    private Elimination() {}

    /**
     * Solves A·x = b.
     *
     * @param a rows of A, overwritten
     * @param b overwritten
     * @return x, or null if A is singular
     */
    static double @Nullable [] solve(double[][] a, double[] b) {
        int n = b.length;
        double negligible = NEGLIGIBLE * largest(a);
        for (int k = 0; k < n; k++) {
            int pivot = pivot(a, k);
            if (!(Math.abs(a[pivot][k]) > negligible)) {
                return null;
            }
            exchange(a, b, k, pivot);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        return substituted(a, b);
    }

    private static double largest(double[][] a) {
        double largest = 0;
        for (double[] row : a) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    private static int pivot(double[][] a, int column) {
        int pivot = column;
        for (int i = column + 1; i < a.length; i++) {
            if (Math.abs(a[i][column]) > Math.abs(a[pivot][column])) {
                pivot = i;
            }
        }
        return pivot;
    }

    private static void exchange(double[][] a, double[] b, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        double right = b[i];
        b[i] = b[j];
        b[j] = right;
    }

    private static double[] substituted(double[][] a, double[] b) {
        double[] x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
