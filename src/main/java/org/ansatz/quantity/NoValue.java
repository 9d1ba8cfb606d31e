package org.ansatz.quantity;

/**
 * Says that there is no such value, with the reason: a division by zero, a matrix that is singular, a search without a result.
 * It is what the data or a formula bring about, and never a defect of the program. Thrown often, so it records no stack.
 */
public class NoValue extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * There is no value.
     *
     * @param reason for a reader, without a full stop
     */
    public NoValue(String reason) {
        super(reason, null, false, false);
    }

    /** The reason. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
