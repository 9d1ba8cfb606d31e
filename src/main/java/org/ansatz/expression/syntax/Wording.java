package org.ansatz.expression.syntax;

import java.util.List;
import java.util.Locale;

/** Words that people put around a quantity and that say nothing of it: {@code about 1.58 m}, {@code the answer is 47k}. */
public final class Wording {

    private static final List<String> INTRODUCTIONS = List.of(
            "about",
            "approximately",
            "approx",
            "around",
            "roughly",
            "circa",
            "ca",
            "nearly",
            "the",
            "my",
            "final",
            "answer",
            "answers",
            "ans",
            "result",
            "results",
            "value",
            "values",
            "either",
            "both",
            "only",
            "just",
            "it",
            "is",
            "are",
            "equals");

    /** What people put behind a quantity, and that says nothing of it either. */
    private static final List<String> CLOSINGS = List.of(
            "approximately",
            "approx",
            "(approx)",
            "(approx.)",
            "(approximately)",
            "(about)",
            "roughly",
            "or so",
            "or thereabouts",
            "exactly",
            "only");

    /** Signs for what is nearly equal. */
    static final String NEARLY = "≈~≅≃≐∼";

    private static final char FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final char FULL_SPACE = '\u3000';

    private Wording() {}

    /** Full-width characters, as East Asian keyboards type them, in their usual width, and spaces for marks that are not seen: one for one. */
    public static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= FULL_WIDTH && c <= LAST_FULL_WIDTH) {
                narrow.setCharAt(i, (char) (c - FULL_WIDTH + '!'));
            } else if (c == FULL_SPACE || Character.getType(c) == Character.FORMAT) {
                narrow.setCharAt(i, ' ');
            }
        }
        return narrow.toString();
    }

    /** Where the quantity begins behind such words; a word that stands alone is no introduction. */
    static int introduction(String text, int from) {
        int at = from;
        while (true) {
            int start = skip(text, at, " " + NEARLY);
            int end = wordEnd(text, start);
            if (end == start
                    || !INTRODUCTIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return start > at && at == from && start < text.length() && text.charAt(start - 1) != ' ' ? start : at;
            }
            int next = skip(text, end, " .:=");
            if (next >= text.length() || next == end) {
                return at;
            }
            at = next;
        }
    }

    /**
     * Where a quantity ends before words and signs that say nothing of it: a full stop, a question mark of doubt, {@code 1.58 m
     * approximately}. A question mark that stands by itself is in the place of something, and stays.
     */
    static int end(String text) {
        int end = text.stripTrailing().length();
        while (true) {
            int shorter =
                    text.substring(0, withoutSign(text, end)).stripTrailing().length();
            for (String words : CLOSINGS) {
                int from = shorter - words.length();
                boolean stands = from > 0 && (words.startsWith("(") || text.charAt(from - 1) == ' ');
                if (stands && text.regionMatches(true, from, words, 0, words.length())) {
                    shorter = text.substring(0, from).stripTrailing().length();
                }
            }
            if (shorter == end || shorter == 0) {
                return end;
            }
            end = shorter;
        }
    }

    private static int withoutSign(String text, int end) {
        char last = end > 1 ? text.charAt(end - 1) : ' ';
        boolean doubts = last == '?'
                && (Character.isLetterOrDigit(text.charAt(end - 2)) || "?)]}°%".indexOf(text.charAt(end - 2)) >= 0);
        return ".;".indexOf(last) >= 0 || doubts ? end - 1 : end;
    }

    /** Where a word that begins at {@code from} ends. */
    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skip(String text, int from, String signs) {
        int at = from;
        while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
