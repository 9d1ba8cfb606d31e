package org.ansatz.gradient.numeric;

import java.util.Arrays;

/** A dense matrix, row after row in one array. Shapes never stretch: operands that do not fit are refused. */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] entries;

    private Matrix(int rows, int columns, double[] entries) {
        if (rows < 0 || columns < 0 || (long) rows * columns != entries.length) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " × " + columns + " cannot have " + entries.length + " entries");
        }
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /**
     * A matrix with a copy of these entries.
     *
     * @throws IllegalArgumentException if their number is not rows·columns
     */
    public static Matrix of(int rows, int columns, double... entries) {
        return new Matrix(rows, columns, entries.clone());
    }

    /** A matrix that takes the array itself: whoever hands it over does not write to it again. */
    public static Matrix over(int rows, int columns, double[] entries) {
        return new Matrix(rows, columns, entries);
    }

    /** All entries 0. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[rows * columns]);
    }

    /** One column with a copy of these entries. */
    public static Matrix column(double... entries) {
        return of(entries.length, 1, entries);
    }

    /** One row with a copy of these entries. */
    public static Matrix row(double... entries) {
        return of(1, entries.length, entries);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The entry in row {@code i} and column {@code j}, both from 0. */
    public double at(int i, int j) {
        return entries[i * columns + j];
    }

    /** The entries row after row: the array itself, to be read. */
    public double[] entries() {
        return entries;
    }

    /** Rows × columns, as it stands in messages. */
    public String shape() {
        return rows + " × " + columns;
    }

    /** The product A·B. */
    public Matrix times(Matrix right) {
        requireFit(columns == right.rows, "·", right);
        double[] product = new double[rows * right.columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                add(
                        entries[i * columns + k],
                        right.entries,
                        k * right.columns,
                        product,
                        i * right.columns,
                        right.columns);
            }
        }
        return new Matrix(rows, right.columns, product);
    }

    /** The product A·Bᵀ. */
    public Matrix timesTransposed(Matrix right) {
        requireFit(columns == right.columns, "· transposed", right);
        double[] product = new double[rows * right.rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < right.rows; j++) {
                product[i * right.rows + j] = dot(entries, i * columns, right.entries, j * columns, columns);
            }
        }
        return new Matrix(rows, right.rows, product);
    }

    /** The product Aᵀ·B. */
    public Matrix transposedTimes(Matrix right) {
        requireFit(rows == right.rows, "transposed ·", right);
        double[] product = new double[columns * right.columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                add(
                        entries[i * columns + k],
                        right.entries,
                        i * right.columns,
                        product,
                        k * right.columns,
                        right.columns);
            }
        }
        return new Matrix(columns, right.columns, product);
    }

    /** The transposed matrix. */
    public Matrix transposed() {
        double[] turned = new double[entries.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = entries[i * columns + j];
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /** The sum of two matrices of the same shape. */
    public Matrix plus(Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "+", other);
        double[] sum = entries.clone();
        add(1, other.entries, 0, sum, 0, sum.length);
        return new Matrix(rows, columns, sum);
    }

    /**
     * The matrix with a bias added to every row.
     *
     * @throws IllegalArgumentException if there is not one for each column
     */
    public Matrix plusToEachRow(double[] bias) {
        if (bias.length != columns) {
            throw new IllegalArgumentException(
                    "a bias of " + bias.length + " entries for the " + columns + " columns of a matrix " + shape());
        }
        double[] sum = entries.clone();
        for (int i = 0; i < rows; i++) {
            add(1, bias, 0, sum, i * columns, columns);
        }
        return new Matrix(rows, columns, sum);
    }

    /** The sum of each column. */
    public double[] columnSums() {
        double[] sums = new double[columns];
        for (int i = 0; i < rows; i++) {
            add(1, entries, i * columns, sums, 0, columns);
        }
        return sums;
    }

    /** This matrix less {@code step} times another of the same shape. */
    public Matrix minus(double step, Matrix other) {
        requireFit(rows == other.rows && columns == other.columns, "−", other);
        double[] moved = entries.clone();
        add(-step, other.entries, 0, moved, 0, moved.length);
        return new Matrix(rows, columns, moved);
    }

    /**
     * The matrix itself.
     *
     * @param name of the matrix in the message
     * @throws IllegalArgumentException if it has another shape
     */
    public Matrix require(String name, int wantedRows, int wantedColumns) {
        if (rows != wantedRows || columns != wantedColumns) {
            throw new IllegalArgumentException(
                    name + " must be " + wantedRows + " × " + wantedColumns + ", but is " + shape());
        }
        return this;
    }

    /**
     * The matrix itself.
     *
     * @param name of the matrix in the message
     * @throws IllegalArgumentException if an entry is not a finite number
     */
    public Matrix requireFinite(String name) {
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException(name + " (" + shape() + ") has " + entries[i] + " in row "
                        + (i / columns + 1) + ", column " + (i % columns + 1));
            }
        }
        return this;
    }

    /** Adds factor·x to y, {@code n} entries of each. */
    public static void add(double factor, double[] x, int from, double[] y, int to, int n) {
        for (int i = 0; i < n; i++) {
            y[to + i] += factor * x[from + i];
        }
    }

    /** The inner product of {@code n} entries of each. */
    public static double dot(double[] x, int from, double[] y, int at, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[from + i] * y[at + i];
        }
        return sum;
    }

    private void requireFit(boolean fits, String operation, Matrix right) {
        if (!fits) {
            throw new IllegalArgumentException("shapes do not fit: " + shape() + " " + operation + " " + right.shape());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix
                && ((Matrix) other).rows == rows
                && ((Matrix) other).columns == columns
                && Arrays.equals(((Matrix) other).entries, entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return shape() + " " + Arrays.toString(entries);
    }
}
