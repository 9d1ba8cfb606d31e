package org.ansatz.expression.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** A value, always in SI. Its dimension is known from the checked expression and is not carried along. */
public sealed interface Value {

    /** What {@code cases} makes of this kind of value. */
    <R> R fold(Cases<R> cases);

    /** Something that is done otherwise with each kind of value. */
    interface Cases<R> {
        /** An exact integer or rational. */
        R ofExact(Exact value);

        /** A double. */
        R ofReal(Real value);

        /** A complex number. */
        R ofComplex(Complex value);

        /** A number with its derivative. */
        R ofDual(Dual value);

        /** A truth value. */
        R ofTruth(Truth value);

        /** A matrix. */
        R ofArray(Array value);

        /** Something that only its field block understands. */
        R ofHandle(Handle value);
    }

    /** An exact integer or rational. */
    record Exact(Rational number) implements Value {
        /** The integer {@code n}. */
        public static Exact of(long n) {
            return new Exact(Rational.of(n));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofExact(this);
        }
    }

    /**
     * A double.
     *
     * @param x the number
     * @param fromOne |x| − 1, where that is known to more digits than {@code x} shows; otherwise NaN
     */
    record Real(double x, double fromOne) implements Value {
        /** A double of which no more is known than it shows. */
        public Real(double x) {
            this(x, Double.NaN);
        }

        /** 1 or −1, as the sign of {@code sign}, and {@code fromOne} more in magnitude; that is known to all its digits. */
        public static Real nearOne(double sign, double fromOne) {
            return NearOne.at(sign, fromOne);
        }

        /** Whether the distance of its magnitude from 1 is known to more digits than it shows. */
        public boolean isNearOne() {
            return !Double.isNaN(fromOne);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofReal(this);
        }
    }

    /** A complex number. A zero has no sign, which would decide on which side of a branch cut the number lies. */
    record Complex(double re, double im) implements Value {
        /** Drops the signs of zeros. */
        public Complex {
            re += 0.0;
            im += 0.0;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofComplex(this);
        }
    }

    /**
     * A dual number {@code re + ε·eps} with ε² = 0 (Clifford 1873): arithmetic on it differentiates.
     *
     * <p>Parts may themselves be duals of an earlier differentiation; {@code order} tells the ε of one from another's,
     * so that nested derivatives are not confused. The ε of an even order may have either sign, and what would depend on its
     * sign is {@link Tied}; that of an odd order is positive, and smaller than any number and any ε of a smaller order, so that
     * dual numbers are ordered by their values, then by their derivatives.
     *
     * @param order which differentiation ε belongs to; later ones have a larger order
     * @param re the value
     * @param eps the derivative
     */
    record Dual(int order, Value re, Value eps) implements Value {
        /** The most derivatives that may be nested: each makes every operation three times as long. */
        public static final int MAX_NESTING = 8;

        /** Checks how deep derivatives are nested. */
        public Dual {
            if ((re instanceof Dual || eps instanceof Dual) && 1 + Math.max(nesting(re), nesting(eps)) > MAX_NESTING) {
                throw new NoValue("more than " + MAX_NESTING + " derivatives nested in each other");
            }
        }

        /** The order of a later differentiation, whose ε may have either sign if that of {@code order} may. */
        public static int above(int order) {
            return order + 2;
        }

        /** Whether the ε of this order is positive. */
        public static boolean isOneSided(int order) {
            return (order & 1) == 1;
        }

        private static int nesting(Value value) {
            return value instanceof Dual ? 1 + Math.max(nesting(((Dual) value).re), nesting(((Dual) value).eps)) : 0;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofDual(this);
        }
    }

    /** A truth value. */
    record Truth(boolean holds) implements Value {
        /** True. */
        public static final Truth TRUE = new Truth(true);
        /** False. */
        public static final Truth FALSE = new Truth(false);

        /** The truth value of {@code holds}. */
        public static Truth of(boolean holds) {
            return holds ? TRUE : FALSE;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofTruth(this);
        }
    }

    /**
     * A matrix, row after row; a vector is a matrix of one row or one column.
     *
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1; 0 in the one row of the empty set
     * @param entries row by row
     */
    record Array(int rows, int columns, List<Value> entries) implements Value {
        /** The most entries a matrix may have. */
        public static final int MAX_ENTRIES = 1 << 16;

        /** Checks that the entries fill the shape. */
        public Array {
            entries = List.copyOf(entries);
            if (rows < 1 || columns < 0 || columns == 0 && rows > 1 || entries.size() != rows * columns) {
                throw new IllegalArgumentException(entries.size() + " entries for " + rows + " × " + columns);
            }
        }

        /** The array of what {@code function} makes of each entry. */
        public Array map(UnaryOperator<Value> function) {
            List<Value> mapped = new ArrayList<>(entries.size());
            for (Value entry : entries) {
                mapped.add(function.apply(entry));
            }
            return new Array(rows, columns, mapped);
        }

        /** The array with another entry at this place, counted from 0 row by row. */
        public Array with(int place, Value entry) {
            List<Value> changed = new ArrayList<>(entries);
            changed.set(place, entry);
            return new Array(rows, columns, changed);
        }

        /** The entry in row {@code row}, column {@code column}, both from 0. */
        public Value at(int row, int column) {
            return entries.get(row * columns + column);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofArray(this);
        }
    }

    /** Something only its field block understands, such as a Boolean function; it can be handed on, not computed with. */
    record Handle(Object of) implements Value {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofHandle(this);
        }
    }
}
