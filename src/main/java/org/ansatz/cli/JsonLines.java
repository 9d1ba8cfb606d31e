package org.ansatz.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Document;
import org.ansatz.field.block.Fields;
import org.ansatz.report.JsonReport;
import org.jspecify.annotations.Nullable;

/**
 * A filter: one request a line on standard input, one answer a line on standard output, in order. A line that cannot be read
 * is answered with the reason.
 */
final class JsonLines {

    private final Environment environment;

    JsonLines(Environment environment) {
        this.environment = environment;
    }

    /**
     * Answers every line.
     *
     * @param answer from the fields of a request; {@code ok} is false if it was refused
     * @return the exit code: whether every line could be answered
     */
    int answer(Function<Fields, Map<String, Object>> answer) {
        int code = Exit.OK;
        try (InputStream in = new BufferedInputStream(environment.in())) {
            int number = 0;
            for (String line = line(in); line != null; line = line(in)) {
                number++;
                if (!line.isBlank()) {
                    Map<String, Object> json = answered(number, line, answer);
                    code = Boolean.TRUE.equals(json.get("ok")) ? code : Exit.UNREADABLE;
                    environment.out().println(JsonReport.text(json));
                    if (environment.out().checkError()) {
                        return code; // nobody reads on
                    }
                }
            }
        } catch (IOException e) {
            environment.err().println("ansatz: standard input cannot be read: " + e.getMessage());
            return Exit.UNREADABLE;
        }
        return code;
    }

    /** The next line without its end, cut behind the largest that is read; null at the end. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (bytes.size() <= BankLoader.MAX_BYTES) {
                bytes.write(next);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> answered(int number, String line, Function<Fields, Map<String, Object>> answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (line.length() > BankLoader.MAX_BYTES) {
            json.put("ok", false);
            json.put(
                    "faults",
                    List.of(Map.of("message", "a line of at most " + BankLoader.MAX_BYTES + " bytes is read")));
            return json;
        }
        Document request = Document.of("request " + number, line);
        Fields fields = request.fields();
        Object id = request.scalar("id");
        if (fields != null && fields.has("id") && id != null) {
            json.put("id", id);
        }
        Map<String, Object> answered = fields == null ? Map.of() : sheltered(fields, answer);
        if (request.faults().isEmpty()) {
            json.putAll(answered);
        } else {
            json.put("ok", false);
            json.put("faults", request.faults().stream().map(JsonReport::fault).toList());
        }
        return json;
    }

    /** A defect of ours in one request must not cost the answers to all the others. */
    private static Map<String, Object> sheltered(Fields fields, Function<Fields, Map<String, Object>> answer) {
        try {
            return answer.apply(fields);
        } catch (RuntimeException | StackOverflowError e) {
            String message = "internal error, please report it: " + e;
            return Map.of("ok", false, "faults", List.of(Map.of("message", message)));
        }
    }
}
