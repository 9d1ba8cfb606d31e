package org.ansatz.field.logic;

/**
 * Where brackets stand in a text. A syntax tree no longer shows them, and needs not; but whoever reads {@code not A + B} as
 * {@code not (A + B)} should have written so.
 */
final class Brackets {

    private final String text;

    /** The brackets of a text. */
    Brackets(String text) {
        this.text = text;
    }

    /**
     * Whether what stands from {@code start} to {@code end} stands in brackets of its own.
     *
     * @param start where its first operand starts, without the brackets that this may have of its own: they close before the end
     */
    boolean around(int start, int end) {
        int closed = 0;
        int depth = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            closed = Math.max(closed, -depth);
        }
        int open = 0;
        for (int at = start - 1; at >= 0; at--) {
            char c = text.charAt(at);
            if (c != '(' && !Character.isWhitespace(c)) {
                break;
            }
            open += c == '(' ? 1 : 0;
        }
        return open > closed;
    }

    /** Whether a bracket closes somewhere between two places. */
    boolean closeWithin(int start, int end) {
        int closing = text.indexOf(')', start);
        return closing >= 0 && closing < end;
    }
}
