package org.ansatz.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * A clock that is never set back while the program runs, and never stands still: it goes on by what the clock of the computer
 * shows to have passed or by what its processor has counted, whichever is more. (The first also counts while the computer
 * sleeps, the second also when the clock is set.)
 */
public final class SteadyClock extends Clock {

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant shown;
    private Instant seen;
    private long counted;

    /**
     * Beginning with what a clock shows.
     *
     * @param nanos as {@link System#nanoTime}
     */
    public SteadyClock(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.seen = clock.instant();
        this.shown = seen;
        this.counted = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant();
        long count = nanos.getAsLong();
        Duration byClock = Duration.between(seen, now);
        Duration byCount = Duration.ofNanos(Math.max(0, count - counted));
        shown = shown.plus(byClock.compareTo(byCount) > 0 ? byClock : byCount);
        seen = now;
        counted = count;
        return shown;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    /** The same time; zones are of no matter to it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
