package org.ansatz.expression;

import java.util.List;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.OutOfDomain;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** A checked expression: every name is resolved, every dimension fits, and it can be evaluated. */
public abstract class Term {

    private static final double SAFETY = 2;

    /** A step function of a rounded number moves seldom, and then by a whole step. */
    private static final int TRIALS_OF_STEPS = 16;

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
            throw new ExpressionFault(span, String.valueOf(e.getMessage()), e instanceof OutOfDomain);
        }
    }

    /**
     * The value and its error, as the spread under simulated errors shows it (CESTAC).
     *
     * @param trials how many simulations; none are made of what is exact
     * @throws ExpressionFault as {@link #in}, and if the value is infinite
     */
    public final Estimate estimate(Frame frame, int trials) {
        frame.forgetRounding();
        Value value = in(frame);
        boolean exact = value instanceof Value.Exact && !frame.hasRounded();
        if (exact || value instanceof Value.Truth) {
            return Estimate.exact(value);
        }
        if (Double.isInfinite(Arrays.size(value))) {
            throw fault("is infinite, or larger than 1.8e308");
        }
        double spread = 0;
        for (int trial = 1; trial <= (value instanceof Value.Exact ? TRIALS_OF_STEPS : trials); trial++) {
            spread = Math.max(spread, Arrays.distance(value, in(frame.jittered(trial))));
        }
        if (value instanceof Value.Exact) {
            return new Estimate(value, spread); // a step function of what was rounded
        }
        double rounding = Math.ulp(Arrays.size(value));
        return new Estimate(value, Math.max(SAFETY * spread, Double.isFinite(rounding) ? rounding : 0));
    }

    /** The partial derivative by a real variable, to be evaluated with dual numbers. */
    public final Term slopeBy(Binding.Variable variable) {
        return slopeBy(variable, span);
    }

    /** The partial derivative, as it stands at {@code place}. */
    final Term slopeBy(Binding.Variable variable, Span place) {
        Dimension dimension = type.dimensionOrNone().over(variable.type().dimensionOrNone());
        Type slope = type.with(dimension).with(type.set().join(NumberSet.REAL));
        return new Applied.Derivative(place, slope, this, variable.slot());
    }

    /** The value before rounding is simulated; may throw {@link ArithmeticException}. */
    abstract Value value(Frame frame);

    /** The term as operations on doubles; null if it is not made of real numbers alone. */
    @Nullable
    AffineForm writeOn(TapeWriter tape) {
        return null;
    }

    /** The terms it is made of that are evaluated in the frame in which it is itself. */
    List<Term> parts() {
        return List.of();
    }

    /** All terms it is made of, wherever they are evaluated. */
    List<Term> inside() {
        return parts();
    }

    /** The value, and where the recording holds how it came about. */
    final Traced traced(Recording recording) {
        try {
            Traced traced = trace(recording);
            return traced.with(recording.frame().settle(traced.value(), this));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new ExpressionFault(span, String.valueOf(e.getMessage()), e instanceof OutOfDomain);
        }
    }

    /** The value before rounding is simulated, with its derivative put on the recording's tape. */
    Traced trace(Recording recording) {
        if (recording.isReadBy(this)) {
            throw fault("reverse mode does not go through this; derivative(…) and differences(…) may");
        }
        return Traced.constant(value(recording.frame()));
    }

    /** The fault that this term takes part in. */
    final ExpressionFault fault(String message) {
        return new ExpressionFault(span, message);
    }
}
