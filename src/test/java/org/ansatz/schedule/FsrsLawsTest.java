package org.ansatz.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/** What holds of every memory, over histories drawn at random. */
final class FsrsLawsTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Rating> RATINGS = List.of(Rating.values());
    private static final int HISTORIES = 2_000;

    private final Fsrs fsrs = Fsrs.DEFAULT;

    /** Every memory on the way through histories of up to 12 reviews, with the seed of its history. */
    private void everyMemory(ObjLongConsumer<Memory> law) {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            Memory memory = Memory.fresh();
            Instant at = START;
            for (int review = random.nextInt(12); review >= 0; review--) {
                memory = fsrs.reviewed(memory, RATINGS.get(random.nextInt(4)), at);
                law.accept(memory, seed);
                at = at.plus(gap(random));
            }
        }
    }

    /** From seconds to years, short and long ones equally likely. */
    private static Duration gap(Random random) {
        return Duration.ofSeconds((long) Math.exp(random.nextDouble() * Math.log(1e8)));
    }

    private static Instant last(Memory memory) {
        return memory.lastReview() == null ? START : memory.lastReview();
    }

    private static Duration interval(Memory memory) {
        return Duration.between(last(memory), memory.due());
    }

    @Test
    void afterAsManyDaysAsItsStabilityAQuestionIsKnownNineTimesInTen() {
        for (int days = 1; days <= 36_500; days = days * 3 / 2 + 1) {
            Memory memory = new Memory(State.REVIEW, 0, days, 5, START, START);
            assertThat(fsrs.retrievability(memory, START.plus(Duration.ofDays(days))))
                    .isCloseTo(0.9, within(1e-12));
        }
    }

    @Test
    void theChanceToKnowFallsFromOneAndStaysAboveZero() {
        everyMemory((memory, seed) -> {
            assertThat(fsrs.retrievability(memory, last(memory))).isEqualTo(1);
            double before = 1;
            for (int days = 1; days < 40_000; days *= 5) {
                double now = fsrs.retrievability(memory, last(memory).plus(Duration.ofDays(days)));
                assertThat(now)
                        .as("seed %d, %d days", seed, days)
                        .isBetween(0.0, before)
                        .isPositive();
                before = now;
            }
        });
    }

    @Test
    void everythingStaysInBounds() {
        everyMemory((memory, seed) -> {
            assertThat(memory.difficulty()).as("seed %d", seed).isBetween(1.0, 10.0);
            assertThat(memory.stability())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(0.001)
                    .isFinite();
            assertThat(interval(memory)).as("seed %d", seed).isBetween(Duration.ofMinutes(1), Duration.ofDays(36_500));
            assertThat(memory.state() == State.REVIEW)
                    .as("seed %d", seed)
                    .isEqualTo(interval(memory).compareTo(Duration.ofDays(1)) >= 0);
        });
    }

    @Test
    void aBetterRatingNeverGivesAShorterIntervalALowerStabilityOrAHigherDifficulty() {
        everyMemory((memory, seed) -> {
            Instant at = last(memory).plus(gap(new Random(~seed)));
            Memory worse = fsrs.reviewed(memory, Rating.AGAIN, at);
            for (Rating rating : List.of(Rating.HARD, Rating.GOOD, Rating.EASY)) {
                Memory better = fsrs.reviewed(memory, rating, at);
                String which = "seed " + seed + ", " + rating + " after " + memory;
                assertThat(better.stability()).as(which).isGreaterThanOrEqualTo(worse.stability());
                assertThat(better.difficulty()).as(which).isLessThanOrEqualTo(worse.difficulty());
                assertThat(interval(better)).as(which).isGreaterThanOrEqualTo(interval(worse));
                worse = better;
            }
        });
    }

    @Test
    void aLapseNeverStrengthensAndARecallAfterADayNeverWeakens() {
        everyMemory((memory, seed) -> {
            Instant at = last(memory).plus(Duration.ofDays(1)).plus(gap(new Random(~seed)));
            double floor = Math.max(memory.stability(), 0.001);
            assertThat(fsrs.reviewed(memory, Rating.AGAIN, at).stability())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(floor);
            assertThat(fsrs.reviewed(memory, Rating.HARD, at).stability())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(memory.stability());
        });
    }

    @Test
    void theLaterARecallTheMoreItStrengthens() {
        everyMemory((memory, seed) -> {
            double before = 0;
            for (int days = 1; days < 10_000; days *= 3) {
                double now = fsrs.reviewed(memory, Rating.GOOD, last(memory).plus(Duration.ofDays(days)))
                        .stability();
                assertThat(now).as("seed %d, %d days", seed, days).isGreaterThanOrEqualTo(before);
                before = now;
            }
        });
    }

    @Test
    void whoWantsToKnowMoreSeesQuestionsSooner() {
        everyMemory((memory, seed) -> {
            Instant at = last(memory).plus(Duration.ofDays(3));
            Duration before = Duration.ofDays(36_500);
            for (double retention : new double[] {0.7, 0.8, 0.9, 0.95, 0.99}) {
                Duration now = interval(fsrs.withRetention(retention).reviewed(memory, Rating.EASY, at));
                assertThat(now).as("seed %d, retention %s", seed, retention).isLessThanOrEqualTo(before);
                before = now;
            }
        });
    }

    @Test
    void aClockThatWasSetBackCountsAsTheSameDay() {
        everyMemory((memory, seed) -> {
            Memory back = fsrs.reviewed(memory, Rating.GOOD, last(memory).minus(Duration.ofDays(400)));
            Memory same = fsrs.reviewed(memory, Rating.GOOD, last(memory));
            assertThat(back.stability()).as("seed %d", seed).isEqualTo(same.stability());
            assertThat(fsrs.retrievability(memory, last(memory).minus(Duration.ofDays(400))))
                    .isEqualTo(1);
        });
    }

    @Test
    void intervalsAreSpreadByTheSharesOfTheirParts() {
        long[][] reaches = {{1, 1, 1}, {2, 2, 2}, {3, 2, 4}, {7, 5, 9}, {10, 8, 12}, {20, 17, 23}, {100, 93, 107}};
        for (long[] row : reaches) {
            long least = Long.MAX_VALUE;
            long most = 0;
            for (long seed = 1; seed <= 1_000; seed++) {
                long days = Fuzz.spread(row[0], 36_500, new SplittableRandom(seed));
                least = Math.min(least, days);
                most = Math.max(most, days);
            }
            assertThat(new long[] {row[0], least, most}).isEqualTo(row);
        }
        assertThat(Fuzz.spread(100, 90, new SplittableRandom(1))).isEqualTo(90);
    }

    @Test
    void theSameSeedSpreadsTheSame() {
        everyMemory((memory, seed) -> {
            Instant at = last(memory).plus(Duration.ofDays(30));
            Memory one = fsrs.spread(memory, Rating.GOOD, at, new SplittableRandom(seed));
            Memory two = fsrs.spread(memory, Rating.GOOD, at, new SplittableRandom(seed));
            assertThat(one).as("seed %d", seed).isEqualTo(two);
            assertThat(one.stability())
                    .isEqualTo(fsrs.reviewed(memory, Rating.GOOD, at).stability());
        });
    }

    @Test
    void theLongestIntervalHolds() {
        Memory strong = new Memory(State.REVIEW, 0, 5_000, 1, START, START);
        Memory next = fsrs.withLongestInterval(365).reviewed(strong, Rating.EASY, START.plus(Duration.ofDays(5_000)));
        assertThat(interval(next)).isEqualTo(Duration.ofDays(365));
        assertThat(interval(fsrs.withLongestInterval(1).reviewed(strong, Rating.EASY, START)))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void onlyOneStepOfLearningAndHardWaitsHalfAsLongAgain() {
        Fsrs single = fsrs.withLearningSteps(List.of(Duration.ofMinutes(4)));
        assertThat(interval(single.reviewed(Memory.fresh(), Rating.HARD, START)))
                .isEqualTo(Duration.ofMinutes(6));
        assertThat(interval(fsrs.reviewed(Memory.fresh(), Rating.HARD, START)))
                .isEqualTo(Duration.ofMinutes(5).plusSeconds(30));
    }

    @Test
    void whatWasNeverSeenIsNotKnownAndDueAtOnce() {
        assertThat(fsrs.retrievability(Memory.fresh(), START)).isZero();
        assertThat(Memory.fresh().due()).isBefore(START);
    }

    @Test
    void senselessParametersAreRefused() {
        assertThatThrownBy(() -> fsrs.withWeights(1, 2)).hasMessage("FSRS-6 has 21 weights, not 2");
        for (double chance : new double[] {-0.5, 0, 1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> fsrs.withRetention(chance))
                    .hasMessage("the retention is between 0 and 1, not " + chance);
        }
        assertThatThrownBy(() -> fsrs.withLongestInterval(0))
                .hasMessage("the longest interval is at least 1 day, not 0");
    }

    /** FSRS-4.5 is the same curve with decay −1/2, whose factor is 19/81. */
    @Test
    void theDecayIsAWeight() {
        double[] weights = fsrs.weights();
        weights[20] = 0.5;
        Fsrs older = fsrs.withWeights(weights);
        Memory memory = new Memory(State.REVIEW, 0, 10, 5, START, START);
        assertThat(older.retrievability(memory, START.plus(Duration.ofDays(40))))
                .isCloseTo(9 / Math.sqrt(157), within(1e-12));
        assertThat(older.retrievability(memory, START.plus(Duration.ofDays(10))))
                .isCloseTo(0.9, within(1e-12));
    }

    /** S exp(−w₁₇ w₁₈): by the term for long intervals alone, 0.14 days, it would have become stronger. */
    @Test
    void aLapseAfterYearsLeavesAWeakMemoryWeaker() {
        Memory weak = new Memory(State.REVIEW, 0, 0.1, 1, START, START);
        assertThat(fsrs.reviewed(weak, Rating.AGAIN, START.plus(Duration.ofDays(3_650)))
                        .stability())
                .isCloseTo(0.0951727999, within(1e-10));
    }

    @Test
    void stepsThatWereTakenAwaySinceAreNotMissed() {
        Fsrs none = fsrs.withLearningSteps(List.of());
        Fsrs single = fsrs.withLearningSteps(List.of(Duration.ofMinutes(4)));
        Memory second = new Memory(State.LEARNING, 1, 2, 5, START, START);
        for (Rating rating : RATINGS) {
            assertThat(none.reviewed(second, rating, START).state()).isEqualTo(State.REVIEW);
            assertThat(single.reviewed(second, rating, START).state())
                    .isEqualTo(rating == Rating.AGAIN ? State.LEARNING : State.REVIEW);
        }
        Memory again = single.reviewed(second, Rating.AGAIN, START);
        assertThat(again.step()).isZero();
        assertThat(interval(again)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aSpreadReviewReachesEveryDayNearTheOneThatWasMeant() {
        Memory memory = new Memory(State.REVIEW, 0, 5, 5, START, START);
        Instant at = START.plus(Duration.ofDays(5));
        Duration meant = interval(fsrs.reviewed(memory, Rating.GOOD, at));
        Set<Duration> seen = new HashSet<>();
        Set<Duration> near = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            seen.add(interval(fsrs.spread(memory, Rating.GOOD, at, new SplittableRandom(seed))));
            near.add(Duration.ofDays(Fuzz.spread(meant.toDays(), 36_500, new SplittableRandom(seed))));
        }
        assertThat(seen).isEqualTo(near).contains(meant).hasSizeGreaterThan(4);
    }

    @Test
    void ratingsAreTypedAsWords() {
        assertThat(RATINGS).extracting(Rating::word).containsExactly("again", "hard", "good", "easy");
    }
}
