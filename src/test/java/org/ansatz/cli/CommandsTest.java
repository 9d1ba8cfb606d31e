package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, their output and exit codes. */
final class CommandsTest {

    private static String file(String id) {
        return FrozenBank.file(id).toString();
    }

    @Test
    void aBankIsVerifiedLineByLine() {
        Run run = Run.of("verify");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out())
                .contains(
                        "agreed       gate-2012-ec/q28: C  2 independent routes agree, estimated; so does the key (published")
                .contains("unkeyed      rf/image-rejection: -22.8294 dB  3 independent routes share 1")
                .contains("agreed       gradients/softmax-weights: (P - Y)*X'/m  3 independent routes share")
                .endsWith("\n16 problems, 13 agreed, 3 unkeyed\n");
    }

    @Test
    void aWrongKeyIsDisputedWithExitCode1() {
        Run run = Run.of("verify", "--answers", "src/test/resources/wrong-key.yaml", file("gate-2012-ec/q28"));
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out())
                .startsWith(
                        "disputed     gate-2012-ec/q28: C  2 independent routes agree, estimated; the key (a key with slips,"
                                + " made for the tests) says B, to which the misconception 'any multiple of a quarter wave will"
                                + " do, so that even ones, which repeat the load, are taken too' leads\n");
    }

    @Test
    void everyEntryOfAWrongKeyIsDisputed() {
        Run run = Run.of("verify", "--answers", "src/test/resources/wrong-key.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out()).endsWith("\n16 problems, 6 disputed, 10 unkeyed\n");
    }

    @Test
    void unreadableInputOutranksAWrongKey() {
        Run run = Run.of(
                "verify",
                "--answers",
                "src/test/resources/wrong-key.yaml",
                file("gate-2012-ec/q28"),
                "no-such-file.yaml");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).contains("disputed");
    }

    @Test
    void aProblemMayComeFromStandardInput() throws IOException {
        String text = Files.readString(FrozenBank.file("gate-2012-ec/q7"));
        Run run = Run.withInput(text, "verify", "-");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains("standard input: B");
        assertThat(Run.withInput(text, "solve", "-").out()).contains("Route: truth table [enumeration]");
    }

    @Test
    void theExplanationShowsEveryRouteWithItsNumbers() {
        Run run = Run.of("verify", "--explain", file("gate-2012-ec/q28"));
        assertThat(run.out())
                .contains("odd quarter waves [arithmetic]  least: max(off(4*length*f1/c0), off(4*length*f2/c0))")
                .contains("residuals  A 0.3021  B 0.6  C 0.09503  D 0.5999")
                .contains("misconception: it is enough to match at the upper frequency")
                .contains("convention: An air line is meant");
    }

    @Test
    void variantsAreCountedAndTheFirstThatFailsIsNamed(@TempDir Path folder) throws IOException {
        Run sound = Run.of("verify", "--variants", "7", file("gate-2012-ec/q7"));
        assertThat(sound.exit()).isEqualTo(Exit.OK);
        assertThat(sound.out()).contains("7 variants agree").contains("; 7 variants, all agreed");
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, """
                title: Sometimes wrong
                statement: What is the square of {a}?
                given: {a: 2}
                answer: {kind: number}
                routes:
                  doubled: 2*a
                  counted: count(true for i in 1:a, k in 1:a)
                variants:
                  draw: {a: 1:4}
                """);
        Run wrong = Run.of("verify", "--variants", "20", folder.toString());
        assertThat(wrong.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(wrong.out())
                .contains("unkeyed      p: 4")
                .containsPattern("of 20 variants agree; the first that does not is seed [0-9]+: inconsistent");
    }

    @Test
    void theSameCommandPrintsTheSameTwice() {
        String[] command = {"verify", "--explain", "--variants", "2"};
        assertThat(Run.of(command)).isEqualTo(Run.of(command));
    }

    @Test
    void jsonHoldsWhatTheTextSays() throws IOException {
        Run run = Run.of("verify", "--json", FrozenBank.PROBLEMS.toString(), "no-such-file.yaml");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("exit").intValue()).isEqualTo(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(json.get("faults")).hasSize(1);
        assertThat(json.at("/faults/0/file").textValue()).isEqualTo("no-such-file.yaml");
        JsonNode image = null;
        for (JsonNode problem : json.get("problems")) {
            image = problem.get("id").textValue().equals("rf/image-rejection") ? problem : image;
        }
        assertThat(image).isNotNull();
        assertThat(image.get("status").textValue()).isEqualTo("unkeyed");
        assertThat(image.at("/routes/1/engines/0").textValue()).isEqualTo("fft");
        assertThat(image.at("/routes/1/value").doubleValue()).isBetween(-22.8295, -22.8294);
        assertThat(image.at("/routes/1/error").doubleValue()).isBetween(0.0, 1e-10);
    }

    @Test
    void aSolutionShowsTheWholeDerivation() {
        Run run = Run.of("solve", "q28");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out())
                .contains("One line, two matched frequencies")
                .contains("(C) 1.58 m")
                .contains("  Z0 = 100 ohm")
                .contains("Route: reflection [abcd]")
                .contains("key: C (published solutions, dsplog.com, src/test/resources/bank/answers/gate-2012-ec.yaml:")
                .contains("lengths of 0.5241 m, 1.572 m, 2.621 m");
    }

    @Test
    void aSolutionShowsWhatAFieldBlockHasToSay(@TempDir Path folder) throws IOException {
        assertThat(Run.of("solve", "q7").out()).contains("  A1 B1 A0 B0 | Y\n").contains("  1  1  1  0  | 1\n");
        assertThat(Run.of("solve", "q13").out())
                .contains("a steady state: a period leaves of a disturbance no more than 0.5 of it");
        Path file = folder.resolve("laws.yaml");
        Files.writeString(file, """
                title: Laws
                statement: Which hold?
                answer: {kind: number}
                routes:
                  gates:
                    logic: |
                      X = A B + C
                      Y = A (B + C)
                      Z = C + B A
                    value: if(equivalent(X, Z), models(X), 0)
                """);
        assertThat(Run.of("solve", file.toString()).out())
                .contains("  X and Y differ at A=0 B=0 C=1\n")
                .contains("  X and Z are equal\n");
    }

    @Test
    void aVariantIsSolvedWithItsOwnData() {
        Run run = Run.of("solve", "gate-2012-ec/q7", "--variant", "1");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).containsPattern("n = [2-6]\n").doesNotContain("key:");
        assertThat(Run.of("solve", "q15", "--variant", "1").err()).contains("has no variants");
    }

    @Test
    void theListShowsEveryProblem() {
        assertThat(Run.of("list").out())
                .contains("gate-2012-ec/q12          mcq      A first-order linear equation\n")
                .contains("rf/image-rejection        nat      Image rejection of an unbalanced modulator\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verify", "solve", "list", "lint", "new", "equal", "grade", "eval", "train"})
    void everyCommandHasHelp(String command) {
        Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).startsWith("Usage: ansatz " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(Run.of("--version").out()).isEqualTo("ansatz 0.1.0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vrify | there is no command 'vrify'; did you mean 'verify'?",
                "verify --explian | Unknown option: '--explian'; did you mean '--explain'?",
                "verify --variants -1 | --variants takes 0 to 100000",
                "verify --variants many | Invalid value for option '--variants': 'many' is not an int",
                "verify --timeout 0 | --timeout at least 1",
                "solve | Missing required parameter: 'ID'",
                "solve nonsense | there is no problem 'nonsense'",
                "solve gate-2012-ec/q77 | there is no problem 'gate-2012-ec/q77'; did you mean 'gate-2012-ec/q7'?",
                "list --json | Unknown option: '--json'"
            })
    void badUsageHasExitCode2AndSaysWhatIsWrong(String line, String message) {
        Run run = Run.of(line.split(" "));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).startsWith("ansatz: ").contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatCannotBeReadInTimeIsNotWaitedFor() throws IOException {
        InputStream silent = new PipedInputStream(new PipedOutputStream());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Main.run(
                        new String[] {"verify", "--timeout", "1", "-"},
                        silent,
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        FrozenBank.HOME));
        assertThat(exit).isEqualTo(Exit.UNREADABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not read within 1 s (--timeout)");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders(@TempDir Path folder) throws IOException {
        Path sound = FrozenBank.file("gate-2012-ec/q7");
        Path one =
                Files.copy(sound, Files.createDirectory(folder.resolve("one")).resolve("q.yaml"));
        Path two =
                Files.copy(sound, Files.createDirectory(folder.resolve("two")).resolve("q.yaml"));
        Run run = Run.of("verify", one.toString(), two.toString());
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains(" q: B").contains(" two/q: B");
        Run again = Run.of("verify", one.toString(), one.toString());
        assertThat(again.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(again.err()).contains("a second problem with the id q");
    }

    @Test
    void anEmptyPathIsNotTheCurrentFolder() {
        Run run = Run.of("verify", "");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("'':1:1: cannot be read: the path is empty");
    }

    @Test
    void aSolutionTakesOtherKeysAndReportsWhatCannotBeRead(@TempDir Path folder) throws IOException {
        Run run = Run.of("solve", "--answers", "src/test/resources/wrong-key.yaml", "gate-2012-ec/q28");
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out()).contains("disputed");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "claim: x\nanswers: {gate-2012-ec/q28: Z}\n");
        Run unreadable = Run.of("solve", "--answers", bad.toString(), "gate-2012-ec/q28");
        assertThat(unreadable.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(unreadable.err()).contains("'Z' is not an option");
    }

    @Test
    void whatIsNotJudgedInTimeHasFailed(@TempDir Path folder) throws IOException {
        StringBuilder routes = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            routes.append("  r").append(i).append(": count(mod(i*k, 7) == 3 for i in 1:1000, k in 1:900)\n");
        }
        Files.writeString(
                folder.resolve("long.yaml"),
                "title: Long\nstatement: How many?\nanswer: {kind: number}\nroutes:\n" + routes);
        Run run = Run.of("verify", "--timeout", "1", folder.toString());
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(run.out()).contains("failed").contains("not judged within 1 s (--timeout)");
    }

    @Test
    void anEndingThatThreeProblemsShareNamesNone(@TempDir Path home) throws IOException {
        for (String part : List.of("a", "b", "c")) {
            Path target = Files.createDirectories(home.resolve("problems/" + part));
            Files.copy(FrozenBank.file("gate-2012-ec/q7"), target.resolve("q7.yaml"));
        }
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream complaints = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                new String[] {"solve", "q7"},
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                complaints,
                home);
        assertThat(exit).isEqualTo(Exit.UNREADABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no problem 'q7'");
    }
}
