package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ansatz.problem.Answer;
import org.junit.jupiter.api.Test;

/** What must be there for each kind of answer, and the compiler cannot know. */
final class AnswerKindTest {

    /** The answer of the example that {@code ansatz new --like KIND} writes. */
    private static Answer example(String kind) throws IOException {
        String name = "/org/ansatz/cli/templates/" + kind + ".yaml";
        try (InputStream stream = AnswerKindTest.class.getResourceAsStream(name)) {
            assertThat(stream)
                    .as("an example of the kind " + kind + ": " + name)
                    .isNotNull();
            byte[] text = Objects.requireNonNull(stream).readAllBytes();
            return Yaml.problem(new String(text, StandardCharsets.UTF_8)).answer();
        }
    }

    @Test
    void eachKindHasAnExampleOfItsName() throws IOException {
        for (String kind : AnswerKind.words()) {
            assertThat(example(kind).kind()).isEqualTo(kind);
        }
    }

    @Test
    void eachCaseOfAnswerCanBeAskedFor() throws IOException {
        Set<Class<?>> made = new HashSet<>();
        for (String kind : AnswerKind.words()) {
            made.add(example(kind).getClass());
        }
        made.add(example("parts").getClass()); // of any kind that is a value, where several names are asked for
        assertThat(made).containsExactlyInAnyOrderElementsOf(cases(Answer.class).toList());
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(AnswerKindTest::cases)
                : Stream.of(type);
    }

    private static List<String> faults(String answer) {
        return Yaml.faults(Yaml.read("""
                title: A sum
                statement: How much is it?
                answer: %s
                routes:
                  sum: 1 + 2
                """.formatted(answer)));
    }

    /** A key would be held against its first point alone. */
    @Test
    void aNumberIsNoFunction() {
        for (String kind : List.of("nat", "number", "complex")) {
            assertThat(faults("{kind: " + kind + ", of: [x]}"))
                    .containsExactly("3:" + ("answer: {kind: , ".length() + kind.length() + 1) + ": a " + kind
                            + " is one value; a function is of the kind 'formula'");
            assertThat(faults("{kind: " + kind + ", of: {x: 0..1}}")).hasSize(1);
            assertThat(faults("{kind: " + kind + "}")).isEmpty();
        }
    }

    @Test
    void aFormulaIsAFunctionOfSomething() {
        for (String kind : List.of("formula", "waveform")) {
            assertThat(faults("{kind: " + kind + "}"))
                    .containsExactly("3:9: answer: a " + kind + " is a function of something: of: {t: 0 s..1 s}");
            assertThat(faults("{kind: " + kind + ", of: [x]}")).isEmpty();
        }
    }

    /** Its options may be numbers, or formulas. */
    @Test
    void aChoiceMayBeOfSomething() {
        for (String kind : List.of("mcq", "msq")) {
            assertThat(faults("{kind: " + kind + ", options: {A: 3, B: 4}}")).isEmpty();
            assertThat(faults("{kind: " + kind + ", of: [x], options: {A: x, B: 2*x}}"))
                    .isEmpty();
        }
    }

    @Test
    void eachKindHasARowInTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/problem-format.md"));
        String section = manual.substring(manual.indexOf("\n## The answer\n"), manual.indexOf("\n## Routes\n"));
        List<String> rows =
                section.lines().filter(line -> line.startsWith("| `")).toList();
        for (String kind : AnswerKind.words()) {
            assertThat(rows)
                    .as("a row '%s' under 'The answer' in docs/problem-format.md", kind)
                    .anyMatch(row -> row.split("\\|")[1].contains("`" + kind + "`"));
        }
    }

    @Test
    void theSchemaKnowsTheKindsThatTheReaderKnows() throws IOException {
        JsonNode words = new ObjectMapper()
                .readTree(Files.readString(Path.of("docs/problem.schema.json")))
                .at("/$defs/answer/properties/kind/enum");
        List<String> known = new ArrayList<>();
        words.forEach(word -> known.add(word.asText()));
        assertThat(known)
                .as("docs/problem.schema.json, /$defs/answer/properties/kind/enum")
                .containsExactlyInAnyOrderElementsOf(AnswerKind.words());
    }
}
