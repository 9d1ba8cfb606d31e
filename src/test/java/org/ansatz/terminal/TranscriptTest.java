package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole sessions, screen by screen. {@code mvn test -Dtest=TranscriptTest -Dansatz.rewrite} writes what is shown now into the
 * files, to be read before it is committed.
 */
final class TranscriptTest {

    private static final Path FOLDER = Path.of("src/test/resources/terminal");

    @TestFactory
    Stream<DynamicTest> everyRecordedSessionComesOutTheSame() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".session"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String recorded = Files.readString(file);
        String replayed = Transcript.replayed(new Play(), recorded);
        if (System.getProperty("ansatz.rewrite") != null) {
            Files.writeString(file, replayed);
        }
        assertThat(replayed).isEqualTo(recorded);
    }

    @Test
    void theSessionInTheReadmeComesOutTheSame() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```session\n");
        assertThat(start).as("a session in README.md").isPositive();
        String recorded = readme.substring(start + "```session\n".length(), readme.indexOf("\n```", start) + 1);
        String replayed = Transcript.replayed(new Play(), recorded);
        if (System.getProperty("ansatz.rewrite") != null) {
            Files.writeString(Path.of("README.md"), readme.replace(recorded, replayed));
        }
        assertThat(replayed).isEqualTo(recorded);
    }
}
