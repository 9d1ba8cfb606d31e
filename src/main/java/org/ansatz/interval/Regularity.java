package org.ansatz.interval;

/** What is known of a function on a set, from least to most; each says all that those before it say, but for the first. */
public enum Regularity {
    /** It has no value anywhere on the set. */
    NOWHERE,
    /** It may have no value somewhere, as at a pole. */
    PARTIAL,
    /** It has a value everywhere, and may jump. */
    DEFINED,
    /** It is continuous, and its first derivative, where it exists, and every difference quotient lie in the first coefficient. */
    CONTINUOUS,
    /** It has as many derivatives as there are coefficients. */
    SMOOTH;

    /** What is known of something made of two functions. */
    public Regularity and(Regularity other) {
        return compareTo(other) < 0 ? this : other;
    }

    /** Whether all that the other says is known. */
    public boolean isAtLeast(Regularity other) {
        return compareTo(other) >= 0;
    }
}
