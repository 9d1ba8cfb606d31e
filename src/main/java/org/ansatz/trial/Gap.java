package org.ansatz.trial;

import org.jspecify.annotations.Nullable;

/**
 * How a solution misses the answer on one set of data.
 *
 * @param place where among the points of a function ({@code t = 0.5 ms}), or empty
 * @param expected the answer
 * @param was what the solution makes of it
 * @param thrown what the solution threw instead of an answer, or null
 */
record Gap(
        String place, String expected, String was, @Nullable Throwable thrown) {

    /** How the gap reads in a message. */
    String describe(String reason) {
        return (place.isEmpty() ? "" : " at " + place) + ": expected " + expected + " (" + reason + "), "
                + (thrown == null ? "was " + was : "but it threw " + was);
    }
}
