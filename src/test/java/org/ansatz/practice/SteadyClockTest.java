package org.ansatz.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Time goes on, whatever is done to the clock. */
final class SteadyClockTest {

    private Instant wall = Instant.parse("2026-11-28T12:00:00Z");
    private long nanos = Long.MAX_VALUE - 1_000_000_000;

    private final Clock clock = new SteadyClock(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return wall;
                }
            },
            () -> nanos);

    private final Instant start = clock.instant();

    private Duration after(Duration byWall, Duration byCount) {
        wall = wall.plus(byWall);
        nanos += byCount.toNanos();
        return Duration.between(start, clock.instant());
    }

    @Test
    void itGoesOnWhileTheClockIsSetBack() {
        assertThat(after(Duration.ofHours(-1), Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(after(Duration.ofSeconds(7), Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void theTimeThatTheComputerSleptCounts() {
        assertThat(after(Duration.ofHours(8), Duration.ofSeconds(1))).isEqualTo(Duration.ofHours(8));
    }
}
