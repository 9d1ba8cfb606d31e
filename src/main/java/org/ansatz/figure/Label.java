package org.ansatz.figure;

/**
 * Text for a picture, which may come from a stranger's file: one line, no control characters, no marks that turn the
 * direction of writing; and how many columns of a terminal it takes.
 */
public final class Label {

    private static final int LONGEST = 200;

    private static final String[] SPELLINGS = {
        "→->", "±+-", "−-", "–-", "×x", "·*", "…~", "≤<=", "≥>=", "≠!=", "Ωohm", "Ωohm", "µu", "μu", "°deg", "λlambda",
        "ΓGamma", "εeps", "πpi", "ωomega", "√sqrt", "∠ at ", "φphi", "ΔD", "τtau", "θtheta", "αalpha", "βbeta",
        "σsigma", "’'"
    };

    private static final String LEVEL = "0123456789-";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    private Label() {}

    /** A text made fit for a picture. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        int[] points = text.strip().codePoints().limit(LONGEST).toArray();
        for (int point : points) {
            if (point == '\n' || point == '\t' || point == '\r') {
                safe.append(' ');
            } else if (isHarmful(point)) {
                safe.append('\uFFFD');
            } else {
                safe.appendCodePoint(point);
            }
        }
        return safe.toString();
    }

    /** Digits and signs of minus as those of an exponent. */
    static String raised(String number) {
        StringBuilder raised = new StringBuilder();
        number.chars().forEach(c -> raised.append(RAISED.charAt(LEVEL.indexOf(c))));
        return raised.toString();
    }

    private static boolean isHarmful(int point) {
        int kind = Character.getType(point);
        return Character.isISOControl(point)
                || kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.PRIVATE_USE
                || kind == Character.UNASSIGNED;
    }

    /** The columns that a text takes on a terminal. */
    public static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += columns(text.codePointAt(i));
        }
        return columns;
    }

    /** The columns of a character: none for marks above others, two for those of East Asia and for pictographs. */
    static int columns(int point) {
        int kind = Character.getType(point);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** As much of a text as fits into so many columns, with a mark where it was cut. */
    public static String cut(String text, int most) {
        if (columns(text) <= most) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += columns(text.codePointAt(i));
            if (columns > most - 1) {
                break;
            }
            cut.appendCodePoint(text.codePointAt(i));
        }
        return most < 1 ? "" : cut.append('…').toString();
    }

    /** The text in ASCII alone; letters that are usual in formulas are spelt out. */
    public static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int raised = RAISED.indexOf(c);
            if (raised >= 0) {
                boolean begins = i == 0 || RAISED.indexOf(text.charAt(i - 1)) < 0;
                ascii.append(begins ? "^" : "").append(LEVEL.charAt(raised));
            } else if (c <= '~') {
                ascii.append(c);
            } else if (!Character.isLowSurrogate(c)) {
                ascii.append(spelling(c));
            }
        }
        return ascii.toString();
    }

    private static String spelling(char c) {
        for (String spelling : SPELLINGS) {
            if (spelling.charAt(0) == c) {
                return spelling.substring(1);
            }
        }
        return "?";
    }
}
