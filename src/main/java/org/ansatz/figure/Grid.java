package org.ansatz.figure;

import java.util.Arrays;

/** A function of two variables, known at the middle of each cell of a grid. */
public final class Grid {

    private final int columns;
    private final int rows;
    private final double[] values;

    private Grid(int columns, int rows, double[] values) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /** A function of a cell. */
    public interface Cells {
        /** The value in a column, counted from the left, and a row, counted from below; not a number if there is none. */
        double at(int column, int row);
    }

    /** The grid of what {@code cells} gives. */
    public static Grid of(int columns, int rows, Cells cells) {
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = cells.at(column, row);
                values[row * columns + column] = Double.isFinite(value) ? value : Double.NaN;
            }
        }
        return new Grid(columns, rows, values);
    }

    /** How many cells lie side by side. */
    public int columns() {
        return columns;
    }

    /** How many cells lie above one another. */
    public int rows() {
        return rows;
    }

    /** The value in a cell, its row counted from below. */
    public double value(int column, int row) {
        return values[row * columns + column];
    }

    /** The value at a place between 0 and 1 along and up. */
    public double near(double along, double up) {
        int column = (int) Math.max(0, Math.min(columns - 1, Math.floor(along * columns)));
        int row = (int) Math.max(0, Math.min(rows - 1, Math.floor(up * rows)));
        return value(column, row);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid
                && columns == ((Grid) other).columns
                && Arrays.equals(values, ((Grid) other).values);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(values);
    }
}
