package org.ansatz.progress;

import java.util.List;

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
        AttemptWriter writer = new AttemptWriter();
        String separator = "[\n";
        for (Attempt attempt : attempts) {
            writer.out.append(separator);
            writer.object(attempt);
            separator = ",\n";
        }
        return writer.out.append(attempts.isEmpty() ? "[]\n" : "\n]\n").toString();
    }

    private void object(Attempt attempt) {
        String separator = "{";
        for (Column column : Column.values()) {
            out.append(separator);
            string(column.title());
            out.append(':');
            if (column.isText()) {
                string(column.of(attempt));
            } else {
                out.append(column.of(attempt));
            }
            separator = ",";
        }
        out.append('}');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
