package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which problems a file of keys may speak of, whichever of them are verified. */
final class KeyFilesTest {

    private static final String SUM = """
            title: A sum
            statement: What is 2 + 2?
            answer: {kind: number}
            routes:
              sum: 2 + 2
              count: count(k > 0 for k in 1:4)
            hints: [Count.]
            solution: It is {2 + 2}.
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void twoProblemsInABank() throws IOException {
        write("problems/elec/rc-cutoff.yaml", SUM);
        write("problems/elec/rl-cutoff.yaml", SUM);
        write("problems/logic/adder.yaml", SUM);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run verify(String keys, String... paths) throws IOException {
        return run("verify", keys, paths);
    }

    private Run run(String command, String keys, String... paths) throws IOException {
        write("keys.yaml", "claim: test\nanswers:\n" + keys);
        String[] line = new String[3 + paths.length];
        line[0] = command;
        line[1] = "--answers";
        line[2] = folder.resolve("keys.yaml").toString();
        for (int i = 0; i < paths.length; i++) {
            line[3 + i] = folder.resolve(paths[i]).toString();
        }
        return Run.of(line);
    }

    @ParameterizedTest
    @CsvSource({
        "problems, elec/rc-cutof, elec/rc-cutoff",
        "problems/elec/rc-cutoff.yaml, elec/rc-cutof, elec/rc-cutoff",
        "problems/elec/rl-cutoff.yaml, logic/ader, logic/adder",
        "problems/elec, elec/rl-cutof, elec/rl-cutoff",
        "problems, elec/rl-Cutoff, elec/rl-cutoff",
        "problems, rl-cutoff, elec/rl-cutoff",
        "problems, rl-cutof, elec/rl-cutoff"
    })
    void anIdThatNoProblemHasIsAnErrorWithTheNearestId(String path, String id, String nearest) throws IOException {
        for (String command : new String[] {"verify", "lint"}) {
            Run run = run(command, "  " + id + ": 4\n", path);
            assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
            assertThat(run.err())
                    .contains("keys.yaml:3:3: there is no problem '" + id + "'; did you mean '" + nearest + "'?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "problems/elec", "problems/elec/rc-cutoff.yaml"})
    void keysOfTheOtherProblemsOfTheBankArePassedOver(String path) throws IOException {
        Run run = verify("  elec/rc-cutoff: 4\n  elec/rl-cutoff: 4\n  logic/adder: 4\n", path);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.out()).contains("agreed       elec/rc-cutoff: 4");
    }

    @Test
    void soAreThoseOfFilesBesideOneThatLiesInNoBank() throws IOException {
        write("loose/one.yaml", SUM);
        write("loose/two.yaml", SUM);
        assertThat(verify("  one: 4\n  two: 4\n", "loose/one.yaml").exit()).isEqualTo(Exit.OK);
        Run run = verify("  one: 4\n  tow: 4\n", "loose/one.yaml");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("keys.yaml:4:3: there is no problem 'tow'; did you mean 'two'?");
    }

    @Test
    void aKeyForAProblemThatCouldNotBeReadIsNoSecondFault() throws IOException {
        write("problems/elec/rl-cutoff.yaml", SUM.replace("title", "titel"));
        Run run = verify("  elec/rl-cutoff: 4\n", "problems");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("titel").doesNotContain("there is no problem");
    }

    @Test
    void theKeysOfABankSpeakOfAllOfIt() {
        Run run = Run.of("verify", file("gate-2012-ec/q28"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(Run.of("verify", "--answers", FrozenBank.ANSWERS.toString(), file("gate-2012-ec/q28"))
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(Run.of("lint", file("gate-2012-ec/q7")).err()).isEmpty();
    }

    private static String file(String id) {
        return FrozenBank.file(id).toString();
    }

    @Test
    void keysOfAnotherBankAreErrorsOneByOne() throws IOException {
        Run run = verify("  elec/rc-cutoff: 4\n  their/q1: A\n  their/q2: B\n", "problems");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains("there is no problem 'their/q1'").contains("there is no problem 'their/q2'");
        assertThat(run.out()).contains("agreed       elec/rc-cutoff: 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elec/rc-cutoff#3: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it: a key speaks",
                "elec/rc-cutoff variant 3: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it",
                "elec/rc-cutoff@7: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it",
                "elec/rc-cutoff/variant 3: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it",
                "elec/rc-cutoff-variant3: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it",
                "elec/rc-cutoff/seed=3: 4 | keys.yaml:3:3: 'elec/rc-cutoff' is a problem, and this a variant of it",
                "elec/rc-cutoff/3: 4 | keys.yaml:3:3: there is no problem 'elec/rc-cutoff/3'",
                "'logic/adder [seed 2]': 4 | keys.yaml:3:3: 'logic/adder' is a problem, and this a variant of it",
                "elec/rc-cutoff: {seed: 3, key: 4} | keys.yaml:3:19: a key speaks of the published data; a variant",
                "elec/rc-cutoff: {letter: A} | keys.yaml:3:19: one key stands here"
            })
    void aKeyForAVariantHasAReasonAndAPlace(String line, String message) throws IOException {
        Run run = verify("  " + line + "\n", "problems");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{3, 7} | agreed ",
                "7 and 3 | agreed ",
                "3 or 7 | 3:16: in a key 'or' stands between alternatives, and a set has none: for all of them write '3, 7'",
                "x = 3 or x = 7 | for all of them write 'x = 3, x = 7'",
                "1, 3 OR 7 | for all of them write '1, 3, 7'"
            })
    void alternativesOfASetAreNotItsNumbers(String key, String said) throws IOException {
        String routes = "routes: {a: '{3, 7}', b: '{root(x - 3 for x in 0..5), root(x - 7 for x in 5..9)}'}";
        write("problems/elec/roots.yaml", "title: Roots\nstatement: Where?\nanswer: {kind: set}\n" + routes + "\n");
        Run run = verify("  elec/roots: '" + key + "'\n", "problems/elec/roots.yaml");
        assertThat(run.out() + run.err()).contains(said);
    }

    @Test
    void soHasAWholeFileOfThem() throws IOException {
        Run run = verify("  elec/rc-cutoff: 4\nseed: 3\n", "problems");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err())
                .contains("keys.yaml:4:1: a key speaks of the published data; a variant, whose data are drawn");
    }
}
