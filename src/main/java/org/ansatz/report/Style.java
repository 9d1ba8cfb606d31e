package org.ansatz.report;

/**
 * How text is put on a screen.
 *
 * @param colour whether escape sequences for colour may be written
 * @param width columns to fill
 * @param unicode whether signs beyond ASCII are shown as they are
 */
public record Style(boolean colour, int width, boolean unicode) {

    private static final int NARROWEST = 20;
    private static final int LONGEST_LINE = 100;

    /** Keeps the width usable. */
    public Style {
        width = Math.max(NARROWEST, width);
    }

    /** On a screen that shows every sign. */
    public Style(boolean colour, int width) {
        this(colour, width, true);
    }

    /** How many columns a formula over several lines may take; none where its signs are spelled out. */
    int forFormulas() {
        return unicode ? Math.min(width, LONGEST_LINE) : 0;
    }

    /** What is right. */
    public String good(String text) {
        return coloured("32", text);
    }

    /** What is wrong. */
    public String bad(String text) {
        return coloured("31", text);
    }

    /** What matters less. */
    public String dim(String text) {
        return coloured("2", text);
    }

    /** A heading. */
    public String strong(String text) {
        return coloured("1", text);
    }

    private String coloured(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Text from a file, fit for a terminal: control characters are shown as visible escapes. */
    public static String safe(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\n' || c >= '\u007f' && c <= '\u009f' || isInvisible(c);
            if (control && safe == null) {
                safe = new StringBuilder(text.substring(0, i));
            }
            if (safe != null) {
                safe.append(control ? c == '\t' ? "    " : "\\u" + hex(c) : String.valueOf(c));
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Marks that turn the direction of writing, with which one text can pass for another. */
    private static boolean isInvisible(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200b' || c == '\ufeff';
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    /** Breaks running text into lines short enough to be read, on any screen or none. */
    public String prose(String text, int indent) {
        return new Style(colour, Math.min(width, LONGEST_LINE), unicode).wrapped(text, indent);
    }

    /** Breaks text that begins in column {@code indent} at spaces; further lines are indented as far, if there is room. */
    public String wrapped(String text, int indent) {
        String hang = " ".repeat(Math.min(indent, width / 4));
        StringBuilder out = new StringBuilder();
        for (String paragraph : text.split("\n", -1)) {
            if (out.length() > 0) {
                out.append('\n').append(hang);
            }
            int column = out.length() > 0 ? hang.length() : indent;
            boolean first = true;
            for (String word : paragraph.split(" ", -1)) {
                int gap = first ? 0 : 1;
                if (column + gap + word.length() > width && column > hang.length()) {
                    out.append('\n').append(hang);
                    column = hang.length();
                } else if (!first) {
                    out.append(' ');
                    column++;
                }
                out.append(word);
                column += word.length();
                first = false;
            }
        }
        return out.toString();
    }
}
