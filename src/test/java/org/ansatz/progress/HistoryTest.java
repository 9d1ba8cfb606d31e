package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.ansatz.schedule.Fsrs;
import org.ansatz.schedule.Memory;
import org.ansatz.schedule.Rating;
import org.ansatz.schedule.State;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final long DAY = 86_400;
    private static final Instant NOON = Attempts.NOON;

    private static History history(long seconds, Attempt... attempts) {
        return History.of(List.of(attempts), Fsrs.DEFAULT, NOON.plusSeconds(seconds), ZoneOffset.UTC);
    }

    private static Attempt hinted(long sitting, long seconds, String problem) {
        Attempt right = Attempts.right(sitting, seconds, problem);
        return new Attempt(
                sitting, right.at(), problem, right.topic(), 0, "", "5 V", Outcome.RIGHT, "", 1, Rating.HARD, true);
    }

    @Test
    void aSittingIsOneReviewRatedAndDatedByItsLastAttempt() {
        History history = history(
                DAY,
                Attempts.wrong(1, 0, "rf/a", "a factor of two"),
                Attempts.wrong(1, 40, "rf/a", ""),
                Attempts.right(1, 100, "rf/a"));
        Memory expected = Fsrs.DEFAULT.reviewed(Memory.fresh(), Rating.GOOD, NOON.plusSeconds(100));
        assertThat(history.memory("rf/a")).isEqualTo(expected);
        Standing standing = Objects.requireNonNull(history.standing("rf/a"));
        assertThat(standing.attempts()).isEqualTo(3);
        assertThat(standing.sittings()).hasSize(1);
        assertThat(standing.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(standing.at()).isEqualTo(NOON.plusSeconds(100));
    }

    @Test
    void anAttemptDatedInTheFutureHoldsNothingBack() {
        Attempt later = Attempts.right(2, 1000 * DAY, "rf/b");
        assertThat(history(DAY, later).due(id -> true)).containsExactly("rf/b");
        History both = history(DAY, Attempts.right(1, 0, "rf/a"), later);
        assertThat(Objects.requireNonNull(both.standing("rf/b")).at()).isEqualTo(NOON);
        assertThat(history(1000 * DAY, later).due(id -> true)).isEmpty();
    }

    @Test
    void sittingsFollowOneAnotherAsTheyEndAndThoseOfExamsCount() {
        Attempt exam = hinted(1, 5, "rf/a");
        History history = history(
                4 * DAY,
                Attempts.wrong(1, 0, "rf/a", ""),
                exam,
                Attempts.right(2, 3, "rf/b"),
                Attempts.right(3, 3 * DAY, "rf/a"));
        Memory first = Fsrs.DEFAULT.reviewed(Memory.fresh(), Rating.HARD, exam.at());
        assertThat(history.memory("rf/a"))
                .isEqualTo(Fsrs.DEFAULT.reviewed(first, Rating.GOOD, NOON.plusSeconds(3 * DAY)));
        assertThat(history.sittings()).extracting(Sitting::problem).containsExactly("rf/b", "rf/a", "rf/a");
    }

    @Test
    void theSameSittingNumberForAnotherProblemIsAnotherSitting() {
        History history = history(DAY, Attempts.right(1, 0, "rf/a"), Attempts.wrong(1, 1, "rf/b", ""));
        assertThat(history.standings()).containsOnlyKeys("rf/a", "rf/b");
        assertThat(history.sittings()).extracting(Sitting::outcome).containsExactly(Outcome.RIGHT, Outcome.WRONG);
    }

    @Test
    void whatWasNeverTriedIsFreshAndNotDue() {
        History nothing = history(0);
        assertThat(nothing.memory("rf/a")).isEqualTo(Memory.fresh());
        assertThat(nothing.standing("rf/a")).isNull();
        assertThat(nothing.due(id -> true)).isEmpty();
        assertThat(nothing.streak()).isZero();
        assertThat(nothing.accuracy()).isEmpty();
        assertThat(nothing.slips()).isEmpty();
        assertThat(nothing.forecast(id -> true))
                .hasSize(14)
                .allSatisfy((day, ids) -> assertThat(ids).isEmpty());
    }

    @Test
    void theLongestOverdueComesFirst() {
        Attempt[] attempts = {
            Attempts.right(1, 0, "rf/late"),
            Attempts.wrong(2, 10, "rf/later", ""),
            Attempts.right(3, 5_000, "rf/not yet")
        };
        assertThat(history(5_100, attempts).due(id -> true)).containsExactly("rf/later", "rf/late");
        assertThat(history(69, attempts).due(id -> true)).isEmpty();
        assertThat(history(70, attempts).due(id -> true)).containsExactly("rf/later");
    }

    @Test
    void whatIsNoLongerThereIsNotDueButWasDone() {
        Attempt[] attempts = {Attempts.right(1, 0, "rf/a"), Attempts.wrong(2, 1, "gone/b", "a sign")};
        History history = history(DAY, attempts);
        assertThat(history.due(Set.of("rf/a")::contains)).containsExactly("rf/a");
        assertThat(history.forecast(Set.of("rf/a")::contains).values().stream().flatMap(List::stream))
                .containsExactly("rf/a");
        assertThat(history.accuracy()).containsOnlyKeys("gone", "rf");
        assertThat(history.slips()).containsExactly(new Tally("a sign", 1));
    }

    @Test
    void theForecastPutsTheOverdueTodayAndTheRestOnItsDay() {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(Attempts.right(10, 0, "rf/known"));
        attempts.add(Attempts.right(11, 600, "rf/known"));
        attempts.add(Attempts.right(1, 700, "rf/easy").rated(Rating.EASY));
        attempts.add(Attempts.wrong(2, 800, "rf/wrong", ""));
        History history = history(1_000, attempts.toArray(new Attempt[0]));
        assertThat(history.memory("rf/known").state()).isEqualTo(State.REVIEW);
        var forecast = history.forecast(id -> true);
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertThat(forecast.firstKey()).isEqualTo(today);
        assertThat(forecast.lastKey()).isEqualTo(today.plusDays(13));
        assertThat(forecast.get(today)).containsExactly("rf/wrong");
        assertThat(forecast.get(today.plusDays(2))).containsExactly("rf/known");
        assertThat(forecast.get(today.plusDays(8))).containsExactly("rf/easy");
        assertThat(history(20 * DAY, attempts.toArray(new Attempt[0]))
                        .forecast(id -> true)
                        .get(today.plusDays(20)))
                .containsExactly("rf/wrong", "rf/known", "rf/easy");
    }

    @Test
    void theStreakCountsDaysUpToTodayOrYesterday() {
        Attempt[] threeDays = {
            Attempts.right(1, 0, "rf/a"), Attempts.right(2, DAY, "rf/a"), Attempts.right(3, 2 * DAY, "rf/a")
        };
        assertThat(history(2 * DAY + 1, threeDays).streak()).isEqualTo(3);
        assertThat(history(3 * DAY, threeDays).streak()).as("today not yet").isEqualTo(3);
        assertThat(history(4 * DAY, threeDays).streak()).as("missed yesterday").isZero();
        assertThat(history(2 * DAY, threeDays[0], threeDays[2]).streak())
                .as("a gap")
                .isEqualTo(1);
        assertThat(history(0, threeDays[2]).streak())
                .as("of a clock that was set back")
                .isZero();
    }

    @Test
    void aDayIsTheLearnersOwn() {
        Attempt beforeMidnight = Attempts.right(1, 11 * 3_600 + 1_800, "rf/a"); // 23:30 UTC
        Attempt afterMidnight = Attempts.right(2, 12 * 3_600 + 1_800, "rf/a"); // 00:30 UTC
        List<Attempt> both = List.of(beforeMidnight, afterMidnight);
        Instant now = afterMidnight.at();
        assertThat(History.of(both, Fsrs.DEFAULT, now, ZoneOffset.UTC).streak()).isEqualTo(2);
        assertThat(History.of(both, Fsrs.DEFAULT, now, ZoneId.of("Asia/Kolkata"))
                        .streak())
                .isEqualTo(1);
    }

    @Test
    void theStreakSurvivesADayOf23Hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin"); // on 2026-03-29 the clocks go forward
        List<Attempt> attempts = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 3, 27);
        for (int i = 0; i < 5; i++) {
            Instant at = day.plusDays(i).atTime(0, 10).atZone(berlin).toInstant();
            attempts.add(Attempts.right(i, Duration.between(NOON, at).toSeconds(), "rf/a"));
        }
        Instant now = day.plusDays(4).atTime(23, 50).atZone(berlin).toInstant();
        assertThat(History.of(attempts, Fsrs.DEFAULT, now, berlin).streak()).isEqualTo(5);
    }

    @Test
    void accuracyIsWhatWasRightAtOnceWithoutHints() {
        History history = history(
                DAY,
                Attempts.right(1, 0, "rf/a"),
                Attempts.wrong(2, 1, "rf/a", ""),
                Attempts.right(2, 2, "rf/a"),
                hinted(3, 3, "rf/b"),
                Attempts.right(4, 4, "dsp/c"));
        assertThat(history.accuracy()).containsEntry("rf", new Share(1, 3)).containsEntry("dsp", new Share(1, 1));
        assertThat(new Share(1, 3).fraction()).isEqualTo(1.0 / 3);
    }

    @Test
    void theSlipsMadeMostComeFirst() {
        History history = history(
                DAY,
                Attempts.wrong(1, 0, "rf/a", "b"),
                Attempts.wrong(1, 1, "rf/a", "c"),
                Attempts.wrong(1, 2, "rf/a", "c"),
                Attempts.wrong(1, 3, "rf/a", ""),
                Attempts.wrong(2, 4, "rf/b", "a"));
        assertThat(history.slips()).containsExactly(new Tally("c", 2), new Tally("a", 1), new Tally("b", 1));
    }

    @Test
    void whateverWasDoneNothingFails() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Attempt> some = Attempts.some(random, random.nextInt(80));
            some.sort(Comparator.comparing(Attempt::at));
            Instant now = NOON.plusSeconds(random.nextInt(2_000_000) - 1_000_000);
            History history = History.of(some, Fsrs.DEFAULT, now, ZoneOffset.UTC);
            String which = "seed " + seed;
            assertThat(history.sittings().stream()
                            .mapToInt(sitting -> sitting.attempts().size())
                            .sum())
                    .as(which)
                    .isEqualTo(some.size());
            assertThat(history.standings().values().stream()
                            .mapToInt(Standing::attempts)
                            .sum())
                    .as(which)
                    .isEqualTo(some.size());
            assertThat(history.accuracy().values().stream().mapToInt(Share::all).sum())
                    .as(which)
                    .isEqualTo(history.sittings().size());
            assertThat(history.due(id -> true))
                    .as(which)
                    .allSatisfy(id -> assertThat(history.memory(id).due()).isBeforeOrEqualTo(now));
            assertThat(history.forecast(id -> true)).as(which).hasSize(14);
        }
    }
}
