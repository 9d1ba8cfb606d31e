package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank as a book and as a paper, by command. */
final class BookCommandTest {

    private static final String DOUBLE = """
            title: Double
            topic: numbers
            statement: What is twice {a}?
            given: {a: 3}
            answer: {kind: number}
            routes:
              product: 2*a
              count: sum(a for k in 1:2)
            variants:
              draw: {a: 1..1000 step 1}
            """;

    private static final String CHOICE = """
            title: Sum
            topic: numbers
            statement: What is 2 + 3?
            given: {a: 2, b: 3}
            answer:
              kind: mcq
              options: {A: 5, B: 6, C: 7, D: 8}
            routes:
              sum: a + b
              root: root(x - a - b for x in 0..20)
            """;

    @TempDir
    private Path folder;

    private String bank() throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.writeString(problems.resolve("double.yaml"), DOUBLE);
        Files.writeString(problems.resolve("sum.yaml"), CHOICE);
        return problems.toString();
    }

    private static String key(String paper, int question) {
        Matcher row = Pattern.compile("<th scope=\"row\">" + question + "</th>(.*?)</tr>")
                .matcher(paper);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    @Test
    void aBookIsOneFileOrAFolder() throws IOException {
        Path file = folder.resolve("book.html");
        Run run = Run.of("book", bank(), "--out", file.toString(), "--title", "Numbers & more", "--teacher");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("2 questions written to " + file + "\n");
        assertThat(Files.readString(file))
                .contains("<h1>Numbers &amp; more</h1>", "What is twice 3?", "Routes and key");
        Path site = folder.resolve("site");
        assertThat(Run.of("book", bank(), "--out", site.toString()).exit()).isZero();
        assertThat(site.resolve("index.html")).exists();
    }

    @Test
    void versionsOfAPaperHaveOtherDataOrOtherLetters() throws IOException {
        Path file = folder.resolve("exam.html");
        Run run = Run.of("book", bank(), "--paper", "--variants", "5", "--out", file.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        String paper = Files.readString(file);
        assertThat(paper.split("<section class=\"paper\">")).hasSize(6);
        assertThat(key(paper, 1).split("</td>")).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(List.of(key(paper, 2).split("</td>"))))
                .as("letters move")
                .hasSizeGreaterThan(1);
    }

    @Test
    void wrongArgumentsAreToldWithWhatWouldBeRight() throws IOException {
        String bank = bank();
        assertThat(Run.of("book", bank).err()).contains("name the file or folder to write: --out book.html");
        assertThat(Run.of("book", bank, "--out", "x.html", "--variants", "2").err())
                .contains("--variants goes with --paper");
        assertThat(Run.of("book", bank, "--out", folder.resolve("no/x.html").toString())
                        .err())
                .contains("there is no folder");
    }

    /** What the key of a paper says of a version is right when that version is marked, whether data or letters are others. */
    @Test
    void aPaperIsMarkedByItsVersions() throws IOException {
        Path file = folder.resolve("exam.html");
        assertThat(Run.of("book", bank(), "--paper", "--variants", "4", "--out", file.toString())
                        .exit())
                .isZero();
        String paper = Files.readString(file);
        StringBuilder rows = new StringBuilder("candidate,question,response\n");
        StringBuilder versions = new StringBuilder("candidate,version\n");
        for (int question = 1; question <= 2; question++) {
            Matcher cell = Pattern.compile("<td>(.*?)</td>").matcher(key(paper, question));
            List<String> cells = cell.results().map(found -> found.group(1)).toList();
            assertThat(cells).hasSize(5);
            for (int version = 1; version <= 4; version++) {
                rows.append("Version " + version + "," + cells.get(4) + "," + cells.get(version - 1) + "\n");
                versions.append(question == 1 ? "Version " + version + "," + version + "\n" : "");
            }
        }
        Path responses = Files.writeString(folder.resolve("class.csv"), rows);
        Path had = Files.writeString(folder.resolve("versions.csv"), versions);
        Path each = folder.resolve("each.csv");
        Run run = Run.of(
                "mark", responses.toString(), "--bank", bank(), "--seeds", had.toString(), "--each", each.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readAllLines(each))
                .hasSize(9)
                .filteredOn(line -> line.contains(",right,"))
                .hasSize(8);
    }
}
