package org.ansatz.plot;

import org.jspecify.annotations.Nullable;

/** Counts the points of a figure that have no value, and keeps the first reason. */
final class Gaps {

    private int points;
    private int gaps;
    private @Nullable String reason;

    void point() {
        points++;
    }

    /** A point without a value. */
    double gap(Exception why) {
        gaps++;
        reason = reason == null ? String.valueOf(why.getMessage()) : reason;
        return Double.NaN;
    }

    /** What a reader must know of them; empty if there is nothing. */
    String note() {
        if (gaps == 0) {
            return "";
        }
        String how = gaps == points ? "no point has a value" : gaps + " of " + points + " points have no value";
        return how + ": " + reason;
    }
}
