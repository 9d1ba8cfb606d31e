package org.ansatz.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.judge.CollectionGrading;
import org.ansatz.judge.FormulaComparison;
import org.ansatz.judge.Grade;
import org.ansatz.judge.Grading;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.ansatz.statement.KeyReader;
import org.ansatz.statement.ToleranceReader;
import org.ansatz.statement.UnitField;
import org.jspecify.annotations.Nullable;

/**
 * The question what a {@code response} is worth, held against a {@code key}. With {@code options} it is a choice, with
 * {@code of} a formula, otherwise a quantity.
 */
public final class GradeRequest {

    private final Fields fields;
    private final Setting setting;

    private GradeRequest(Fields fields, Registry registry) {
        this.fields = fields;
        this.setting = new Setting(fields, registry).withVariables();
    }

    /**
     * Answers a request; the fields' owner asks for other fields before and finishes them after.
     *
     * @throws Refused if anything but the response is wrong, after reporting it
     */
    public static Grade answer(Fields fields, Registry registry) {
        GradeRequest request = new GradeRequest(fields, registry);
        String response =
                fields.isBlank("response") ? "" : fields.text("response").text();
        if (fields.has("options")) {
            return request.choice(response);
        }
        String kind = fields.has("kind") ? fields.word("kind", List.of("number", "set", "interval")) : "number";
        if (!kind.equals("number")) {
            return request.collection(response, kind.equals("set") ? NumberSet.SET : NumberSet.INTERVAL);
        }
        return fields.has("of") ? request.formula(response) : request.quantity(response);
    }

    // ---- options

    private Grade choice(String response) {
        List<String> labels = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        for (Written line : fields.lines("options")) {
            for (String label : line.text().replace("[", "").replace("]", "").split(",")) {
                labels.add(label.strip());
                Expression claim = Expression.constant(Value.Truth.of(true), Type.TRUTH, null);
                options.add(new Option(label.strip(), Template.text(label.strip()), claim));
            }
        }
        Answer answer = new Answer.AllOf(options, new Tolerance.Digits(), List.of());
        Key key = key(answer);
        return key instanceof Key.Letters ? Grading.letters(response, (Key.Letters) key, labels) : Grade.RIGHT;
    }

    private Key key(Answer answer) {
        return new KeyReader(answer, FormulaNotation.PLAIN, setting.scope(), setting::frame).read(fields.text("key"));
    }

    // ---- formulas

    private Grade formula(String response) {
        Scope scope = setting.scope();
        List<Expression> conditions = setting.conditions();
        Expression right = fields.text("key").formula(scope);
        Tolerance tolerance = ToleranceReader.read(fields, right.type(), null, scope);
        Expression written;
        try {
            written = Reading.ofFormula(response, scope).formula();
        } catch (ExpressionFault e) {
            return Grade.unreadable(e.message());
        }
        return Grading.formula(FormulaComparison.of(
                written.term(), right.term(), setting.variables(), conditions, tolerance, setting.frame()));
    }

    // ---- sets and intervals

    private Grade collection(String response, NumberSet set) {
        Scope scope = setting.scope();
        Unit unit = fields.has("unit") ? UnitField.read(fields) : unitOfNumbers(fields.text("key"), set);
        Type type = Type.of(set, unit == null ? Dimension.NONE : unit.dimension());
        Tolerance tolerance = ToleranceReader.read(fields, type, unit, scope);
        Answer.Collection answer =
                new Answer.Collection(set == NumberSet.SET ? "set" : "interval", type, unit, tolerance);
        Key key = key(answer);
        if (key instanceof Key.MarksToAll) {
            return Grade.RIGHT;
        }
        try {
            Listed listed = Listed.of(response, type, unit, scope);
            return CollectionGrading.of(listed, ((Key.Collection) key).numbers(), answer, setting.frame());
        } catch (ExpressionFault e) {
            return Grade.unreadable(e.message());
        }
    }

    /** The unit of a number of the key; null if none has one. */
    private @Nullable Unit unitOfNumbers(Written key, NumberSet set) {
        Type pure = Type.of(set, Dimension.NONE);
        Unit unit = null;
        try {
            for (Reply reply :
                    Listed.of(key.text(), pure, null, setting.scope()).replies()) {
                Expression number = reply instanceof Reply.Unreadable ? null : reply.quantity();
                unit = number == null || number.type().dimensionOrNone().isNone() ? unit : unit(number);
            }
        } catch (ExpressionFault e) {
            return null; // what is wrong with it, the reader of keys says
        }
        return unit;
    }

    // ---- quantities

    private Grade quantity(String response) {
        Scope scope = setting.scope();
        Expression sample = sample(fields.text("key"));
        Unit unit = fields.has("unit") ? UnitField.read(fields) : sample == null ? null : unit(sample);
        NumberSet set = sample == null ? NumberSet.REAL : sample.type().set().join(NumberSet.REAL);
        Type type = Type.of(set, unit == null ? Dimension.NONE : unit.dimension());
        Tolerance tolerance = ToleranceReader.read(fields, type, unit, scope);
        Answer.Number answer =
                new Answer.Number(set == NumberSet.COMPLEX ? "complex" : "number", type, unit, tolerance);
        Key key = key(answer);
        if (key instanceof Key.MarksToAll) {
            return Grade.RIGHT;
        }
        return best(
                Reply.of(response, type.dimensionOrNone(), unit, scope), ((Key.Quantity) key).alternatives(), answer);
    }

    /** The grade against the first alternative that is met, or else against the first of all. */
    private Grade best(Reply reply, List<Key.Range> alternatives, Answer.Number answer) {
        for (Key.Range alternative : alternatives) {
            Grade grade = Grading.number(reply, alternative, answer, setting.frame());
            if (grade.number() == Grade.Aspect.RIGHT) {
                return grade;
            }
        }
        return Grading.number(reply, alternatives.get(0), answer, setting.frame());
    }

    /** A number with its unit from the key, the upper end of a range; null if there is none that can be read. */
    private @Nullable Expression sample(Written key) {
        String text = key.text();
        int or = text.toLowerCase(Locale.ROOT).lastIndexOf(" or ");
        text = or < 0 ? text : text.substring(or + 4);
        int dots = text.indexOf("..");
        int to = text.toLowerCase(Locale.ROOT).indexOf(" to ");
        int start = dots >= 0 ? dots + 2 : to >= 0 ? to + 4 : 0;
        try {
            return Expression.literal(text.substring(start), setting.scope());
        } catch (ExpressionFault e) {
            return null;
        }
    }

    private static @Nullable Unit unit(Expression sample) {
        return sample.unit() != null
                ? sample.unit()
                : Units.parse(Units.symbol(sample.type().dimensionOrNone()));
    }
}
