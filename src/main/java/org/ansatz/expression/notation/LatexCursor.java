package org.ansatz.expression.notation;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;

/** A place in a text, which those who read it together move on. */
final class LatexCursor {

    final String text;
    int at;

    LatexCursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character at this place, which is not the end. */
    char here() {
        return text.charAt(at);
    }

    /** The character at this place, which is left behind. */
    char next() {
        return text.charAt(at++);
    }

    boolean isAt(String what) {
        return text.startsWith(what, at);
    }

    void skipSpaces() {
        at = skipped(at);
    }

    /** The first place from here on that is no space. */
    int skipped(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Where a command ends whose name begins here: behind its letters, or behind one other sign. */
    int commandEnd(int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end == from ? Math.min(text.length(), from + 1) : end;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** What is wrong from one place to another, at least one character. */
    ExpressionFault fault(int start, int end, String message) {
        return new ExpressionFault(new Span(start, Math.max(start + 1, end)), message);
    }
}
