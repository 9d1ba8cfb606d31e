package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;
import org.ansatz.bank.FrozenBank;
import org.ansatz.files.Cache;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole days at a shell: {@code $ ansatz …} is run, with the lines behind {@code <} as its input; {@code $ write FILE} writes
 * those behind {@code |}. {@code HERE} is a folder of its own. All else is what was shown, and {@code -Dansatz.rewrite} writes it
 * anew, to be read before it is committed.
 */
final class ShellSessionTest {

    private static final Path FOLDER = Path.of("src/test/resources/shell");
    private static final String HERE = "HERE";

    @TempDir
    private Path here;

    @BeforeAll
    static void whatIsDrawnIsTheSameEachTime() {
        System.setProperty("ansatz.seed", "1");
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedDayComesOutTheSame() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList().stream()
                    .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
        }
    }

    private void check(Path file) throws IOException {
        String recorded = Files.readString(file);
        String replayed = replayed(recorded);
        if (System.getProperty("ansatz.rewrite") != null) {
            Files.writeString(file, replayed);
        }
        assertThat(replayed).isEqualTo(recorded);
    }

    private String replayed(String recorded) throws IOException {
        Deque<String> lines = new ArrayDeque<>(Arrays.asList(recorded.split("\n", -1)));
        StringBuilder day = new StringBuilder();
        while (!lines.isEmpty()) {
            String line = lines.poll();
            if (line.startsWith("#")) {
                day.append(line).append('\n');
            } else if (line.startsWith("$ write ")) {
                String text = taken(lines, "|", day.append(line).append('\n'));
                Path file = here.resolve(line.substring("$ write ".length()).strip());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else if (line.startsWith("$ ansatz ")) {
                String input = taken(lines, "<", day.append(line).append('\n'));
                run(line.substring("$ ansatz ".length()).strip(), input, day);
            }
        }
        return day.toString();
    }

    /** The lines that begin with a sign, without it; they are copied. */
    private static String taken(Deque<String> lines, String sign, StringBuilder copy) {
        StringBuilder taken = new StringBuilder();
        while (!lines.isEmpty() && lines.peek().startsWith(sign)) {
            String line = lines.remove();
            copy.append(line).append('\n');
            taken.append(line.substring(Math.min(line.length(), 2))).append('\n');
        }
        return taken.toString();
    }

    private void run(String arguments, String input, StringBuilder day) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Environment plain = Environment.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                out,
                FrozenBank.HOME,
                Cache.NONE);
        Environment environment = new Environment(
                plain.in(),
                plain.out(),
                plain.err(),
                plain.sink(),
                plain.style(),
                plain.home(),
                plain.bank(),
                null,
                here.resolve("data"),
                plain.cache());
        int exit = Main.run(arguments.replace(HERE, here.toString()).split(" "), environment);
        String text = shown.toString(StandardCharsets.UTF_8)
                .replace(here.toString(), HERE)
                .replaceAll("(?m)\\b\\d+:\\d\\d(?= of \\d+:\\d\\d used|$)", "0:00");
        for (String line : text.split("\n", -1)) {
            day.append(line.stripTrailing()).append('\n');
        }
        day.setLength(day.length() - 1);
        if (exit != 0) {
            day.append("[exit ").append(exit).append("]\n");
        }
    }
}
