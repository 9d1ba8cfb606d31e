package org.ansatz.expression.syntax;

import org.ansatz.quantity.NoValue;

/**
 * What is wrong with an expression, and where: a text that cannot be read, an unknown name, dimensions that do not
 * fit, or a value that does not exist (division by zero).
 */
public final class ExpressionFault extends NoValue {

    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final boolean outOfDomain;
    private final boolean undecided;

    /**
     * A fault.
     *
     * @param span the offending part of the text
     * @param message what is wrong and what would be right, a sentence without a full stop
     */
    public ExpressionFault(Span span, String message) {
        this(span, message, false);
    }

    /**
     * A fault of evaluation.
     *
     * @param span the offending part of the text
     * @param message what is wrong
     * @param outOfDomain whether a function has no value there
     */
    public ExpressionFault(Span span, String message, boolean outOfDomain) {
        this(span, message, outOfDomain, false);
    }

    private ExpressionFault(Span span, String message, boolean outOfDomain, boolean undecided) {
        super(message);
        this.span = span;
        this.outOfDomain = outOfDomain;
        this.undecided = undecided;
    }

    /** That a comparison has no truth value, since the errors of its sides hide their difference. */
    public static ExpressionFault undecided(Span span, String message) {
        return new ExpressionFault(span, message, false, true);
    }

    /** The same fault where something that it is in stands: {@code in the step u: …}. */
    public ExpressionFault within(Span around, String where) {
        return new ExpressionFault(around, where + message(), false, undecided);
    }

    /** Whether errors hide the difference that a comparison is about. */
    public boolean isUndecided() {
        return undecided;
    }

    /** Whether it is that a function has no value where it was asked for one. */
    public boolean isOutOfDomain() {
        return outOfDomain;
    }

    /** The offending part of the text. */
    public Span span() {
        return span;
    }

    /** The message, never null. */
    public String message() {
        return reason();
    }
}
