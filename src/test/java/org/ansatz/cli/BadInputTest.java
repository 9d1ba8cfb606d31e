package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strangers' files: each gets a clear message and an exit code, and the other problems are still verified. */
final class BadInputTest {

    private static final String GOOD = """
            title: Two ways to four
            statement: What is {a} and {a}?
            given:
              a: 2
            answer:
              kind: number
            routes:
              sum: a + a
              count: count(k > 0 for k in 1:2*a)
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aSoundProblemStandsBesideTheBadOne() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), GOOD);
    }

    private Run verify() {
        Run run = Run.of("verify", folder.toString());
        assertThat(run.out()).as("the sound problem").contains("unkeyed      good: 4");
        assertThat(run.out() + run.err())
                .doesNotContain("\u001b")
                .doesNotContain("Exception")
                .doesNotContain("internal error");
        return run;
    }

    private Run verify(String bad) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), bad);
        return verify();
    }

    /** A problem with one line of the sound one replaced. */
    private static String with(String line, String replacement) {
        assertThat(GOOD).contains(line);
        return GOOD.replace(line, replacement);
    }

    private record Unreadable(String what, String text, String place, String message) {}

    private static final String RESISTOR = """
            title: A divider
            statement: What is the voltage across {R2}?
            given:
              V: 10 V
              R1: 1 kohm
              R2: 4 kohm
            answer:
              kind: number
              unit: V
            routes:
              divider: V*R2/(R1 + R2)
              nodes: root((V - u)/R1 - u/R2 for u in 0 V..V)
            """;

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsShownWithItsPlace() {
        return Stream.of(
                        new Unreadable(
                                "missing unit",
                                RESISTOR.replace("4 kohm", "4"),
                                ":11:18: ",
                                "'+' needs two quantities of one kind: the left operand is an impedance (ohm), the right"
                                        + " operand is a pure number"),
                        new Unreadable(
                                "wrong dimension",
                                RESISTOR.replace("divider: V*R2/(R1 + R2)", "divider: R2/(R1 + R2)"),
                                ":11:12: ",
                                "the answer is a voltage (V); this is a pure number"),
                        new Unreadable(
                                "unknown function",
                                with("sum: a + a", "sum: sqr(a)"),
                                ":8:8: ",
                                "unknown function 'sqr'; did you mean 'sqrt'?"),
                        new Unreadable(
                                "unknown name",
                                with("sum: a + a", "sum: a + aa"),
                                ":8:12: ",
                                "unknown name 'aa'; did you mean 'a'?"),
                        new Unreadable(
                                "unknown field",
                                with("given:", "givens:"),
                                ":3:1: ",
                                "unknown field 'givens'; did you mean 'given'?"),
                        new Unreadable(
                                "missing field",
                                with("answer:\n  kind: number\n", ""),
                                ":1:1: ",
                                "the field 'answer' is missing"),
                        new Unreadable(
                                "duplicate key",
                                with("  a: 2", "  a: 2\n  a: 3"),
                                ":5:3: ",
                                "'a' stands here a second"),
                        new Unreadable("tab", with("  a: 2", "\ta: 2"), ":4:1: ", "a tab; YAML indents with spaces"),
                        new Unreadable("alias bomb", aliasBomb(), ":3:4: ", "an anchor; write the value out"),
                        new Unreadable("alias", with("sum: a + a", "sum: *a"), ":8:8: ", "an alias; write the value"),
                        new Unreadable("tag", with("sum: a + a", "sum: !a b"), ":8:8: ", "a tag; put text that begins"),
                        new Unreadable(
                                "deep nesting",
                                GOOD + "figure: " + "[".repeat(5000) + "]".repeat(5000) + "\n",
                                ":10:",
                                "nested deeper than 64 levels"),
                        new Unreadable("empty file", "", ":1:1: ", "the file is empty; a problem begins with 'title:'"),
                        new Unreadable("only a comment", "# nothing\n", ":1:1: ", "the file is empty"),
                        new Unreadable("a list", "- a\n- b\n", ":1:1: ", "fields are needed here, such as 'title: …'"),
                        new Unreadable(
                                "long expression",
                                with("a + a", "1" + " + 1".repeat(25_000)),
                                ":8:8: ",
                                "an expression of 100001 characters; at most 10000 are read"),
                        new Unreadable(
                                "many brackets",
                                with("a + a", "(".repeat(300) + "a"),
                                ":8:108: ",
                                "nested deeper than 100"),
                        new Unreadable(
                                "a comma in a flow mapping",
                                with("sum: a + a", "sum: {value: max(a, 4)}"),
                                ":8:",
                                "YAML splits {…} at every comma"),
                        new Unreadable(
                                "commas in two formulas of a flow mapping",
                                with("sum: a + a", "sum: {value: max(a, 4, 1), let: min(a, 4, 1)}"),
                                ":8:",
                                "a bracket is not closed: YAML splits {…} at every comma"),
                        new Unreadable(
                                "a set in the words of a statement",
                                with("statement:", "statement: Of {1, 2, 3}"),
                                ":2:",
                                "a brace that is no placeholder is written {{"),
                        new Unreadable(
                                "an argument of LaTeX in the words of a statement",
                                with("statement:", "statement: $\\frac{1}{1 + sT}$"),
                                ":2:",
                                "; a brace that is no placeholder is written {{"),
                        new Unreadable(
                                "an exponent of LaTeX in the words of a statement",
                                with("statement:", "statement: $e^{-αt}$"),
                                ":2:",
                                "; a brace that is no placeholder is written {{"),
                        new Unreadable(
                                "a comma in a list of equations",
                                with("sum: a + a", """
                                        sum:
                                            unknown: {u: 0..9, v: 0..9}
                                            equation: [max(u, 4) == a + a, v == u]
                                            value: u"""),
                                ":10:16: ",
                                "YAML splits […] at every comma"),
                        new Unreadable(
                                "a colon in a hint",
                                GOOD + "hints:\n  - Begin here: add them.\n",
                                ":11:5: ",
                                "or has a colon before a space, put it in quotes"),
                        new Unreadable(
                                "escape in a title",
                                with("Two ways to four", "Two \u001b[31mways"),
                                ":1:12: ",
                                "a control character (code 27); remove it"),
                        new Unreadable(
                                "formula that YAML cannot read",
                                with("sum: a + a", "sum: |a| < 3"),
                                ":8:",
                                "put it in quotes or on its own lines"),
                        new Unreadable(
                                "a tolerance of another kind",
                                RESISTOR.replace("unit: V", "unit: V\n  tolerance: 0.1 s"),
                                ":10:14: ",
                                "the answer is a voltage (V), and so is a tolerance with a unit; this is a time (s)"),
                        new Unreadable(
                                "a fraction of a level",
                                RESISTOR.replace("unit: V", "unit: dBm\n  tolerance: 1 %"),
                                ":10:14: ",
                                "a fraction of a level means nothing; give the tolerance in dB"),
                        new Unreadable(
                                "the nearest of no options",
                                RESISTOR.replace("unit: V", "unit: V\n  match: nearest"),
                                ":10:10: ",
                                "'nearest' is none of digits"),
                        new Unreadable(
                                "a function of nothing",
                                RESISTOR.replace("unit: V", "unit: V\n  of: \"[]\""),
                                ":10:8: ",
                                "'' cannot be a name"),
                        new Unreadable(
                                "a function of x and x",
                                RESISTOR.replace("unit: V", "unit: V\n  of: [x, x]"),
                                ":10:7: ",
                                "'x' is declared already"),
                        new Unreadable(
                                "a variable that is no name",
                                RESISTOR.replace("unit: V", "unit: V\n  of: {3x: 0..1}"),
                                ":10:12: ",
                                "'3x' cannot be a name"),
                        new Unreadable(
                                "a given is asked for",
                                RESISTOR.replace("unit: V", "unit: V\n  find: R1"),
                                ":10:9: ",
                                "'R1' is declared already; what is asked for is new, and not among the givens"),
                        new Unreadable(
                                "a word of the language is asked for",
                                RESISTOR.replace("unit: V", "unit: V\n  find: in"),
                                ":10:9: ",
                                "'in' cannot be a name"),
                        new Unreadable(
                                "an unknown that is a given",
                                RESISTOR.replace(
                                        "nodes: root((V - u)/R1 - u/R2 for u in 0 V..V)",
                                        "nodes: {unknown: {R1: 1 ohm..2 ohm}, equation: R1 == 2 ohm, value: V}"),
                                ":12:25: ",
                                "'R1' is declared already"),
                        new Unreadable(
                                "a label that reads as two",
                                CHOICE.replace("    B: 5", "    A or B: 5"),
                                ":8:5: ",
                                "'A or B' cannot label an option"),
                        new Unreadable(
                                "a level inside a product",
                                with("a: 2", "a: 2 dB").replace("count(k > 0 for k in 1:2*a)", "2*a*a"),
                                ":9:",
                                "as a ratio of amplitudes it is db2mag(…), as a ratio of powers db2pow(…)"))
                .map(bad -> dynamicTest(bad.what(), () -> {
                    Run run = verify(bad.text());
                    assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
                    assertThat(run.err()).contains("bad.yaml" + bad.place()).contains(bad.message());
                }));
    }

    @Test
    void everyBadPlaceholderIsReported() throws IOException {
        Run run = verify(with("What is {a} and {a}?", "What is {b1}, {b2} and {b3}?"));
        assertThat(run.err()).contains("'b1'").contains("'b2'").contains("'b3'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3.9 - 4.1; a range is written 6.6 to 6.7",
                "3.9–4.1; a range is written 6.6 to 6.7",
                "3.9‐4.1; a range is written 6.6 to 6.7",
                "4.1 or 3.9 - 4.1; a range is written 6.6 to 6.7"
            })
    void aKeyThatCouldOnlyMeanARangeIsNoDifference(String key, String message) throws IOException {
        Path answers = Files.writeString(folder.resolve("key.txt"), "claim: test\nanswers:\n  good: " + key + "\n");
        Run run = Run.of("verify", "--answers", answers.toString(), folder.toString());
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("key.txt:3:").contains(message);
    }

    @Test
    void manyGivensAreReadInLinearTime() throws IOException {
        StringBuilder givens = new StringBuilder("given: {a: 2");
        for (int i = 0; i < 40_000; i++) {
            givens.append(", b").append(i).append(": ").append(i);
        }
        Run run = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> verify(with("given:\n  a: 2\n", givens + "}\n")));
        assertThat(run.out()).contains("unkeyed      bad: 4");
    }

    private static String aliasBomb() {
        StringBuilder bomb = new StringBuilder("title: bomb\nstatement: boom\na: &a0 [x]\n");
        for (int i = 1; i <= 10; i++) {
            bomb.append("b").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return bomb.toString();
    }

    private record Unsound(String what, String text, String status, String message) {}

    private static final String CHOICE = """
            title: A choice
            statement: What is {a} and {a}?
            given:
              a: 2
            answer:
              kind: mcq
              options:
                A: 4
                B: 5
            routes:
              sum: a + a
              count: count(k > 0 for k in 1:2*a)
            """;

    @TestFactory
    Stream<DynamicTest> whatHasNoAnswerIsJudgedAndSaysWhy() {
        return Stream.of(
                        new Unsound(
                                "division by zero",
                                with("sum: a + a", "sum: 1/(a - 2)"),
                                "failed",
                                "route 'sum': division by zero"),
                        new Unsound(
                                "an option equal to another",
                                CHOICE.replace("B: 5", "B: 4.0"),
                                "ambiguous",
                                "options A and B are equal"),
                        new Unsound(
                                "equal options of several",
                                CHOICE.replace("mcq", "msq").replace("B: 5", "B: 4.0"),
                                "ambiguous",
                                "options A and B are equal"),
                        new Unsound(
                                "none of several fits",
                                CHOICE.replace("mcq", "msq").replace("A: 4", "A: 6"),
                                "ambiguous",
                                "no option fits 4"),
                        new Unsound("no option fits", CHOICE.replace("A: 4", "A: 6"), "ambiguous", "no option fits 4"),
                        new Unsound(
                                "a sum that never ends",
                                with("k in 1:2*a", "k in 1:10^12"),
                                "failed",
                                "more than 20000000 steps"),
                        new Unsound(
                                "an integral that diverges",
                                with("a + a", "integrate(1/x for x in 0..1)"),
                                "failed",
                                "the integral does not settle"),
                        new Unsound(
                                "a number without bound", with("a + a", "2^(2^20)"), "failed", "more than 65536 bits"),
                        new Unsound(
                                "a number too large",
                                with("a + a", "exp(1000)"),
                                "failed",
                                "route 'sum': is infinite, or larger than 1.8e308"),
                        new Unsound("one route", with("  sum: a + a\n", ""), "unverified", "one route only"),
                        new Unsound(
                                "two routes of one law",
                                with("count(k > 0 for k in 1:2*a)", "2*a"),
                                "unverified",
                                "agreed (one law)"),
                        new Unsound(
                                "routes that differ",
                                with("a + a", "a + a + 1"),
                                "inconsistent",
                                "routes 'sum' and 'count' differ"),
                        new Unsound(
                                "an equation without a root",
                                with("sum: a + a", "sum: root(x^2 + a for x in -5..5)"),
                                "failed",
                                "it is zero nowhere"))
                .map(bad -> dynamicTest(bad.what(), () -> {
                    Run run = verify(bad.text());
                    assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
                    assertThat(run.out()).contains(bad.status()).contains(bad.message());
                }));
    }

    @Test
    void allFaultsOfAFileAreReportedTogether() throws IOException {
        Run run = verify(GOOD.replace("a + a", "b + c").replace("count(k > 0", "cont(l > 0") + "nonsense: 1\n");
        assertThat(run.err())
                .contains("bad.yaml:8:8: ")
                .contains("bad.yaml:8:12: ")
                .contains("bad.yaml:9:10: ")
                .contains("bad.yaml:9:15: ")
                .contains("bad.yaml:10:1: ");
        assertThat(run.out()).contains("5 faults in files");
    }

    @Test
    void aCaretStandsUnderWhatIsMeant() throws IOException {
        Run run = verify(with("a + a", "a + bogus"));
        assertThat(run.err()).contains("""
                          8 |   sum: a + bogus
                            |            ^^^^^
                        """);
    }

    @Test
    void aFileOf50MegabytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
            file.setLength(50L << 20);
        }
        Run run = verify();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("large.yaml:1:1: cannot be read: 52428800 bytes; at most 1048576 are read");
    }

    @Test
    void binaryJunkIsNoText() throws IOException {
        byte[] junk = new byte[4096];
        new Random(7).nextBytes(junk);
        Files.write(folder.resolve("junk.yaml"), junk);
        Run run = verify();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("junk.yaml:1:1: this is not text in UTF-8");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path file = folder.resolve("closed.yaml");
        Files.writeString(file, GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file))
                .as("whoever runs this may read everything")
                .isFalse();
        Run run = verify();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("closed.yaml").contains("permission denied");
    }

    @Test
    void aFileThatFailsWhileItIsReadIsNamed() {
        String failing = "/proc/self/mem";
        assumeThat(Files.exists(Path.of(failing))).isTrue();
        Run run = Run.of("verify", folder.toString(), failing);
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("/proc/self/mem:1:1: cannot be read: ");
        assertThat(run.out()).contains("good: 4");
    }

    @Test
    void aFolderInThePlaceOfAFileIsNoProblem() throws IOException {
        Files.createDirectory(folder.resolve("folder.yaml"));
        assertThat(verify().exit()).isEqualTo(Exit.OK);
    }

    @Test
    void aBrokenLinkIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nowhere"));
        Run run = verify();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("gone.yaml").contains("there is no such file");
    }

    @Test
    void aMissingPathAndAnEmptyFolderAreNamed(@TempDir Path empty) {
        Run run = Run.of("verify", folder.toString(), empty.toString(), "no/such/path");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).contains("unkeyed      good: 4");
        assertThat(run.err())
                .contains(empty + ":1:1: the folder holds no problem (*.yaml)")
                .contains("no/such/path:1:1: cannot be read: there is no such file or folder");
    }

    @Test
    void anEscapeWrittenInYamlNeverReachesTheTerminal() throws IOException {
        String title = "title: \"\\e[31mred\\e[0m \\u009b31m \\u202egnp\"";
        Run run = verify(with("title: Two ways to four", title));
        assertThat(run.exit()).isEqualTo(Exit.OK);
        Run shown = Run.of("solve", folder.resolve("bad.yaml").toString());
        assertThat(shown.out())
                .contains("\\u001b[31mred")
                .contains("\\u009b31m")
                .contains("\\u202egnp")
                .doesNotContain("\u001b");
    }

    @Test
    void namesThatLookLikeOptionsOrCommandsAreFiles() throws IOException {
        Files.write(folder.resolve("-x.yaml"), GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(verify().exit()).isEqualTo(Exit.OK);
    }

    @Test
    void keysThatCannotBeReadAreShownWithTheirPlace(@TempDir Path answers) throws IOException {
        Path keys = answers.resolve("keys.yaml");
        Files.writeString(keys, "claim: somebody\nanswers:\n  good: 1,5\n");
        Run run = Run.of("verify", folder.toString(), "--answers", keys.toString());
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("keys.yaml:3:10: is this a decimal point? Write 1.5");
        assertThat(run.out()).contains("good: 4");
    }

    @ParameterizedTest
    @CsvSource({
        "1/0, keys.yaml:3:9: division by zero",
        "1 to 1/0, keys.yaml:3:14: division by zero",
        "sqrt(-4), keys.yaml:3:9: sqrt is defined for x ≥ 0",
        "factorial(100000), keys.yaml:3:9: an exact number of more than 65536 bits",
        "1e999, keys.yaml:3:9: a key is a finite number",
        "inf, keys.yaml:3:9: a key is a finite number",
        "log(0), keys.yaml:3:9: a key is a finite number",
        "5 to 3, keys.yaml:3:9: a range goes from the smaller number to the larger one"
    })
    void aKeyWithoutAValueIsAFaultOfItsFile(String key, String message, @TempDir Path answers) throws IOException {
        Path keys = Files.writeString(answers.resolve("keys.yaml"), "claim: somebody\nanswers:\n  good: " + key + "\n");
        Run run = Run.of("verify", folder.toString(), "--answers", keys.toString());
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).contains("unkeyed      good: 4");
    }

    @ParameterizedTest
    @CsvSource({
        "a, :7:14: a tolerance is a plain quantity",
        "1/0, :7:14: division by zero",
        "[1], :7:14: a single number is needed here",
        "1 > 2, :7:14: a single number is needed here",
        "-5 %, :7:14: a tolerance is finite and not negative",
        "1e999, :7:14: a tolerance is finite and not negative",
        "1+j, :7:14: a real number is needed here"
    })
    void aToleranceIsAPlainPositiveQuantity(String tolerance, String message) throws IOException {
        Run run = verify(with("  kind: number\n", "  kind: number\n  tolerance: " + tolerance + "\n"));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void linksThatLeadBackUpAreNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("x"), folder);
        Files.createSymbolicLink(folder.resolve("y"), folder);
        Run run = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> verify());
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains("1 problem, 1 unkeyed");
    }

    @Test
    void aPipeInAFolderIsLeftAloneAndNamed() throws Exception {
        Path answers = Files.createDirectories(folder.resolve(".keys"));
        Path problem = folder.resolve("pipe.yaml");
        Path key = answers.resolve("key.yaml");
        Process made = new ProcessBuilder("mkfifo", problem.toString(), key.toString()).start();
        assumeThat(made.waitFor()).isZero();
        Path linked = Files.createSymbolicLink(folder.resolve("linked.yaml"), problem);
        Run run = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Run.of("verify", "--answers", answers.toString(), folder.toString()));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).contains("good: 4");
        for (Path pipe : List.of(problem, linked, key)) {
            assertThat(run.err()).contains(pipe + ":1:1: cannot be read: this is a pipe or a device, not a file");
        }
    }

    @Test
    void aLongLineIsReadInTimeThatGrowsWithItsLength() {
        String text = GOOD + "hints: [" + "x,".repeat(400_000) + "x]\n";
        Run run = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Run.withInput(text, "verify", "-"));
        assertThat(run.out()).contains("1 problem, 1 unkeyed");
    }

    @Test
    void whatIsNoPathIsNamed() {
        Run run = Run.of("verify", folder.toString(), "a\0b");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("this is no path here").doesNotContain("internal error");
        assertThat(run.out()).contains("good: 4");
    }
}
