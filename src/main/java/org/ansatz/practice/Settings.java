package org.ansatz.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.problem.Variants;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Units;

/**
 * Data that a learner puts in place of those of a question.
 *
 * @param values by the name of the given, in the order in which they were set
 */
record Settings(Map<String, Expression> values) {

    /** The seed of data that nobody drew. */
    static final long SEED = Problem.SET;

    static final Settings NONE = new Settings(Map.of());

    /** Copies. */
    Settings {
        values = new LinkedHashMap<>(values);
    }

    /**
     * The same with one more.
     *
     * @param text a quantity of the given's kind
     * @throws ExpressionFault if there is no such given, or this is no value for it
     */
    Settings with(Problem problem, String name, String text) {
        Given given = given(problem, name);
        Expression value = Expression.literal(text, problem.scope());
        require(given, value, text);
        Map<String, Expression> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Settings(all);
    }

    private static Given given(Problem problem, String name) {
        for (Given given : problem.givens()) {
            if (given.name().equals(name)) {
                return given;
            }
        }
        List<String> names = problem.givens().stream().map(Given::name).toList();
        throw new ExpressionFault(
                new Span(0, 0),
                names.isEmpty()
                        ? "this question has no data to set"
                        : "'" + name + "' is not among the data, which are " + String.join(", ", names)
                                + Nearest.suggestion(name, names));
    }

    private static void require(Given given, Expression value, String text) {
        Span whole = new Span(0, text.length());
        Type type = given.variable().type();
        if (!value.type().isNumber()
                || !value.type().isScalar()
                || !value.type().has(type.dimensionOrNone())) {
            String unit = given.published().unit() == null
                    ? ""
                    : ", in " + given.published().unit().symbol() + ", say";
            throw new ExpressionFault(
                    whole,
                    given.name() + " is " + Units.describe(type.dimensionOrNone()) + unit + "; this is "
                            + value.type().describe());
        }
        boolean integer = type.set() == NumberSet.INTEGER;
        if (integer && value.type().set() != NumberSet.INTEGER) {
            throw new ExpressionFault(whole, given.name() + " is a whole number");
        }
        if (value.type().set() == NumberSet.COMPLEX && type.set() != NumberSet.COMPLEX) {
            throw new ExpressionFault(whole, given.name() + " is a real number");
        }
    }

    /** As they were typed: {@code f2 = 900 MHz, Z0 = 75 ohm}. */
    String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append(" = ")
                .append(value.text().strip()));
        return text.toString();
    }

    /**
     * The question with these data. Data that the problem derives from others follow them; options that are formulas in the
     * data follow as well, and those that then have no value are left out.
     *
     * @throws ExpressionFault if a datum does not exist
     */
    Case in(Problem problem, Case base) {
        Frame frame = base.frame().rested();
        for (Given given : problem.givens()) {
            Expression set = values.get(given.name());
            boolean derived = !given.published().uses().names().isEmpty();
            if (set != null || derived) {
                Expression source = set != null ? set : given.published();
                frame = frame.with(given.variable(), finite(frame.value(source.term()), source));
            }
        }
        Variants variants = problem.variants();
        List<Option> options = variants == null || variants.options().isEmpty() ? base.options() : variants.options();
        List<Option> offered = withValue(asWritten(options, problem), base.question(), frame);
        return new Case(base.question(), problem.filled(offered, frame), frame, SEED);
    }

    /** Options with the texts of the problem, in which the data are still to be filled in. */
    private static List<Option> asWritten(List<Option> options, Problem problem) {
        List<Option> written = new ArrayList<>();
        for (Option option : options) {
            Option own = problem.answer().options().stream()
                    .filter(each ->
                            each.key().equals(option.stated()) && each.parts().equals(option.parts()))
                    .findFirst()
                    .orElse(option);
            written.add(own.at(option.key()));
        }
        return written;
    }

    /** Those that have a value; none where a single one would be left. */
    private static List<Option> withValue(List<Option> options, Question question, Frame frame) {
        List<Option> offered = new ArrayList<>();
        for (Option option : options) {
            try {
                if (!question.isFunction() && !option.isClaim()) {
                    option.parts().forEach(part -> frame.rested().value(part.term()));
                }
                offered.add(option);
            } catch (NoValue e) {
                // Nothing that could be chosen with these data.
            }
        }
        return offered.size() > 1 ? offered : List.of();
    }

    private static Value finite(Value value, Expression source) {
        boolean number = value instanceof Value.Real || value instanceof Value.Exact;
        if (number && !Double.isFinite(Arithmetic.real(value))) {
            throw new ExpressionFault(new Span(0, source.text().length()), "this is no finite number");
        }
        return value;
    }
}
