package org.ansatz.gradient.training;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;

/** Small systems of linear equations, by elimination with partial pivoting. */
final class Elimination {

    /** Pivots this much smaller than the largest entry are taken for rounding errors. */
    private static final double NEGLIGIBLE = 1e-14;

    private Elimination() {}

    /**
     * Solves A·x = b.
     *
     * @param a rows of A
     * @return x, or null if A is singular or not finite
     */
    static double @Nullable [] solve(double[][] a, double[] b) {
        double largest = largest(a);
        if (!Double.isFinite(largest)) {
            return null;
        }
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(a), NEGLIGIBLE * largest).getSolver();
        return solver.isNonSingular() ? solver.solve(new ArrayRealVector(b)).toArray() : null;
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
}
