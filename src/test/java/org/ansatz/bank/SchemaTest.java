package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansatz.field.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas that editors read say the same as the reader. */
final class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Path.of("docs", name).toUri());
    }

    private static JsonNode yaml(String text) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
        return JSON.valueToTree(value);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFileIsValid() throws IOException {
        JsonSchema problem = schema("problem.schema.json");
        JsonSchema answers = schema("answers.schema.json");
        return Stream.concat(
                files("problems").stream().map(file -> valid(file, problem)),
                files("answers").stream().map(file -> valid(file, answers)));
    }

    private static DynamicTest valid(Path file, JsonSchema schema) {
        return dynamicTest(
                file.toString(),
                () -> assertThat(schema.validate(yaml(Files.readString(file)))).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFileNamesItsSchema() throws IOException {
        return Stream.concat(files("problems").stream(), files("answers").stream())
                .map(file -> dynamicTest(file.toString(), () -> {
                    String first = Files.readAllLines(file).get(0);
                    assertThat(first).startsWith("# yaml-language-server: $schema=");
                    Path parent = java.util.Objects.requireNonNull(file.getParent());
                    assertThat(parent.resolve(first.substring(first.indexOf('=') + 1)))
                            .exists();
                }));
    }

    @Test
    void fieldsBelongWhereTheSchemaHasThem() throws IOException {
        JsonNode schema = JSON.readTree(Path.of("docs", "problem.schema.json").toFile());
        JsonNode parts = schema.get("$defs");
        Set<String> route = names(parts.get("routeFields"));
        route.addAll(names(parts.get("blockFields")));
        route.removeAll(Home.PROBLEM.fields()); // steps stand in both

        assertThat(new TreeSet<>(Home.PROBLEM.fields())).as("bank.Home.PROBLEM").isEqualTo(names(schema));
        assertThat(new TreeSet<>(Home.ANSWER.fields())).as("bank.Home.ANSWER").isEqualTo(names(parts.get("answer")));
        assertThat(new TreeSet<>(Home.ROUTE.fields()))
                .as("bank.Home.ROUTE, or the fields() of a BlockKind")
                .isEqualTo(route);
    }

    private static Set<String> names(JsonNode fields) {
        Set<String> names = new TreeSet<>();
        fields.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Mistakes that the reader refuses too. */
    @TestFactory
    Stream<DynamicTest> whatTheReaderRefusesAsAFieldTheSchemaRefusesAsWell() throws IOException {
        String sound = Files.readString(FrozenBank.file("gate-2012-ec/q28"));
        JsonSchema schema = schema("problem.schema.json");
        Map<String, String> mistakes = Map.of(
                "title:", "titel:",
                "kind: mcq", "kind: mqc",
                "find: length", "finds: length",
                "load: RL", "end: RL",
                "least: abs(q", "minimum: abs(q",
                "  draw:", "  drawn:",
                "marks: 2", "marks: two",
                "over: {length:", "along: {length:",
                "    curves:\n      larger", "    curved:\n      larger");
        return mistakes.entrySet().stream()
                .map(mistake -> dynamicTest(mistake.getValue(), () -> {
                    assertThat(sound).contains(mistake.getKey());
                    String bad = sound.replace(mistake.getKey(), mistake.getValue());
                    Set<ValidationMessage> messages = schema.validate(yaml(bad));
                    assertThat(messages).isNotEmpty();
                    assertThat(Yaml.read(bad).faults()).isNotEmpty();
                }));
    }

    @Test
    void theFieldsOfEveryBlockAreInTheSchema() throws IOException {
        Set<String> blocks = new TreeSet<>();
        Language.blockKinds().forEach(kind -> blocks.addAll(kind.fields()));
        JsonNode schema = JSON.readTree(Path.of("docs", "problem.schema.json").toFile());
        assertThat(names(schema.at("/$defs/blockFields")))
                .as("$defs/blockFields/properties of docs/problem.schema.json, which requests have as well")
                .isEqualTo(blocks);
    }
}
