package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ansatz.files.SqliteLibrary;
import org.ansatz.schedule.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database on disk: its file, its versions, and what is said when it cannot be used. */
final class SqliteProgressTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(SqliteProgress.FILE);
    }

    private Connection raw() throws SQLException {
        SqliteLibrary.keepIn(folder.resolve("native"));
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private String asked(String query) throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getString(1);
        }
    }

    private void done(List<String> statements) throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void attemptsAreThereWhenTheDatabaseIsOpenedAgain() throws IOException {
        List<Attempt> some = Attempts.some(new Random(7), 40);
        try (Progress progress = SqliteProgress.open(folder)) {
            for (Attempt attempt : some) {
                progress.add(attempt);
            }
        }
        try (Progress progress = SqliteProgress.open(folder)) {
            assertThat(progress.attempts()).containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Test
    void foldersAndFilesAreTheirOwnersOnly() throws IOException {
        Path deep = folder.resolve("share/ansatz");
        try (Progress progress = SqliteProgress.open(deep)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            assertThat(mode(folder.resolve("share"))).isEqualTo("rwx------");
            assertThat(mode(deep)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(deep)) {
                List<Path> databases = files.filter(path -> path.toString().contains("progress.db"))
                        .toList();
                assertThat(databases)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                path -> assertThat(mode(path)).as("%s", path).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void whatIsThereKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        SqliteProgress.open(folder).close();
        assertThat(mode(folder)).isEqualTo("rwxr-x---");
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        for (String name :
                List.of("a b", "a?b=c", "a?journal_mode=OFF&", "a#b", "ü%41", "漢", "a&mode=memory", "'", ":memory:")) {
            Path odd = folder.resolve(name);
            try (Progress progress = SqliteProgress.open(odd)) {
                progress.add(Attempts.right(1, 0, "rf/a"));
            }
            assertThat(odd.resolve("progress.db")).isNotEmptyFile();
            try (Progress progress = SqliteProgress.open(odd)) {
                assertThat(progress.attempts()).as(name).hasSize(1);
            }
        }
    }

    @Test
    void whatWasDoneInOneBankIsNotThatOfAnotherThatHasTheSameIds() throws Exception {
        try (Progress shipped = SqliteProgress.open(folder);
                Progress one = SqliteProgress.open(folder, "/banks/one");
                Progress two = SqliteProgress.open(folder, "/banks/two")) {
            Attempt mine = Attempts.right(1, 0, "rf/a");
            Attempt other = Attempts.wrong(2, 0, "rf/a", "");
            one.add(mine);
            two.add(other);
            one.keep(ProgressContractTest.paper(3));
            assertThat(one.attempts()).containsExactly(mine);
            assertThat(two.attempts()).containsExactly(other);
            assertThat(shipped.attempts()).isEmpty();
            assertThat(two.paper()).isNull();
            assertThat(two.addMissing(one.attempts())).isEqualTo(1);
            assertThat(two.addMissing(one.attempts())).isZero();
            assertThat(two.attempts()).containsExactlyInAnyOrder(mine, other);
        }
    }

    @Test
    void anAttemptTakenBackIsMarkedNotDeleted() throws Exception {
        try (Progress progress = SqliteProgress.open(folder)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            progress.undo(1);
        }
        assertThat(asked("SELECT count(*) FROM attempt WHERE undone = 1")).isEqualTo("1");
    }

    @Test
    void theLogIsWrittenAheadAndEveryCommitIsOnDisk() throws Exception {
        try (SqliteProgress progress = SqliteProgress.open(folder);
                Statement statement = progress.connection().createStatement()) {
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
            assertThat(statement.executeQuery("PRAGMA busy_timeout").getInt(1)).isEqualTo(8_000);
        }
    }

    @Test
    void aDatabaseOfAnOlderVersionIsBroughtUpToDateWithWhatIsInIt() throws Exception {
        for (int version = 1; version < Schema.VERSION; version++) {
            Files.deleteIfExists(file());
            done(Schema.upTo(version));
            done(List.of(
                    "INSERT INTO attempt (sitting, at, problem, topic, seed, data, reply, outcome, slip, hints, rating, exam)"
                            + " VALUES (5, 1772452800000, 'rf/a', 'rf', 3, 'E = 5 V', '5 V', 'RIGHT', '', 1, 4, 1)",
                    "PRAGMA user_version = " + version));
            try (Progress progress = SqliteProgress.open(folder)) {
                assertThat(progress.attempts())
                        .as("from version %d", version)
                        .containsExactly(new Attempt(
                                5,
                                Instant.parse("2026-03-02T12:00:00Z"),
                                "rf/a",
                                "rf",
                                3,
                                "E = 5 V",
                                "5 V",
                                Outcome.RIGHT,
                                "",
                                1,
                                Rating.EASY,
                                true));
                assertThat(progress.undo(5)).isTrue();
                assertThat(progress.attempts()).isEmpty();
            }
            assertThat(asked("PRAGMA user_version")).isEqualTo(String.valueOf(Schema.VERSION));
        }
        assertThat(Schema.VERSION).isGreaterThan(1);
    }

    @Test
    void aVersionBelowZeroIsDamage() throws Exception {
        SqliteProgress.open(folder).close();
        for (int version : new int[] {-1, Integer.MIN_VALUE}) {
            done(List.of("PRAGMA user_version = " + version));
            byte[] before = Files.readAllBytes(file());
            assertThatThrownBy(() -> SqliteProgress.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged: its version is " + version);
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        SqliteProgress.open(folder).close();
        done(List.of("PRAGMA user_version = 99"));
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> SqliteProgress.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(file() + " was written by a newer Ansatz (its version is 99, this program knows "
                        + Schema.VERSION + "): update Ansatz to use it");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void anothersDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        for (String version : List.of("0", "1")) {
            Files.deleteIfExists(file());
            done(List.of("CREATE TABLE recipe (name TEXT)", "PRAGMA user_version = " + version));
            byte[] before = Files.readAllBytes(file());
            assertThatThrownBy(() -> SqliteProgress.open(folder))
                    .hasMessage(file() + " is a database, but not one of Ansatz; it is left as it is");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        byte[] letter = "Dear progress,\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), letter);
        assertThatThrownBy(() -> SqliteProgress.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file() + " is damaged, or not a database; it is left as it is.");
        assertThat(Files.readAllBytes(file())).isEqualTo(letter);
    }

    @Test
    void aDamagedDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        try (Progress progress = SqliteProgress.open(folder)) {
            progress.addMissing(Attempts.some(new Random(3), 500));
        }
        byte[] damaged = Files.readAllBytes(file());
        Arrays.fill(damaged, 4096, damaged.length, (byte) 0x5A);
        Files.write(file(), damaged);
        assertThatThrownBy(() -> {
                    try (Progress progress = SqliteProgress.open(folder)) {
                        progress.attempts();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void whatNobodyKnowsIsSaidNotGuessed() throws Exception {
        try (Progress progress = SqliteProgress.open(folder)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            done(List.of("UPDATE attempt SET outcome = 'MAYBE'"));
            assertThatThrownBy(progress::attempts)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("\"MAYBE\"");
            done(List.of("UPDATE attempt SET outcome = 'RIGHT', rating = 5"));
            assertThatThrownBy(progress::attempts).hasMessageContaining("rating 5");
        }
    }

    @Test
    void aDatabaseInUseIsSaidToBe() throws Exception {
        try (Progress progress = SqliteProgress.open(folder, Duration.ofMillis(50));
                Connection other = raw();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> progress.add(Attempts.right(1, 0, "rf/a")))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file() + " is in use by another program, which has not let go of it");
            assertThatThrownBy(() -> progress.addMissing(List.of(Attempts.right(1, 0, "rf/a"))))
                    .hasMessageContaining("in use");
            assertThat(progress.attempts()).as("reading goes on").isEmpty();
            statement.execute("ROLLBACK");
            progress.add(Attempts.right(1, 0, "rf/a"));
            assertThat(progress.attempts()).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidToBe() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertThatThrownBy(() -> SqliteProgress.open(plain.resolve("ansatz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(plain.toString())
                .hasMessageContaining("cannot be made");
        assertThatThrownBy(() -> SqliteProgress.open(Path.of("/proc/ansatz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/proc/ansatz cannot be made");
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaidToBe() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> SqliteProgress.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file() + " cannot be opened");
    }

    @Test
    void everyFailureOfTheDriverIsASentence() {
        Path path = Path.of("/data/progress.db");
        for (SQLiteErrorCode code : SQLiteErrorCode.values()) {
            IOException trouble = Trouble.of(path, new SQLiteException("words of the driver", code));
            assertThat(trouble).hasMessageContaining(path.toString()).hasCauseInstanceOf(SQLException.class);
        }
        assertThat(Trouble.of(path, new SQLiteException("", SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)))
                .hasMessage("/data/progress.db may not be written: see to its permissions and its folder's");
        assertThat(Trouble.of(path, new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_WRITE)))
                .hasMessageContaining("your share of it is used up");
    }

    @Test
    void anImportThatFailsAddsNothing() throws Exception {
        List<Attempt> many = Attempts.some(new Random(11), 3_000);
        try (SqliteProgress progress = SqliteProgress.open(folder)) {
            progress.add(Attempts.right(1, 0, "rf/a"));
            limit(progress, 20);
            assertThatThrownBy(() -> progress.addMissing(many)).hasMessageStartingWith("the disk is full");
            assertThat(progress.attempts()).hasSize(1);
            limit(progress, 1_000_000);
            assertThat(progress.addMissing(many)).isEqualTo(3_000);
        }
    }

    @Test
    void manyMayMakeTheSameDatabaseAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path fresh = folder.resolve("round-" + round);
            List<Callable<Integer>> openings = Collections.nCopies(8, () -> {
                try (Progress progress = SqliteProgress.open(fresh)) {
                    progress.add(Attempts.right(1, 0, "rf/a"));
                    return progress.attempts().size();
                }
            });
            ExecutorService threads = Executors.newFixedThreadPool(openings.size());
            try {
                for (Future<Integer> found : threads.invokeAll(openings)) {
                    assertThat(found.get()).isBetween(1, openings.size());
                }
            } finally {
                threads.shutdown();
            }
            try (Progress progress = SqliteProgress.open(fresh)) {
                assertThat(progress.attempts()).hasSize(openings.size());
            }
        }
    }

    @Test
    void whatWasClosedSaysSo() throws IOException {
        Progress progress = SqliteProgress.open(folder);
        progress.close();
        assertThatThrownBy(progress::attempts).isInstanceOf(IOException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> progress.add(Attempts.right(1, 0, "rf/a"))).isInstanceOf(IOException.class);
    }

    static void limit(SqliteProgress progress, int pages) throws SQLException {
        try (Statement statement = progress.connection().createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }
}
