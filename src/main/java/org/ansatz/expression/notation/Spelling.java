package org.ansatz.expression.notation;

import java.util.Arrays;
import org.ansatz.expression.syntax.Span;

/** A text with the place in what a person typed from which each of its characters comes. */
final class Spelling {

    private final String text;
    private final int[] origins;

    private Spelling(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    /** What was typed, each character at its own place. */
    static Spelling of(String typed) {
        int[] origins = new int[typed.length()];
        Arrays.setAll(origins, i -> i);
        return new Spelling(typed, origins);
    }

    String text() {
        return text;
    }

    /** Where a part of the text stands in what was typed. */
    Span origin(Span span) {
        return new Span(origin(span.start()), Math.max(origin(span.start()), origin(span.end() - 1)) + 1);
    }

    private int origin(int at) {
        return origins.length == 0 ? 0 : origins[Math.max(0, Math.min(at, origins.length - 1))];
    }

    /** Writes another spelling of this one, from left to right. */
    static final class Writer {
        private final Spelling from;
        private final StringBuilder text = new StringBuilder();
        private int[] origins;

        Writer(Spelling from) {
            this.from = from;
            this.origins = new int[from.text.length() + 16];
        }

        /** Writes {@code part} for what stands at {@code at}; what stays as it was keeps the place of each character. */
        void put(String part, int at) {
            int place = text.length();
            insert(place, part, at);
            boolean stays = from.text.startsWith(part, at);
            for (int i = 1; stays && i < part.length(); i++) {
                origins[place + i] = from.origin(at + i);
            }
        }

        /** Writes {@code part} before what was written behind {@code place}. */
        void insert(int place, String part, int at) {
            int length = text.length();
            if (length + part.length() > origins.length) {
                origins = Arrays.copyOf(origins, 2 * (length + part.length()));
            }
            System.arraycopy(origins, place, origins, place + part.length(), length - place);
            Arrays.fill(origins, place, place + part.length(), from.origin(at));
            text.insert(place, part);
        }

        /** Takes away what was written from one place to another. */
        void delete(int start, int end) {
            System.arraycopy(origins, end, origins, start, text.length() - end);
            text.delete(start, end);
        }

        /** What was written so far; not to be changed. */
        StringBuilder text() {
            return text;
        }

        int length() {
            return text.length();
        }

        Spelling spelling() {
            return new Spelling(text.toString(), Arrays.copyOf(origins, text.length()));
        }
    }
}
