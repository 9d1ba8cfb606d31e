package org.ansatz.expression.type;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a value.
 *
 * @param rows of a matrix; 0 of a single number
 * @param columns likewise
 */
public record Shape(Size rows, Size columns) {

    /** A single number. */
    public static final Shape SCALAR = of(0, 0);

    /** A matrix whose size is not known before evaluation. */
    public static final Shape MATRIX = of(-1, -1);

    /**
     * The shape of a matrix.
     *
     * @param rows −1 if not known before evaluation
     * @param columns likewise
     */
    public static Shape of(int rows, int columns) {
        return new Shape(Size.of(rows), Size.of(columns));
    }

    /** Whether it is a single number. */
    public boolean isScalar() {
        return rows.count() == 0;
    }

    /** Rows exchanged for columns. */
    public Shape transposed() {
        return new Shape(/* rows= */ columns, /* columns= */ rows);
    }

    /** The shape of an elementwise operation's result, or null if the shapes cannot fit. */
    @Nullable
    public Shape entrywise(Shape other) {
        if (isScalar()) {
            return other;
        }
        if (other.isScalar()) {
            return this;
        }
        Size r = rows.fitted(other.rows);
        Size c = columns.fitted(other.columns);
        return r == null || c == null ? null : new Shape(r, c);
    }

    /** Whether both are matrices and known to be of different sizes. */
    public boolean differs(Shape other) {
        boolean matrices = !isScalar() && !other.isScalar();
        return matrices && (rows.differs(other.rows) || columns.differs(other.columns));
    }

    // By hand: the first call of those that are generated costs 20 ms, and there is one at every start.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape shape && rows.equals(shape.rows) && columns.equals(shape.columns);
    }

    @Override
    public int hashCode() {
        return 31 * rows.hashCode() + columns.hashCode();
    }

    @Override
    public String toString() {
        return isScalar() ? "a number" : rows + " × " + columns;
    }
}
