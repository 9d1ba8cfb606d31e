package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.sheet.SmallBank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ansatz mark RESPONSES}. */
final class MarkCommandTest {

    private static final String CLASS = """
            candidate,choice,several,number,parts
            Ada,A,"A, C",3 m,"x = 7 A, y = 3 A"
            Ben,B,A,1.5 m,"x = 7 A, y = 2 A"
            =Cem(),-,,3 blah,
            """;

    @TempDir
    private Path folder;

    private String bank;

    @BeforeEach
    void writeTheBank() throws IOException {
        bank = SmallBank.write(folder.resolve("bank")).toString();
    }

    private Run mark(String text, String... options) throws IOException {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "mark";
        arguments[1] = file("class.csv", text);
        arguments[2] = "--bank";
        arguments[3] = bank;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Run.of(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String empty() throws IOException {
        Files.createDirectories(folder.resolve("empty/problems"));
        return folder.resolve("empty").toString();
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @Test
    void aClassIsMarkedOnTheScreen() throws IOException {
        Run run = mark(CLASS);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out())
                .contains("3 candidates, 12 responses, marked against routes by the scheme GATE")
                .contains("12 responses = 12 counted + 0 superseded + 0 unknown\n")
                .contains("of 7 marks: mean 2.22, standard deviation 3.38, quartiles -0.33, 0.00, 7.00")
                .contains("  1 × number '3 blah': ")
                .contains("choice: 2 responses would get other marks from the key");
    }

    @Test
    void tablesAreWrittenThatNoSpreadsheetTakesForFormulas() throws IOException {
        Path out = folder.resolve("out");
        Run run = mark(
                CLASS,
                "--out",
                out.toString(),
                "--each",
                folder.resolve("each.csv").toString());
        assertThat(run.err()).isEmpty();
        assertThat(written("candidates.csv")).isEqualTo("""
                candidate,marks,right,unit missing,partly right,wrong,blank,unreadable,undecided,superseded
                Ada,7,4,0,0,0,0,0,0,0
                Ben,-0.33333333,0,0,0,4,0,0,0,0
                '=Cem(),0,0,0,0,0,3,1,0,0
                """);
        assertThat(written("choices.csv"))
                .contains("choice,A,true,1,1,0,6\n")
                .contains("several,\"A, C\",true,1,1,0,5\n");
        assertThat(written("mistakes.csv")).contains("number,half a wave was taken for a whole one,1\n");
        assertThat(written("unread.csv")).startsWith("question,reply,count,reason,decision\nnumber,3 blah,1,");
        assertThat(written("questions.csv")).contains("number,A length,2,3,1,0,0,1,0,1,0,");
        assertThat(written("summary.json")).startsWith("{\"scheme\":\"GATE\",\"against\":\"routes\",\"responses\":12,");
        assertThat(Files.readString(folder.resolve("each.csv")))
                .contains("2,Ada,choice,A,right,1,,\n")
                .contains("3,Ben,number,1.5 m,wrong,0,half a wave was taken for a whole one,");
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "candidates.csv", "choices.csv", "mistakes.csv", "questions.csv", "unread.csv", "summary.json");
    }

    @Test
    void unreadRepliesComeBackAsDecisions() throws IOException {
        mark(CLASS, "--out", folder.resolve("out").toString());
        String decided = written("unread.csv").replaceAll(",\n", ",3 m\n");
        Run run = mark(CLASS, "--decisions", file("decided.csv", decided), "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"unread\":[]");
    }

    @Test
    void theSummaryIsAPageToo() throws IOException {
        Path page = folder.resolve("class.html");
        Path markdown = folder.resolve("class.md");
        mark(CLASS + "<b>,A,,\"<i>&\",\n", "--html", page.toString(), "--markdown", markdown.toString());
        assertThat(Files.readString(page))
                .contains("<h2>Marks</h2>", "Of 7 marks: mean", "<td>number</td><td>&lt;i&gt;&amp;</td><td>1</td>")
                .doesNotContain("<i>", "http:", "https:", "<script");
        assertThat(Files.readString(markdown)).contains("| number | &lt;i>&amp; | 1 |");
    }

    @Test
    void aSchemeOfOnesOwnIsRead() throws IOException {
        String scheme = """
                scheme: Midterm
                wrong:
                  one option: -1/4
                  other: 0
                unit missing: 1/2
                shared: [options, parts, carried]
                questions:
                  number: marks to all
                  parts: {marks: 4, wrong: -0.25}
                """;
        Run run = mark(
                CLASS,
                "--scheme",
                file("scheme.yaml", scheme),
                "--out",
                folder.resolve("out").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("by the scheme Midterm");
        assertThat(written("candidates.csv"))
                .contains("Ada,9,")
                .contains("Ben,4.75,")
                .contains("'=Cem(),2,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: x@wrong: {one option: 1/3} | a fraction of the marks from -1 to 0",
                "scheme: x@wrong: {one option: a third} | a number such as -1/3 or 0.25 is needed here",
                "scheme: x@wrong: {one: -1/3} | unknown field 'one'",
                "scheme: x@unit missing: 2 | '2' is out of range; from 0 to 1",
                "scheme: x@shared: [optoins] | 'optoins' is none of options, parts, carried",
                "scheme: x@questions: {choise: marks to all} | there is no question 'choise'; did you mean 'choice'?",
                "scheme: x@questions: {choice: none} | 'marks to all', or {marks: 2, wrong: -1/4}, is needed here",
                "scheme: x@questions: {choice: {marks: 0}} | more than 0, at most 1000",
                "wrong: {other: 0} | the field 'scheme' is missing",
                "scheme: x@penalty: 1 | unknown field 'penalty'",
                "@ | ",
                "[ | ",
            })
    void aSchemeThatCannotBeReadIsToldWithItsPlace(String scheme, String message) throws IOException {
        Run run = mark(CLASS, "--scheme", file("scheme.yaml", scheme.replace('@', '\n')));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("scheme.yaml:").contains(message == null ? "" : message);
    }

    @Test
    void whatIsWrongWithAFileIsSaidWithItsName() throws IOException {
        assertThat(Run.of("mark", folder.resolve("none.csv").toString(), "--bank", bank)
                        .err())
                .contains("none.csv: there is no such file");
        assertThat(Run.of("mark", folder.toString(), "--bank", bank).err()).contains("is a folder; name a file");
        assertThat(Run.of("mark", file("any.csv", CLASS), "--bank", empty()).err())
                .contains("the bank has no problems");
        assertThat(mark("x".repeat(100_000)).err()).contains("line 1: a field of more than 65536 characters");
        assertThat(mark("a,b\n1,2\n").err()).contains("class.csv: line 1: ");
        assertThat(mark(CLASS, "--seeds", file("seeds.csv", "candidate,seed\nAda,x\n"))
                        .err())
                .contains("seeds.csv: line 2: a seed is a whole number");
        assertThat(mark(CLASS, "--out", file("plain", "")).err()).contains("plain");
        assertThat(mark(CLASS, "--each", folder.resolve("no/each.csv").toString())
                        .err())
                .contains("there is no folder");
        assertThat(mark(CLASS, "--against", "everybody").err()).contains("--against takes one of routes, keys");
        assertThat(mark(CLASS, "--threads", "0").err()).contains("--threads takes 1 to 64");
        assertThat(mark(CLASS, "--scheme", folder.resolve("no.yaml").toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void nothingIsWrittenIfTheResponsesCannotBeRead() throws IOException {
        Path out = folder.resolve("out");
        Path each = folder.resolve("each.csv");
        String text = "candidate,question,response\nAda,choice,A\nBen,choice,\"A\"B\n";
        Run run = mark(text, "--out", out.toString(), "--each", each.toString());
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("line 3: behind a closing quote");
        assertThat(each).doesNotExist();
        assertThat(out).doesNotExist();
    }

    @Test
    void responsesComeFromStandardInputToo() {
        Run run = Run.withInput(
                "{\"candidate\": \"\\u001b[31mAda\", \"question\": \"choice\", \"response\": \"\\u001b[2J\"}\n",
                "mark",
                "-",
                "--jsonl",
                "--bank",
                bank);
        assertThat(run.out()).contains("1 candidate, 1 response").doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }
}
