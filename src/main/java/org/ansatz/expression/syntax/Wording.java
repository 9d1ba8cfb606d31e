package org.ansatz.expression.syntax;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            "be",
            "to",
            "so",
            "thus",
            "hence",
            "therefore",
            "should",
            "must",
            "would",
            "maybe",
            "perhaps",
            "probably",
            "possibly",
            "hopefully",
            "exactly",
            "equal",
            "equals");

    /** Who replies, where one of {@link #VERBS} follows; alone it may be a current or the imaginary unit. */
    private static final List<String> PERSONS = List.of("i", "we");

    private static final List<String> VERBS = List.of(
            "think",
            "guess",
            "believe",
            "suppose",
            "get",
            "got",
            "have",
            "find",
            "found",
            "obtain",
            "obtained",
            "say",
            "calculated",
            "computed");

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
            "i think",
            "i guess",
            "i believe",
            "maybe",
            "probably",
            "rounded",
            "(rounded)",
            "only");

    /** How exact a reply is, as its writer says it; it is looked at, not believed: {@code (3 s.f.)}, {@code to 2 dp}. */
    private static final Pattern DIGITS = Pattern.compile(
            "\\s*(?:\\((?:correct )?(?:to )?|(?:,\\s*)?\\b(?:rounded |correct )?to )(?:\\d+|one|two|three|four|five|six) ?"
                    + "(?:s\\.? ?f|d\\.? ?p|sig(?:nificant)?\\.? ?(?:fig(?:ure)?s?|digits?)|decimal(?: place)?s?|digits?)\\.?\\)?$",
            Pattern.CASE_INSENSITIVE);

    /** Faces, and pictures that are no signs of mathematics. */
    private static final Pattern FACE =
            Pattern.compile("\\s*(?:\\s[:;]-?[()DP]|[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}])+$");

    /** Marks in pairs around a whole reply that is copied from elsewhere. */
    private static final List<String> QUOTES = List.of("\"\"", "''", "``", "\u201C\u201D", "\u2018\u2019", "«»");

    private static final Pattern CODE = Pattern.compile("(`+)[^`]+\\1");

    private static final Pattern CONCLUDES = Pattern.compile("\\s*(?:[=-]>|[→⇒∴⟹➔]|•)+\\s*");

    /** Longer than what is looked for behind a quantity at once, so that a long reply is not searched from each of its places. */
    private static final int LONGEST = 80;

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

    /** A reply without quotation marks or stars around it and arrows before it; what is left stays at its place. */
    public static String bare(String reply) {
        StringBuilder bare = new StringBuilder(reply);
        Matcher concludes = CONCLUDES.matcher(reply);
        if (concludes.lookingAt() && concludes.end() < reply.stripTrailing().length()) {
            blank(bare, 0, concludes.end());
        }
        String text = bare.toString();
        if (text.isBlank()) {
            return text;
        }
        int from = text.length() - text.stripLeading().length();
        int to = text.stripTrailing().length();
        boolean isBold = to - from > 4 && text.startsWith("**", from) && text.startsWith("**", to - 2);
        boolean isQuoted = to - from > 2
                && QUOTES.contains(text.charAt(from) + "" + text.charAt(to - 1))
                && text.indexOf(text.charAt(to - 1), from + 1) == to - 1;
        Matcher code = CODE.matcher(text).region(from, to);
        int width = code.matches() ? code.end(1) - from : isBold ? 2 : isQuoted ? 1 : 0;
        blank(bare, from, from + width);
        blank(bare, to - width, to);
        return bare.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** Where the quantity begins behind such words; a word that stands alone is no introduction. */
    static int introduction(String text, int from) {
        int at = from;
        while (true) {
            int start = skip(text, at, " " + NEARLY);
            int end = introductionEnd(text, start);
            if (end == start) {
                return start > at && at == from && start < text.length() && text.charAt(start - 1) != ' ' ? start : at;
            }
            int next = skip(text, end, " .:=");
            if (next >= text.length() || next == end) {
                return at;
            }
            at = next;
        }
    }

    /** Where one such word ends, {@code it's} and {@code I get} being one; {@code start} if there is none. */
    private static int introductionEnd(String text, int start) {
        int end = wordEnd(text, start);
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (PERSONS.contains(word) && text.startsWith(" ", end)) {
            int verb = wordEnd(text, end + 1);
            return VERBS.contains(text.substring(end + 1, verb).toLowerCase(Locale.ROOT)) ? verb : start;
        }
        if (end > start && end + 1 < text.length() && "'\u2019".indexOf(text.charAt(end)) >= 0) {
            String contracted = text.substring(start, wordEnd(text, end + 1)).toLowerCase(Locale.ROOT);
            boolean is = contracted.equals("it" + text.charAt(end) + "s")
                    || contracted.equals("that" + text.charAt(end) + "s");
            return is ? start + contracted.length() : start;
        }
        return INTRODUCTIONS.contains(word) ? end : start;
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
            shorter = without(DIGITS, text, without(FACE, text, shorter));
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

    private static int without(Pattern closing, String text, int end) {
        Matcher found =
                closing.matcher(text).region(Math.max(0, end - LONGEST), end).useTransparentBounds(true);
        return found.find() && found.start() > 0 ? found.start() : end;
    }

    private static int withoutSign(String text, int end) {
        char last = end > 1 ? text.charAt(end - 1) : ' ';
        boolean doubts = last == '?'
                && (Character.isLetterOrDigit(text.charAt(end - 2)) || "?)]}°%".indexOf(text.charAt(end - 2)) >= 0);
        return ".;,".indexOf(last) >= 0 || doubts ? end - 1 : end;
    }

    /** Whether no bracket that opens behind {@code from} is still open at a place. */
    static boolean isOutside(String text, int from, int place) {
        int depth = 0;
        for (int i = from; i < place; i++) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return depth <= 0;
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
