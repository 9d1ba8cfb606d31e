package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** The reduced row echelon form of a matrix of exact numbers, by the elimination of Gauss and Jordan. */
final class Echelon {

    static final int MAX_ENTRIES = 10_000;

    private final Value[][] rows;
    private final int columns;

    /** The column in which each row that is not zero has its leading 1. */
    private final List<Integer> pivots = new ArrayList<>();

    private Echelon(Value[][] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    static Echelon of(Value.Array matrix) {
        Value[][] rows = new Value[matrix.rows()][matrix.columns()];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < matrix.columns(); k++) {
                rows[i][k] = matrix.at(i, k);
            }
        }
        Echelon echelon = new Echelon(rows, matrix.columns());
        for (int column = 0; echelon.rank() < rows.length && column < matrix.columns(); column++) {
            echelon.eliminate(column);
        }
        return echelon;
    }

    private void eliminate(int column) {
        int row = rank();
        int pivot = row;
        while (pivot < rows.length && Arithmetic.isZero(rows[pivot][column])) {
            pivot++;
        }
        if (pivot == rows.length) {
            return;
        }
        Value[] found = rows[pivot];
        rows[pivot] = rows[row];
        rows[row] = found;
        Value lead = found[column];
        for (int k = column; k < columns; k++) {
            found[k] = divide(found[k], lead);
        }
        for (int i = 0; i < rows.length; i++) {
            Value factor = rows[i][column];
            for (int k = column; i != row && k < columns && !Arithmetic.isZero(factor); k++) {
                rows[i][k] = subtract(rows[i][k], multiply(factor, found[k]));
            }
        }
        pivots.add(column);
    }

    /** How many rows are not zero. */
    int rank() {
        return pivots.size();
    }

    /** A column for each free unknown, in which it is 1 and the other free ones are 0; null if none is free. */
    Value.@Nullable Array nullSpace() {
        List<Integer> free = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (!pivots.contains(column)) {
                free.add(column);
            }
        }
        List<Value> entries = new ArrayList<>();
        for (int unknown = 0; unknown < columns; unknown++) {
            int row = pivots.indexOf(unknown);
            for (int one : free) {
                entries.add(
                        row >= 0
                                ? Arithmetic.negate(rows[row][one])
                                : unknown == one ? Arithmetic.ONE : Arithmetic.ZERO);
            }
        }
        return free.isEmpty() ? null : new Value.Array(columns, free.size(), entries);
    }
}
