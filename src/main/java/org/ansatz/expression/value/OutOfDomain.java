package org.ansatz.expression.value;

import org.ansatz.quantity.NoValue;

/** A function was asked for a value where it has none, as the logarithm of a negative real; not for want of range. */
public final class OutOfDomain extends NoValue {

    private static final long serialVersionUID = 1;

    /** Says what has no value. */
    public OutOfDomain(String message) {
        super(message);
    }
}
