package org.ansatz.plot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the points of a figure that have no value, and keeps where the first was and why. */
final class Gaps {

    private int points;
    private int gaps;
    private @Nullable String reason;

    void point() {
        points++;
    }

    /**
     * A point without a value.
     *
     * @param where it is, {@code f = 2 kHz}, or an empty text: the reason alone has numbers and does not say of what
     */
    double gap(Exception why, Supplier<String> where) {
        gaps++;
        if (reason == null) {
            String place = where.get();
            reason = (place.isEmpty() ? "" : "at " + place + ", ") + why.getMessage();
        }
        return Double.NaN;
    }

    /** Whether there were points, and none had a value. */
    boolean areAll() {
        return gaps > 0 && gaps == points;
    }

    /** What a reader must know of them; empty if there is nothing. */
    String note() {
        if (gaps == 0) {
            return "";
        }
        String how = areAll() ? "no point has a value" : gaps + " of " + points + " points have no value";
        return how + ": " + reason;
    }
}
