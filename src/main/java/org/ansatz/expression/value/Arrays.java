package org.ansatz.expression.value;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.value.Value.Array;
import org.ansatz.quantity.NoValue;

/** Arithmetic on matrices: elementwise with repetition of a single row or column, and the matrix product. */
public final class Arrays {

    private Arrays() {}

    /** An operation on two numbers. */
    public interface Entrywise {
        /** The entry that results from {@code a} and {@code b}. */
        Value of(Value a, Value b);
    }

    /**
     * Applies {@code operation} entry by entry; a number, a single row or a single column is repeated to fit.
     *
     * @throws NoValue if the shapes do not fit
     */
    public static Value entrywise(Value a, Value b, Entrywise operation) {
        if (!(a instanceof Array) && !(b instanceof Array)) {
            return operation.of(a, b);
        }
        int rows = fit(rows(a), rows(b), a, b);
        int columns = fit(columns(a), columns(b), a, b);
        requireFewEntries(rows, columns);
        List<Value> entries = new ArrayList<>(rows * columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                entries.add(operation.of(entry(a, r, c), entry(b, r, c)));
            }
        }
        return new Array(rows, columns, entries);
    }

    /**
     * The matrix product.
     *
     * @throws NoValue if the columns of {@code a} are not as many as the rows of {@code b}
     */
    public static Value product(Array a, Array b) {
        if (a.columns() != b.rows()) {
            throw new NoValue(
                    shape(a) + " times " + shape(b) + ": rows of " + a.columns() + " meet columns of " + b.rows());
        }
        requireFewEntries(a.rows(), b.columns());
        List<Value> entries = new ArrayList<>(a.rows() * b.columns());
        for (int r = 0; r < a.rows(); r++) {
            for (int c = 0; c < b.columns(); c++) {
                Value sum = Arithmetic.ZERO;
                for (int k = 0; k < a.columns(); k++) {
                    sum = Arithmetic.add(sum, Arithmetic.multiply(a.at(r, k), b.at(k, c)));
                }
                entries.add(sum);
            }
        }
        return new Array(a.rows(), b.columns(), entries);
    }

    private static void requireFewEntries(int rows, int columns) {
        if ((long) rows * columns > Array.MAX_ENTRIES) {
            throw new NoValue(
                    "a matrix of " + rows + " × " + columns + " entries; at most " + Array.MAX_ENTRIES + " are kept");
        }
    }

    /** Rows exchanged for columns. */
    public static Array transpose(Array a) {
        List<Value> entries = new ArrayList<>(a.entries().size());
        for (int c = 0; c < a.columns(); c++) {
            for (int r = 0; r < a.rows(); r++) {
                entries.add(a.at(r, c));
            }
        }
        return new Array(a.columns(), a.rows(), entries);
    }

    /** The largest magnitude of an entry; of a number, its magnitude. */
    public static double size(Value a) {
        if (!(a instanceof Array)) {
            return Math.hypot(Arithmetic.real(a), Arithmetic.imaginary(a));
        }
        double largest = 0;
        for (Value entry : ((Array) a).entries()) {
            largest = Math.max(largest, size(entry));
        }
        return largest;
    }

    /** The largest magnitude of an entry that is not infinite; 0 if there is none. */
    public static double sizeOfFinite(Value a) {
        double largest = 0;
        for (Value entry : a instanceof Array ? ((Array) a).entries() : List.of(a)) {
            largest = Double.isInfinite(size(entry)) ? largest : Math.max(largest, size(entry));
        }
        return largest;
    }

    /** The derivative part of a value; of an array, entry by entry. */
    public static Value eps(Value a, int order) {
        return a instanceof Array ? ((Array) a).map(entry -> Arithmetic.eps(entry, order)) : Arithmetic.eps(a, order);
    }

    /** The value part of a value; of an array, entry by entry. */
    public static Value re(Value a, int order) {
        return a instanceof Array ? ((Array) a).map(entry -> Arithmetic.re(entry, order)) : Arithmetic.re(a, order);
    }

    /** Whether a value, or an entry of it, carries a derivative. */
    public static boolean isDual(Value a) {
        return latestOrder(a) > 0;
    }

    /** Which differentiation a value, or an entry of it, takes part in last; 0 if in none. */
    public static int latestOrder(Value a) {
        if (!(a instanceof Array)) {
            return Arithmetic.order(a);
        }
        int latest = 0;
        for (Value entry : ((Array) a).entries()) {
            latest = Math.max(latest, Arithmetic.order(entry));
        }
        return latest;
    }

    /** Whether two values cannot be told apart: of one kind, and alike to the last bit. */
    public static boolean isSame(Value a, Value b) {
        if (a instanceof Value.Real && b instanceof Value.Real) {
            return same(((Value.Real) a).x(), ((Value.Real) b).x());
        }
        if (a instanceof Value.Complex && b instanceof Value.Complex) {
            return same(((Value.Complex) a).re(), ((Value.Complex) b).re())
                    && same(((Value.Complex) a).im(), ((Value.Complex) b).im());
        }
        if (a instanceof Value.Exact && b instanceof Value.Exact) {
            return ((Value.Exact) a).number().equals(((Value.Exact) b).number());
        }
        if (a instanceof Value.Truth && b instanceof Value.Truth) {
            return ((Value.Truth) a).holds() == ((Value.Truth) b).holds();
        }
        if (a instanceof Value.Handle && b instanceof Value.Handle) {
            return ((Value.Handle) a).of() == ((Value.Handle) b).of();
        }
        return a instanceof Array && b instanceof Array && isSame((Array) a, (Array) b);
    }

    private static boolean isSame(Array a, Array b) {
        boolean same = a.rows() == b.rows() && a.columns() == b.columns();
        for (int i = 0; same && i < a.entries().size(); i++) {
            same = isSame(a.entries().get(i), b.entries().get(i));
        }
        return same;
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /** The largest magnitude of a difference between entries; zero for equal infinities, infinite for other shapes. */
    public static double distance(Value a, Value b) {
        if (!(a instanceof Array) && !(b instanceof Array)) {
            return apart(a, b);
        }
        if (!shape(a).equals(shape(b))) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < ((Array) a).entries().size(); i++) {
            largest = Math.max(
                    largest,
                    apart(((Array) a).entries().get(i), ((Array) b).entries().get(i)));
        }
        return largest;
    }

    private static double apart(Value a, Value b) {
        boolean bothInfinite = Arithmetic.real(a) == Arithmetic.real(b) && Double.isInfinite(Arithmetic.real(a));
        return bothInfinite ? 0 : size(Arithmetic.subtract(a, b));
    }

    private static int fit(int m, int n, Value a, Value b) {
        if (m == n || n == 1) {
            return m;
        }
        if (m == 1) {
            return n;
        }
        throw new NoValue("shapes " + shape(a) + " and " + shape(b) + " do not fit");
    }

    private static int rows(Value a) {
        return a instanceof Array ? ((Array) a).rows() : 1;
    }

    private static int columns(Value a) {
        return a instanceof Array ? ((Array) a).columns() : 1;
    }

    private static Value entry(Value a, int row, int column) {
        if (!(a instanceof Array)) {
            return a;
        }
        Array array = (Array) a;
        return array.at(array.rows() == 1 ? 0 : row, array.columns() == 1 ? 0 : column);
    }

    /** The shape in words: {@code 2×3}, or {@code a number}. */
    public static String shape(Value a) {
        return a instanceof Array ? ((Array) a).rows() + "×" + ((Array) a).columns() : "a number";
    }
}
