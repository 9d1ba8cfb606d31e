package org.ansatz.problem;

/** How near a value must come to an option or key. */
public sealed interface Tolerance {

    /** Half a unit of the last digit that is printed. */
    record Digits() implements Tolerance {}

    /** The nearest option is meant; it must be nearer than the next by the margin. */
    record Nearest() implements Tolerance {}

    /** A fraction of the value. */
    record Relative(double fraction) implements Tolerance {}

    /** A difference, in SI. */
    record Absolute(double difference) implements Tolerance {}

    /** So many significant digits. */
    record Significant(int digits) implements Tolerance {}
}
