package org.ansatz.trial;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a solution misses the answer on one set of data.
 *
 * @param place where among the points of a function or the parts of an answer ({@code at t = 0.5 ms}), or empty
 * @param expected the answer
 * @param was what the solution makes of it; without an answer, what it did instead
 * @param failure why there is no answer, or null if there is one
 */
record Gap(String place, String expected, String was, Solution.@Nullable Failure failure) {

    /** A solution that gives no answer. */
    static Gap none(String place, String expected, Solution.Failure failure) {
        return new Gap(place, expected, String.valueOf(failure.getMessage()), failure);
    }

    /** The same with a word on what is wrong, which may be empty. */
    Gap with(String diagnosis) {
        return diagnosis.isEmpty() ? this : new Gap(place, expected, was + " (" + diagnosis + ")", failure);
    }

    /** What the solution threw instead of an answer, or null. */
    @Nullable
    Throwable thrown() {
        return failure == null ? null : failure.getCause();
    }

    /** Whether the solution was given up because it did not return. */
    boolean isAbandoned() {
        return thrown() instanceof TimeoutException;
    }

    /** How the gap reads in a message. */
    String describe(String reason) {
        return (place.isEmpty() ? "" : " " + place) + ": expected " + expected + " (" + reason + "), "
                + (failure == null ? "was " : "but it ") + was;
    }
}
