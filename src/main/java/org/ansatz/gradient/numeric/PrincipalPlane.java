package org.ansatz.gradient.numeric;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Points of many dimensions on the plane on which they spread most: the two directions of greatest variance about their mean
 * (K. Pearson, "On lines and planes of closest fit", 1901), by the eigenvectors of their covariances.
 *
 * @param coordinates a row of two numbers for each point; each direction points to where its largest entry is positive
 * @param share how much of the variance the plane keeps, 0 to 1; 1 if there is none to keep
 */
public record PrincipalPlane(Matrix coordinates, double share) {

    /**
     * The plane for the rows of a matrix.
     *
     * @throws IllegalArgumentException if there are fewer than two columns, or no row
     */
    public static PrincipalPlane of(Matrix points) {
        int count = points.rows();
        int dimensions = points.columns();
        if (count < 1 || dimensions < 2) {
            throw new IllegalArgumentException("a plane for " + points.shape() + " numbers");
        }
        double[][] centred = centred(points);
        double[][] covariances = new double[dimensions][dimensions];
        for (double[] point : centred) {
            for (int i = 0; i < dimensions; i++) {
                Matrix.add(point[i] / count, point, 0, covariances[i], 0, dimensions);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric(covariances), false));
        double all = 0;
        for (double variance : eigen.getRealEigenvalues()) {
            all += Math.max(0, variance);
        }
        double kept = eigen.getRealEigenvalue(0) + eigen.getRealEigenvalue(1);
        double[][] axes = {direction(eigen, 0), direction(eigen, 1)};
        double[] coordinates = new double[2 * count];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = Matrix.dot(centred[i / 2], 0, axes[i % 2], 0, dimensions);
        }
        return new PrincipalPlane(Matrix.over(count, 2, coordinates), all > 0 ? Math.min(1, kept / all) : 1);
    }

    private static double[][] centred(Matrix points) {
        double[] sums = points.columnSums();
        double[][] centred = new double[points.rows()][points.columns()];
        for (int i = 0; i < points.rows(); i++) {
            for (int j = 0; j < points.columns(); j++) {
                centred[i][j] = points.at(i, j) - sums[j] / points.rows();
            }
        }
        return centred;
    }

    /** Rounding leaves the two halves different, and then the matrix would pass for one without symmetry. */
    private static double[][] symmetric(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i];
            }
        }
        return matrix;
    }

    private static double[] direction(EigenDecomposition eigen, int which) {
        double[] direction = eigen.getEigenvector(which).toArray();
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        for (int i = 0; i < direction.length && largest < 0; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }
}
