package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.schedule.Rating;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every place for attempts does. */
final class ProgressContractTest {

    @TempDir
    private Path folder;

    private int opened;

    enum Kind {
        SQLITE,
        MEMORY,
        PATIENT
    }

    private Progress fresh(Kind kind) throws IOException {
        Path own = folder.resolve("data-" + opened++);
        switch (kind) {
            case SQLITE:
                return SqliteProgress.open(own);
            case PATIENT:
                return new PatientProgress(SqliteProgress.open(own), e -> {
                    throw new AssertionError(e);
                });
            default:
                return new MemoryProgress();
        }
    }

    @ParameterizedTest
    @EnumSource
    void attemptsAreInTheOrderOfTimeWhateverTheOrderTheyCameIn(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            Attempt early = Attempts.right(1, 0, "rf/a");
            Attempt late = Attempts.wrong(2, 60, "rf/b", "a factor of two");
            Attempt alsoLate = Attempts.right(3, 60, "rf/c");
            progress.add(late);
            progress.add(alsoLate);
            progress.add(early);
            assertThat(progress.attempts()).containsExactly(early, late, alsoLate);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAttemptComesBackAsItWas(Kind kind) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Attempt> some = Attempts.some(new Random(seed), 60);
            try (Progress progress = fresh(kind)) {
                for (Attempt attempt : some) {
                    progress.add(attempt);
                }
                assertThat(progress.attempts()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(some);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRatingChangesTheLastAttemptOfItsSittingOnly(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            Attempt first = Attempts.wrong(1, 0, "rf/a", "");
            Attempt last = Attempts.right(1, 30, "rf/a");
            Attempt other = Attempts.right(2, 60, "rf/a");
            for (Attempt attempt : List.of(first, last, other)) {
                progress.add(attempt);
            }
            progress.rate(1, Rating.EASY);
            progress.rate(77, Rating.HARD);
            assertThat(progress.attempts()).containsExactly(first, last.rated(Rating.EASY), other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoTakesBackTheLastAttemptOfItsSittingThenTheOneBefore(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            Attempt first = Attempts.wrong(1, 0, "rf/a", "");
            Attempt last = Attempts.right(1, 30, "rf/a");
            Attempt other = Attempts.right(2, 60, "rf/a");
            for (Attempt attempt : List.of(first, last, other)) {
                progress.add(attempt);
            }
            assertThat(progress.undo(1)).isTrue();
            assertThat(progress.attempts()).containsExactly(first, other);
            progress.rate(1, Rating.HARD);
            assertThat(progress.attempts()).containsExactly(first.rated(Rating.HARD), other);
            assertThat(progress.undo(1)).isTrue();
            assertThat(progress.undo(1)).isFalse();
            assertThat(progress.undo(77)).isFalse();
            assertThat(progress.attempts()).containsExactly(other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsMissingIsAdded(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            Attempt there = Attempts.right(1, 0, "rf/a");
            Attempt takenBack = Attempts.right(2, 10, "rf/a");
            Attempt missing = Attempts.right(3, 20, "rf/a");
            progress.add(there);
            progress.rate(1, Rating.HARD);
            progress.add(takenBack);
            progress.undo(2);
            List<Attempt> file = List.of(missing, there, takenBack, missing, missing);
            assertThat(progress.addMissing(file)).isEqualTo(1);
            assertThat(progress.addMissing(file)).isZero();
            assertThat(progress.attempts()).containsExactly(there.rated(Rating.HARD), missing);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasHandedOutDoesNotChange(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            List<Attempt> before = progress.attempts();
            progress.add(Attempts.right(2, 0, "rf/a"));
            assertThat(before).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalThreadsLoseNothing(Kind kind) throws Exception {
        try (Progress progress = fresh(kind)) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int own = thread;
                threads.add(new Thread(() -> {
                    for (int i = 0; i < 25; i++) {
                        try {
                            progress.add(Attempts.right(own, i, "rf/a"));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(progress.attempts()).hasSize(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePaperThatWasKeptLastComesBackAsItWas(Kind kind) throws IOException {
        try (Progress progress = fresh(kind)) {
            assertThat(progress.paper()).isNull();
            for (int questions : new int[] {3, 1, 2}) {
                Paper paper = paper(questions);
                progress.keep(paper);
                assertThat(progress.paper()).isEqualTo(paper);
            }
        }
    }

    static Paper paper(int questions) {
        List<Paper.Question> some = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            some.add(new Paper.Question(-i, "rf/" + i, "a1", 7L * i, i == 0, i == 1, Duration.ofMillis(1234)));
        }
        Stopwatch watch = new Stopwatch(Duration.ofMillis(59_999), Instant.ofEpochMilli(1_772_452_800_001L));
        return new Paper(
                Long.MIN_VALUE, Duration.ofMinutes(9), watch, questions - 1, questions == 2, new Writer(17, 3), some);
    }

    @ParameterizedTest
    @EnumSource
    void closingTwiceIsNoError(Kind kind) throws IOException {
        Progress progress = fresh(kind);
        progress.close();
        progress.close();
        assertThat(Files.exists(folder)).isTrue();
    }
}
