package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of requests and answers says the same as the commands. */
final class RequestSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema(String definition) throws IOException {
        Path file = Path.of("docs", "requests.schema.json");
        ObjectNode whole = (ObjectNode) JSON.readTree(Files.readString(file));
        whole.remove("anyOf");
        whole.put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file.toUri(), whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eval | {\"id\": 1, \"expression\": \"[1, j; sqrt(2), 1/3]\", \"let\": [\"u = 1\"]}",
                "eval | {\"expression\": \"2^100\"}",
                "eval | {\"expression\": \"1/0\", \"given\": {\"R\": \"1 ohm\"}}",
                "eval | {\"expression\": \"2 > 1\"}",
                "eval | {\"expression\": \"1e400\"}",
                "eval | {\"expression\": \"x(1)\", \"ode\": \"x' == -x\", \"from\": [\"x(0) == 1\"]}",
                "eval | {\"expression\": \"v(a)\", \"circuit\": \"V1 a 0 5\\nR1 a 0 1\", \"run\": \"dc\"}",
                "eval | {\"expression\": \"gamma(1 Hz)\", \"line\": {\"source\": \"1 ohm\", \"sections\": [], \"load\": \"2 ohm\"}}",
                "eval | {\"expression\": \"image\", \"iq\": {\"gain\": \"1 dB\", \"phase\": \"5 deg\"}}",
                "equal | {\"id\": \"x\", \"a\": \"x\", \"b\": \"x + 0\"}",
                "equal | {\"a\": \"x\", \"b\": \"abs(x)\", \"of\": {\"x\": \"-1..1\"}, \"where\": \"x > -1\"}",
                "equal | {\"a\": \"x\", \"b\": \"x\", \"of\": {\"x\": \"1..-1\"}}",
                "grade | {\"response\": \"1.58\", \"key\": \"1.58 m\", \"tolerance\": \"1%\", \"unit\": \"cm\"}",
                "grade | {\"response\": null, \"key\": 1.58}",
                "grade | {\"response\": \"c\", \"key\": \"C\", \"options\": [\"A\", \"C\"]}",
                "grade | {\"response\": \"t^2\", \"key\": \"t*t\", \"of\": {\"t\": \"0..1\"}}",
            })
    void requestsAndAnswersAreValid(String command, String request) throws IOException {
        assertThat(schema(command + "Request").validate(JSON.readTree(request))).isEmpty();
        Run run = Run.withInput(request, command, "--jsonl");
        JsonNode answer = JSON.readTree(run.out());
        assertThat(answer.get("ok").asBoolean()).as(run.out()).isTrue();
        assertThat(schema(command + "Answer").validate(answer)).isEmpty();
    }

    @Test
    void whatIsRefusedIsAnsweredAsTheSchemaSays() throws IOException {
        for (String command : List.of("eval", "equal", "grade")) {
            JsonNode request = JSON.readTree("{\"id\": 5, \"frob\": 1}");
            assertThat(schema(command + "Request").validate(request)).isNotEmpty();
            JsonNode answer = JSON.readTree(
                    Run.withInput(request.toString(), command, "--jsonl").out());
            assertThat(schema("refused").validate(answer)).isEmpty();
            assertThat(answer.get("id").asInt()).isEqualTo(5);
        }
    }
}
