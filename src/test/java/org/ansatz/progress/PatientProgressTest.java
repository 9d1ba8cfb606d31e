package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session goes on while the disk does not. */
final class PatientProgressTest {

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private PatientProgress patient(Progress disk) {
        return new PatientProgress(disk, e -> told.add(e.getMessage()));
    }

    /** A disk that fails on demand, before or after it has written. */
    private static final class Moody implements Progress {
        final MemoryProgress kept = new MemoryProgress();
        boolean failsBefore;
        boolean failsAfter;

        private void before() throws IOException {
            if (failsBefore) {
                throw new IOException("the disk is full");
            }
        }

        private void after() throws IOException {
            if (failsAfter) {
                throw new IOException("the disk is uncertain");
            }
        }

        @Override
        public void add(Attempt attempt) throws IOException {
            before();
            kept.add(attempt);
            after();
        }

        @Override
        public void rate(long sitting, Rating rating) throws IOException {
            before();
            kept.rate(sitting, rating);
            after();
        }

        @Override
        public boolean undo(long sitting) throws IOException {
            before();
            return kept.undo(sitting);
        }

        @Override
        public int addMissing(List<Attempt> attempts) throws IOException {
            before();
            int added = kept.addMissing(attempts);
            after();
            return added;
        }

        @Override
        public List<Attempt> attempts() {
            return kept.attempts();
        }

        @Override
        public void keep(Paper paper) throws IOException {
            before();
            kept.keep(paper);
            after();
        }

        @Override
        public @Nullable Paper paper() {
            return kept.paper();
        }

        @Override
        public void close() {}
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextInOrderAndOnce() throws IOException {
        Moody disk = new Moody();
        try (PatientProgress progress = patient(disk)) {
            disk.failsBefore = true;
            progress.add(Attempts.wrong(1, 0, "rf/a", ""));
            progress.add(Attempts.right(1, 10, "rf/a"));
            progress.rate(1, Rating.EASY);
            assertThat(disk.attempts()).isEmpty();
            assertThat(progress.attempts())
                    .hasSize(2)
                    .last()
                    .extracting(Attempt::rating)
                    .isEqualTo(Rating.EASY);
            assertThat(progress.waiting()).isEqualTo(3);
            disk.failsBefore = false;
            progress.add(Attempts.right(2, 20, "rf/b"));
            assertThat(progress.waiting()).isZero();
            assertThat(disk.attempts()).isEqualTo(progress.attempts()).hasSize(3);
            assertThat(disk.attempts().get(1).rating()).isEqualTo(Rating.EASY);
        }
    }

    @Test
    void aFailureIsToldOnceAndTheNextOneAgain() throws IOException {
        Moody disk = new Moody();
        try (PatientProgress progress = patient(disk)) {
            disk.failsBefore = true;
            progress.add(Attempts.right(1, 0, "rf/a"));
            progress.add(Attempts.right(2, 1, "rf/a"));
            progress.undo(2);
            assertThat(told).containsExactly("the disk is full");
            disk.failsBefore = false;
            progress.add(Attempts.right(3, 2, "rf/a"));
            disk.failsBefore = true;
            progress.rate(3, Rating.HARD);
            assertThat(told).hasSize(2);
            disk.failsBefore = false;
        }
    }

    @Test
    void anAttemptThatWasWrittenAlthoughTheDiskSaidNoIsNotWrittenTwice() throws IOException {
        Moody disk = new Moody();
        try (PatientProgress progress = patient(disk)) {
            disk.failsAfter = true;
            progress.add(Attempts.right(1, 0, "rf/a"));
            assertThat(progress.attempts()).hasSize(1);
            disk.failsAfter = false;
            progress.add(Attempts.right(2, 1, "rf/a"));
            assertThat(disk.attempts()).hasSize(2);
        }
    }

    @Test
    void undoWorksOnWhatIsNotWrittenAndOnWhatIs() throws IOException {
        Moody disk = new Moody();
        try (PatientProgress progress = patient(disk)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            disk.failsBefore = true;
            progress.add(Attempts.right(2, 1, "rf/a"));
            assertThat(progress.undo(2)).isTrue();
            assertThat(progress.undo(2)).isFalse();
            assertThat(progress.undo(1)).isTrue();
            assertThat(progress.attempts()).isEmpty();
            disk.failsBefore = false;
        }
        assertThat(disk.attempts()).isEmpty();
    }

    @Test
    void whatIsLostAtTheEndIsSaid() {
        Moody disk = new Moody();
        PatientProgress progress = patient(disk);
        disk.failsBefore = true;
        progress.add(Attempts.right(1, 0, "rf/a"));
        assertThatThrownBy(progress::close).hasMessage("1 change was not kept: the disk is full");
        progress.add(Attempts.right(2, 0, "rf/a"));
        assertThatThrownBy(progress::close).hasMessage("2 changes were not kept: the disk is full");
        assertThatThrownBy(() -> progress.addMissing(List.of())).hasMessage("the disk is full");
    }

    @Test
    void aFullDatabaseFillsUpAgainWhenThereIsRoom() throws Exception {
        Random random = new Random(5);
        List<Attempt> added = new ArrayList<>();
        try (SqliteProgress disk = SqliteProgress.open(folder);
                PatientProgress progress = patient(disk)) {
            SqliteProgressTest.limit(disk, 12);
            while (told.isEmpty() || progress.waiting() < 20) {
                Attempt attempt = Attempts.any(random);
                progress.add(attempt);
                added.add(attempt);
            }
            assertThat(told).singleElement().asString().startsWith("the disk is full: ");
            assertThat(progress.attempts()).containsExactlyInAnyOrderElementsOf(added);
            assertThat(disk.attempts()).hasSize(added.size() - 20);
            SqliteProgressTest.limit(disk, 1_000_000);
            Attempt last = Attempts.right(9, 0, "rf/a");
            progress.add(last);
            added.add(last);
            assertThat(disk.attempts()).containsExactlyInAnyOrderElementsOf(added);
        }
        try (Progress again = SqliteProgress.open(folder)) {
            assertThat(again.attempts()).containsExactlyInAnyOrderElementsOf(added);
        }
    }

    @Test
    void aDatabaseInUseIsWaitedForOnceThenWrittenLater() throws IOException, SQLException {
        try (SqliteProgress other = SqliteProgress.open(folder);
                PatientProgress progress = patient(SqliteProgress.open(folder, Duration.ofMillis(30)))) {
            try (Statement statement = other.connection().createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                progress.add(Attempts.right(1, 0, "rf/a"));
                statement.execute("ROLLBACK");
            }
            progress.add(Attempts.right(2, 1, "rf/a"));
            assertThat(told).singleElement().asString().contains("in use");
            assertThat(other.attempts()).hasSize(2);
        }
    }

    @Test
    void whatCannotBeKeptAnywhereIsThereUntilTheEndAndThenMissed() throws IOException {
        PatientProgress progress =
                new PatientProgress(new Unusable(new IOException("the file is damaged")), failure -> {});
        Attempt attempt = Attempts.right(1, 0, "rf/a");
        progress.add(attempt);
        assertThat(progress.attempts()).containsExactly(attempt);
        assertThat(progress.undo(1)).isTrue();
        assertThat(progress.attempts()).isEmpty();
        assertThatThrownBy(() -> progress.addMissing(List.of(attempt))).hasMessage("the file is damaged");
        assertThatThrownBy(progress::close).hasMessage("2 changes were not kept: the file is damaged");
        new PatientProgress(new Unusable(new IOException("x")), failure -> {}).close();
    }
}
