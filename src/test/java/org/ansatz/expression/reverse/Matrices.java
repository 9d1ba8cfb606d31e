package org.ansatz.expression.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** Matrices for tests, and sheets on which they are given. */
public final class Matrices {

    private Matrices() {}

    /** A matrix of normally distributed entries. */
    static Value.Array random(Random random, int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = random.nextGaussian();
        }
        return of(rows, columns, entries);
    }

    /** A matrix of these entries, row by row. */
    public static Value.Array of(int rows, int columns, double... entries) {
        List<Value> values = new ArrayList<>(entries.length);
        for (double entry : entries) {
            values.add(new Value.Real(entry));
        }
        return new Value.Array(rows, columns, values);
    }

    /** Declares a matrix whose size is known before evaluation. */
    public static Sheet give(Sheet sheet, String name, Value.Array matrix) {
        return sheet.given(name, Type.REAL.with(Shape.of(matrix.rows(), matrix.columns())), matrix);
    }

    /** Declares a matrix whose size is not known before evaluation. */
    static Sheet giveOpen(Sheet sheet, String name, Value.Array matrix) {
        return sheet.given(name, Type.REAL.with(Shape.MATRIX), matrix);
    }

    /** Declares whole numbers as a row. */
    public static Sheet giveList(Sheet sheet, String name, int... numbers) {
        List<Value> values = new ArrayList<>();
        for (int number : numbers) {
            values.add(Value.Exact.of(number));
        }
        Value.Array row = new Value.Array(1, numbers.length, values);
        return sheet.given(name, Type.INTEGER.with(Shape.of(1, numbers.length)), row);
    }

    /** Declares a number. */
    public static Sheet give(Sheet sheet, String name, double x) {
        return sheet.given(name, Type.of(NumberSet.REAL, Type.REAL.dimension()), new Value.Real(x));
    }

    /** The entries as doubles. */
    public static double[] entries(Value value) {
        List<Value> entries = value instanceof Value.Array ? ((Value.Array) value).entries() : List.of(value);
        return entries.stream().mapToDouble(Arithmetic::real).toArray();
    }
}
