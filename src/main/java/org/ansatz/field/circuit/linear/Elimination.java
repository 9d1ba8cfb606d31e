package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.quantity.Rational;

/** Gauss's elimination in exact numbers. */
final class Elimination {

    private final Rational[][] rows;
    private final Rational[] right;
    private Rational determinant = Rational.ONE;
    private int column;

    /**
     * Eliminates.
     *
     * @param rows the matrix, which is used up
     */
    Elimination(Rational[][] rows, List<Rational> right) {
        this.rows = rows;
        this.right = right.toArray(new Rational[0]);
        while (column < rows.length && determinant.signum() != 0) {
            int pivot = pivot();
            if (pivot < 0) {
                determinant = Rational.ZERO;
            } else {
                exchange(pivot);
                clear();
                column++;
            }
        }
    }

    /** Whether there is one solution. */
    boolean isRegular() {
        return determinant.signum() != 0;
    }

    /** The first column that those before make up; of a singular matrix. */
    int column() {
        return column;
    }

    Rational determinant() {
        return determinant;
    }

    /** The unknowns times the determinant. */
    List<Rational> numerators() {
        Rational[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                if (rows[i][j].signum() != 0) {
                    x[i] = x[i].minus(rows[i][j].times(x[j]));
                }
            }
            x[i] = x[i].over(rows[i][i]);
        }
        List<Rational> numerators = new ArrayList<>();
        Arrays.stream(x).forEach(value -> numerators.add(value.times(determinant)));
        return numerators;
    }

    /** The row with the shortest number in this column; −1 if there is none. */
    private int pivot() {
        int best = -1;
        for (int i = column; i < rows.length; i++) {
            Rational entry = rows[i][column];
            if (entry.signum() != 0 && (best < 0 || entry.bitLength() < rows[best][column].bitLength())) {
                best = i;
            }
        }
        return best;
    }

    private void exchange(int row) {
        if (row != column) {
            Rational[] other = rows[row];
            rows[row] = rows[column];
            rows[column] = other;
            Rational value = right[row];
            right[row] = right[column];
            right[column] = value;
            determinant = determinant.negate();
        }
        determinant = determinant.times(rows[column][column]);
    }

    private void clear() {
        for (int i = column + 1; i < rows.length; i++) {
            if (rows[i][column].signum() != 0) {
                Rational factor = rows[i][column].over(rows[column][column]);
                for (int j = column + 1; j < rows.length; j++) {
                    if (rows[column][j].signum() != 0) {
                        rows[i][j] = rows[i][j].minus(factor.times(rows[column][j]));
                    }
                }
                right[i] = right[i].minus(factor.times(right[column]));
                rows[i][column] = Rational.ZERO;
            }
        }
    }
}
