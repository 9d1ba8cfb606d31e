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
        assertThat(made).containsExactlyInAnyOrderElementsOf(cases(Answer.class).toList());
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(AnswerKindTest::cases)
                : Stream.of(type);
    }

    @Test
    void eachKindHasARowInTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/problem-format.md"));
        String section = manual.substring(manual.indexOf("\n## The answer\n"), manual.indexOf("\n## Routes\n"));
        List<String> rows =
                section.lines().filter(line -> line.startsWith("| `")).toList();
        for (String kind : AnswerKind.words()) {
            assertThat(rows).as(kind).anyMatch(row -> row.split("\\|")[1].contains("`" + kind + "`"));
        }
    }

    @Test
    void theSchemaKnowsTheKindsThatTheReaderKnows() throws IOException {
        JsonNode words = new ObjectMapper()
                .readTree(Files.readString(Path.of("docs/problem.schema.json")))
                .at("/$defs/answer/properties/kind/enum");
        List<String> known = new ArrayList<>();
        words.forEach(word -> known.add(word.asText()));
        assertThat(known).containsExactlyInAnyOrderElementsOf(AnswerKind.words());
    }
}
