package org.ansatz.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a file.
 *
 * @param line where it begins, from 1
 * @param fields what stands there, by the name of the column, in the order of the file
 */
public record Row(int line, Map<String, String> fields) {

    /** Copies the fields. */
    public Row {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Shortened and without control characters, for a message. */
    public static String quoted(String text) {
        int most = 40;
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), most); i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return quoted.append(text.length() > most ? "…\"" : "\"").toString();
    }
}
