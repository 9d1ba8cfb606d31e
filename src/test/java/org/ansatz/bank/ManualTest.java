package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansatz.expression.term.Registry;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manual tells the truth: its examples agree, and its tables are complete. */
final class ManualTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** How a problem, formulas, blocks, keys and replies are written, and what for. */
    private static final List<String> PAGES = List.of(
            "docs/problem-format.md", "docs/language.md", "docs/blocks.md", "docs/answers.md", "docs/cookbook.md");

    private static String manual() throws IOException {
        StringBuilder manual = new StringBuilder();
        for (String page : PAGES) {
            manual.append(Files.readString(Path.of(page)));
        }
        return manual.toString();
    }

    private static List<String> examples(String file) throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of(file)));
        List<String> examples = new ArrayList<>();
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleProblemIsVerified() throws IOException {
        List<String> problems = new ArrayList<>(examples("README.md"));
        for (String page : PAGES) {
            problems.addAll(examples(page));
        }
        problems.removeIf(example -> !example.contains("title:"));
        assertThat(problems).hasSizeGreaterThan(6);
        return problems.stream()
                .map(text -> dynamicTest(
                        text.substring(text.indexOf("title:") + 7)
                                .lines()
                                .findFirst()
                                .orElse(""),
                        () -> {
                            Problem problem = Yaml.problem(text);
                            Verdict verdict = Verifier.published(problem, List.of());
                            assertThat(verdict.judgement().status())
                                    .as(verdict.judgement().reason())
                                    .isEqualTo("unkeyed");
                            for (long seed = 1; problem.variants() != null && seed <= 20; seed++) {
                                assertThat(Verifier.variant(problem, seed)
                                                .judgement()
                                                .status())
                                        .as("seed " + seed)
                                        .isNotEqualTo("inconsistent");
                            }
                        }));
    }

    @Test
    void theExampleOfAKeyIsRead() throws IOException {
        String key = examples("docs/answers.md").stream()
                .filter(example -> example.startsWith("claim:"))
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(folder.resolve("key.yaml"), key);
        Bank bank = Yaml.bank(Path.of("problems"), file);
        assertThat(Yaml.faults(bank)).isEmpty();
        assertThat(bank.keys()).hasSize(3);
    }

    @Test
    void everyFunctionBinderAndConstantIsInTheManual() throws IOException {
        List<String> rows = new ArrayList<>();
        Registry registry = Language.registry();
        registry.functions()
                .forEach(function -> rows.add(
                        "| `" + function.signature() + "` | " + function.help() + " | " + function.engine() + " |"));
        registry.binders()
                .forEach(binder ->
                        rows.add("| `" + binder.name() + "` | " + binder.help().replace("|", "\\|") + " |"));
        registry.families().forEach(family -> rows.add("| `" + family.signature() + "` | " + family.help() + " |"));
        registry.constants().forEach(constant -> rows.add("`" + constant.name() + "`"));
        String manual = manual();
        rows.removeIf(manual::contains);
        assertThat(rows).as("what docs/language.md does not say").isEmpty();
    }

    @Test
    void everyFieldBlockHasItsSection() throws IOException {
        List<String> sections = new ArrayList<>(
                Language.blockKinds().stream().map(BlockKind::key).toList());
        String manual = manual();
        sections.removeIf(key -> manual.contains("\n## " + key + "\n"));
        assertThat(sections)
                .as("blocks without a section '## <block>' in docs/blocks.md")
                .isEmpty();
    }
}
