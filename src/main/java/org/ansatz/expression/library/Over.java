package org.ansatz.expression.library;

import org.ansatz.expression.reverse.Adjoints;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** What is added up. */
enum Over {
    ALL,
    ROWS,
    COLUMNS;

    Shape of(Shape shape) {
        return this == ALL
                ? Shape.SCALAR
                : this == ROWS ? new Shape(shape.rows(), Size.ONE) : new Shape(Size.ONE, shape.columns());
    }

    /** A value of the shape of the result. */
    Value like(Value.Array matrix) {
        return this == ALL
                ? Arithmetic.ZERO
                : this == ROWS
                        ? Adjoints.filled(matrix.rows(), 1, Arithmetic.ZERO)
                        : Adjoints.filled(1, matrix.columns(), Arithmetic.ZERO);
    }

    int count(Value.Array matrix) {
        return this == ALL ? matrix.entries().size() : this == ROWS ? matrix.columns() : matrix.rows();
    }
}
