package org.ansatz.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.json.JsonWriter;

/** Writes attempts as the readers read them. */
final class AttemptWriter {

    private final StringBuilder out = new StringBuilder();

    private AttemptWriter() {}

    /** CSV (RFC 4180) with a heading. */
    static String csv(List<Attempt> attempts) {
        AttemptWriter writer = new AttemptWriter();
        String separator = "";
        for (Column column : Column.values()) {
            writer.out.append(separator).append(column.title());
            separator = ",";
        }
        writer.out.append("\r\n");
        for (Attempt attempt : attempts) {
            writer.record(attempt);
        }
        return writer.out.toString();
    }

    private void record(Attempt attempt) {
        String separator = "";
        for (Column column : Column.values()) {
            out.append(separator);
            field(column.of(attempt));
            separator = ",";
        }
        out.append("\r\n");
    }

    private void field(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length() && !quoted; i++) {
            quoted = ",\"\r\n".indexOf(text.charAt(i)) >= 0;
        }
        if (quoted) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }

    /** JSON (RFC 8259): a list of objects, one on a line; everything outside ASCII is escaped. */
    static String json(List<Attempt> attempts) {
        StringBuilder out = new StringBuilder();
        String separator = "[\n";
        for (Attempt attempt : attempts) {
            out.append(separator);
            out.append(object(attempt));
            separator = ",\n";
        }
        return out.append(attempts.isEmpty() ? "[]\n" : "\n]\n").toString();
    }

    private static String object(Attempt attempt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            fields.put(column.title(), column.json(attempt));
        }
        return JsonWriter.text(fields);
    }
}
