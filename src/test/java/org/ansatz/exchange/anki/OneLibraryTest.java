package org.ansatz.exchange.anki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.exchange.Samples;
import org.ansatz.progress.SqliteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

/** Decks are written and attempts are kept by the same database: two copies of its library in a process make it crash. */
final class OneLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void decksAndAttemptsShareOneCopy() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeThat(Files.isReadable(maps))
                .as("the system tells what a process has loaded")
                .isTrue();
        ApkgWriter decks = new ApkgWriter(Clock.systemUTC());
        decks.write(List.of(Samples.item(Samples.LAMP)));
        try (SqliteProgress progress = SqliteProgress.open(folder)) {
            assertThat(progress.attempts()).isEmpty();
        }
        decks.write(List.of(Samples.item(Samples.LAMP)));
        try (Stream<String> lines = Files.lines(maps)) {
            assertThat(lines.filter(line -> line.contains(SQLiteJDBCLoader.getVersion()))
                            .map(line -> line.trim().split("\\s+", 6))
                            .map(columns -> columns[3] + " " + columns[4])
                            .distinct())
                    .as("device and number of each file that is loaded")
                    .hasSize(1);
        }
    }
}
