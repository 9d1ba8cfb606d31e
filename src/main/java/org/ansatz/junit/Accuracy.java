package org.ansatz.junit;

import org.ansatz.trial.Input;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * How near a number must come to what the routes of a problem find, and in which unit it is.
 *
 * @param digits as near as the right one rounded to so many significant digits, 1 to {@value #MAX_DIGITS}
 * @param unit of the number, as people write it, or empty for SI
 */
public record Accuracy(int digits, String unit) {

    /** The most digits that can be asked for. */
    static final int MAX_DIGITS = 15;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the digits are out of range, or there is no such unit
     */
    public Accuracy {
        if (digits < 1 || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("digits are from 1 to " + MAX_DIGITS + ", not " + digits);
        }
        Input.unit(unit);
    }

    /**
     * Says in which unit the number is; without it, SI.
     *
     * @param symbol as people write it: {@code "cm"}
     * @throws IllegalArgumentException if there is no such unit
     */
    @CheckReturnValue
    public Accuracy in(String symbol) {
        return new Accuracy(digits, symbol);
    }
}
