package org.ansatz.expression.program;

/** What is known of the numbers in a block. */
public enum Kind {
    /** Rounded numbers of which no more is known than their doubles show. */
    REAL,

    /** Numbers that may be near 1, each with the distance of its magnitude from 1, or NaN. */
    NEAR,

    /** Numbers that are known exactly, and that a double holds. */
    EXACT,

    /** Numbers that are known exactly, each as the nearest double and the distance of its magnitude from 1, or NaN: constants only. */
    RATIONAL,

    /** 1 for true, 0 for false. */
    TRUTH;

    /** Whether it holds numbers. */
    boolean isNumber() {
        return this != TRUTH;
    }

    /** Whether it holds numbers that are known exactly. */
    public boolean isExact() {
        return this == EXACT || this == RATIONAL;
    }

    /** Whether a distance from 1 stands behind each number. */
    boolean hasDistance() {
        return this == NEAR || this == RATIONAL;
    }

    /** What holds numbers of both kinds, exact ones as if they were rounded. */
    Kind and(Kind other) {
        return this == other ? this : NEAR;
    }
}
