package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a netlist into cards of words. A line that begins with {@code *} and what follows {@code ;} or {@code $} is a
 * comment; a line that begins with {@code +} goes on with the card before. Spaces, commas, brackets and {@code =} separate
 * words; what stands in braces is one word, and so is what a behavioural source gives, {@code V=2*v(a)}, to the end of its line.
 */
final class NetlistWords {

    private static final String SEPARATORS = " \t\r,()=";

    private final String text;
    private final List<List<Word>> cards = new ArrayList<>();
    private final List<NetlistFault> faults;

    NetlistWords(String text, List<NetlistFault> faults) {
        this.text = text;
        this.faults = faults;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(start, end);
            start = end + 1;
        }
    }

    /** A word and where it stands. */
    record Word(String text, int start, int end) {
        boolean isExpression() {
            return text.startsWith("{");
        }

        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    /** The cards, none of them empty. */
    List<List<Word>> cards() {
        return cards;
    }

    private void line(int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == end || text.charAt(at) == '*') {
            return;
        }
        boolean goesOn = text.charAt(at) == '+';
        List<Word> words = words(goesOn ? at + 1 : at, end);
        if (goesOn && cards.isEmpty()) {
            faults.add(NetlistFault.at(text, at, at + 1, "there is no card before that this line could go on with"));
        } else if (goesOn) {
            cards.get(cards.size() - 1).addAll(words);
        } else if (!words.isEmpty()) {
            cards.add(words);
        }
    }

    private List<Word> words(int from, int end) {
        List<Word> words = new ArrayList<>();
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (c == ';' || c == '$') {
                break;
            }
            boolean begins = !Character.isWhitespace(c) && c != '=' && c != '{';
            if (begins && isLaw(words, at)) {
                int last = lineEnd(at, end);
                words.add(new Word("{" + text.substring(at, last) + "}", at - 1, last + 1));
                at = last;
                continue;
            }
            if (SEPARATORS.indexOf(c) >= 0) {
                at++;
                continue;
            }
            int stop = c == '{' ? closing(at, end) : wordEnd(at, end);
            words.add(new Word(text.substring(at, stop), at, stop));
            at = stop;
        }
        return words;
    }

    /** Whether the expression of a behavioural source begins here, without a brace around it. */
    private boolean isLaw(List<Word> before, int at) {
        boolean isBehavioural = before.size() == 4
                && before.get(0).text().toUpperCase(Locale.ROOT).startsWith("B");
        return isBehavioural && text.substring(before.get(3).end(), at).contains("=");
    }

    /** Where the last character of a line stands that is neither blank nor in a comment. */
    private int lineEnd(int from, int end) {
        int stop = from;
        while (stop < end && text.charAt(stop) != ';') {
            stop++;
        }
        while (Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        return stop;
    }

    private int closing(int open, int end) {
        int close = text.indexOf('}', open);
        if (close < 0 || close >= end) {
            faults.add(NetlistFault.at(text, open, open + 1, "this brace is not closed on its line"));
            return end;
        }
        return close + 1;
    }

    private int wordEnd(int start, int end) {
        int at = start;
        while (at < end && SEPARATORS.indexOf(text.charAt(at)) < 0 && ";${".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
