package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Banks for other programs, by command. */
final class ExportQuestionsTest {

    private static final String GOOD = """
            title: Double
            topic: numbers
            statement: What is twice {a}?
            given: {a: 3}
            answer: {kind: number}
            routes:
              product: 2*a
              count: sum(a for k in 1:2)
            hints: [Add it to itself.]
            variants:
              draw: {a: 1..9 step 1}
            """;

    @TempDir
    private Path folder;

    private String problems(String... texts) throws IOException {
        for (int i = 0; i < texts.length; i++) {
            Files.writeString(folder.resolve("q" + (i + 1) + ".yaml"), texts[i]);
        }
        return folder.toString();
    }

    @Test
    void aFileIsWrittenAndLossesAreSaid() throws IOException {
        String bank = problems(GOOD);
        Path out = folder.resolve("bank.gift.txt");
        Run run = Run.of("export-questions", "gift", bank, "--variants", "2", "--out", out.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(out)).contains("::Double::", "::Double (variant 1)::", "::Double (variant 2)::");
        assertThat(run.err()).contains("GIFT has no hints: q1, q1#1, q1#2\n", "3 questions written to ");
    }

    @Test
    void withoutAFileItIsPrinted() throws IOException {
        Run run = Run.of("export-questions", "moodle", problems(GOOD));
        assertThat(run.out())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>")
                .endsWith("</quiz>\n");
        assertThat(run.err()).isEqualTo("1 question written\n");
    }

    @Test
    void whatIsNotEstablishedIsLeftOutAndSaid() throws IOException {
        Run run = Run.of("export-questions", "gift", problems(GOOD, GOOD.replace("product: 2*a", "product: 3*a")));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsOnlyOnce("::Double::");
        assertThat(run.err()).contains("left out: q2 is inconsistent: ", "1 question written");
    }

    /** A key may agree that no option is right; other programs know no such question, and the others are written. */
    @Test
    void aQuestionWithoutARightOptionIsLeftOutAndSaid() throws IOException {
        String none = """
                title: Sum
                statement: What is 2 + {a}?
                given: {a: 3}
                answer: {kind: mcq, options: {A: 6, B: 7, C: 8, D: 9}}
                routes: {sum: 2 + a, search: root(u - 2 - a for u in 0..20)}
                """;
        Path own = folder.resolve("own");
        Files.createDirectories(own.resolve("problems"));
        Files.createDirectories(own.resolve("answers"));
        Files.writeString(own.resolve("problems/double.yaml"), GOOD);
        Files.writeString(own.resolve("problems/sum.yaml"), none);
        Files.writeString(own.resolve("answers/keys.yaml"), "claim: board\nanswers:\n  sum: marks to all\n");
        assertThat(Run.of("verify", "--bank", own.toString()).exit()).isZero();
        Run run = Run.of("export-questions", "gift", "--bank", own.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsOnlyOnce("::Double::").doesNotContain("::Sum::");
        assertThat(run.err())
                .contains(
                        "left out: sum has no answer that could be given, no option is right (5)",
                        "1 question written");
        Path paper = folder.resolve("paper.html");
        Run printed = Run.of("book", "--paper", "--bank", own.toString(), "--out", paper.toString());
        assertThat(printed.exit()).isEqualTo(1);
        assertThat(Files.readString(paper)).contains("What is twice 3?").doesNotContain("What is 2 + 3?");
    }

    @Test
    void solutionsCanBeKeptBack() throws IOException {
        Run run = Run.of("export-questions", "markdown", problems(GOOD + "solution: It is 6.\n"), "--no-solutions");
        assertThat(run.out()).contains("What is twice 3?").doesNotContain("It is 6.");
    }

    @Test
    void whatIsNoTextNeedsAFile() throws IOException {
        String bank = problems(GOOD);
        assertThat(Run.of("export-questions", "qti", bank).err())
                .contains("qti is no text for the screen; name a file: --out questions.qti.zip");
        for (String format : List.of("qti", "qti21", "apkg")) {
            Path out = folder.resolve("questions." + format);
            Run run = Run.of("export-questions", format, bank, "--out", out.toString());
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
        }
    }

    @Test
    void wrongArgumentsAreToldWithWhatWouldBeRight() throws IOException {
        String bank = problems(GOOD);
        assertThat(Run.of("export-questions", "gif", bank).err())
                .contains("there is no format 'gif'; there are moodle, gift, qti, qti21, latex, markdown, anki, apkg");
        assertThat(Run.of("export-questions", "gift", bank, "--variants", "-1").err())
                .contains("--variants takes 0 to 1000");
        assertThat(Run.of(
                                "export-questions",
                                "gift",
                                bank,
                                "--out",
                                folder.resolve("no/file").toString())
                        .err())
                .contains("there is no folder");
        Run none =
                Run.of("export-questions", "gift", folder.resolve("none.yaml").toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("there is no such file or folder");
    }
}
