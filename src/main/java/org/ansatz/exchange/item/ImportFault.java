package org.ansatz.exchange.item;

/** A file of another program that cannot be read. */
public final class ImportFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    public ImportFault(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
