package org.ansatz.problem;

import org.jspecify.annotations.Nullable;

/** How near a value must come to an option or key. */
public sealed interface Tolerance {

    /**
     * By how much half a unit of a digit is widened, as a factor, so that a number on the edge counts although it is itself
     * rounded to a double.
     */
    double EDGE = 1 + 1e-9;

    /** Half a unit of the last digit that is printed. */
    record Digits() implements Tolerance {}

    /**
     * The nearest option is meant; it must be nearer than the next by the margin.
     *
     * @param limit how near it must come besides, or null
     */
    record Nearest(@Nullable Tolerance limit) implements Tolerance {}

    /** A fraction of the value. */
    record Relative(double fraction) implements Tolerance {}

    /** A difference, in SI. */
    record Absolute(double difference) implements Tolerance {}

    /** So many significant digits. */
    record Significant(int digits) implements Tolerance {

        /** Half a unit of the last of these digits in a number of this size, in SI; of zero, which has none, nothing. */
        public double half(double size) {
            return size == 0 || !Double.isFinite(size)
                    ? 0
                    : 0.5 * Math.pow(10, Math.floor(Math.log10(size)) + 1 - digits) * EDGE;
        }
    }
}
