package org.ansatz.route.gradient.model;

/** A descent whose loss is no longer a finite number: its steps are too long. */
public final class Divergence extends ArithmeticException {

    private static final long serialVersionUID = 1;

    private final int updates;

    Divergence(int updates, Throwable cause) {
        super("the loss is no longer a finite number at step " + updates);
        initCause(cause);
        this.updates = updates;
    }

    /** How many updates had been made by then. */
    public int updates() {
        return updates;
    }
}
