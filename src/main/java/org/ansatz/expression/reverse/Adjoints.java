package org.ansatz.expression.reverse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.value.Accumulation;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;

/** What pullbacks are made of: matrices of one number, sums over what was repeated, rows and columns put back. */
public final class Adjoints {

    private Adjoints() {}

    /** A value of this shape whose every entry is {@code entry}. */
    public static Value filled(Value shape, Value entry) {
        if (!(shape instanceof Value.Array)) {
            return entry;
        }
        Value.Array array = (Value.Array) shape;
        return filled(array.rows(), array.columns(), entry);
    }

    /** A matrix whose every entry is {@code entry}. */
    public static Value.Array filled(int rows, int columns, Value entry) {
        return new Value.Array(rows, columns, Collections.nCopies(rows * columns, entry));
    }

    /**
     * Undoes a repetition: a number, row or column that was repeated to the shape of {@code cotangent} changes the
     * result as much as all its copies together.
     */
    public static Value folded(Value cotangent, Value operand) {
        if (!(cotangent instanceof Value.Array)) {
            return operand instanceof Value.Array ? new Value.Array(1, 1, List.of(cotangent)) : cotangent;
        }
        Value.Array repeated = (Value.Array) cotangent;
        if (!(operand instanceof Value.Array)) {
            return sum(repeated.entries());
        }
        int rows = ((Value.Array) operand).rows();
        int columns = ((Value.Array) operand).columns();
        if (rows == repeated.rows() && columns == repeated.columns()) {
            return repeated;
        }
        List<Value> sums = new ArrayList<>(Collections.nCopies(rows * columns, Arithmetic.ZERO));
        for (int r = 0; r < repeated.rows(); r++) {
            for (int c = 0; c < repeated.columns(); c++) {
                int place = (rows == 1 ? 0 : r) * columns + (columns == 1 ? 0 : c);
                sums.set(place, Arithmetic.add(sums.get(place), repeated.at(r, c)));
            }
        }
        return new Value.Array(rows, columns, sums);
    }

    /** The sum of numbers. */
    public static Value sum(List<Value> numbers) {
        Accumulation sum = Accumulation.sum();
        numbers.forEach(sum::take);
        return sum.value();
    }

    /** Both, entry by entry; a number, a single row or a single column is repeated to fit. */
    public static Value times(Value a, Value b) {
        return Arrays.entrywise(a, b, Arithmetic::multiply);
    }

    /** A number as a matrix of one entry; a matrix as it is. */
    public static Value.Array matrix(Value value) {
        return value instanceof Value.Array ? (Value.Array) value : new Value.Array(1, 1, List.of(value));
    }

    /** A·B of which the result changes by {@code cotangent}: G·Bᵀ for A, Aᵀ·G for B. */
    public static Value ofProduct(int operand, Value.Array a, Value.Array b, Value cotangent) {
        return operand == 0
                ? Arrays.product(matrix(cotangent), Arrays.transpose(b))
                : Arrays.product(Arrays.transpose(a), matrix(cotangent));
    }
}
