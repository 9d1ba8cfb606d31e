package org.ansatz.expression.program;

/** Says that something has no place in a program, and is to be evaluated otherwise. Expected, so it records no stack. */
public final class Unwritten extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Something has no place. */
    public Unwritten(String what) {
        super(what, null, false, false);
    }
}
