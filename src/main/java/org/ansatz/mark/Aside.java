package org.ansatz.mark;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.syntax.Wording;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a value or a formula beside it: how far it may be off, {@code 1.58 m ± 1 cm}; what of an oscillation it is,
 * {@code 3 A rms}; where it holds, {@code exp(-2t), t > 0}. What is not so by the question is a fault, and never left out.
 *
 * @param text the value or formula, with blanks in the place of what was said
 * @param says what was said, behind {@code read as 1.58 m}; empty if there is nothing
 */
record Aside(String text, String says) {

    private static final Pattern PLUS_MINUS = Pattern.compile("±|\\+/-|\\+/\u2212|\\\\pm(?![A-Za-z])");

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?";

    private static final Pattern UNCERTAINTY =
            Pattern.compile("\\s*(?<number>" + NUMBER + ")(?<rest>.*)", Pattern.DOTALL);

    /** A number of which the last digits are in doubt, and a unit: without one it may as well be a product. */
    private static final Pattern DOUBTED =
            Pattern.compile("(?<![\\w.)])[0-9]+\\.[0-9]+(?<digits>\\([0-9]{1,2}\\))(?<unit>[^()]*)");

    /** A value without a sign, with its unit if it has one. */
    private static final Pattern VALUE = Pattern.compile("[^0-9]*" + NUMBER + "\\s*(?<unit>[^0-9]*)");

    /** The longest of such words, with what may stand around it. */
    private static final int LONGEST = 40;

    /** Which number that belongs to an oscillation. */
    private enum Kind {
        RMS("an rms value", "r\\.?m\\.?s\\.?|root[- ]mean[- ]square", "effective"),
        PEAK_TO_PEAK("a peak-to-peak value", "pk-pk|p-p|pp|peak[- ]to[- ]peak", ""),
        PEAK("a peak value", "pk|peak|amplitude", "crest"),
        MEAN("a mean value", "avg|average|mean", "");

        private final String name;
        private final Pattern behind;
        private final Pattern asked;

        Kind(String name, String words, String others) {
            this.name = name;
            this.behind = Pattern.compile(
                    "(?<=[\\p{L}\\p{N}%\\s_(])[\\s_]*[({]?\\s*(?<word>" + words + ")\\s*[)}]?\\s*[.?]?\\s*$",
                    Pattern.CASE_INSENSITIVE);
            this.asked = Pattern.compile(
                    "(?<!\\p{L})(?:" + words + (others.isEmpty() ? "" : "|" + others) + ")(?:s|\\b|(?!\\p{L}))",
                    Pattern.CASE_INSENSITIVE);
        }
    }

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.?!])\\s+");

    private static final Pattern STEP =
            Pattern.compile("(?<![\\p{L}\\p{N}_\\\\])u\\s*\\(\\s*(?<name>\\w+)\\s*\\)(?!\\s*=)");

    /** Nothing is given back in it: blanks that several parts could take would be tried in every way. */
    private static final Pattern HOLDS = Pattern.compile(
            "(?:\\s*+[,;]|\\s)\\s*+\\(?+(?:\\\\text\\{)?+\\s*+(?:(?:valid\\s++)?for|when|if|where|with)?\\s*+(?:all\\s++)?\\}?+\\s*+(?<name>\\w++)\\s*+"
                    + "(?<sign>>=|<=|=>|[<>≥≤⩾⩽]|\\\\(?:geq?|leq?|gt|lt)(?:slant)?(?![A-Za-z]))\\s*+(?<bound>[^<>=≥≤,;()]+?)\\)?+\\s*+\\.?+\\s*+$",
            Pattern.CASE_INSENSITIVE);

    // ---- of a quantity

    /**
     * What is said beside a quantity.
     *
     * @throws ExpressionFault if it is something else than the question asks for
     */
    static Aside ofQuantity(String typed, Problem problem) {
        Aside kind = kind(Wording.narrow(typed), problem);
        Aside uncertain = uncertain(kind.text, problem);
        return new Aside(uncertain.text, kind.says + uncertain.says);
    }

    /** Without how far the value may be off, in its own unit, in per cent, or in the digits of which it is said. */
    private static Aside uncertain(String text, Problem problem) {
        Matcher doubted = DOUBTED.matcher(text);
        if (doubted.find() && doubted.hitEnd() && unit(doubted.group("unit"), problem) != null) {
            String digits = text.substring(doubted.start("digits") + 1, doubted.end("digits") - 1);
            return blank(
                    text, doubted.start("digits"), doubted.end("digits"), ", its last digits give or take " + digits);
        }
        Matcher sign = PLUS_MINUS.matcher(text);
        if (!sign.find()) {
            return new Aside(text, "");
        }
        Matcher uncertainty = UNCERTAINTY.matcher(text).region(sign.end(), text.length());
        String before = text.substring(0, sign.start()).strip();
        int end = before.isEmpty() || !uncertainty.matches() ? -1 : end(before, uncertainty, problem);
        if (end < 0) {
            throw new ExpressionFault(
                    new Span(sign.start(), sign.end()),
                    "± stands for two values; write one, or how far it may be off behind it, as 3 A ± 0.1 A");
        }
        String rest = uncertainty.group("rest").strip();
        Unit unit = rest.startsWith(")") ? null : unit(rest, problem);
        String of = uncertainty.group("number") + (unit == null ? "" : " " + unit.symbol());
        return blank(text, sign.start(), end, ", give or take " + of);
    }

    /** Where that ends by which a value may be off, the unit of both of them being left; −1 if it is of another kind. */
    private static int end(String before, Matcher uncertainty, Problem problem) {
        String rest = uncertainty.group("rest").strip();
        if (rest.isEmpty() || rest.startsWith(")") && before.startsWith("(")) {
            return uncertainty.end("number");
        }
        Matcher value = VALUE.matcher(before);
        Unit own = value.matches() ? unit(rest, problem) : null;
        if (own == null) {
            return -1;
        }
        if (value.group("unit").isBlank()) {
            return own.symbol().equals("%") ? uncertainty.end() : uncertainty.end("number");
        }
        Unit unit = unit(value.group("unit"), problem);
        boolean isOfKind = unit != null
                && (unit.dimension().equals(own.dimension()) || own.symbol().equals("%"));
        return isOfKind ? uncertainty.end() : -1;
    }

    private static @Nullable Unit unit(String written, Problem problem) {
        try {
            return Units.parse(
                    Reading.ofQuantity(written, problem.scope()).strip().replaceAll("[.?]$", ""));
        } catch (ExpressionFault e) {
            return null;
        }
    }

    private static Aside blank(String text, int from, int to, String says) {
        return new Aside(text.substring(0, from) + " ".repeat(to - from) + text.substring(to), says);
    }

    /** Without the word behind a value for what of an oscillation it is, if that is what is asked for. */
    private static Aside kind(String text, Problem problem) {
        int from = Math.max(0, text.stripTrailing().length() - LONGEST);
        for (Kind kind : Kind.values()) {
            Matcher word = kind.behind.matcher(text).region(from, text.length());
            word.useTransparentBounds(true);
            boolean isSaid = word.find()
                    && text.substring(0, word.start()).chars().anyMatch(Character::isLetterOrDigit)
                    && !isName(text, word.end("word"), problem);
            if (isSaid) {
                requireAsked(kind, new Span(word.start("word"), word.end("word")), problem);
                return blank(text, word.start(), text.length(), ", " + kind.name);
            }
        }
        return new Aside(text, "");
    }

    /** Whether the letters that end here are a name of the question: {@code 2*Vpp}. */
    private static boolean isName(String text, int end, Problem problem) {
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        while (start < end && Character.isDigit(text.charAt(start))) {
            start++;
        }
        return problem.scope().find(text.substring(start, end)) != null;
    }

    private static void requireAsked(Kind said, Span span, Problem problem) {
        Set<Kind> asked = asked(problem);
        if (asked.size() == 1 && !asked.contains(said)) {
            throw new ExpressionFault(
                    span, asked.iterator().next().name + " is asked for, and this is said to be " + said.name);
        }
        if (asked.size() != 1) {
            throw new ExpressionFault(
                    span, "the question does not say whether " + said.name + " is asked for; write the value alone");
        }
    }

    /** What the sentence that asks says of this. */
    private static Set<Kind> asked(Problem problem) {
        StringBuilder statement = new StringBuilder();
        problem.texts()
                .statement()
                .parts()
                .forEach(part -> statement.append(part.computed() == null ? part.text() : "#"));
        String asking = statement.toString().strip().toLowerCase(Locale.ROOT);
        for (String sentence : SENTENCES.split(asking)) {
            asking = sentence.endsWith("?") ? sentence : asking;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) { // the longer words first, for peak stands in peak-to-peak
            Matcher word = kind.asked.matcher(asking);
            if (word.find()) {
                kinds.add(kind);
                asking = word.replaceAll(" ");
            }
        }
        return kinds;
    }

    // ---- of a formula

    /**
     * What is said beside a formula.
     *
     * @throws ExpressionFault if it is said to hold where the question asks for more
     */
    static Aside ofFormula(String typed, Problem problem) {
        String text = Wording.narrow(typed);
        Aside holds = holds(text, problem);
        Aside stepped = stepped(holds.text, problem);
        return new Aside(stepped.text, stepped.says + holds.says);
    }

    /** Without where it is said to hold behind it. */
    private static Aside holds(String text, Problem problem) {
        int end = text.stripTrailing().length();
        int from = Math.max(0, end - LONGEST);
        Matcher holds = HOLDS.matcher(text).region(from, end);
        holds.useTransparentBounds(true);
        RealInterval domain = null;
        int start = from;
        while (domain == null && start <= end && holds.region(start, end).find()) {
            domain = holds.start() == 0 ? null : domain(holds.group("name"), problem);
            start = holds.start() + 1;
        }
        if (domain == null) {
            return new Aside(text, "");
        }
        String sign = holds.group("sign");
        boolean isAbove = sign.contains(">") || "≥⩾".contains(sign) || sign.startsWith("\\g");
        Frame frame = problem.published().frame().rested();
        boolean lacks;
        try {
            Expression bound =
                    Expression.literal(Reading.ofQuantity(holds.group("bound"), problem.scope()), problem.scope());
            double limit = Arithmetic.real(frame.value(bound.term()));
            boolean isMeasured = limit == 0 || bound.type().has(domain.type().dimensionOrNone());
            boolean isAll = isAbove ? domain.low(frame) >= limit : domain.high(frame) <= limit;
            lacks = !isMeasured || !isAll;
        } catch (NoValue e) {
            return new Aside(text, "");
        }
        if (lacks) {
            throw new ExpressionFault(
                    new Span(holds.start("name"), holds.end("bound")),
                    "it is asked for where this does not hold as well; write what it is there, too");
        }
        boolean isStrict = "<>".contains(sign) || sign.equals("\\gt") || sign.equals("\\lt");
        String relation = (isAbove ? " >" : " <") + (isStrict ? " " : "= ");
        String where = holds.group("name") + relation + holds.group("bound").strip();
        return blank(text, holds.start(), text.length(), ", for " + where);
    }

    /** With 1 for the unit step, where its argument is never negative. */
    private static Aside stepped(String text, Problem problem) {
        if (problem.scope().find("u") != null) {
            return new Aside(text, "");
        }
        Matcher step = STEP.matcher(text);
        StringBuilder without = new StringBuilder(text);
        String says = "";
        while (step.find()) {
            RealInterval domain = domain(step.group("name"), problem);
            if (domain != null && domain.low(problem.published().frame().rested()) >= 0) {
                String one = "(1)" + " ".repeat(step.end() - step.start() - 3);
                without.replace(step.start(), step.end(), one);
                says = ", for " + step.group("name") + " > 0";
            }
        }
        return new Aside(without.toString(), says);
    }

    /** Between which ends a variable of the formula lies; null if that is no such variable. */
    private static @Nullable RealInterval domain(String name, Problem problem) {
        for (Ranged variable : problem.question().drawn()) {
            if (variable.name().equals(name) && variable.domain() instanceof RealInterval) {
                return (RealInterval) variable.domain();
            }
        }
        return null;
    }
}
