package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.interval.NoEnclosure;

/**
 * What determinants and solutions of linear systems are known to lie in, by Laplace's expansion and Cramer's rule: no pivot is
 * chosen, so that nothing jumps where entries vary. Of larger matrices both would be long and wide.
 */
final class EnclosedMatrices {

    /** The most rows. */
    private static final int MAX_ROWS = 5;

    private EnclosedMatrices() {}

    /**
     * The determinant.
     *
     * @throws NoEnclosure of a matrix that is too large
     */
    static Enclosed determinant(Enclosed.Array matrix) {
        requireSmall(matrix);
        return determinant(matrix, all(matrix.rows()), all(matrix.columns()));
    }

    /**
     * The solution of a linear system, for each column of the right side.
     *
     * @throws NoEnclosure of a matrix that is too large
     */
    static Enclosed solution(Enclosed.Array matrix, Enclosed.Array right) {
        Enclosed determinant = determinant(matrix);
        List<Enclosed> entries = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < right.columns(); column++) {
                Enclosed replaced = determinant(replaced(matrix, row, right, column));
                entries.add(EnclosedArithmetic.divide(replaced, determinant));
            }
        }
        return new Enclosed.Array(matrix.rows(), right.columns(), entries);
    }

    /** The matrix with one of its columns replaced by one of the right side. */
    private static Enclosed.Array replaced(Enclosed.Array matrix, int at, Enclosed.Array right, int column) {
        List<Enclosed> entries = new ArrayList<>(matrix.entries());
        for (int row = 0; row < matrix.rows(); row++) {
            entries.set(row * matrix.columns() + at, right.at(row, column));
        }
        return new Enclosed.Array(matrix.rows(), matrix.columns(), entries);
    }

    /**
     * The inverse, by its cofactors.
     *
     * @throws NoEnclosure of a matrix that is too large
     */
    static Enclosed inverse(Enclosed.Array matrix) {
        Enclosed determinant = determinant(matrix);
        int n = matrix.rows();
        List<Enclosed> entries = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                Enclosed minor = determinant(matrix, without(all(n), column), without(all(n), row));
                Enclosed cofactor = (row + column) % 2 == 0 ? minor : EnclosedArithmetic.negate(minor);
                entries.add(EnclosedArithmetic.divide(cofactor, determinant));
            }
        }
        return new Enclosed.Array(n, n, entries);
    }

    private static void requireSmall(Enclosed.Array matrix) {
        if (matrix.rows() > MAX_ROWS) {
            throw new NoEnclosure("a matrix of more than " + MAX_ROWS + " rows");
        }
    }

    /** The determinant of these rows and columns, along the first of the rows; of none it is 1. */
    private static Enclosed determinant(Enclosed.Array matrix, List<Integer> rows, List<Integer> columns) {
        if (rows.isEmpty()) {
            int order = EnclosedArithmetic.re(matrix.at(0, 0)).order();
            return Enclosed.of(Arithmetic.ONE, order);
        }
        if (rows.size() == 1) {
            return matrix.at(rows.get(0), columns.get(0));
        }
        List<Enclosed> terms = new ArrayList<>();
        List<Integer> rest = rows.subList(1, rows.size());
        for (int i = 0; i < columns.size(); i++) {
            Enclosed minor = determinant(matrix, rest, without(columns, i));
            Enclosed term = EnclosedArithmetic.multiply(matrix.at(rows.get(0), columns.get(i)), minor);
            terms.add(i % 2 == 0 ? term : EnclosedArithmetic.negate(term));
        }
        return EnclosedArithmetic.sum(terms);
    }

    private static List<Integer> all(int count) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(i);
        }
        return all;
    }

    private static List<Integer> without(List<Integer> numbers, int place) {
        List<Integer> without = new ArrayList<>(numbers);
        without.remove(place);
        return without;
    }
}
