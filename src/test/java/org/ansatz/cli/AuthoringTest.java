package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.field.Language;
import org.ansatz.problem.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples that {@code new} writes, and {@code docs/authoring.md} and, those of blocks, {@code docs/blocks.md} show. */
final class AuthoringTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleVerifiesAndHasNoRemarks() {
        return NewCommand.examples().stream()
                .map(example -> DynamicTest.dynamicTest(example, () -> {
                    String file = folder.resolve(example + ".yaml").toString();
                    Run written = Run.of("new", file, "--like", example);
                    assertThat(written.out())
                            .as(written.err())
                            .isEqualTo("wrote " + file + "; next: ansatz verify " + file + "\n");
                    assertThat(Run.of("verify", file, "--variants", "30")).satisfies(run -> {
                        assertThat(run.out()).startsWith("unkeyed ");
                        assertThat(run.exit()).as(run.out()).isZero();
                    });
                    assertThat(Run.of("lint", file)).satisfies(run -> {
                        assertThat(run.out()).isEqualTo("1 problem, no remarks\n");
                        assertThat(run.exit()).isZero();
                    });
                }));
    }

    @Test
    void theGuideShowsEveryExampleAndEveryRule() throws IOException {
        String guide = Files.readString(Path.of("docs/authoring.md"));
        String blocks = Files.readString(Path.of("docs/blocks.md"));
        for (String example : NewCommand.examples()) {
            boolean isBlock =
                    Language.blockKinds().stream().anyMatch(kind -> kind.key().equals(example));
            assertThat(isBlock ? blocks : guide)
                    .contains("`./ansatz new FILE --like " + example + "`\n\n```yaml\n" + NewCommand.example(example)
                            + "```");
        }
        for (Rule rule : Rule.values()) {
            boolean isSaid = Rule.TO_MEND.contains(rule) || Rule.STRICT.contains(rule);
            assertThat(guide.contains("| `" + rule.id() + "` | " + rule.meaning() + " |"))
                    .isEqualTo(isSaid);
        }
    }

    @Test
    void everyKindOfAnswerAndEveryBlockHasAnExample() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String example : NewCommand.examples()) {
            all.append(NewCommand.example(example));
        }
        Set<String> missing = new TreeSet<>();
        for (String kind : Bank.answerKinds()) {
            missing.addAll(all.indexOf("kind: " + kind + "\n") < 0 ? Set.of(kind) : Set.of());
        }
        Language.blockKinds()
                .forEach(kind ->
                        missing.addAll(all.indexOf("\n    " + kind.key() + ":") < 0 ? Set.of(kind.key()) : Set.of()));
        assertThat(missing)
                .as("kinds of answers and blocks without an example in src/main/resources/org/ansatz/cli/templates")
                .isEmpty();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        Run run = Run.of("new", file.toString());
        assertThat(run.err()).isEqualTo("ansatz: " + file + " exists already; nothing was written\n");
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(file).hasContent("mine");
        assertThat(Run.of("new", "").err()).contains("the name of the file is empty");
        assertThat(Run.of("new", file + "/below").err()).contains("cannot be written");
        assertThat(Run.of("new", "x", "--like", "nmber").err()).contains("did you mean 'number'?");
        assertThat(Run.of("new").exit()).isEqualTo(Exit.UNREADABLE);
    }

    @Test
    void lintEndsWithOneIfThereIsSomethingToMend() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                title: A sum
                statement: What is {a} + {b}?
                given: {a: 2, b: 3, d: 4}
                answer: {kind: nat}
                routes:
                  sum: a + b
                  count: count(k > 0 for k in 1:a+b)
                hints: [Add.]
                solution: It is {a+b}.
                """);
        Run run = Run.of("lint", file.toString());
        assertThat(run.out())
                .isEqualTo(file + ":3:21: unused-given: the given 'd' is used by no route\n1 problem, 1 remark\n");
        assertThat(run.exit()).isEqualTo(Exit.NOT_ALL);
        assertThat(Run.of("lint", file.toString(), "--allow", "unused-given").exit())
                .isZero();
        assertThat(Run.of("lint", file.toString(), "--json").out())
                .contains("\"line\":3,\"column\":21,\"rule\":\"unused-given\"")
                .contains("\"exit\":1");
        assertThat(Run.of("lint", "--allow", "frob").err()).contains("there is no rule 'frob'");
        Files.writeString(file, "title: [");
        assertThat(Run.of("lint", file.toString()).exit()).isEqualTo(Exit.UNREADABLE);
    }

    /** A name goes before a unit, so that 0.7 V is seven tenths of the given V. That may be why routes differ, and is said beside. */
    @Test
    void whatMayBeWhyAProblemDoesNotPassIsSaidBesideTheVerdict() throws IOException {
        Path file = folder.resolve("hidden.yaml");
        String text = """
                title: A diode on a source
                statement: Which voltage does {V} leave for a resistor behind a diode of 0.7 V?
                given: {V: 10 V}
                answer: {kind: number, unit: V}
                routes:
                  difference: V - 0.7 V
                  equation: root(x + 7 V/10 - V for x in 0*V..V)
                """;
        Files.writeString(file, text.replace("7 V/10", "0.1*(7e3 mV)"));
        assertThat(Run.of("verify", file.toString()).out())
                .startsWith("inconsistent")
                .contains("note: ", "'V' hides the unit of that name, and stands behind a number in a formula");
        Files.writeString(
                file,
                text.replace("V: 10 V", "E: 10 V")
                        .replace("{V}", "{E}")
                        .replace("V - 0.7", "E - 0.7")
                        .replace("- V for x in 0*V..V", "- E for x in 0*E..E"));
        assertThat(Run.of("verify", file.toString()).out())
                .startsWith("unkeyed")
                .doesNotContain("note: ");
    }
}
