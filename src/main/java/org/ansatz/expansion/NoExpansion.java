package org.ansatz.expansion;

import org.ansatz.quantity.NoValue;

/** That nothing certain is known of how a function behaves far out, or too little. */
public final class NoExpansion extends NoValue {

    private static final long serialVersionUID = 1;

    /**
     * No expansion.
     *
     * @param what of which none is known, for messages: "a divisor that may be zero"
     */
    public NoExpansion(String what) {
        super(what);
    }

    /** Of what none is known. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
