package org.ansatz.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of text: words, or a formula. */
public sealed interface Run {

    /** Words between two pairs of stars are bold, as in Markdown. */
    Pattern BOLD = Pattern.compile("(?<![\\w)\\]])\\*\\*(\\p{L}[^*\\n]{0,200})\\*\\*(?!\\w)");

    /** Words as they stand. */
    record Words(String text, boolean isBold) implements Run {}

    /** A formula in the line, or displayed on lines of its own. */
    record Mathematics(Formula formula, boolean isDisplayed) implements Run {}

    /**
     * The pieces of a text in which what stands between two dollar signs is a formula in the line, and between two pairs of them
     * one on lines of its own. A dollar sign without a partner stands for itself.
     */
    static List<Run> of(String text) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('$', at);
            String sign = open >= 0 && text.startsWith("$$", open) ? "$$" : "$";
            int close = open < 0 ? -1 : text.indexOf(sign, open + sign.length());
            words(text.substring(at, close < 0 ? text.length() : open), runs);
            if (close < 0) {
                return runs;
            }
            String formula = text.substring(open + sign.length(), close).strip();
            runs.add(new Mathematics(Formula.of(formula), sign.length() == 2));
            at = close + sign.length();
        }
        return runs;
    }

    private static void words(String text, List<Run> runs) {
        Matcher bold = BOLD.matcher(text);
        int at = 0;
        while (bold.find()) {
            plain(text.substring(at, bold.start()), runs);
            runs.add(new Words(bold.group(1), true));
            at = bold.end();
        }
        plain(text.substring(at), runs);
    }

    private static void plain(String text, List<Run> runs) {
        if (!text.isEmpty()) {
            runs.add(new Words(text, false));
        }
    }
}
