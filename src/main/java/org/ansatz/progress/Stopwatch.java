package org.ansatz.progress;

import java.time.Duration;
import java.time.Instant;

/**
 * How much time has passed by a clock that may be set back: what such a clock takes back does not count, so that time already
 * counted stays so.
 *
 * @param used the time that has passed
 * @param seen what the clock showed then
 */
public record Stopwatch(Duration used, Instant seen) {

    /** Started now. */
    public static Stopwatch started(Instant now) {
        return new Stopwatch(Duration.ZERO, now);
    }

    /** This watch when the clock shows {@code now}. */
    public Stopwatch at(Instant now) {
        return new Stopwatch(now.isAfter(seen) ? used.plus(Duration.between(seen, now)) : used, now);
    }
}
