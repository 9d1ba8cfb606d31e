package org.ansatz.expression.program;

/**
 * Where a program keeps a matrix: entries row by row, then, where they may be near 1, their distances from it.
 *
 * @param form what it holds
 * @param at its first place
 */
public record Block(Form form, int at) {

    /** What is known of its entries. */
    public Kind kind() {
        return form.kind();
    }

    /** The place of an entry, counted row by row. */
    public int place(int entry) {
        return at + entry;
    }

    /** The place of the entry that meets this row and column of a larger matrix, for which a single row or column is repeated. */
    int place(int row, int column) {
        return at + (form.rows() == 1 ? 0 : row) * form.columns() + (form.columns() == 1 ? 0 : column);
    }

    /** How far behind an entry its distance from 1 stands, if there is one. */
    int toDistance() {
        return form.size();
    }
}
