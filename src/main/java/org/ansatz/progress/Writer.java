package org.ansatz.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * The program that is at work on something. One that was killed is no longer alive, and leaves it to the next.
 *
 * @param process its number
 * @param started when it began, in milliseconds since 1970; tells it from a later one of that number. 0 if the system does
 *     not say
 */
public record Writer(long process, long started) {

    /** This program. */
    public static Writer self() {
        return of(ProcessHandle.current());
    }

    private static Writer of(ProcessHandle handle) {
        return new Writer(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Whether another program is still at work. */
    public boolean isAnother() {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        return !equals(self()) && handle.isPresent() && of(handle.get()).equals(this);
    }
}
