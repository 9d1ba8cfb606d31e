package org.ansatz.problem;

import java.util.List;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.NumberBase;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** How values stand in a problem's texts. */
public final class Shown {

    /** What stands for a placeholder without a value for these data; for the published ones that is a fault of the file. */
    private static final String NO_VALUE = "(no value)";

    private static final int DIGITS = 4;
    private static final int GIVEN_DIGITS = 12;
    private static final int DERIVED_DIGITS = 6;

    /** What stands before an argument in a formula. */
    private static final Pattern ARGUMENT = Pattern.compile("(?:[\\^_}]|\\\\[A-Za-z]+)$");

    private Shown() {}

    /** A datum: as it is, unless it has no end; as a decimal number if it was stated as one. */
    public static String datum(Value value, Expression published) {
        return Show.value(likeStated(value, published), published.type(), published.unit(), digits(value));
    }

    /** A number is a fraction only where one was written, or where it has no end as a decimal number and was written as none. */
    private static Value likeStated(Value value, Expression published) {
        boolean isFraction = published.text().contains("/");
        if (isFraction || !(value instanceof Value.Exact exact) || Arithmetic.isWhole(value)) {
            return value;
        }
        boolean ends = exact.number().times(Rational.powerOfTen(GIVEN_DIGITS)).isInteger();
        return ends || published.text().contains(".") ? new Value.Real(Arithmetic.real(value)) : value;
    }

    private static int digits(Value value) {
        if (!(value instanceof Value.Exact)) {
            return GIVEN_DIGITS;
        }
        Rational shifted = ((Value.Exact) value).number().times(Rational.powerOfTen(GIVEN_DIGITS));
        return shifted.isInteger() ? GIVEN_DIGITS : DERIVED_DIGITS;
    }

    /**
     * A text with its placeholders filled in. In a formula what is raised, lowered or handed to a command, {@code x^{k/2}} and
     * {@code \frac{R}{k}}, stays together.
     */
    public static String text(Template template, Problem problem, Frame frame) {
        StringBuilder text = new StringBuilder();
        Frame pooled = frame.pooled(Template.MAX_STEPS);
        List<Template.Part> parts = template.parts();
        for (int i = 0; i < parts.size(); i++) {
            Template.Part part = parts.get(i);
            Expression computed = part.computed();
            if (computed == null) {
                text.append(part.text());
                continue;
            }
            String value = computed(part, computed, problem, pooled);
            boolean isGroup = ARGUMENT.matcher(text).find() && isInFormula(text, parts, i + 1);
            text.append(isGroup ? '{' + value + '}' : value);
        }
        return text.toString();
    }

    /** The dollar sign, or the pair of them, that ends a formula which has begun in this text; empty outside of formulas. */
    private static String ending(StringBuilder text) {
        String sign = "";
        for (int at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at)) {
            boolean isPair = at + 1 < text.length() && text.charAt(at + 1) == '$';
            String next = isPair && !sign.equals("$") ? "$$" : "$";
            sign = sign.isEmpty() ? next : sign.equals(next) ? "" : sign;
            at += next.length();
        }
        return sign;
    }

    /** Whether the text so far is inside a formula, of which some of the parts from {@code next} on has the end. */
    private static boolean isInFormula(StringBuilder text, List<Template.Part> parts, int next) {
        String ending = ending(text);
        return !ending.isEmpty()
                && parts.subList(next, parts.size()).stream()
                        .anyMatch(part -> part.computed() == null && part.text().contains(ending));
    }

    /**
     * Radians in a time for what is computed of angular frequencies alone, if the data are stated as such; null for anything else:
     * of what dimension says, a frequency and an angular one are alike.
     */
    private static @Nullable Unit ofAngles(Expression expression, Problem problem) {
        if (!expression.type().has(Dimension.FREQUENCY)) {
            return null;
        }
        boolean isAngular = false;
        for (Given given : problem.givens()) {
            boolean isFrequency = given.variable().type().has(Dimension.FREQUENCY);
            if (isFrequency
                    && expression.uses().places().stream()
                            .anyMatch(place -> place.slot() == given.variable().slot())) {
                Unit stated = given.published().unit();
                if (stated == null || !stated.isAngular()) {
                    return null;
                }
                isAngular = true;
            }
        }
        return isAngular ? Units.parse("rad/s") : null;
    }

    private static String computed(Template.Part part, Expression expression, Problem problem, Frame frame) {
        try {
            Value value = frame.rested().value(expression.term());
            Unit unit = expression.unit() == null ? ofAngles(expression, problem) : expression.unit();
            Show.require(value, expression.unit());
            int digits = DIGITS;
            Expression published = problem.publishedValue(expression.text().strip());
            if (published != null) {
                unit = published.unit();
                digits = digits(value);
                value = likeStated(value, published);
            }
            if (part.digits() > 0) {
                digits = part.digits();
                // A fraction would be shown as one.
                value = value instanceof Value.Exact ? new Value.Real(Arithmetic.real(value)) : value;
            }
            NumberBase base = unit == null ? null : NumberBase.of(unit.symbol());
            return base != null && Arithmetic.isWhole(value)
                    ? base.digits(((Value.Exact) value).number().numerator())
                    : Show.value(value, expression.type(), unit, digits);
        } catch (NoValue e) {
            return NO_VALUE;
        }
    }
}
