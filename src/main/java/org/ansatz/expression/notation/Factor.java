package org.ansatz.expression.notation;

import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a term is, as far as it matters beside others.
 *
 * @param shape null if it is not known
 * @param isLoose whether it became a product, which a sign beside it would take apart
 */
record Factor(@Nullable Shape shape, boolean isLoose) {
    static final Factor NUMBER = new Factor(Shape.SCALAR, false);
    static final Factor UNKNOWN = new Factor(null, false);

    boolean isNumber() {
        return shape != null && shape.isScalar();
    }

    boolean isMatrix() {
        return shape != null && !shape.isScalar();
    }

    /** The shape of a product; null if it is not known. */
    static @Nullable Shape product(@Nullable Shape a, @Nullable Shape b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isScalar() ? b : b.isScalar() ? a : new Shape(a.rows(), b.columns());
    }

    /** The shape of what an operation makes of two terms; null if it is not known. */
    static @Nullable Shape shape(Op op, Factor left, Factor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a == null || b == null) {
            return null;
        }
        switch (op) {
            case MULTIPLY:
                return product(a, b);
            case DIVIDE, POWER:
                return a;
            default:
                return a.entrywise(b);
        }
    }
}
