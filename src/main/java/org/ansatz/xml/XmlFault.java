package org.ansatz.xml;

/** A file is no XML, or more than is read. */
public final class XmlFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * A fault at a place.
     *
     * @param line from 1
     * @param column from 1
     */
    public XmlFault(int line, int column, String message) {
        super(message);
        this.line = Math.max(1, line);
        this.column = Math.max(1, column);
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
