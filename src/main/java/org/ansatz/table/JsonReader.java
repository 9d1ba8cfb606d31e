package org.ansatz.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) of one form: objects of strings, numbers and truth values, one or an array of them. A reader of YAML would do almost,
 * but refuses lines that begin with tabs, and folds line ends in strings that JSON forbids.
 */
public final class JsonReader {

    private static final int END = -1;
    private static final int HEXADECIMAL = 16;

    private final String text;
    private final boolean takesNull;
    private int position;
    private int line = 1;

    private JsonReader(String text, boolean takesNull) {
        this.text = text;
        this.takesNull = takesNull;
    }

    /** The objects. */
    public static List<Row> rows(String text) throws Malformed {
        return new JsonReader(text, false).rows();
    }

    /** One object that is all of a text; a {@code null} in it is an empty text, as an empty cell is in a table. */
    public static Row row(String text) throws Malformed {
        JsonReader reader = new JsonReader(text, true);
        Row row = reader.row();
        if (reader.next() != END) {
            throw new Malformed(reader.line, "behind the object nothing is expected");
        }
        return row;
    }

    private List<Row> rows() throws Malformed {
        List<Row> rows = new ArrayList<>();
        expect('[', "a list begins with [");
        if (next() != ']') {
            rows.add(row());
            while (next() == ',') {
                position++;
                rows.add(row());
            }
        }
        expect(']', "behind an object stands a comma or the list's end ]");
        if (next() != END) {
            throw new Malformed(line, "behind the list's end nothing is expected");
        }
        return rows;
    }

    private Row row() throws Malformed {
        expect('{', "an object begins with {");
        int begin = line;
        Map<String, String> fields = new LinkedHashMap<>();
        if (next() != '}') {
            field(fields);
            while (next() == ',') {
                position++;
                field(fields);
            }
        }
        expect('}', "behind a field stands a comma or the object's end }");
        return new Row(begin, fields);
    }

    private void field(Map<String, String> fields) throws Malformed {
        if (next() != '"') {
            throw new Malformed(line, "a field begins with its name in quotes");
        }
        String name = string();
        expect(':', "behind a field's name stands a colon");
        String value = next() == '"' ? string() : literal(name);
        if (fields.put(name, value) != null) {
            throw new Malformed(line, "the field " + Row.quoted(name) + " is there twice");
        }
    }

    /** A number or a truth value; whether it is a right one is seen where its meaning is known. */
    private String literal(String name) throws Malformed {
        int begin = position;
        while (isLiteral(peek())) {
            position++;
        }
        String literal = text.substring(begin, position);
        if (takesNull && literal.equals("null")) {
            return "";
        }
        if (literal.isEmpty() || literal.equals("null")) {
            throw new Malformed(line, Row.quoted(name) + " is a string, a number, true or false");
        }
        return literal;
    }

    private static boolean isLiteral(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == 'E' || c == '-' || c == '+' || c == '.';
    }

    private String string() throws Malformed {
        StringBuilder string = new StringBuilder();
        position++;
        while (peek() != '"') {
            if (peek() < ' ') {
                throw new Malformed(
                        line,
                        peek() == END || peek() == '\n'
                                ? "a quote is opened and not closed on its line"
                                : "a control character in a string is written \\u and four digits");
            }
            string.append(peek() == '\\' ? escaped() : (char) peek());
            position++;
        }
        position++;
        return string.toString();
    }

    /** What an escape stands for; goes to its last character. */
    private char escaped() throws Malformed {
        position++;
        if (peek() == 'u') {
            return unicode();
        }
        int which = peek() == END ? END : "\"\\/bfnrt".indexOf(peek());
        if (which < 0) {
            throw new Malformed(line, "behind a backslash stands one of \" \\ / b f n r t u");
        }
        return "\"\\/\b\f\n\r\t".charAt(which);
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            position++;
            int digit = peek() == END ? END : Character.digit((char) peek(), HEXADECIMAL);
            if (digit < 0 || peek() > 'f') {
                throw new Malformed(line, "behind \\u stand four hexadecimal digits");
            }
            code = HEXADECIMAL * code + digit;
        }
        return (char) code;
    }

    private void expect(char c, String otherwise) throws Malformed {
        if (next() != c) {
            throw new Malformed(line, otherwise);
        }
        position++;
    }

    /** The next character that is not white. */
    private int next() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            line += peek() == '\n' ? 1 : 0;
            position++;
        }
        return peek();
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }
}
