package org.ansatz.gradient.model;

import org.jspecify.annotations.Nullable;

/** A descent whose loss is no longer a finite number: its steps are too long. */
public final class Divergence extends ArithmeticException {

    private static final long serialVersionUID = 1;

    /**
     * A descent that went astray.
     *
     * @param place where: "at step 3"
     * @param cause what the loss refused, or null if it is itself no finite number
     */
    public Divergence(String place, @Nullable Throwable cause) {
        super("the loss is no longer a finite number " + place);
        initCause(cause);
    }
}
