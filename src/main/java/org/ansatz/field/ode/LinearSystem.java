package org.ansatz.field.ode;

/** A few linear equations A x = b, by Gaussian elimination with row exchanges; made once, filled and solved often. */
final class LinearSystem {

    private final int size;
    private final double[][] matrix;
    private final double[] right;
    private final double[][] factors;
    private final int[] rows;
    private final double[] solution;

    LinearSystem(int size) {
        this.size = size;
        matrix = new double[size][size];
        right = new double[size];
        factors = new double[size][size];
        rows = new int[size];
        solution = new double[size];
    }

    void set(int row, int column, double coefficient) {
        matrix[row][column] = coefficient;
    }

    void set(int row, double rightSide) {
        right[row] = rightSide;
    }

    /** Factors the matrix as it is now; returns its determinant, 0 if it is singular. */
    double factor() {
        double determinant = 1;
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, factors[i], 0, size);
            rows[i] = i;
        }
        for (int k = 0; k < size; k++) {
            determinant = exchange(k, largestBelow(k)) ? -determinant : determinant;
            double pivot = factors[k][k];
            determinant *= pivot;
            if (Math.abs(pivot) < Double.MIN_NORMAL) {
                return 0;
            }
            eliminate(k, pivot);
        }
        return determinant;
    }

    private int largestBelow(int k) {
        int largest = k;
        for (int i = k + 1; i < size; i++) {
            if (Math.abs(factors[i][k]) > Math.abs(factors[largest][k])) {
                largest = i;
            }
        }
        return largest;
    }

    private boolean exchange(int i, int j) {
        double[] row = factors[i];
        factors[i] = factors[j];
        factors[j] = row;
        int index = rows[i];
        rows[i] = rows[j];
        rows[j] = index;
        return i != j;
    }

    private void eliminate(int k, double pivot) {
        for (int i = k + 1; i < size; i++) {
            double factor = factors[i][k] / pivot;
            factors[i][k] = factor;
            if (factor != 0) {
                for (int j = k + 1; j < size; j++) {
                    factors[i][j] -= factor * factors[k][j];
                }
            }
        }
    }

    /** The x for the right side that was set; overwritten by the next solution. */
    double[] solve() {
        return solve(right);
    }

    /** The x for another right side; overwritten by the next solution. */
    double[] solve(double[] b) {
        for (int i = 0; i < size; i++) {
            double sum = b[rows[i]];
            for (int j = 0; j < i; j++) {
                sum -= factors[i][j] * solution[j];
            }
            solution[i] = sum;
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int j = i + 1; j < size; j++) {
                sum -= factors[i][j] * solution[j];
            }
            solution[i] = sum / factors[i][i];
        }
        return solution;
    }

    /** A x − b in one row. */
    double residual(int row, double[] x) {
        double sum = -right[row];
        for (int j = 0; j < size; j++) {
            sum += matrix[row][j] * x[j];
        }
        return sum;
    }

    /** The largest summand of that. */
    double scale(int row, double[] x) {
        double scale = Math.abs(right[row]);
        for (int j = 0; j < size; j++) {
            scale = Math.max(scale, Math.abs(matrix[row][j] * x[j]));
        }
        return scale;
    }
}
