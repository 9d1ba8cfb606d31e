package org.ansatz.expression.type;

import java.util.Objects;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an expression before it is evaluated.
 *
 * @param set the set of numbers
 * @param shape a number or a matrix
 * @param dimension the dimension in SI, or null for a literal zero, which fits every dimension
 */
public record Type(NumberSet set, Shape shape, @Nullable Dimension dimension) {

    /** A truth value. */
    public static final Type TRUTH = of(NumberSet.TRUTH, Dimension.NONE);

    /** A pure integer. */
    public static final Type INTEGER = of(NumberSet.INTEGER, Dimension.NONE);

    /** A pure real number. */
    public static final Type REAL = of(NumberSet.REAL, Dimension.NONE);

    /** A pure complex number. */
    public static final Type COMPLEX = of(NumberSet.COMPLEX, Dimension.NONE);

    /** Something that is handed on to a field block. */
    public static final Type OPAQUE = of(NumberSet.OPAQUE, Dimension.NONE);

    /** A signal of logic. */
    public static final Type SIGNAL = of(NumberSet.SIGNAL, Dimension.NONE);

    /** A single number of the given set and dimension. */
    public static Type of(NumberSet set, @Nullable Dimension dimension) {
        return new Type(set, Shape.SCALAR, dimension);
    }

    /** A single real number of the given dimension. */
    public static Type real(Dimension dimension) {
        return of(NumberSet.REAL, dimension);
    }

    /** A single complex number of the given dimension. */
    public static Type complex(Dimension dimension) {
        return of(NumberSet.COMPLEX, dimension);
    }

    /** The dimension, a pure number's if it is a literal zero. */
    public Dimension dimensionOrNone() {
        return dimension == null ? Dimension.NONE : dimension;
    }

    /** Whether the dimension is {@code other} or open. */
    public boolean has(Dimension other) {
        return dimension == null || dimension.equals(other);
    }

    /** Whether it is a single value. */
    public boolean isScalar() {
        return shape.isScalar();
    }

    /** Whether it is a number or an array of numbers. */
    public boolean isNumber() {
        return set.isNumber();
    }

    /** Whether it is a set or an interval. */
    public boolean isCollection() {
        return set.isCollection();
    }

    /** The type of one number of a set, or of an end of an interval. */
    public Type ofEntry() {
        return of(set == NumberSet.SET ? NumberSet.COMPLEX : NumberSet.REAL, dimension);
    }

    /** The same with another dimension. */
    public Type with(@Nullable Dimension other) {
        return new Type(set, shape, other);
    }

    /** The same with another set. */
    public Type with(NumberSet other) {
        return new Type(other, shape, dimension);
    }

    /** The same with another shape. */
    public Type with(Shape other) {
        return new Type(set, other, dimension);
    }

    /** For messages: {@code a length (m)}, {@code a truth value}, {@code a 2 × 2 array of voltages}. */
    public String describe() {
        if (set.isCollection()) {
            return dimensionOrNone().isNone()
                    ? set.description()
                    : set.description() + " of " + Units.describeSeveral(dimensionOrNone());
        }
        if (!set.isNumber()) {
            return set.description();
        }
        String what = Units.describe(dimensionOrNone());
        return shape.isScalar() ? what : "an array " + shape + " of " + what;
    }

    // By hand: the first call of those that are generated costs 20 ms, and there is one at every start.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Type type
                && set == type.set
                && shape.equals(type.shape)
                && Objects.equals(dimension, type.dimension);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * set.hashCode() + shape.hashCode()) + Objects.hashCode(dimension);
    }
}
