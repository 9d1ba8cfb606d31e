package org.ansatz.field.block;

/** Says that something in a file could not be read; the fault itself has been reported already. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A refusal without a message of its own. */
    public Refused() {
        super(null, null, false, false);
    }
}
