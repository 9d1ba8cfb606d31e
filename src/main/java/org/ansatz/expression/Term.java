package org.ansatz.expression;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Value;

/** A checked expression: every name is resolved, every dimension fits, and it can be evaluated. */
public abstract class Term {

    private final Span span;
    private final Type type;

    Term(Span span, Type type) {
        this.span = span;
        this.type = type;
    }

    /** Where it stands in its source text. */
    public final Span span() {
        return span;
    }

    /** Number set, shape and dimension. */
    public final Type type() {
        return type;
    }

    /**
     * The value, in SI.
     *
     * @throws ExpressionFault if it does not exist (division by zero) or takes more steps than the frame allows
     */
    public final Value in(Frame frame) {
        try {
            return frame.settle(value(frame), this);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new ExpressionFault(span, String.valueOf(e.getMessage()));
        }
    }

    /** The value before rounding is simulated; may throw {@link ArithmeticException}. */
    abstract Value value(Frame frame);

    /** The fault that this term takes part in. */
    final ExpressionFault fault(String message) {
        return new ExpressionFault(span, message);
    }
}
