package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ansatz} without arguments, as a script. */
final class PracticeTest {

    @TempDir
    private Path home;

    private Run script(Path bank, String... lines) {
        return run(bank, new String[0], lines);
    }

    private static Run run(Path bank, String[] arguments, String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] typed = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        int exit = Main.run(
                arguments,
                new ByteArrayInputStream(typed),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                bank);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The bank without the folder of keys. */
    private Path withoutKeys() throws IOException {
        try (Stream<Path> files = Files.walk(FrozenBank.PROBLEMS)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, home.resolve(FrozenBank.HOME.relativize(file).toString()));
            }
        }
        assertThat(home.resolve("answers")).doesNotExist();
        return home;
    }

    @Test
    void practiceNeedsNoAnswerKeys() throws IOException {
        Run run = script(
                withoutKeys(),
                "practice q7",
                "B",
                "practice q12",
                "D",
                "practice q13",
                "A",
                "practice q15",
                "D",
                "practice q28",
                "C",
                "practice image-rejection",
                "-22.83 dB");
        assertThat(run.out().split("Right\\.", -1)).hasSize(7);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theExitCodeTellsHowItWent() {
        Path here = FrozenBank.HOME;
        assertThat(script(here, "# a comment", "1+1", "", "practice q7", "B").exit())
                .isZero();
        assertThat(script(here, "practice q7", "A").exit()).isEqualTo(1);
        assertThat(script(here, "practice q7", "A", "nonsense(").exit()).isEqualTo(2);
        assertThat(script(here, "practice nothing").exit()).isEqualTo(2);
        assertThat(script(here, "quit", "nonsense(").exit()).isZero();
    }

    @Test
    void wordsOfThePromptAreCommandsToo() throws IOException {
        Path here = FrozenBank.HOME;
        Run practised = run(here, new String[] {"practice", "q7"}, "B", "A", "stats");
        assertThat(practised.out()).startsWith("\nWords for which").contains("Right.", "1 of 1");
        assertThat(practised.exit()).isZero();
        assertThat(run(here, new String[] {"practice", "q7"}, "A").exit()).isEqualTo(1);
        assertThat(run(here, new String[] {"gradient", "softmax"}).exit()).isZero();
        assertThat(run(here, new String[] {"exam", "12"}).out()).startsWith("A paper of");
        Run file =
                run(here, new String[] {"export", home.resolve("two words.csv").toString()});
        assertThat(file.out()).isEqualTo("0 attempts written to " + home.resolve("two words.csv") + ".\n");
        for (String word : new String[] {"due", "path", "stats", "history"}) {
            Run told = run(here, new String[] {word, "--bank", here.toString()}, "nonsense(");
            assertThat(told.out()).as(word).isNotEmpty();
            assertThat(told.err()).as(word).isEmpty();
            assertThat(told.exit()).as(word).isZero();
        }
    }

    @Test
    void aWordOfThePromptThatCannotBeFollowedEndsWithTwo() {
        Path here = FrozenBank.HOME;
        Run unknown = run(here, new String[] {"practice", "nothing"}, "practice q7", "B");
        assertThat(unknown.out()).contains("no topic or problem 'nothing'").doesNotContain("Right");
        assertThat(unknown.exit()).isEqualTo(2);
        Run unnamed = run(here, new String[] {"export"});
        assertThat(unnamed.err()).isEqualTo("Name a file.\n");
        assertThat(unnamed.out()).isEmpty();
        assertThat(unnamed.exit()).isEqualTo(2);
        assertThat(run(here, new String[] {"history", "many"}).exit()).isEqualTo(2);
        assertThat(run(here, new String[] {"stats", "more"}).err()).contains("Unmatched argument");
        assertThat(run(here, new String[] {"due", "--bank", "/nowhere"}).err()).contains("no folder /nowhere");
    }

    @Test
    void aLineThatIsNotFinishedGoesOnBelow() {
        assertThat(script(FrozenBank.HOME, "2*(3", "+ 4)", "5 + \\", "6").out()).isEqualTo("14\n11\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(script(FrozenBank.HOME, "\uFEFF1+1", "2+2").out()).isEqualTo("2\n4\n");
        assertThat(script(FrozenBank.HOME, "1+1", "\uFEFF2+2").exit()).isEqualTo(2);
    }

    @Test
    void promptsAreNotWritten() {
        assertThat(script(FrozenBank.HOME, "c0/(429 MHz)/4 in cm").out()).isEqualTo("17.47 cm\n");
    }

    @Test
    void aBankThatCannotBeReadIsSaid() throws IOException {
        Files.createDirectories(home.resolve("problems"));
        Files.writeString(home.resolve("problems/x.yaml"), "title: [");
        Run run = script(home, "next");
        assertThat(run.out()).contains("cannot be read").contains("There is no question here");
    }

    @Test
    void aVeryLongLineIsRefused() {
        Run run = script(FrozenBank.HOME, "1" + "+1".repeat(6000));
        assertThat(run.out()).contains("at most 10000 are read");
        assertThat(run.exit()).isEqualTo(2);
    }
}
