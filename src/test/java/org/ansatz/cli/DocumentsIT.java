package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show is what is printed. */
final class DocumentsIT {

    @TempDir
    private Path folder;

    /** A command and what is shown below it. */
    private record Shown(String command, String output) {}

    private static List<Shown> shown(Path document) throws IOException {
        List<Shown> shown = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (String line : Files.readAllLines(document)) {
            boolean next = line.startsWith("$ ");
            if ((next || line.startsWith("```")) && !command.isEmpty()) {
                shown.add(new Shown(command.toString(), output.toString()));
                command.setLength(0);
                output.setLength(0);
            }
            if (next) {
                command.append(line.substring(2));
            } else if (!command.isEmpty() && command.toString().endsWith("|")) {
                command.append(line);
            } else if (!command.isEmpty()) {
                output.append(line).append('\n');
            }
        }
        return shown;
    }

    @TestFactory
    Stream<DynamicTest> theCommandsOfRequestsPrintWhatIsShown() throws IOException {
        List<Shown> shown = shown(Path.of("docs/requests.md"));
        assertThat(shown).hasSizeGreaterThan(12);
        return shown.stream()
                .filter(one -> !one.output().isEmpty())
                .map(one -> DynamicTest.dynamicTest(
                        one.command(), () -> assertThat(printed(one.command())).isEqualTo(one.output())));
    }

    /** What a command prints; the tests run side by side, so each has a file of its own. */
    private String printed(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
