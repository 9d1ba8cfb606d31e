package org.ansatz.expression;

import java.util.function.UnaryOperator;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** Named steps and expressions over them, as a test writes them down. */
public final class Sheet {

    private static final Registry REGISTRY = StandardLibrary.registry();

    private final Scope scope = Scope.outermost(REGISTRY).inner();
    private UnaryOperator<Frame> given = frame -> frame;

    private Sheet() {}

    /** A sheet with these steps. */
    public static Sheet of(String... steps) {
        Sheet sheet = new Sheet();
        for (String step : steps) {
            Steps.declare(step, sheet.scope);
        }
        return sheet;
    }

    /** Declares a given and its value. */
    public Sheet given(String name, Type type, Value value) {
        Binding.Variable variable = scope.declare(Binding.Role.GIVEN, name, type);
        UnaryOperator<Frame> before = given;
        given = frame -> before.apply(frame).with(variable, value);
        return this;
    }

    /** Declares a step that may use what is given. */
    public Sheet step(String step) {
        Steps.declare(step, scope);
        return this;
    }

    public Scope scope() {
        return scope;
    }

    public Expression read(String formula) {
        return Expression.of(formula, scope);
    }

    public Frame frame() {
        return given.apply(Frame.of(scope.layout()));
    }

    public Value value(String formula) {
        return value(formula, frame -> frame);
    }

    /** The value in a frame that {@code how} makes of this sheet's. */
    public Value value(String formula, UnaryOperator<Frame> how) {
        Term term = read(formula).term(); // before the frame, which has places for the names that are known then
        return how.apply(frame()).value(term);
    }

    /** The value and what it is known to lie within, by three simulations of rounding. */
    public Estimate estimate(String formula) {
        Term term = read(formula).term(); // before the frame, which has places for the names that are known then
        return frame().estimate(term, 3);
    }

    public double number(String formula) {
        return Arithmetic.real(value(formula));
    }

    public boolean holds(String formula) {
        return ((Value.Truth) value(formula)).holds();
    }

    /** The value of a formula that needs no steps. */
    public static Value valueOf(String formula) {
        return of().value(formula);
    }

    /** The value of what a person writes as one quantity. */
    public static Value literal(String text) {
        Sheet sheet = of();
        Term term = Expression.literal(text, sheet.scope).term();
        return sheet.frame().value(term);
    }

    /** The fault of a formula, found while it is read, checked or evaluated. */
    public ExpressionFault fault(String formula) {
        try {
            throw new AssertionError(formula + " has the value " + value(formula));
        } catch (ExpressionFault fault) {
            return fault;
        }
    }
}
