package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.bank.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole sessions, screen by screen. {@code mvn test -Dtest=TranscriptTest -Dansatz.rewrite} writes what is shown now into the
 * files, to be read before it is committed.
 */
final class TranscriptTest {

    private static final String OPENING = "```session\n";
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
        boolean gradients = String.valueOf(file.getFileName()).startsWith("gradient");
        String replayed = Transcript.replayed(gradients ? Play.of(FrozenBank.bank()) : new Play(), recorded);
        if (System.getProperty("ansatz.rewrite") != null) {
            Files.writeString(file, replayed);
        }
        assertThat(replayed).isEqualTo(recorded);
    }

    @Test
    void theSessionsInTheReadmeComeOutTheSame() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String now = readme;
        Bank shipped = Yaml.shipped();
        int sessions = 0;
        for (int at = readme.indexOf(OPENING); at >= 0; at = readme.indexOf(OPENING, at + 1)) {
            String recorded = readme.substring(at + OPENING.length(), readme.indexOf("\n```", at) + 1);
            now = now.replace(recorded, Transcript.replayed(Play.of(shipped), recorded));
            sessions++;
        }
        assertThat(sessions).as("sessions in README.md").isEqualTo(2);
        if (System.getProperty("ansatz.rewrite") != null) {
            Files.writeString(Path.of("README.md"), now);
        }
        assertThat(now).isEqualTo(readme);
    }
}
