package org.ansatz.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180, lines ending with CR LF or LF) with a heading. */
public final class CsvReader {

    private static final char QUOTE = '"';
    private static final int END = -1;

    private final String text;
    private int position;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /** The rows below the heading; blank lines are none. */
    public static List<Row> rows(String text) throws Malformed {
        return new CsvReader(text).rows();
    }

    /** The names in the first line. */
    public static List<String> heading(String text) throws Malformed {
        return new CsvReader(text).heading();
    }

    private List<String> heading() throws Malformed {
        List<String> heading = record();
        if (heading == null) {
            throw new Malformed(1, "there is no heading");
        }
        return heading;
    }

    private List<Row> rows() throws Malformed {
        List<String> heading = heading();
        List<Row> rows = new ArrayList<>();
        int begin = line;
        for (List<String> record = record(); record != null; record = record()) {
            if (record.size() > 1 || !record.get(0).isEmpty()) {
                rows.add(row(begin, heading, record));
            }
            begin = line;
        }
        return rows;
    }

    private static Row row(int line, List<String> heading, List<String> record) throws Malformed {
        if (record.size() != heading.size()) {
            throw new Malformed(line, "there are " + heading.size() + " columns, but " + record.size() + " fields");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            if (fields.put(heading.get(i), record.get(i)) != null) {
                throw new Malformed(1, "there are two columns " + Row.quoted(heading.get(i)));
            }
        }
        return new Row(line, fields);
    }

    /** The fields up to the end of a line; null at the end of the text. */
    private @Nullable List<String> record() throws Malformed {
        if (peek() == END) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (peek() == ',') {
            position++;
            fields.add(field());
        }
        endOfLine();
        return fields;
    }

    private String field() throws Malformed {
        if (peek() == QUOTE) {
            return quoted();
        }
        int begin = position;
        while (!isEnd(peek())) {
            if (peek() == QUOTE) {
                throw new Malformed(line, "a field with a quote in it stands in quotes, and the quote twice");
            }
            position++;
        }
        return text.substring(begin, position);
    }

    private static boolean isEnd(int c) {
        return c == END || c == ',' || c == '\n' || c == '\r';
    }

    private String quoted() throws Malformed {
        int opened = line;
        StringBuilder field = new StringBuilder();
        position++;
        while (peek() != QUOTE || isDoubled()) {
            if (peek() == END) {
                throw new Malformed(opened, "a quote is opened and never closed");
            }
            line += peek() == '\n' ? 1 : 0;
            position += peek() == QUOTE ? 1 : 0;
            field.append((char) peek());
            position++;
        }
        position++;
        if (!isEnd(peek())) {
            throw new Malformed(line, "behind a closing quote stands a comma or the line's end");
        }
        return field.toString();
    }

    private boolean isDoubled() {
        return position + 1 < text.length() && text.charAt(position + 1) == QUOTE;
    }

    private void endOfLine() throws Malformed {
        if (peek() == '\r') {
            position++;
            if (peek() != '\n') {
                throw new Malformed(line, "a carriage return inside a field stands in quotes");
            }
        }
        if (peek() == '\n') {
            position++;
            line++;
        }
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }
}
