package org.ansatz.expression.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansatz.expression.syntax.Span;

/** What is to be inserted into a text or replaced in it, place by place; the text itself stays as it is. */
final class Insertions {

    /** What stands from {@code start} to {@code end} is written {@code text}. */
    private record Edit(int start, int end, String text) {}

    private final Spelling spelling;
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    Insertions(Spelling spelling) {
        this.spelling = spelling;
        this.text = spelling.text();
    }

    /** How many there are: the turn of what is added next. */
    int count() {
        return edits.size();
    }

    /** Inserts a sign, behind what was inserted at the same place. */
    void insert(int at, String sign) {
        edits.add(new Edit(at, at, sign));
    }

    /** Writes something else in place of what stands there. */
    void replace(int start, int end, String by) {
        edits.add(new Edit(start, end, by));
    }

    /** The same, before what was added since that turn. */
    void replace(int turn, int start, int end, String by) {
        edits.add(turn, new Edit(start, end, by));
    }

    /** Whether brackets stand around it. */
    boolean isBracketed(Span span) {
        int before = span.start() - 1;
        int behind = span.end();
        return before >= 0 && text.charAt(before) == '(' && behind < text.length() && text.charAt(behind) == ')';
    }

    /** Puts brackets around what stands there, if it has none. */
    void bracket(Span span) {
        if (!isBracketed(span)) {
            edits.add(new Edit(span.start(), span.start(), "("));
            // Before what was inserted inside, which begins at the same place.
            moveToFront(span.start());
            insert(span.end(), ")");
        }
    }

    private void moveToFront(int start) {
        Edit bracket = edits.remove(edits.size() - 1);
        int place = 0;
        while (place < edits.size() && edits.get(place).start < start) {
            place++;
        }
        edits.add(place, bracket);
    }

    /** Behind the brackets that close at a place. */
    int behind(int place) {
        int end = place;
        for (int i = place;
                i < text.length() && (text.charAt(i) == ')' || Character.isWhitespace(text.charAt(i)));
                i++) {
            end = text.charAt(i) == ')' ? i + 1 : end;
        }
        return end;
    }

    /** The text with all of it written. */
    Spelling written() {
        if (edits.isEmpty()) {
            return spelling;
        }
        // Stable: what is inserted at one place stays in its order.
        edits.sort(Comparator.comparingInt(Edit::start));
        Spelling.Writer writer = new Spelling.Writer(spelling);
        int at = 0;
        for (Edit edit : edits) {
            for (; at < edit.start; at++) {
                writer.put(text.substring(at, at + 1), at);
            }
            writer.put(edit.text, Math.min(edit.start, text.length() - 1));
            at = Math.max(at, edit.end);
        }
        for (; at < text.length(); at++) {
            writer.put(text.substring(at, at + 1), at);
        }
        return writer.spelling();
    }
}
