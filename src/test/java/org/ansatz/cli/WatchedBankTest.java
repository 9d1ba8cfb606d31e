package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.FrozenBank;
import org.ansatz.files.Cache;
import org.ansatz.report.Style;
import org.ansatz.terminal.Author;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author sees of files that are being changed. */
final class WatchedBankTest {

    private static final Style PLAIN = new Style(false, 200);

    private final Environment environment = Environment.of(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            FrozenBank.HOME,
            Cache.NONE);

    @TempDir
    private Path bank;

    private Path q7;
    private Path q12;
    private Path keys;

    private interface Act {
        void on(PrintWriter out, Style style) throws InterruptedException;
    }

    private static String shown(Act act) {
        StringWriter shown = new StringWriter();
        try {
            act.on(new PrintWriter(shown, true), PLAIN);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return shown.toString();
    }

    @BeforeEach
    void twoProblemsOfWhichOneHasAWrongKey() throws IOException {
        Files.createDirectories(bank.resolve("problems"));
        Files.createDirectories(bank.resolve("answers"));
        q7 = Files.copy(FrozenBank.file("gate-2012-ec/q7"), bank.resolve("problems/q7.yaml"));
        q12 = Files.copy(FrozenBank.file("gate-2012-ec/q12"), bank.resolve("problems/q12.yaml"));
        keys = Files.writeString(bank.resolve("answers/keys.yaml"), "claim: me\nanswers:\n  q7: B\n  q12: A\n");
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void onlyWhatChangedIsShownAgain() throws IOException {
        Author.Watched watched = WatchedBank.at(bank, environment);
        assertThat(shown(watched::verify))
                .contains("disputed     q12", "2 problems, 1 agreed, 1 disputed")
                .doesNotContain("q7");
        assertThat(shown(watched::verify)).isEqualTo("2 problems, 1 agreed, 1 disputed\n");
        replace(q7, "title:", "# a remark\ntitle:");
        assertThat(shown(watched::verify)).contains("agreed       q7: B").doesNotContain("q12");
        replace(keys, "q12: A", "q12: D");
        assertThat(shown(watched::verify)).contains("agreed       q12: D").doesNotContain("q7");
        assertThat(shown(watched::next)).isEqualTo("Everything passes.\n");
    }

    @Test
    void aFileThatIsBrokenDeletedOrHalfWrittenCostsNothingElse() throws IOException {
        Author.Watched watched = WatchedBank.at(bank, environment);
        shown(watched::verify);
        replace(q7, "kind: mcq", "kind: mcqq");
        assertThat(shown(watched::verify))
                .contains("did you mean 'mcq'?", "1 fault")
                .doesNotContain("gone");
        assertThat(shown(watched::verify)).isEqualTo("1 problem, 1 disputed; 1 fault in files\n");
        Files.writeString(q7, "");
        assertThat(shown(watched::verify)).contains("the file is empty");
        assertThat(shown(watched::next)).contains("1 of 2 that do not pass", "the file is empty");
        assertThat(shown(watched::next)).contains("2 of 2 that do not pass", "disputed     q12");
        Files.delete(q7);
        Files.delete(q12);
        Files.delete(keys);
        assertThat(shown(watched::verify)).contains("gone         q12", "the folder holds no problem");
        assertThat(shown(watched::explain)).contains("No problem was shown yet");
        Files.delete(bank.resolve("problems"));
        assertThat(watched.stamp()).isEmpty();
        assertThat(shown(watched::verify)).contains("there is no such file or folder");
    }

    @Test
    void theStampTellsEveryKindOfChange() throws IOException {
        Author.Watched watched = WatchedBank.at(bank, environment);
        String first = watched.stamp();
        assertThat(watched.stamp()).isEqualTo(first);
        replace(keys, "q12: A", "q12: A;D");
        String second = watched.stamp();
        Files.move(q12, bank.resolve("problems/other.yaml"));
        assertThat(watched.stamp()).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theProblemThatWasShownLastIsExplainedAndLinted() throws IOException {
        Author.Watched watched = WatchedBank.at(bank, environment);
        shown(watched::verify);
        assertThat(shown(watched::explain)).contains("product rule [quadrature]", "misconception:");
        assertThat(shown(watched::lint)).contains("wrong-key", "1 problem, 3 remarks");
    }

    @Test
    void aSingleFileIsExplainedOnEverySave() throws IOException {
        Author.Watched watched = WatchedBank.at(q7, environment);
        assertThat(shown(watched::verify)).contains("unkeyed      q7: B", "truth table");
        replace(q7, "value: models(Y)", "value: models(Y) + 2");
        assertThat(shown(watched::verify)).contains("inconsistent");
        Files.delete(q7);
        assertThat(watched.stamp()).isEmpty();
        assertThatThrownBy(() -> WatchedBank.at(q7, environment)).hasMessageContaining("there is no folder");
    }
}
