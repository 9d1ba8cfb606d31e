package org.ansatz.expression.type;

/** What a value is, a set of numbers that it is drawn from first of all: each is contained in the next, from integers to complex. */
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
    OPAQUE("something that is not a number"),
    /** Several numbers in no order, each once. */
    SET("a set"),
    /** All real numbers between two. */
    INTERVAL("an interval");

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
        return this != TRUTH && compareTo(COMPLEX) <= 0;
    }

    /** Whether it is made of numbers of one dimension, but is none itself: a set, or an interval with its two ends. */
    public boolean isCollection() {
        return this == SET || this == INTERVAL;
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
