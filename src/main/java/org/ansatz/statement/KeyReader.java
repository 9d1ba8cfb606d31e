package org.ansatz.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Frame;
import org.ansatz.expression.NumberSet;
import org.ansatz.expression.Reply;
import org.ansatz.expression.Scope;
import org.ansatz.expression.Type;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Reads what somebody claims an answer to be. */
public final class KeyReader {

    private final Answer answer;
    private final Scope scope;
    private final Supplier<Frame> data;

    /**
     * A reader.
     *
     * @param answer the kind of answer that the key is for
     * @param scope the names that may stand in a key
     * @param data gives the published data, of which a key speaks; may throw {@link ExpressionFault}
     */
    public KeyReader(Answer answer, Scope scope, Supplier<Frame> data) {
        this.answer = answer;
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
        if (written.equalsIgnoreCase("marks to all")) {
            return new Key.MarksToAll(written);
        }
        if (!answer.options().isEmpty()) {
            return letters(text, written);
        }
        if (answer instanceof Answer.Formula) {
            return new Key.Formula(written, text.formula(scope));
        }
        return range(text, written, (Answer.Number) answer);
    }

    private Key letters(Written text, String written) {
        Set<String> known = new TreeSet<>();
        for (Option option : answer.options()) {
            known.add(option.key());
        }
        List<Set<String>> alternatives = new ArrayList<>();
        for (String alternative : written.split(" or ")) {
            Set<String> letters = new TreeSet<>();
            for (String letter : alternative.replace("[", "").replace("]", "").split("[,;]")) {
                if (!known.contains(letter.strip())) {
                    throw text.fault(
                            "'" + letter.strip() + "' is not an option; the options are " + String.join(", ", known));
                }
                letters.add(letter.strip());
            }
            alternatives.add(letters);
        }
        boolean single = answer instanceof Answer.OneOf;
        for (Set<String> letters : alternatives) {
            if (single && letters.size() > 1) {
                throw text.fault("this question has one right option; for alternatives write 'B or C'");
            }
        }
        return new Key.Letters(written, alternatives);
    }

    private Key range(Written text, String written, Answer.Number answer) {
        refuseOtherRanges(text, written);
        int dots = written.indexOf("..");
        int to = written.indexOf(" to ");
        if (dots < 0 && to < 0) {
            Expression value = quantity(text, answer, answer.unit());
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
        Written high = text.part(at + (dots >= 0 ? 2 : 4), written.length());
        Expression upper = quantity(high, answer, answer.unit());
        Expression lower = quantity(low, answer, upper.unit() == null ? answer.unit() : upper.unit());
        if (!(published(low, lower) <= published(high, upper))) {
            throw text.fault("a range goes from the smaller number to the larger one");
        }
        return new Key.Range(written, lower, upper);
    }

    /** Refuses what could only be meant as a range or as alternatives, and would be read as a difference or a truth. */
    private static void refuseOtherRanges(Written text, String written) {
        if (written.contains(" or ")) {
            throw text.fault("a number has one key or a range: 6.6 to 6.7");
        }
        if (written.contains("±") || written.contains("+-") || written.contains("+/-")) {
            throw text.fault("a range is written 6.6 to 6.7; how far an answer may be off, as a tolerance");
        }
        int dash = Math.max(written.indexOf('–'), written.indexOf('-', 1));
        boolean numbers = dash > 0 && isNumber(written.substring(0, dash)) && startsNumber(written, dash);
        if (numbers) {
            throw text.fault("a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference");
        }
    }

    private static boolean isNumber(String text) {
        String number = text.strip();
        boolean digits = !number.isEmpty();
        for (int i = 0; i < number.length(); i++) {
            digits &= Character.isDigit(number.charAt(i)) || number.charAt(i) == '.';
        }
        return digits;
    }

    private static boolean startsNumber(String text, int dash) {
        String right = text.substring(dash + 1).replace("-", "").strip();
        return !right.isEmpty() && Character.isDigit(right.charAt(0)) && right.indexOf('j') < 0;
    }

    /** The value, its magnitude if it is complex, with the published data; reported if there is none. */
    private double published(Written text, Expression expression) {
        Frame frame;
        try {
            frame = data.get();
        } catch (ExpressionFault | ArithmeticException e) {
            return 0; // the verdict says what is wrong with the givens
        }
        try {
            Value value = frame.value(expression.term());
            return value instanceof Value.Complex ? Arrays.size(value) : Arithmetic.real(value);
        } catch (ExpressionFault e) {
            throw text.fault(e.span(), e.message());
        } catch (ArithmeticException e) {
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
