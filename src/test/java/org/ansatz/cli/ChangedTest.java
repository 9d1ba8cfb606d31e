package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.ansatz.files.Cache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with what earlier runs have kept. */
final class ChangedTest {

    private static final String DIVIDER = """
            title: A divider
            statement: What is the voltage?
            given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes:
              divider: E*R2/(R1 + R2)
              node equation: root((E - u)/R1 - u/R2 for u in 0 V..E)
            """;

    @TempDir
    private Path home;

    private Cache cache;

    @BeforeEach
    void aSmallBank() throws IOException {
        cache = Cache.in(home.resolve("kept"), "program 1");
        Files.createDirectories(home.resolve("problems"));
        Files.createDirectories(home.resolve("answers"));
        for (String name : new String[] {"a", "b", "c"}) {
            write(name, DIVIDER);
        }
        keys("a: 8 V\n  b: 8 V");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("problems/" + name + ".yaml");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    }

    private void keys(String answers) throws IOException {
        Files.writeString(home.resolve("answers/keys.yaml"), "claim: a book\nanswers:\n  " + answers + "\n");
    }

    private Run run(Cache kept, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                home,
                kept);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String verified(String... arguments) {
        return run(cache, "", arguments).out();
    }

    // ---- verify --changed

    @Test
    void whatPassedIsSkippedUntilItChanges() throws IOException {
        assertThat(verified("verify", "--changed"))
                .contains("3 problems, 2 agreed, 1 unkeyed\n")
                .endsWith("0 problems skipped: unchanged since they passed\n");
        assertThat(verified("verify", "--changed"))
                .isEqualTo("0 problems\n3 problems skipped: unchanged since they passed\n");
        write("b", DIVIDER.replace("10 V", "20 V"));
        Run changed = run(cache, "", "verify", "--changed");
        assertThat(changed.out())
                .contains("disputed     b: 16 V")
                .contains("1 problem, 1 disputed\n")
                .endsWith("2 problems skipped: unchanged since they passed\n");
        assertThat(changed.exit()).isEqualTo(1);
    }

    @Test
    void aProblemRestsOnTheNetlistsThatItsRoutesName() throws IOException {
        String named = DIVIDER + "  network:\n    circuit: .include parts/divider.cir\n    run: dc\n    value: v(b)\n";
        Path netlist = Files.createDirectories(home.resolve("problems/parts")).resolve("divider.cir");
        Files.writeString(netlist, ".inc load.inc\nV1 a 0 {E}\nR1 a b {R1}\n");
        Files.writeString(netlist.resolveSibling("load.inc"), "R2 b 0 {R2}\n");
        write("b", named);
        assertThat(verified("verify", "--changed")).contains("agreed       b: 8 V  3 independent routes");
        assertThat(verified("verify", "--changed")).contains("3 problems skipped");
        Files.writeString(netlist.resolveSibling("load.inc"), "R2 b 0 {2*R2}\n");
        assertThat(verified("verify", "--changed"))
                .contains("inconsistent b  routes 'divider' and 'network'", "2 problems skipped");
        Files.writeString(netlist.resolveSibling("load.inc"), "R2 b 0 {Rload}\n");
        assertThat(run(cache, "", "verify", "--changed").err())
                .contains("problems/parts/load.inc:1:9: unknown name 'Rload'");
        Files.delete(netlist);
        assertThat(run(cache, "", "verify", "--changed").err())
                .contains("problems/b.yaml:9:23: 'parts/divider.cir' is not read: there is no such file");
    }

    @Test
    void whatDidNotPassIsJudgedAndSaidEachTime() throws IOException {
        keys("a: 7 V");
        verified("verify");
        Run again = run(cache, "", "verify", "--changed");
        assertThat(again.out())
                .contains("disputed     a: 8 V")
                .endsWith("2 problems skipped: unchanged since they passed\n");
        assertThat(again.exit()).isEqualTo(1);
    }

    @Test
    void anotherKeyIsAudited() throws IOException {
        verified("verify");
        keys("a: 8 V\n  b: 9 V");
        assertThat(verified("verify", "--changed"))
                .contains("disputed     b: 8 V")
                .endsWith("2 problems skipped: unchanged since they passed\n");
        keys("a: 8 V\n  b: 8 V\n  c: 8 V");
        assertThat(verified("verify", "--changed"))
                .contains("agreed       b: 8 V")
                .contains("agreed       c: 8 V")
                .endsWith("1 problem skipped: unchanged since they passed\n");
    }

    @Test
    void anotherProgramJudgesForItself() {
        verified("verify");
        Cache other = Cache.in(home.resolve("kept"), "program 2");
        assertThat(run(other, "", "verify", "--changed").out())
                .endsWith("0 problems skipped: unchanged since they passed\n");
    }

    @Test
    void otherDemandsAreOtherVerdicts() {
        verified("verify");
        assertThat(verified("verify", "--changed", "--at-least", "exact")).contains("\n0 problems skipped");
        assertThat(verified("verify", "--changed", "--variants", "2")).contains("\n0 problems skipped");
    }

    @Test
    void withoutTheOptionEverythingIsComputed() {
        verified("verify");
        assertThat(verified("verify"))
                .contains("3 problems, 2 agreed, 1 unkeyed")
                .doesNotContain("skipped");
    }

    @Test
    void contentCountsNotTheDate() throws IOException {
        verified("verify");
        Files.setLastModifiedTime(home.resolve("problems/a.yaml"), FileTime.fromMillis(0));
        assertThat(verified("verify", "--changed")).contains("3 problems skipped");
        write("a", DIVIDER.replace("10 V", "11 V"));
        assertThat(verified("verify", "--changed")).contains("2 problems skipped");
    }

    @Test
    void programsAreToldHowManyWereSkipped() {
        verified("verify");
        assertThat(verified("verify", "--changed", "--json"))
                .isEqualTo("{\"problems\":[],\"faults\":[],\"skipped\":3,\"exit\":0}\n");
        assertThat(verified("verify", "--json")).doesNotContain("skipped");
    }

    @Test
    void whereNothingIsKeptNothingIsSkipped() {
        run(Cache.NONE, "", "verify");
        assertThat(run(Cache.NONE, "", "verify", "--changed").out())
                .contains("3 problems, ")
                .contains("\n0 problems skipped");
    }

    // ---- list, solve and the terminal, from an index

    /** The same with an index as without one, and with a fresh one as with one of an earlier run. */
    private void assertAsWithoutIndex(String input, String... arguments) {
        Run read = run(Cache.NONE, input, arguments);
        assertThat(run(cache, input, arguments)).isEqualTo(read);
        assertThat(run(cache, input, arguments)).isEqualTo(read);
    }

    @Test
    void commandsSayTheSameFromTheIndex() throws IOException {
        write("faulty", DIVIDER.replace("R2)", "R2"));
        assertAsWithoutIndex("", "list");
        assertAsWithoutIndex("", "list", home.resolve("problems").toString());
        assertAsWithoutIndex(
                "",
                "list",
                home.resolve("problems/a.yaml").toString(),
                home.resolve("problems/faulty.yaml").toString());
        assertAsWithoutIndex(DIVIDER, "list", "-");
        assertAsWithoutIndex("", "solve", "a");
        assertAsWithoutIndex("", "solve", "faulty");
        assertAsWithoutIndex("", "solve", "d");
        assertAsWithoutIndex("", "solve", home.resolve("problems/faulty.yaml").toString());
        assertAsWithoutIndex("practice a\n8 V\nlist\nhelp c\n");
    }

    @Test
    void aKeyForAProblemThatIsNotReadIsPassedOver() throws IOException {
        keys("a: 8 V\n  nobody: 8 V");
        assertAsWithoutIndex("", "solve", "a");
        assertThat(run(cache, "", "solve", "a").err()).contains("there is no problem 'nobody'");
    }

    @Test
    void aQuestionThatWasDeletedMeanwhileIsSaid() throws IOException {
        run(cache, "", "list");
        Path file = home.resolve("problems/b.yaml");
        Files.writeString(file, "#".repeat((int) Files.size(file)));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        Run run = run(cache, "practice b\nlist\npractice a\n8 V\n");
        assertThat(run.out())
                .contains("b.yaml:1:1: the file is empty")
                .contains("  a")
                .contains("  c")
                .doesNotContain("\n  b ")
                .contains("Right.");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run(cache, "", "solve", "b").err()).contains("b.yaml:1:1: the file is empty");
        assertThat(run(cache, "", "solve", "b").exit()).isEqualTo(2);
    }

    @Test
    void plotsAreCheckedWhereTheyAreDrawnOrVerified() throws IOException {
        write("a", DIVIDER + "plots:\n  one:\n    over: {R2: 1 kohm..9 kohm}\n    curves: {u: E*nothing}\n");
        String fault = "a.yaml:11:19: unknown name 'nothing'";
        assertThat(run(cache, "", "verify").err()).contains(fault);
        assertThat(run(cache, "", "lint").err()).contains(fault);
        assertThat(run(cache, "", "list").exit()).isZero();
        Run drawn = run(cache, "practice a\nplot\nplot\n8 V\n");
        assertThat(drawn.out()).contains("a.yaml:11:19").contains("Right.");
        assertThat(drawn.exit()).isEqualTo(2);
    }
}
