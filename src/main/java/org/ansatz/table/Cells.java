package org.ansatz.table;

import java.util.regex.Pattern;

/** Text in a table that a spreadsheet may open: what it would take for a formula gets an apostrophe in front. */
public final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?([eE][-+]?\\d+)?");

    private Cells() {}

    /** A stranger's text as a cell (OWASP, "CSV Injection"). */
    public static String safe(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
        }
        boolean isRisky = clean.length() > 0 && "=+-@\t'".indexOf(clean.charAt(0)) >= 0;
        return isRisky && !NUMBER.matcher(clean).matches() ? "'" + clean : clean.toString();
    }

    /** The text of a cell that was made {@link #safe}. */
    public static String restored(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t'".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
