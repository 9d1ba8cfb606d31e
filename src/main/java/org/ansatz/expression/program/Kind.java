package org.ansatz.expression.program;

/** What is known of the numbers in a block. */
public enum Kind {
    /** Rounded numbers of which no more is known than their doubles show. */
    REAL,

    /** Numbers that may be near 1, each with the distance of its magnitude from 1, or NaN. */
    NEAR,

    /** Numbers that are known exactly and need not be whole, each with the distance of its magnitude from 1, or NaN: constants only. */
    RATIONAL,

    /** Whole numbers that are known exactly and held by a double, up to 2^53. */
    WHOLE,

    /** 1 for true, 0 for false. */
    TRUTH;

    /** How many bits a whole number may have. */
    public static final int WHOLE_BITS = 53;

    /** The largest magnitude up to which every whole number is a double. */
    public static final double MAX_WHOLE = 0x1p53;

    /** Whether it holds numbers. */
    boolean isNumber() {
        return this != TRUTH;
    }

    /** Whether it holds numbers that are known exactly. */
    public boolean isExact() {
        return this == WHOLE || this == RATIONAL;
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
