package org.ansatz.progress;

/** How an attempt ended. */
public enum Outcome {
    /** The answer was right. */
    RIGHT,
    /** The number was right, its unit was not there. */
    UNIT_MISSING,
    /** The answer was wrong. */
    WRONG,
    /** The solution was asked for instead. */
    SHOWN
}
