package org.ansatz.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.ansatz.problem.Letters;
import org.ansatz.problem.Option;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Reads what somebody claims an answer to be. */
public final class KeyReader {

    private static final String OR = " or ";
    private static final String TO = " to ";

    /** Labels and what may stand around and between them; other signs would make something else of them. */
    private static final Pattern LABELS = Pattern.compile("[\\p{L}\\p{N}\\s,;.&/|()\\[\\]{}]*");

    /** What stands behind the base of a power: {@code ^-3}, {@code ^{-3}}, {@code ⁻³}. */
    private static final String POWER = "(?:\\^[({]?[-+−]?[0-9]+[)}]?|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)";

    /** A number, perhaps with its unit, but no imaginary one: {@code 3 - 4j} is one number. */
    private static final String END = "[-+−]?(?:[0-9]+(?:[.](?![.])[0-9]*)?|[.][0-9]+)(?:[eE][-+−]?[0-9]+|" + POWER
            + "|\\s*[×x·*]\\s*10" + POWER + ")?\\s*(?!(?:[ij]|(?i:to|and))\\b)[\\p{L}%°]*(?:/\\p{L}+²?)?";

    /** Two numbers, perhaps in brackets, with a sign between them that is read otherwise in an expression, or not at all. */
    private static final Pattern TWO_NUMBERS = Pattern.compile("[\\[(]?\\s*(?<low>" + END
            + ")\\s*(?<sign>(?<![0-9.][eE])[-–—−]|[:;~&]|(?<=^[\\[(].{1,40}),|,(?=\\s)|\\band\\b)\\s*(?<high>" + END
            + ")\\s*[\\])]?");

    /** What some put between alternatives, others between the letters of a set. */
    private static final Pattern STROKE = Pattern.compile("[/|]");

    private final Answer answer;
    private final FormulaNotation notation;
    private final Scope scope;
    private final Supplier<Frame> data;

    /**
     * A reader.
     *
     * @param answer the kind of answer that the key is for
     * @param notation how formulas are written
     * @param scope the names that may stand in a key
     * @param data gives the published data, of which a key speaks; may throw {@link ExpressionFault}
     */
    public KeyReader(Answer answer, FormulaNotation notation, Scope scope, Supplier<Frame> data) {
        this.answer = answer;
        this.notation = notation;
        this.scope = scope;
        this.data = data;
    }

    /**
     * Reads a key.
     *
     * @throws Refused after reporting what is wrong with it
     */
    public Key read(Written whole) {
        Written text = whole.part(0, whole.text().length());
        String written = text.text();
        if (isToAll(written)) {
            return new Key.MarksToAll(written);
        }
        return answer.fold(new OfKind(text));
    }

    /** The key of each kind of answer. */
    private final class OfKind implements Answer.Cases<Key> {
        private final Written text;

        private OfKind(Written text) {
            this.text = text;
        }

        @Override
        public Key ofChoice(Answer.Choice choice) {
            return letters(text, choice);
        }

        @Override
        public Key ofNumber(Answer.Number number) {
            return ranges(text, number);
        }

        @Override
        public Key ofCollection(Answer.Collection collection) {
            return collection(text, collection);
        }

        @Override
        public Key ofParts(Answer.Parts parts) {
            return parts(text, parts);
        }

        @Override
        public Key ofFormula(Answer.Formula formula) {
            return new Key.Formula(text.text(), text.formula(scope, notation));
        }
    }

    /** Whether a key withdraws the question, as official sheets put it: also {@code M.T.A.} */
    public static boolean isToAll(String key) {
        String letters = key.replaceAll("[.\\s]", "");
        return letters.equalsIgnoreCase("marksToAll") || letters.equalsIgnoreCase("MTA");
    }

    /** Typeset sheets print U+2010, U+2011 and U+2212 for a minus. */
    private static String withPlainMinus(String text) {
        return text.replace('\u2010', '-').replace('\u2011', '-').replace('\u2212', '-');
    }

    /** Where the words {@code or} stand that part alternatives, in any case of letters, from left to right. */
    private static List<Integer> alternativesAt(String text) {
        List<Integer> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(OR); at >= 0; at = lower.indexOf(OR, at + 1)) {
            found.add(at);
        }
        return found;
    }

    /** The parts between the words {@code or}. */
    private static List<Written> alternatives(Written text) {
        List<Written> parts = new ArrayList<>();
        int from = 0;
        for (int at : alternativesAt(text.text())) {
            parts.add(text.part(from, at));
            from = at + OR.length();
        }
        parts.add(text.part(from, text.text().length()));
        return parts;
    }

    // ---- several numbers

    /** The numbers of a set or the ends of an interval; those without a unit take that of the last, or the one asked for. */
    private Key collection(Written text, Answer.Collection answer) {
        if (!answer.isInterval() && !alternativesAt(text.text()).isEmpty()) {
            throw text.fault("in a key 'or' stands between alternatives, and a set has none: for all of them write '"
                    + text.text().replaceAll("(?i)\\s*,?\\s+or\\s+", ", ").strip() + "'");
        }
        Listed listed = text.reporting(() -> Listed.of(text.text(), answer.type(), answer.unit(), scope));
        List<Expression> numbers = new ArrayList<>();
        for (Reply reply : listed.replies()) {
            Expression number = text.reporting(reply::quantity);
            text.require(number, answer.type().ofEntry());
            if (!answer.isInterval() && !Double.isFinite(published(text, number))) {
                throw text.fault("the numbers of a set are finite");
            }
            numbers.add(number);
        }
        if (answer.isInterval() && !(published(text, numbers.get(0)) <= published(text, numbers.get(1)))) {
            throw text.fault("an interval goes from the smaller number to the larger one");
        }
        return new Key.Collection(text.text(), numbers);
    }

    /** A key for each part, by its name or in their order. */
    private Key parts(Written text, Answer.Parts answer) {
        List<String> names = answer.parts().stream().map(Answer.Part::name).toList();
        Map<String, Listing.Item> items = text.reporting(() -> Listing.ofParts(text.text(), names));
        Map<String, Key> parts = new LinkedHashMap<>();
        for (Answer.Part part : answer.parts()) {
            Listing.Item item = Objects.requireNonNull(items.get(part.name()));
            Written own = text.part(item.start(), item.start() + item.text().length());
            parts.put(part.name(), part.answer().fold(new OfKind(own)));
        }
        return new Key.Parts(text.text(), parts);
    }

    // ---- options

    /**
     * Letters. A semicolon parts alternatives where one option is right, {@code C;D}; where several are, the letters of a set,
     * as a comma does.
     */
    private Key letters(Written text, Answer.Choice choice) {
        boolean single = choice.takesOneOption();
        List<Set<String>> alternatives = new ArrayList<>();
        for (Written alternative : alternatives(text)) {
            for (String part : alternative.text().split(single ? ";" : "$")) {
                alternatives.add(set(alternative, part, choice));
            }
        }
        for (Set<String> letters : alternatives) {
            if (single && letters.size() > 1) {
                throw text.fault("this question has one right option, and these are " + letters.size()
                        + "; for alternatives write '" + String.join(" or ", letters) + "'");
            }
        }
        return new Key.Letters(text.text(), alternatives);
    }

    private Set<String> set(Written text, String written, Answer.Choice choice) {
        Set<String> known = new TreeSet<>();
        for (Option option : choice.options()) {
            known.add(option.key());
        }
        Set<String> letters = Letters.chosen(written, known);
        Set<String> others = new TreeSet<>(letters);
        others.removeAll(known);
        String other = others.isEmpty() ? written.strip() : others.iterator().next();
        if (letters.isEmpty() || !others.isEmpty() || !LABELS.matcher(written).matches()) {
            throw text.fault("'" + other + "' is not an option; the options are " + String.join(", ", known));
        }
        if (letters.size() > 1
                && !choice.takesOneOption()
                && STROKE.matcher(written).find()) {
            throw text.fault("write '" + String.join(", ", letters) + "' if all of them are right, '"
                    + String.join(" or ", letters) + "' for alternatives");
        }
        return letters;
    }

    // ---- numbers

    /** A number or a range; or several, apart by {@code or}: those without a unit take that of the last. */
    private Key ranges(Written text, Answer.Number answer) {
        String written = text.text();
        List<Written> parts = alternatives(text.spelled(withPlainMinus(written)));
        List<Key.Range> ranges = new ArrayList<>();
        Unit unit = answer.unit();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Key.Range range = range(parts.get(i), answer, unit);
            boolean last = i == parts.size() - 1;
            unit = last && range.high().unit() != null ? range.high().unit() : unit;
            ranges.add(0, range);
        }
        return ranges.size() == 1
                ? new Key.Range(written, ranges.get(0).low(), ranges.get(0).high())
                : new Key.Ranges(written, ranges);
    }

    private Key.Range range(Written text, Answer.Number answer, @Nullable Unit unit) {
        String written = text.text();
        refuseOtherRanges(text, written);
        int dots = written.indexOf("..");
        int to = written.toLowerCase(Locale.ROOT).indexOf(TO);
        if (dots < 0 && to < 0) {
            Expression value = quantity(text, answer, unit);
            if (!Double.isFinite(published(text, value))) {
                throw text.fault("a key is a finite number; this is not");
            }
            return new Key.Range(written, value, value);
        }
        if (answer.type().set() == NumberSet.COMPLEX) {
            throw text.fault("complex numbers have no order, so that a key cannot be a range of them");
        }
        int at = dots >= 0 ? dots : to;
        Written low = text.part(0, at);
        Written high = text.part(at + (dots >= 0 ? 2 : TO.length()), written.length());
        Expression upper = quantity(high, answer, unit);
        Expression lower = quantity(low, answer, upper.unit() == null ? unit : upper.unit());
        double from = published(low, lower);
        double until = published(high, upper);
        if (from > until) {
            throw text.fault("a range goes from the smaller number to the larger one; its ends are swapped: "
                    + high.text() + " to " + low.text());
        }
        if (!(from <= until)) {
            throw text.fault("a range goes from the smaller number to the larger one");
        }
        if (Double.isInfinite(from) || Double.isInfinite(until)) {
            throw text.fault("a range of numbers that are accepted has two ends, and one of these is infinite");
        }
        return new Key.Range(written, lower, upper);
    }

    /** Refuses what could only be meant as a range, and would be read as a difference. */
    private static void refuseOtherRanges(Written text, String written) {
        if (written.contains("±") || written.contains("+-") || written.contains("+/-")) {
            throw text.fault("a range is written 6.6 to 6.7; how far an answer may be off, as a tolerance");
        }
        Matcher two = TWO_NUMBERS.matcher(written);
        if (two.matches()) {
            String sign = two.group("sign");
            String range = two.group("low").strip() + TO + two.group("high").strip();
            if ("-–—−".contains(sign)) {
                throw text.fault("a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference");
            }
            throw text.fault("a range is written '" + range + "', alternatives '" + range.replace(TO, OR) + "'");
        }
        if (written.toLowerCase(Locale.ROOT).split(TO, -1).length > 2) {
            throw text.fault("a range has two ends; alternatives are apart by 'or'");
        }
    }

    /** The value, its magnitude if it is complex, with the published data; reported if there is none. */
    private double published(Written text, Expression expression) {
        Frame frame;
        try {
            frame = data.get();
        } catch (NoValue e) {
            return 0; // the verdict says what is wrong with the givens
        }
        try {
            Value value = frame.value(expression.term());
            return value instanceof Value.Complex ? Arrays.size(value) : Arithmetic.real(value);
        } catch (ExpressionFault e) {
            throw text.fault(e.span(), e.message());
        } catch (NoValue e) {
            throw text.fault(String.valueOf(e.getMessage()));
        }
    }

    /** A bare number takes the unit that is asked for, or that of the range's upper end. */
    private Expression quantity(Written text, Answer.Number answer, @Nullable Unit unit) {
        Type wanted = answer.type();
        Expression value = text.reporting(() ->
                Reply.of(text.text(), wanted.dimensionOrNone(), unit, scope).quantity());
        text.require(value, wanted);
        return value;
    }
}
