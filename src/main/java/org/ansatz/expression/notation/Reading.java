package org.ansatz.expression.notation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Handwriting;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;

/**
 * A formula that a person typed, in whichever notation, as it was read.
 *
 * @param formula what it means
 * @param note {@code read as X*Y'} where it had to be spelled otherwise, or an empty text
 */
public record Reading(Expression formula, String note) {

    private static final int MOST_SHOWN = 300;

    /** What LaTeX has between several quantities, and around them. */
    private static final Map<Pattern, String> BETWEEN = between();

    /** Words that join what stands before them, where nothing does. */
    private static final Pattern KEYWORD =
            Pattern.compile("(?<=[+*(\\[,]|(?<!\\^)-|[+*(\\[,] |(?<!\\^)- )(?:at|by|in|or)(?![\\p{L}\\p{N}_(])");

    private static Map<Pattern, String> between() {
        Map<Pattern, String> between = new LinkedHashMap<>();
        between.put(Pattern.compile("\\\\(?:left|right|[bB]ig{1,2}[lr]?)(?![A-Za-z])|\\\\[,;:! \\[\\]()]|\\$+"), "");
        between.put(Pattern.compile("\\\\(?:\\{|lbrace(?![A-Za-z]))"), "{");
        between.put(Pattern.compile("\\\\(?:\\}|rbrace(?![A-Za-z]))"), "}");
        between.put(Pattern.compile("\\\\pm(?![A-Za-z])"), "±");
        between.put(Pattern.compile("\\\\in(?![A-Za-z])"), "∈");
        between.put(Pattern.compile("\\\\infty(?![A-Za-z])"), "∞");
        between.put(Pattern.compile("\\\\leq?(?![A-Za-z])"), "≤");
        between.put(Pattern.compile("\\\\geq?(?![A-Za-z])"), "≥");
        between.put(Pattern.compile("\\\\lt(?![A-Za-z])"), "<");
        between.put(Pattern.compile("\\\\gt(?![A-Za-z])"), ">");
        between.put(Pattern.compile("\\\\(?:l?dots)(?![A-Za-z])"), "…");
        between.put(Pattern.compile("\\\\(?:text|mathrm|textrm|operatorname)\\{([^{}\\\\]*)\\}"), "");
        return between;
    }

    /**
     * Reads a formula: LaTeX, NumPy, MATLAB, Unicode and the language, also mixed; with the signs of products left out.
     *
     * @param scope the names that may stand in it
     * @throws ExpressionFault at a place of {@code typed}, if it cannot be read or could mean two things
     */
    public static Reading ofFormula(String typed, Scope scope) {
        if (typed.length() > Parser.MAX_LENGTH) {
            throw new ExpressionFault(
                    new Span(0, 20),
                    "a formula of " + typed.length() + " characters; at most " + Parser.MAX_LENGTH + " are read");
        }
        Spelling spelling = Spelling.of(typed);
        String note = "";
        try {
            Respelled respelled = respelled(spelling, isName(scope));
            spelling = respelled.spelling;
            Handwriting written = Handwriting.ofFormula(spelling.text());
            spelling = handwritten(spelling, written);
            Spelling ofNames = withoutKeywords(spelling, isName(scope));
            boolean isOfNames = ofNames != spelling;
            spelling = ofNames;
            Node node = Parser.expression(spelling.text());
            Spelling complete = Products.written(spelling, node, scope, respelled.isNumPy ? typed : "");
            boolean isCompleted = complete != spelling;
            spelling = complete;
            note = respelled.isOther || isOfNames || isCompleted ? "read as " + shown(spelling.text()) : "";
            Node read = isCompleted ? Parser.expression(spelling.text()) : node;
            return new Reading(Expression.of(read, spelling.text(), scope), note);
        } catch (ExpressionFault e) {
            throw new ExpressionFault(
                    spelling.origin(e.span()), note.isEmpty() ? e.message() : e.message() + " (" + note + ")");
        }
    }

    /** With its sign where a word that is a product of two names could be one of the language, but not where it stands: {@code 1 + at}. */
    private static Spelling withoutKeywords(Spelling typed, Predicate<String> isName) {
        String text = typed.text();
        Matcher word = KEYWORD.matcher(text);
        Spelling.Writer writer = new Spelling.Writer(typed);
        int at = 0;
        while (word.find()) {
            String first = word.group().substring(0, 1);
            String second = word.group().substring(1);
            if (isName.test(word.group()) || !isName.test(first) || !isName.test(second)) {
                continue;
            }
            for (; at <= word.start(); at++) {
                writer.put(text.substring(at, at + 1), at);
            }
            writer.put("*", word.start());
        }
        if (at == 0) {
            return typed;
        }
        for (; at < text.length(); at++) {
            writer.put(text.substring(at, at + 1), at);
        }
        return writer.spelling();
    }

    /**
     * A quantity in another notation as the language spells it: {@code \frac{\pi}{4}}, {@code 2**10}, {@code 1.5 \times 10^{-3} m}.
     *
     * @throws ExpressionFault at a place of {@code typed}, if it could mean two things
     */
    public static String ofQuantity(String typed, Scope scope) {
        boolean isOther = typed.indexOf('\\') >= 0
                || typed.contains("**")
                || typed.contains(Signs.PRODUCT_OF_R)
                || typed.contains("^{")
                || typed.indexOf('$') >= 0
                || Spoken.isIn(typed)
                || Mixed.isIn(typed)
                || Signs.isRaised(typed)
                || typed.matches("(?s).*\\b(np|numpy|math)\\..*");
        return isOther && typed.length() <= Parser.MAX_LENGTH
                ? respelled(Spelling.of(typed), isName(scope)).spelling.text()
                : typed;
    }

    /** Several quantities without the LaTeX between and around them; each stays at its place, and as it was typed. */
    public static String ofCollection(String typed) {
        String plain = typed;
        if (typed.indexOf('\\') < 0 && typed.indexOf('$') < 0 || typed.length() > Parser.MAX_LENGTH) {
            return typed;
        }
        for (Map.Entry<Pattern, String> sign : BETWEEN.entrySet()) {
            Matcher matcher = sign.getKey().matcher(plain);
            StringBuilder written = new StringBuilder();
            int last = 0;
            while (matcher.find()) {
                String word = matcher.groupCount() > 0 ? " " + matcher.group(1) + " " : sign.getValue();
                written.append(plain, last, matcher.start())
                        .append(" ".repeat(Math.max(0, matcher.end() - matcher.start() - word.length())))
                        .append(word);
                last = matcher.end();
            }
            written.append(plain, last, plain.length());
            plain = written.toString();
        }
        return plain;
    }

    private static Predicate<String> isName(Scope scope) {
        return name -> {
            Binding binding = scope.find(name);
            return binding != null && !(binding instanceof Binding.Later);
        };
    }

    /**
     * A text without the signs of other notations.
     *
     * @param isOther whether it had some
     */
    private record Respelled(Spelling spelling, boolean isOther, boolean isNumPy) {}

    private static Respelled respelled(Spelling typed, Predicate<String> isName) {
        Spelling mixed = inTyped(typed, () -> Mixed.plain(typed));
        Spelling signs = Signs.plain(Spoken.plain(mixed, isName), isName);
        Spelling latex = inTyped(signs, () -> LatexReader.plain(signs, isName));
        NumPyReader.Plain plain = inTyped(latex, () -> NumPyReader.plain(latex, isName));
        String before = typed.text().replaceAll("[\\s\\p{Cf}]", "");
        boolean isOther = !plain.spelling().text().replaceAll("\\s", "").equals(before);
        return new Respelled(plain.spelling(), isOther, plain.isNumPy());
    }

    /** What is read from a spelling, with its faults where they stand in what was typed. */
    private static <T> T inTyped(Spelling spelling, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ExpressionFault e) {
            throw new ExpressionFault(spelling.origin(e.span()), e.message());
        }
    }

    private static Spelling handwritten(Spelling typed, Handwriting written) {
        Spelling.Writer writer = new Spelling.Writer(typed);
        String text = written.spelled();
        for (int i = 0; i < text.length(); i++) {
            writer.put(
                    text.substring(i, i + 1), written.origin(new Span(i, i + 1)).start());
        }
        return writer.spelling();
    }

    private static String shown(String formula) {
        String shown = formula.strip()
                .replace('·', '*')
                .replace('−', '-')
                .replaceAll("\\s+", " ")
                .replaceAll(" ?(\\.?[*/^]) ?", "$1")
                .replaceAll("\\)([-+]) ", ") $1 ")
                .replaceAll("([(\\[]) ", "$1")
                .replaceAll(" ([)\\]',;])", "$1");
        return shown.length() <= MOST_SHOWN ? shown : shown.substring(0, MOST_SHOWN) + "…";
    }
}
