package org.ansatz.field.circuit.sparse;

/** Says that a system has no unique solution. */
public final class SingularMatrix extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int column;

    SingularMatrix(int column) {
        super("singular in column " + column, null, false, false);
        this.column = column;
    }

    /** An unknown that is not determined. */
    public int column() {
        return column;
    }
}
