package org.ansatz.expression.notation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for what signs say: {@code half kt}, {@code k times t over two}, {@code half a metre}, {@code twice Vp}. */
final class Spoken {

    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Map<String, String> SIGNS = signs();

    private static final String PART = "(?:(?<count>a|one|two|three)[ -])?(?<part>"
            + String.join("|", Mixed.PARTS.keySet()) + ")(?: of(?: an?)?| an?)?";
    private static final String SIGN =
            "(?<sign>" + String.join("|", SIGNS.keySet()) + ")(?: (?<number>" + String.join("|", NUMBERS) + "))?";
    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_\\\\])(?:" + PART + "|" + SIGN + ")(?![\\p{L}\\p{N}_])", Pattern.CASE_INSENSITIVE);

    private Spoken() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("twice", "2 ");
        signs.put("thrice", "3 ");
        signs.put("multiplied by", "*");
        signs.put("divided by", "/");
        signs.put("times", "*");
        signs.put("over", "/");
        signs.put("plus", "+");
        signs.put("minus", "-");
        signs.put("squared", "^2");
        signs.put("cubed", "^3");
        return signs;
    }

    /** Whether there may be such words. */
    static boolean isIn(String text) {
        return WORDS.matcher(text).find();
    }

    /**
     * The same in signs.
     *
     * @param isName whether a name is declared; a word that is one stays
     */
    static Spelling plain(Spelling typed, Predicate<String> isName) {
        Spelling.Writer plain = new Spelling.Writer(typed);
        String text = typed.text();
        Matcher words = WORDS.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean found = words.find(at);
            int start = found ? words.start() : text.length();
            for (; at < start; at++) {
                plain.put(text.substring(at, at + 1), at);
            }
            if (found) {
                String said = isName.test(words.group()) ? words.group() : said(words);
                boolean isOfNumber =
                        "-+".contains(said) && plain.text().toString().isBlank();
                plain.put(said, at);
                at = words.end();
                while (isOfNumber && at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            }
        }
        return plain.spelling();
    }

    private static String said(Matcher words) {
        if (words.group("part") != null) {
            return "(" + Mixed.quotient(words) + ")";
        }
        int number = number(words.group("number"));
        return SIGNS.getOrDefault(words.group("sign").toLowerCase(Locale.ROOT), "") + (number < 0 ? "" : number);
    }

    private static int number(@Nullable String word) {
        return word == null ? -1 : NUMBERS.indexOf(word.toLowerCase(Locale.ROOT));
    }
}
