package org.ansatz.report;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Shown;
import org.ansatz.problem.Sketch;
import org.ansatz.problem.Template;
import org.ansatz.quantity.Unit;
import org.ansatz.request.Evaluation;
import org.ansatz.typeset.Prose;
import org.jspecify.annotations.Nullable;

/** A problem's texts with their placeholders computed for one set of data. */
public final class Texts {

    private static final int HIGHEST_FIGURE = 100;

    private static final int DIGITS = 4;

    private Texts() {}

    /** What is shown beside a statement, in letters; no lines if nothing is. */
    public static List<String> figure(Problem problem, Case data, Style style) {
        Sketch sketch = problem.sketch();
        TextStyle drawn = new TextStyle(style.width(), HIGHEST_FIGURE, /* colour= */ false, style.unicode());
        return sketch == null ? List.of() : TextFigure.lines(sketch.drawn(data), drawn);
    }

    /** The text with its placeholders filled in, every formula in one line. */
    public static String filled(Template template, Problem problem, Case data) {
        return filled(template, problem, data, 0);
    }

    /** The text with its placeholders filled in; what is to stand on lines of its own takes as many as it needs. */
    public static String filled(Template template, Problem problem, Case data, Style style) {
        return filled(template, problem, data, style.forFormulas());
    }

    private static String filled(Template template, Problem problem, Case data, int width) {
        String text = Shown.text(template, problem, data.frame()).strip();
        return Style.safe(Mathematics.readable(Prose.flowing(text), width));
    }

    /** A sentence without placeholders, its formulas in the line as a person writes them. */
    public static String sentence(String text) {
        return Mathematics.readable(text, 0);
    }

    /** A given with its value. */
    public static String given(Given given, Case data) {
        return given.name() + " = " + givenValue(given, data);
    }

    /** The value of a given in the unit it was written in. */
    public static String givenValue(Given given, Case data) {
        Binding.Variable variable = given.variable();
        Value value = data.frame().value(variable);
        return value == null ? "?" : Shown.datum(value, given.published());
    }

    /** An option as it is shown: its own text, or its value for a variant. */
    public static String option(Option option, Case data, @Nullable Unit unit) {
        String own = option.text().parts().isEmpty()
                ? ""
                : option.text().parts().get(0).text();
        if (!own.isEmpty()) {
            return Style.safe(own);
        }
        if (data.question().isFunction()) {
            return Style.safe(option.expression().text());
        }
        Frame frame = data.frame().rested();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < option.parts().size(); i++) {
            Expression value = option.parts().get(i);
            Unit shown = value.unit() != null ? value.unit() : unit;
            String name = option.hasParts() ? data.question().asked().get(i).name() + " = " : "";
            text.append(i == 0 ? "" : ", ")
                    .append(name)
                    .append(Show.value(frame.value(value.term()), value.type(), shown, DIGITS));
        }
        return text.toString();
    }

    /** What an expression is worth, to at most so many digits. */
    public static String evaluation(Evaluation.Found found, int digits) {
        StringBuilder text = new StringBuilder();
        Value value = found.estimate().value();
        double error = found.estimate().error();
        text.append(Show.known(value, error, found.type(), found.unit(), Math.min(digits, found.digits())));
        if (found.isUnknown()) {
            text.append(" (off by up to ")
                    .append(Show.difference(error, value, found.type(), found.unit(), digits))
                    .append(Arrays.size(value) == 0 ? ")" : ": no digit is known)");
        }
        found.remarks().forEach(remark -> text.append(" (").append(remark).append(')'));
        return Style.safe(text.toString());
    }

    /** A remark, with its place if that is more than the problem as a whole. */
    static String note(Remark remark, Problem problem) {
        return (remark.place().equals(problem.place()) ? "" : remark.place() + ": ") + remark.message();
    }
}
