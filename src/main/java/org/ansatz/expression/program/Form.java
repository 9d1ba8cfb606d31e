package org.ansatz.expression.program;

/**
 * What a block of a program holds; a number is a matrix of one entry.
 *
 * @param kind what is known of its entries
 * @param rows how many rows
 * @param columns how many columns
 */
public record Form(Kind kind, int rows, int columns) {

    /** A single number or truth value. */
    public static Form single(Kind kind) {
        return new Form(kind, 1, 1);
    }

    /** How many entries it has. */
    public int size() {
        return rows * columns;
    }

    /** Whether it has one entry. */
    public boolean isSingle() {
        return rows == 1 && columns == 1;
    }

    /** The same shape of another kind. */
    public Form with(Kind other) {
        return new Form(other, rows, columns);
    }

    /** Whether another holds the same. */
    public boolean isLike(Form other) {
        return kind == other.kind && rows == other.rows && columns == other.columns;
    }

    /** How many places it takes. */
    int places() {
        return kind.hasDistance() ? 2 * size() : size();
    }
}
