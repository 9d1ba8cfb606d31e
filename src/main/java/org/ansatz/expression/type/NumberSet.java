package org.ansatz.expression.type;

/** The set of numbers a value is drawn from, each contained in the next but for the first and the last two. */
public enum NumberSet {
    /** True and false. */
    TRUTH("a truth value"),
    /** Exact integers. */
    INTEGER("an integer"),
    /** Exact rationals. */
    RATIONAL("a rational number"),
    /** Doubles. */
    REAL("a real number"),
    /** Pairs of doubles. */
    COMPLEX("a complex number"),
    /** Functions of the inputs of logic; at given inputs, truth values. */
    SIGNAL("a signal, which is a truth value only at given inputs, as in Y(A = 1, B = 0)"),
    /** Things that only a field block computes with. */
    OPAQUE("something that is not a number");

    private final String description;

    NumberSet(String description) {
        this.description = description;
    }

    /** For messages, with its article. */
    public String description() {
        return description;
    }

    /** Whether arithmetic is defined. */
    public boolean isNumber() {
        return this != TRUTH && this != SIGNAL && this != OPAQUE;
    }

    /** Whether values are kept exactly. */
    public boolean isExact() {
        return this == INTEGER || this == RATIONAL;
    }

    /** The smallest set that contains both. */
    public NumberSet join(NumberSet other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
