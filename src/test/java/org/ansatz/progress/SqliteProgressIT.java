package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database under programs that are killed, that race, and on a disk that is full. {@code -Dansatz.kills=200} kills so many
 * in place of {@value #KILLS}, with {@code -Dansatz.kills.seed=2} at other moments.
 */
final class SqliteProgressIT {

    static final int KILLS = 16;

    /** More attempts than a program can add before it is killed. */
    private static final int UNREACHED = 100_000;

    private static final long SEED = 20_260_302;

    @TempDir
    private Path folder;

    private Path data;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        data = folder.resolve("data");
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private Process child(int first, int count) throws IOException {
        return Child.start(Child.class, temporary, List.of(), data, first, count);
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        int kills = Integer.getInteger("ansatz.kills", KILLS);
        long seed = Long.getLong("ansatz.kills.seed", SEED);
        Random random = new Random(seed);
        Set<Long> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= kills; kill++) {
            acknowledged.addAll(killed(kill * UNREACHED, random));
            try (SqliteProgress progress = SqliteProgress.open(data)) {
                List<Long> found =
                        progress.attempts().stream().map(Attempt::sitting).toList();
                acknowledged.removeAll(Set.copyOf(found));
                assertThat(acknowledged)
                        .as("lost by kill %d, seed %d", kill, seed)
                        .isEmpty();
                assertThat(found).doesNotHaveDuplicates();
                intact(progress, "kill " + kill);
                acknowledged.addAll(found);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(kills);
        assertThat(names(temporary))
                .as("nothing is left in the temporary folder")
                .isEmpty();
        assertThat(names(data.resolve("native").resolve("sqlite")))
                .filteredOn(name -> !name.startsWith("part-"))
                .hasSize(1);
    }

    /** Kills a program that is adding, or (one in eight) still opening; what it had acknowledged. */
    private List<Long> killed(int first, Random random) throws IOException, InterruptedException {
        List<Long> acknowledged = new ArrayList<>();
        Process child = child(first, UNREACHED);
        try (BufferedReader lines = child.inputReader()) {
            int patience = random.nextInt(8) == 0 ? -1 : random.nextInt(20);
            Duration delay = Duration.ofNanos(random.nextInt(patience < 0 ? 400_000_000 : 3_000_000));
            for (int line = 0; line <= patience; line++) {
                keep(lines.readLine(), acknowledged);
            }
            LockSupport.parkNanos(delay.toNanos());
            child.toHandle().destroyForcibly(); // that of Process would close the pipe with what is still in it
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line, acknowledged);
            }
        }
        assertThat(child.waitFor()).as("ended by the kill").isEqualTo(128 + 9);
        return acknowledged;
    }

    private static void keep(String line, List<Long> acknowledged) {
        if (!line.equals("open")) {
            acknowledged.add(Long.valueOf(line));
        }
    }

    private static void intact(SqliteProgress progress, String when) throws SQLException {
        try (Statement statement = progress.connection().createStatement()) {
            assertThat(statement.executeQuery("PRAGMA integrity_check").getString(1))
                    .as(when)
                    .isEqualTo("ok");
        }
    }

    @Test
    void twoProgramsAtOnceLoseNothingFromTheFirstOpenOn() throws Exception {
        List<Process> children = List.of(child(1_000, 300), child(2_000, 300));
        for (Process child : children) {
            child.getInputStream().readAllBytes();
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        }
        try (SqliteProgress progress = SqliteProgress.open(data)) {
            assertThat(progress.attempts())
                    .extracting(Attempt::sitting)
                    .hasSize(600)
                    .doesNotHaveDuplicates();
            intact(progress, "after the race");
        }
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void staleCopiesOfTheLibraryAreRemovedAndABrokenOneIsMended() throws Exception {
        run(child(1, 1));
        Path nativeFolder = data.resolve("native").resolve("sqlite");
        String name = names(nativeFolder).get(0);
        long size = Files.size(nativeFolder.resolve(name));
        Path old = Files.writeString(nativeFolder.resolve("3.1.0-" + name), "of an older version");
        Path part = Files.writeString(nativeFolder.resolve("part-1"), "of a killed program");
        Path young = Files.writeString(nativeFolder.resolve("part-2"), "of a program that is starting");
        for (Path stale : List.of(old, part)) {
            Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        Files.write(nativeFolder.resolve(name), new byte[1_000]);
        run(child(2, 1));
        assertThat(names(nativeFolder))
                .containsExactlyInAnyOrder(name, young.getFileName().toString());
        assertThat(nativeFolder.resolve(name)).hasSize(size);
    }

    private static void run(Process child) throws IOException, InterruptedException {
        child.getInputStream().readAllBytes();
        assertThat(child.waitFor()).isZero();
    }

    /** Uses everything but {@link SqliteProgress#open}. */
    static final class WithoutDisk {
        private WithoutDisk() {}

        public static void main(String[] arguments) throws Exception {
            Class.forName(SqliteProgress.class.getName());
            DataFolder.of(System.getenv(), "/");
            try (Progress progress = new PatientProgress(new MemoryProgress(), e -> {})) {
                progress.add(Attempts.right(1, 0, "rf/a"));
            }
        }
    }

    @Test
    void noClassOfTheDriverIsLoadedBeforeTheDatabaseIsOpened() throws Exception {
        Path log = folder.resolve("classes");
        List<String> logging = List.of("-Xlog:class+load:file=" + log);
        run(Child.start(WithoutDisk.class, temporary, logging));
        assertThat(Files.readString(log)).contains("SqliteProgress ").doesNotContain("org.sqlite");
        run(Child.start(Child.class, temporary, logging, data, 1, 1));
        assertThat(Files.readString(log)).contains("org.sqlite");
    }

    @Test
    void aDiskThatIsReallyFullIsWaitedForAndSaid() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeThat(mount("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small.toString()))
                .as("a small disk can be mounted")
                .isTrue();
        try {
            fill(small);
            assertThat(mount("mount", "-o", "remount,ro", small.toString())).isTrue();
            assertThatThrownBy(() -> SqliteProgress.open(small))
                    .as("a disk that may only be read")
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(small + "/progress.db ")
                    .hasMessageContaining("permissions");
        } finally {
            assertThat(mount("umount", small.toString())).isTrue();
        }
    }

    private static boolean mount(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void fill(Path small) throws IOException {
        List<String> told = new ArrayList<>();
        Random random = new Random(SEED);
        List<Attempt> added = new ArrayList<>();
        Path ballast = small.resolve("ballast");
        try (SqliteProgress disk = SqliteProgress.open(small);
                PatientProgress progress = new PatientProgress(disk, e -> told.add(e.getMessage()))) {
            Files.write(ballast, new byte[1_000_000]);
            while (progress.waiting() < 30) {
                Attempt attempt = Attempts.any(random);
                progress.add(attempt);
                added.add(attempt);
            }
            assertThat(told).singleElement().asString().startsWith("the disk is full: ");
            assertThat(progress.attempts()).containsExactlyInAnyOrderElementsOf(added);
            Files.delete(ballast);
            Attempt last = Attempts.right(1, 0, "rf/a");
            progress.add(last);
            added.add(last);
            assertThat(progress.waiting()).isZero();
            assertThat(disk.attempts()).containsExactlyInAnyOrderElementsOf(added);
        }
        try (Progress again = SqliteProgress.open(small)) {
            assertThat(again.attempts()).containsExactlyInAnyOrderElementsOf(added);
        }
    }
}
