package org.ansatz.table;

import java.io.IOException;

/** A file of rows that cannot be read: where, and what is wrong. */
public final class Malformed extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;

    /** What is wrong at this line, from 1. */
    public Malformed(int line, String what) {
        super("line " + line + ": " + what);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
