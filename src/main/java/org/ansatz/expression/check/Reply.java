package org.ansatz.expression.check;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Handwriting;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as a person types it, read against the unit that is asked for. A missing unit is told apart from a wrong one,
 * and what could mean two things is asked about and never guessed.
 */
public sealed interface Reply {

    /** A quantity of the kind that is asked for. */
    record Complete(Expression quantity) implements Reply {}

    /** A bare number where a unit is asked for, taken in that unit. */
    record WithoutUnit(Expression quantity) implements Reply {}

    /** A quantity of another kind: a time where a length is asked for. */
    record OtherKind(Expression quantity) implements Reply {}

    /** Nothing that can be read. */
    record Unreadable(Span span, String message) implements Reply {
        @Override
        public Expression quantity() {
            throw new ExpressionFault(span, message);
        }
    }

    /**
     * What was typed, whatever its kind.
     *
     * @throws ExpressionFault if it cannot be read
     */
    Expression quantity();

    /**
     * Reads {@code text}.
     *
     * @param wanted the dimension that is asked for
     * @param unit the unit that is asked for, or null for a pure number
     * @param scope the names that may stand in it
     */
    static Reply of(String text, Dimension wanted, @Nullable Unit unit, Scope scope) {
        if (text.isBlank()) {
            return new Unreadable(new Span(0, text.length()), "nothing is written");
        }
        Reply reply = asWritten(text, wanted, unit, scope);
        String exclaimed = text.stripTrailing();
        boolean isExclaimed = reply instanceof Unreadable && exclaimed.length() > 1 && exclaimed.endsWith("!");
        // As long as it means something, n! is a factorial.
        return isExclaimed ? of(exclaimed.substring(0, exclaimed.length() - 1), wanted, unit, scope) : reply;
    }

    private static Reply asWritten(String text, Dimension wanted, @Nullable Unit unit, Scope scope) {
        Handwriting written;
        try {
            written = Handwriting.ofQuantity(text);
        } catch (ExpressionFault e) {
            return new Unreadable(e.span(), e.message());
        }
        Reply prefixed = withPrefixAlone(written.spelled(), unit, scope);
        try {
            return read(written.spelled(), wanted, unit, scope, prefixed);
        } catch (ExpressionFault e) {
            return prefixed != null ? prefixed : new Unreadable(written.origin(e.span()), e.message());
        }
    }

    private static Reply read(
            String text, Dimension wanted, @Nullable Unit unit, Scope scope, @Nullable Reply prefixed) {
        Expression value = Expression.literal(text, scope);
        if (isTwo(text)) {
            return new Unreadable(new Span(0, text.length()), "one quantity is asked for, and these are two");
        }
        if (value.type().isCollection()) {
            return new Unreadable(
                    new Span(0, text.length()),
                    "one quantity is asked for, and this is " + value.type().describe());
        }
        boolean bare = value.unit() == null && value.type().dimension() != null && isPure(value);
        if (bare && unit != null && !unit.equals(Unit.ONE)) {
            return new WithoutUnit(Expression.literal(text + " " + unit.symbol(), scope));
        }
        if (value.type().has(wanted)) {
            return new Complete(sameCount(value, text, unit, scope));
        }
        return prefixed != null ? prefixed : new OtherKind(value);
    }

    /** Whether two quantities stand there, joined by a word; the language has it for bits. */
    private static boolean isTwo(String text) {
        return Parser.expression(text) instanceof Node.Binary joined && (joined.op() == Op.AND || joined.op() == Op.OR);
    }

    /** A frequency in Hz where rad/s are asked for, or the other way round, is the same frequency. */
    private static Expression sameCount(Expression value, String text, @Nullable Unit unit, Scope scope) {
        Unit written = value.unit();
        if (unit == null || written == null) {
            return value;
        }
        if (written.isCyclic() && unit.isAngular()) {
            return Expression.literal("(" + text + ")*2*pi", scope);
        }
        return written.isAngular() && unit.isCyclic() ? Expression.literal("(" + text + ")/(2*pi)", scope) : value;
    }

    private static boolean isPure(Expression value) {
        return value.type().isNumber() && value.type().dimensionOrNone().isNone();
    }

    /** {@code 47k} where ohms are asked for is 47 kΩ; null if the text is no number with a prefix, or if the letter is a unit. */
    private static @Nullable Reply withPrefixAlone(String text, @Nullable Unit unit, Scope scope) {
        String stripped = text.strip();
        int last = stripped.length() - 1;
        boolean isUnit = last >= 1 && Units.find(stripped.substring(last)) != null;
        Rational factor = last < 1 || isUnit ? null : Units.prefix(stripped.substring(last));
        String number = last < 1 ? "" : stripped.substring(0, last).strip();
        boolean apart = last >= 1 && Character.isWhitespace(stripped.charAt(last - 1));
        if (apart && (unit == null || unit.equals(Unit.ONE))) {
            return null; // 1.58 m is a length, no matter that a pure number is asked for
        }
        if (factor == null || number.isEmpty() || !Character.isDigit(number.charAt(number.length() - 1))) {
            return null;
        }
        try {
            String symbol = unit == null
                    ? ""
                    : " " + (unit.dimension().equals(Dimension.MASS) ? "g" : Units.symbol(unit.dimension()));
            return new Complete(Expression.literal(number + "*" + factor + symbol, scope));
        } catch (ExpressionFault e) {
            return null;
        }
    }
}
