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
            "it",
            "is",
            "equals");
    /** Signs for what is nearly equal. */
    static final String NEARLY = "≈~≅≃≐∼";

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final char FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final char FULL_SPACE = '\u3000';

    private Wording() {}

    /** Full-width characters, as East Asian keyboards type them, in their usual width: one for one. */
    public static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= FULL_WIDTH && c <= LAST_FULL_WIDTH) {
                narrow.setCharAt(i, (char) (c - FULL_WIDTH + '!'));
            } else if (c == FULL_SPACE) {
                narrow.setCharAt(i, ' ');
            }
        }
        return narrow.toString();
    }

    /** Where the quantity begins behind such words; a word that stands alone is no introduction. */
    static int introduction(String text) {
        int at = 0;
        while (true) {
            int start = skip(text, at, " " + NEARLY);
            int end = wordEnd(text, start);
            if (end == start
                    || !INTRODUCTIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return start > at && at == 0 && start < text.length() && text.charAt(start - 1) != ' ' ? start : at;
            }
            int next = skip(text, end, " .:=");
            if (next >= text.length() || next == end) {
                return at;
            }
            at = next;
        }
    }

    /** The digits of a number that is written as a word from {@code at} on; empty if there is none. */
    static String digits(String text, int at) {
        int number = NUMBERS.indexOf(text.substring(at, wordEnd(text, at)).toLowerCase(Locale.ROOT));
        return number < 0 ? "" : String.valueOf(number);
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
