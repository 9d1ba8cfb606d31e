package org.ansatz.expression.notation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Numeral;
import org.ansatz.expression.syntax.Span;
import org.jspecify.annotations.Nullable;

/** Whole numbers with a fraction behind them, which are sums: {@code 1½}, {@code one and a half}, {@code 2 and three quarters}. */
final class Mixed {

    /** Parts of a whole by their names, and how many are one. */
    static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sixth", 6),
            Map.entry("sixths", 6),
            Map.entry("eighth", 8),
            Map.entry("eighths", 8),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10));

    private static final List<String> COUNTS = List.of("", "one", "two", "three", "four", "five", "six", "seven");

    private static final Pattern SAID = Pattern.compile(
            "\\s+and\\s+(?:(?<count>an?|one|two|three|four|five|six|seven)[ -])?(?<part>"
                    + String.join("|", PARTS.keySet()) + ")(?:\\s+an?)?(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE);

    /** In LaTeX a number before a fraction of two numbers may be its whole part, or a factor. */
    private static final Pattern EITHER =
            Pattern.compile("(?<![\\d.])(?<whole>\\d+) ?\\\\[dt]?frac ?(?:\\{(\\d+)\\} ?\\{(\\d+)\\}|(\\d)(\\d))");

    private Mixed() {}

    /** Whether there may be such numbers. */
    static boolean isIn(String text) {
        return text.chars().anyMatch(Mixed::isFraction) || SAID.matcher(text).find();
    }

    /** Whether a character is a fraction, as ½ is. */
    static boolean isFraction(int sign) {
        return Character.getType(sign) == Character.OTHER_NUMBER
                && Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC)
                        .matches("\\d+⁄\\d+");
    }

    /** Such a fraction as a quotient. */
    static String quotient(int sign) {
        return Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC)
                .replace('⁄', '/');
    }

    /**
     * The same with sums in brackets.
     *
     * @throws ExpressionFault at a place of the text, if it could be a product as well
     */
    static Spelling plain(Spelling typed) {
        String text = typed.text();
        Matcher either = EITHER.matcher(text);
        if (either.find()) {
            throw new ExpressionFault(
                    new Span(either.start(), either.end()),
                    "is this a sum or a product? Write " + either.group("whole") + " + … or " + either.group("whole")
                            + " \\cdot …");
        }
        if (!isIn(text)) {
            return typed;
        }
        Spelling.Writer plain = new Spelling.Writer(typed);
        int at = 0;
        while (at < text.length()) {
            Sum sum = begins(text, at) ? sum(text, at) : null;
            plain.put(sum == null ? text.substring(at, at + 1) : sum.spelled, at);
            at = sum == null ? at + 1 : sum.end;
        }
        return plain.spelling();
    }

    private static boolean begins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && "._".indexOf(text.charAt(at - 1)) < 0;
    }

    private record Sum(String spelled, int end) {}

    private static @Nullable Sum sum(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        Numeral words = end == at ? Numeral.at(text, at) : null;
        String whole = words == null ? text.substring(at, end) : words.digits();
        int behind = words == null ? end : words.end();
        if (whole.isEmpty() || whole.indexOf('.') >= 0) {
            return null;
        }
        int sign = behind < text.length() && text.charAt(behind) == ' ' ? behind + 1 : behind;
        if (words == null && sign < text.length() && isFraction(text.charAt(sign))) {
            return new Sum("(" + whole + "+" + quotient(text.charAt(sign)) + ")", sign + 1);
        }
        Matcher said = SAID.matcher(text).region(behind, text.length());
        said.useTransparentBounds(true);
        return said.lookingAt() ? new Sum("(" + whole + "+" + quotient(said) + ")", said.end()) : null;
    }

    /** What the groups {@code count}, which may be missing, and {@code part} say, as a quotient. */
    static String quotient(Matcher said) {
        String count = said.group("count");
        int times = count == null ? 1 : COUNTS.indexOf(count.toLowerCase(Locale.ROOT));
        return Math.max(1, times) + "/" + PARTS.get(said.group("part").toLowerCase(Locale.ROOT));
    }
}
