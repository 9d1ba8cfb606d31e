package org.ansatz.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.ansatz.table.JsonReader;
import org.ansatz.table.Malformed;
import org.ansatz.table.Row;

/** Responses as JSON lines: an object in each, with the fields candidate, question and response. */
final class JsonResponses implements Responses {

    /** Longer lines are passed over. */
    private static final int LONGEST = 1 << 16;

    private final BufferedReader text;

    JsonResponses(Reader text) {
        this.text = new BufferedReader(text);
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        long number = 0;
        StringBuilder line = new StringBuilder();
        int c = text.read();
        while (c >= 0) {
            number++;
            line.setLength(0);
            long length = 0;
            for (; c >= 0 && c != '\n'; c = text.read()) {
                if (++length <= LONGEST) {
                    line.append((char) c);
                }
            }
            if (length > LONGEST) {
                receiver.refused(number, "a line of " + length + " characters; at most " + LONGEST + " are read");
            } else if (!line.toString().isBlank()) {
                row(line.toString(), number, receiver);
            }
            c = c < 0 ? c : text.read();
        }
    }

    private static void row(String line, long number, Receiver receiver) throws IOException {
        try {
            Map<String, String> fields = JsonReader.row(line).fields();
            for (String name : List.of("candidate", "question", "response")) {
                if (!fields.containsKey(name)) {
                    receiver.refused(
                            number,
                            "there is no field '" + name + "' among " + Row.quoted(String.join(", ", fields.keySet())));
                    return;
                }
            }
            String candidate = String.valueOf(fields.get("candidate"));
            if (candidate.isBlank()) {
                receiver.refused(number, "this row names no candidate");
                return;
            }
            Response response = new Response(
                    candidate, String.valueOf(fields.get("question")), String.valueOf(fields.get("response")), number);
            String fault = Source.fault(candidate) + Source.fault(response.reply());
            if (fault.isEmpty()) {
                receiver.response(response);
            } else {
                receiver.refused(number, fault);
            }
        } catch (Malformed e) {
            receiver.refused(number, String.valueOf(e.getMessage()).replaceFirst("^line \\d+: ", ""));
        }
    }
}
