package org.ansatz.mark;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Handwriting;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Reads what a learner types in the names of the question. */
final class Replies {

    private static final List<Engine> DERIVING = List.of(Engine.DUAL, Engine.REVERSE, Engine.DIFFERENCES);

    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    /** A number and a word behind it, which is too long for a unit's symbol. */
    private static final Pattern COUNTED = Pattern.compile("(.*?)\\s+(\\p{L}{4,})\\s*[.?]*");

    private static final Pattern LOG = Pattern.compile("\\blog\\b(?=\\s*\\()");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "xor", "xnor", "nand", "nor");

    private static final String READ_AS = "read as ";

    private Replies() {}

    /**
     * A formula.
     *
     * @throws ExpressionFault if it cannot be read, at a place of {@code text}
     */
    static Reading formula(String text, Problem problem) {
        if (problem.question().notation().isOwn()) {
            return inOwnNotation(text, problem);
        }
        Aside aside = Aside.ofFormula(text, problem);
        Reading reading = Reading.ofFormula(aside.text(), problem.scope());
        requireOwn(reading.formula(), text, problem);
        requireDerived(reading.formula(), text);
        String read =
                aside.says().isEmpty() ? "" : READ_AS + reading.formula().text().strip();
        return new Reading(reading.formula(), (reading.note().isEmpty() ? read : reading.note()) + aside.says());
    }

    /** A formula in the notation of its field; names may be typed in the other case of letters, which is said. */
    private static Reading inOwnNotation(String text, Problem problem) {
        try {
            return inOwnNotation(text, "", problem);
        } catch (ExpressionFault e) {
            for (boolean upper : new boolean[] {true, false}) {
                String other = WORD.matcher(text).replaceAll(word -> inCase(word.group(), upper));
                if (isReadable(other, problem)) {
                    return inOwnNotation(other, READ_AS + other.strip(), problem);
                }
            }
            throw e;
        }
    }

    private static Reading inOwnNotation(String text, String note, Problem problem) {
        Expression formula = problem.question().notation().read(text, problem.scope());
        requireOwn(formula, text, problem);
        return new Reading(formula, note);
    }

    private static boolean isReadable(String text, Problem problem) {
        try {
            inOwnNotation(text, "", problem);
            return true;
        } catch (ExpressionFault e) {
            return false;
        }
    }

    private static String inCase(String word, boolean upper) {
        boolean operator = OPERATORS.contains(word.toLowerCase(Locale.ROOT));
        return operator ? word : upper ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
    }

    /**
     * The one entry of a matrix that has no other, where a number is asked for: {@code row_sums(a)} of a row.
     *
     * @throws ExpressionFault if it says whether something is true, where numbers are asked for
     */
    static Expression asNumber(Expression formula, Type asked, Problem problem) {
        requireNumber(formula, asked, formula.text());
        boolean isEntry = asked.isScalar() && formula.type().shape().equals(Shape.of(1, 1));
        return isEntry ? Expression.of("entry(" + formula.text() + ", 1, 1)", problem.scope()) : formula;
    }

    /** A mark that says first how a formula was read, if that had to be found out. */
    static Mark noted(Reading reading, Mark mark) {
        return noted(reading.note(), mark);
    }

    /** A mark that says first how a quantity was read. */
    static Mark noted(String typed, Reply reply, Problem problem, Mark mark) {
        return noted(note(typed, reply, problem), mark);
    }

    /** How a quantity was read, where it is not what was typed: {@code six}, {@code 47k}, {@code \frac{1}{2}}; or an empty text. */
    static String note(String typed, Reply reply, Problem problem) {
        if (reply instanceof Reply.Unreadable) {
            return "";
        }
        String says = Aside.ofQuantity(typed, problem).says();
        String read = reply.quantity().text().strip();
        boolean isLiteral = says.isEmpty()
                && Reading.ofQuantity(typed, problem.scope()).equals(typed)
                && products(typed) >= products(read)
                && digits(typed).equals(digits(read))
                && typed.toLowerCase(Locale.ROOT).contains("minus") == read.contains("minus");
        return isLiteral ? "" : READ_AS + read.replaceAll("\\s+", " ").replace(" )", ")") + says;
    }

    /** The same of a set or an interval: with what each of its numbers was read as, if they are not those that were typed. */
    static String note(String typed, Listed listed, boolean isInterval) {
        List<String> read = listed.replies().stream()
                .map(reply -> reply instanceof Reply.Unreadable
                        ? ""
                        : reply.quantity()
                                .text()
                                .strip()
                                .replaceAll("\\s+", " ")
                                .replace(" )", ")"))
                .toList();
        String typedDigits = digits(typed);
        boolean isOther = typed.indexOf('\\') >= 0 || isInterval && typed.indexOf('{') >= 0;
        boolean isLiteral = !isOther && read.stream().allMatch(number -> typedDigits.contains(firstDigits(number)));
        String all = isInterval ? String.join(" to ", read) : "{" + String.join(", ", read) + "}";
        return isLiteral ? "" : READ_AS + all;
    }

    /** With which digits a number begins, up to a letter or a sign. */
    private static String firstDigits(String number) {
        Matcher first = NUMBER.matcher(number);
        return first.find() ? digits(first.group()) : "";
    }

    private static long products(String text) {
        return text.chars().filter(c -> c == '*' || c == '·' || c == '×').count();
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\D", "");
    }

    /** A mark that says this first, unless it is empty. */
    static Mark noted(String note, Mark mark) {
        if (note.isEmpty()) {
            return mark;
        }
        String message = noted(note, mark.message());
        if (mark instanceof Mark.Right) {
            return new Mark.Right(message);
        }
        if (mark instanceof Mark.Wrong wrong) {
            return new Mark.Wrong(wrong.slip(), message, noted(note, wrong.first())).of(wrong.share(), wrong.carried());
        }
        return mark instanceof Mark.UnitMissing ? new Mark.UnitMissing(message) : mark;
    }

    private static String noted(String note, String message) {
        return note + (message.isEmpty() ? "" : "; " + message);
    }

    /** A quantity of this type, a bare number being meant in this unit. */
    static Reply quantity(String text, Type type, @Nullable Unit unit, Problem problem) {
        Reply reply = spelled(text, type, unit, problem);
        String counted =
                reply instanceof Reply.Unreadable && type.dimensionOrNone().isNone() ? counted(text, problem) : "";
        if (!counted.isEmpty()) {
            return quantity(counted, type, unit, problem);
        }
        if (!(reply instanceof Reply.Unreadable)) {
            try {
                requireOwn(reply.quantity(), text, problem);
                requireNumber(reply.quantity(), type, text);
                requireBase(type, text);
            } catch (ExpressionFault e) {
                return new Reply.Unreadable(e.span(), e.message());
            }
        }
        return reply;
    }

    private static Reply spelled(String typed, Type type, @Nullable Unit unit, Problem problem) {
        try {
            String text = Aside.ofQuantity(typed, problem).text();
            String spelled = Reading.ofQuantity(text, problem.scope());
            Reply reply = Reply.of(spelled, type.dimensionOrNone(), unit, problem.scope());
            return reply instanceof Reply.Unreadable ? multiplied(text, reply, type, unit, problem) : reply;
        } catch (ExpressionFault e) {
            return new Reply.Unreadable(e.span(), e.message());
        }
    }

    /** What was read where signs of products were left out, {@code R + jX}; {@code unread} if that is not it. */
    private static Reply multiplied(String text, Reply unread, Type type, @Nullable Unit unit, Problem problem) {
        try {
            Handwriting.ofQuantity(text); // what is asked about is not guessed either
            Reading reading = Reading.ofFormula(text, problem.scope());
            Reply read = Reply.of(reading.formula().text(), type.dimensionOrNone(), unit, problem.scope());
            return reading.note().isEmpty() || read instanceof Reply.Unreadable ? unread : read;
        } catch (ExpressionFault e) {
            return unread;
        }
    }

    /** {@code 10 log(x)} is a level to the base 10 for whoever writes it, and the language has log for the natural logarithm. */
    private static void requireBase(Type asked, String text) {
        Matcher log = LOG.matcher(text);
        if (asked.dimensionOrNone().isLevel() && log.find()) {
            throw new ExpressionFault(
                    new Span(log.start(), log.end()), "which logarithm is it? Write log10(x) or ln(x)");
        }
    }

    /** The number before the word for what is counted, {@code 6 combinations}, if the question has that word; or an empty text. */
    private static String counted(String text, Problem problem) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            return "";
        }
        Pattern noun = Pattern.compile("\\b" + counted.group(2), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        boolean isAsked = problem.texts().statement().parts().stream()
                .anyMatch(part ->
                        part.computed() == null && noun.matcher(part.text()).find());
        return isAsked ? counted.group(1) : "";
    }

    /**
     * A set or an interval, bare numbers being meant in this unit.
     *
     * @throws ExpressionFault if it cannot be read, at a place of {@code text}
     */
    static Listed listed(String text, Type type, @Nullable Unit unit, Problem problem) {
        Scope scope = problem.scope();
        Listed listed =
                Listed.of(Reading.ofCollection(text), type, unit, scope, number -> Reading.ofQuantity(number, scope));
        for (Reply reply : listed.replies()) {
            requireOwn(reply.quantity(), text, problem);
        }
        return listed;
    }

    /** Whoever types {@code true} or {@code x > 2} has not yet answered how large something is. */
    private static void requireNumber(Expression reply, Type asked, String text) {
        Type type = reply.type();
        if (asked.isNumber() && !type.isNumber() && !type.isCollection()) {
            throw new ExpressionFault(
                    new Span(0, text.length()), "a number or formula is asked for, and this is " + type.describe());
        }
    }

    /** What is to be derived is not left to the program. */
    private static void requireDerived(Expression reply, String text) {
        for (Engine engine : reply.uses().engines()) {
            if (DERIVING.contains(engine)) {
                throw new ExpressionFault(
                        new Span(0, text.length()), "a formula without grad, derivative or differences is asked for");
            }
        }
    }

    private static void requireOwn(Expression reply, String text, Problem problem) {
        for (Binding asked : problem.question().asked()) {
            if (reply.uses().names().contains(asked.name())) {
                throw new ExpressionFault(new Span(0, text.length()), asked.name() + " is what is asked for");
            }
        }
    }
}
