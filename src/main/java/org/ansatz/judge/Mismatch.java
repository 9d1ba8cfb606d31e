package org.ansatz.judge;

import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Units;

/** That something is of another kind than what is asked for, said of the first respect in which the two differ. */
public final class Mismatch {

    private Mismatch() {}

    /** {@code a length (m) is asked for, and this is a time (s)}, {@code k × n is asked for, and this is a number}. */
    public static String between(Type wanted, Type given) {
        boolean ofNumbers = wanted.isNumber() && given.isNumber();
        if (ofNumbers && !given.has(wanted.dimensionOrNone())) {
            return said(Units.describe(wanted.dimensionOrNone()), given.describe());
        }
        if (ofNumbers && !wanted.shape().equals(given.shape())) {
            return said(wanted.shape().toString(), given.shape().toString());
        }
        if (wanted.set() != given.set()) {
            return said(wanted.set().description(), given.set().description());
        }
        return "what is asked for is of another kind than this";
    }

    private static String said(String wanted, String given) {
        return wanted.equals(given)
                ? "what is asked for is of another kind than this"
                : wanted + " is asked for, and this is " + given;
    }
}
