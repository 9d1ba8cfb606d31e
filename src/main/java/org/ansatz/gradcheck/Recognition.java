package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a wrong gradient with the right one by each mistake that is often made, the simplest first. */
final class Recognition {

    private final double[] claimed;
    private final double[] right;
    private final int rows;
    private final int columns;
    private final double tolerance;
    private final Map<String, Double> sizes;

    Recognition(double[] claimed, double[] right, int rows, int columns, double tolerance, Map<String, Double> sizes) {
        if (claimed.length != rows * columns || right.length != rows * columns) {
            throw new IllegalArgumentException(claimed.length + " numbers claimed and " + right.length
                    + " right ones for " + rows + " × " + columns);
        }
        this.claimed = claimed;
        this.right = right;
        this.rows = rows;
        this.columns = columns;
        this.tolerance = tolerance;
        this.sizes = sizes;
    }

    Likeness likeness() {
        double factor = factor(claimed, right);
        if (isMultiple(claimed, right, factor) && !isNear(factor, 1)) {
            return new Likeness.Scaled(factor, names(factor));
        }
        Likeness few = few();
        if (!(few instanceof Likeness.None)) {
            return few;
        }
        double[] transposed = transposed();
        double other = factor(transposed, right);
        if (rows > 1 && columns > 1 && isMultiple(transposed, right, other)) {
            return new Likeness.Transposed(new Likeness.Scaled(other, names(other)));
        }
        return byLines();
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /** The factor that fits best: least squares; not a number if {@code b} is zero. */
    private static double factor(double[] a, double[] b) {
        double scale = largest(b);
        double product = 0;
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * (b[i] / scale);
            square += b[i] * (b[i] / scale);
        }
        return product / square;
    }

    private boolean isMultiple(double[] a, double[] b, double factor) {
        boolean multiple = factor != 0;
        double allowed = tolerance * largest(a);
        for (int i = 0; i < a.length && multiple; i++) {
            multiple = Math.abs(a[i] - factor * b[i]) <= allowed;
        }
        return multiple;
    }

    private boolean isNear(double a, double b) {
        return Math.abs(a - b) <= Math.max(tolerance, 1e-12) * 4 * Math.abs(b);
    }

    /** The claim as if it had been written with rows and columns exchanged. */
    private double[] transposed() {
        double[] transposed = new double[claimed.length];
        for (int i = 0; i < claimed.length; i++) {
            transposed[i % rows * columns + i / rows] = claimed[i];
        }
        return transposed;
    }

    /** Right but for one entry, row or column. */
    private Likeness few() {
        int wrong = 0;
        int row = -1;
        int column = -1;
        boolean oneRow = true;
        boolean oneColumn = true;
        for (int i = 0; i < claimed.length; i++) {
            boolean agrees = Math.abs(claimed[i] - right[i]) <= tolerance * largest(right);
            if (!agrees) {
                oneRow &= wrong == 0 || row == i / columns;
                oneColumn &= wrong == 0 || column == i % columns;
                row = i / columns;
                column = i % columns;
                wrong++;
            }
        }
        if (wrong == 1 && claimed.length > 1) {
            return new Likeness.OneEntry(row, column);
        }
        if (wrong > 0 && oneRow && rows > 1) {
            return new Likeness.OneRow(row);
        }
        return wrong > 0 && oneColumn && columns > 1 ? new Likeness.OneColumn(column) : new Likeness.None();
    }

    private Likeness byLines() {
        List<Double> byRow = factors(rows, columns, columns, 1);
        if (!byRow.isEmpty() && columns > 1) {
            return new Likeness.RowFactors(byRow);
        }
        List<Double> byColumn = factors(columns, rows, 1, columns);
        return !byColumn.isEmpty() && rows > 1 ? new Likeness.ColumnFactors(byColumn) : new Likeness.None();
    }

    /** The factor of each row, or column; none if some line has no single factor, or if all are 1. */
    private List<Double> factors(int lines, int length, int fromLine, int along) {
        List<Double> factors = new ArrayList<>(lines);
        for (int line = 0; line < lines; line++) {
            double[] a = new double[length];
            double[] b = new double[length];
            for (int i = 0; i < length; i++) {
                a[i] = claimed[line * fromLine + i * along];
                b[i] = right[line * fromLine + i * along];
            }
            boolean empty = largest(a) == 0 && largest(b) == 0;
            double factor = empty ? 1 : factor(a, b);
            if (!empty && !isMultiple(a, b, factor)) {
                return List.of();
            }
            factors.add(factor);
        }
        return factors.stream().allMatch(factor -> isNear(factor, 1)) ? List.of() : factors;
    }

    /** What the factor may be in words. */
    private List<Factor> names(double factor) {
        List<Factor> names = Factor.over(sizes);
        names.removeIf(name -> !isNear(name.at(sizes), factor));
        return names;
    }
}
