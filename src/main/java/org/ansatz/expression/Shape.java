package org.ansatz.expression;

/**
 * The shape of a value.
 *
 * @param rows 0 for a single number, −1 if not known before evaluation
 * @param columns likewise
 */
public record Shape(int rows, int columns) {

    /** A single number. */
    public static final Shape SCALAR = new Shape(0, 0);

    /** A matrix whose size is not known before evaluation. */
    public static final Shape MATRIX = new Shape(-1, -1);

    /** Whether it is a single number. */
    public boolean isScalar() {
        return rows == 0;
    }

    /** Rows exchanged for columns. */
    Shape transposed() {
        return new Shape(/* rows= */ columns, /* columns= */ rows);
    }

    /** The shape of an elementwise operation's result, or null if the shapes cannot fit. */
    @org.jspecify.annotations.Nullable
    Shape entrywise(Shape other) {
        if (isScalar()) {
            return other;
        }
        if (other.isScalar()) {
            return this;
        }
        int r = fit(rows, other.rows);
        int c = fit(columns, other.columns);
        return r == 0 || c == 0 ? null : new Shape(r, c);
    }

    /** Whether both are matrices and known to be of different sizes. */
    public boolean differs(Shape other) {
        boolean matrices = !isScalar() && !other.isScalar();
        return matrices && (differ(rows, other.rows) || differ(columns, other.columns));
    }

    private static boolean differ(int m, int n) {
        return m > 0 && n > 0 && m != n;
    }

    private static int fit(int m, int n) {
        if (m == n || n == 1) {
            return m;
        }
        if (m == 1) {
            return n;
        }
        return m < 0 ? n : n < 0 ? m : 0;
    }

    @Override
    public String toString() {
        return isScalar() ? "a number" : name(rows) + " × " + name(columns);
    }

    private static String name(int size) {
        return size < 0 ? "?" : String.valueOf(size);
    }
}
