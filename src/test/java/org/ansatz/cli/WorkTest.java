package org.ansatz.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work of every kind is counted, and where it grows too large there is a message, soon. */
final class WorkTest {

    private static final String STEPS = "more than 20000000 steps";

    /** Far more than any of this takes, on any machine; without limits it takes minutes. */
    private static final Duration SOON = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private Run verify(String problem) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, problem, UTF_8);
        Run run = assertTimeoutPreemptively(SOON, () -> Run.of("verify", file.toString()));
        assertThat(run.out() + run.err()).doesNotContain("internal error", "OutOfMemory");
        return run;
    }

    private static String circuit(String cards, String run, String value) {
        return "title: c\nstatement: v?\nanswer: {kind: number, unit: V}\nroutes:\n  a:\n    circuit: |\n"
                + cards.indent(6) + "    run: " + run + "\n    value: " + value + "\n";
    }

    private static String ladder(int sections, String shunt) {
        return "V1 n0 0 1\n"
                + IntStream.range(0, sections)
                        .mapToObj(k -> "R" + k + " n" + k + " n" + (k + 1) + " 1k\n"
                                + shunt.replace("#", String.valueOf(k)) + " n" + (k + 1) + " 0 "
                                + (shunt.startsWith("C") ? "1n" : "1k") + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void aLongLadderOfWhatIsSolvedExactlyEndsInTheLimit() throws IOException {
        assertThat(verify(circuit(ladder(700, "C#"), "periodic", "v(n700)")).out())
                .containsAnyOf(STEPS, "period");
    }

    @Test
    void aLongLadderIsSolvedBySparseFactors() throws IOException {
        for (int sections : new int[] {3000, 10_000}) {
            verify(circuit(ladder(sections, "RS#"), "dc", "v(n2)"));
            Run explained =
                    Run.of("verify", "--explain", folder.resolve("p.yaml").toString());
            // Each section leaves (3 - sqrt(5))/2 of the voltage before it.
            assertThat(explained.out()).contains("0.145898033");
        }
        assertThat(verify(circuit(ladder(600, "C#"), "transient 1 ms", "v(n1; t = 1 us)"))
                        .out())
                .contains("one route only");
    }

    @Test
    void aLadderThatIsNotLongIsSolved() throws IOException {
        assertThat(verify(circuit(ladder(500, "RS#"), "dc", "v(n1)")).out()).contains("one route only");
        assertThat(verify(circuit(ladder(60, "C#"), "transient 1 ms", "v(n1; t = 1 us)"))
                        .out())
                .contains("one route only");
    }

    @Test
    void aRunThatIsLongForItsSourcesDoesNotBlameDiodes() throws IOException {
        String rc = "V1 in 0 SIN(0 1 1MEG)\nR1 in out 1k\nC1 out 0 1n\n";
        String twoTones = "V1 a 0 SIN(0 1 1MEG)\nV2 in a SIN(0 1 3k)\nR1 in out 1k\nC1 out 0 1n\n";
        for (String cards : new String[] {rc, twoTones}) {
            assertThat(verify(circuit(cards, "transient 1 s", "v(out; t = 1 ms)"))
                            .out())
                    .contains("the run is long for its sources")
                    .doesNotContain("diode");
        }
    }

    @Test
    void aDiagramThatGrowsTooLargeIsALimit() throws IOException {
        String pairs = IntStream.range(0, 100)
                .mapToObj(i -> "x" + i + " y" + (37 * i + 11) % 100)
                .collect(Collectors.joining(" xor "));
        String sums = pairs.replace(" xor ", " + ");
        for (String gate : new String[] {pairs, sums}) {
            String logic = "title: b\nstatement: n?\nanswer: {kind: number}\nroutes:\n  a:\n    logic: |\n      Y = "
                    + gate + "\n    value: models(Y)\n";
            assertThat(verify(logic).out()).contains("needs more than 1048576 nodes; another order");
        }
    }

    @Test
    void aLongLineAtManyFrequenciesIsCounted() throws IOException {
        String section = "        - {Z0: 60 ohm, length: 1 m}\n";
        String line = "title: l\nstatement: g?\nanswer: {kind: number}\nroutes:\n  a:\n    line:\n"
                + "      source: 50 ohm\n      load: 75 ohm\n      sections:\n" + section.repeat(3000)
                + "    value: sum(abs(gamma(k*1 MHz)) for k in 1:10^5)\n";
        assertThat(verify(line).out()).contains(STEPS);
    }

    @Test
    void aResponseIsMeasuredBeforeAnythingIsDoneWithIt() {
        for (String response : new String[] {"1", "a ", ".", "1,", "[", "<", "e"}) {
            String text = response.repeat(1_000_000 / response.length() / 2);
            for (String ask : new String[] {"\"key\": \"1\"", "\"key\": \"x\", \"of\": {\"x\": \"0..1\"}"}) {
                String line = "{\"response\": \"" + text + "\", " + ask + "}\n";
                Run run = assertTimeoutPreemptively(SOON, () -> Run.withInput(line, "grade", "--jsonl"));
                assertThat(run.out()).as(response).contains("characters; at most 10000 are read");
            }
        }
    }

    @Test
    void manyGivensAndManyOptionsAreRead() throws IOException {
        String givens = IntStream.range(1, 20_000)
                .mapToObj(i -> "  a" + i + ": a" + (i - 1) + " + 1\n")
                .collect(Collectors.joining());
        assertThat(verify("title: g\nstatement: v?\ngiven:\n  a0: 1\n" + givens
                                + "answer: {kind: number}\nroutes:\n  a: a19999\n")
                        .out())
                .contains("one route only");
        String options = IntStream.range(0, 5_000)
                .mapToObj(i -> "    O" + i + ": " + (i - 2500) + "/7\n")
                .collect(Collectors.joining());
        String mcq = "title: g\nstatement: v?\nanswer:\n  kind: mcq\n  options:\n" + options;
        assertThat(verify(mcq + "routes:\n  a: 1\n").out()).contains("one route only");
        assertThat(verify(mcq + "    Z: -0.5*14/7\nroutes:\n  a: 1\n").out()).contains("options O2493 and Z are equal");
    }

    private static String text(String statement, String hint) {
        return "title: t\nstatement: " + statement
                + "\ngiven:\n  n: 10\nanswer: {kind: number}\nroutes:\n  a: 2\n  b: 4/2\n" + "hints:\n  - " + hint
                + "\nvariants:\n  draw:\n    n: 1000000:1000001\n";
    }

    @Test
    void aPlaceholderWithoutAValueIsAFaultAtItsPlace() throws IOException {
        for (String command : new String[] {"verify", "lint", "solve"}) {
            Path file = folder.resolve("p.yaml");
            Files.writeString(file, text("\"S {1/0}\"", "\"H {n} {sqrt(n - 11)} {sum(k for k in 1:10^9)}\""));
            Run run = Run.of(command, file.toString());
            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err())
                    .as(command)
                    .contains("p.yaml:2:16: ", "this placeholder has no value: division by zero", "p.yaml:10:13: ")
                    .contains("sqrt is defined for", "more than 1000000 steps");
        }
        assertThat(verify(text("\"S {n/2} {{1/0}\"", "\"H {1/n}\"")).out()).contains("1 unverified");
    }

    @Test
    void thePlaceholdersOfATextHaveOneAllowance() throws IOException {
        Path file = folder.resolve("p.yaml");
        String placeholder = "{sum(k for k in 1:n)}";
        Files.writeString(file, text("\"" + (placeholder + " ").repeat(50) + "{1 + n}\"", "\"H\""));
        assertThat(Run.of("solve", file.toString()).out()).contains("55 55 55");
        Run run = assertTimeoutPreemptively(SOON, () -> Run.of("solve", file.toString(), "--variant", "1"));
        assertThat(run.out()).contains("(no value) (no value)");
    }

    @Test
    void aPipeIsNoProblem() throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (String command : new String[] {"solve", "verify", "lint"}) {
            Run run = assertTimeoutPreemptively(SOON, () -> Run.of(command, pipe.toString()));
            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err()).as(command).contains("this is a pipe or a device");
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheBankIsNotFollowed() throws IOException {
        Path bank = Files.createDirectories(folder.resolve("bank"));
        Path secret = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(secret.resolve("s.yaml"), "a secret line\n");
        Files.writeString(
                bank.resolve("good.yaml"), "title: g\nstatement: v?\nanswer: {kind: number}\nroutes:\n  a: 1\n");
        Files.createSymbolicLink(bank.resolve("x.yaml"), secret.resolve("s.yaml"));
        Files.createSymbolicLink(bank.resolve("out"), secret);
        Files.createSymbolicLink(bank.resolve("same.yaml"), bank.resolve("good.yaml"));
        Run run = Run.of("verify", bank.toString());
        assertThat(run.out() + run.err()).doesNotContain("secret line");
        assertThat(run.err()).contains("x.yaml", "out", "leads out of the folder; it is not followed");
        assertThat(run.out()).contains("unverified   good", "unverified   same");
    }

    @Test
    void seedZeroIsThePublishedData() {
        assertThat(Run.of("solve", "q7", "--variant", "0").out())
                .isEqualTo(Run.of("solve", "q7").out());
        assertThat(Run.of("solve", "q13", "--variant", "0").exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | \"id\":true",
                "1.5 | \"id\":1.5",
                "7 | \"id\":7",
                "\"x\" | \"id\":\"x\"",
                "-0.25e2 | \"id\":-0.25e2,",
                "1e400 | \"id\":1e400,",
                "-1E-400 | \"id\":-1E-400,",
                "1e99999999999 | \"id\":1e99999999999,",
                "-0 | \"id\":-0,",
                "1.50 | \"id\":1.50,",
                "12345678901234567890123 | \"id\":12345678901234567890123,",
                "\"1e400\" | \"id\":\"1e400\"",
                "\"1.5\" | \"id\":\"1.5\"",
                "[] | 'id' is a text",
                "{} | 'id' is a text",
            })
    void anIdComesBackAsItWasSent(String id, String answered) {
        Run run = Run.withInput("{\"id\": " + id + ", \"expression\": \"1+1\"}\n", "eval", "--jsonl");
        assertThat(run.out()).contains(answered);
        assertThat(run.exit()).isEqualTo(answered.contains("text") ? 2 : 0);
    }

    @Test
    void anOverflowIsCalledOne() {
        assertThat(Run.of("eval", "exp(1000) - exp(1000)").out()).contains("larger than 1.8e308");
        assertThat(Run.of("eval", "0.0*cosh(1000)").out()).contains("larger than 1.8e308");
        assertThat(Run.of("eval", "exp(1000)*(1 - 1j)").out()).contains("larger than 1.8e308");
        assertThat(Run.of("eval", "1/exp(1000)").out()).startsWith("0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "5..2 step 1, ends are in the wrong order",
        "2..5 step -1, ends are in the wrong order",
        "2..5 step 0, has a step of 0",
        "2..5 step 10^-30, has more than 2^62 steps",
    })
    void aRangeOfVariantsSaysWhatIsWrongWithIt(String range, String message) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(
                file,
                "title: v\nstatement: What is {a}?\ngiven:\n  a: 2\nanswer: {kind: number}\nroutes:\n  one: a\n"
                        + "variants:\n  draw:\n    a: " + range + "\n");
        Run run = Run.of("verify", "--variants", "1", file.toString());
        assertThat(run.out() + run.err()).contains(message);
    }
}
