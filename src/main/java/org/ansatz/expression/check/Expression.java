package org.ansatz.expression.check;

import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression and what it rests on.
 *
 * @param text as written
 * @param term ready to be evaluated
 * @param uses engines, names and steps
 * @param unit the unit it was written with or asked to be shown in, if that is one of its kind, or null
 * @param height the terms on the longest way down its tree, through the steps it uses
 */
public record Expression(
        String text, Term term, Uses uses, @Nullable Unit unit, int height) {

    /**
     * Reads and checks a formula.
     *
     * @throws ExpressionFault with the place and what would be right
     */
    public static Expression of(String text, Scope scope) {
        return of(Parser.expression(text), text, scope);
    }

    /**
     * Reads and checks what a person writes as one quantity, whose trailing unit applies to all of it, unless it is a sum of
     * quantities. A declared name is meant rather than a unit outside the SI: {@code 2 L} is twice the inductance where there is one.
     *
     * @throws ExpressionFault with the place and what would be right
     */
    public static Expression literal(String text, Scope scope) {
        return of(quantity(text, scope), text, scope);
    }

    /**
     * The syntax tree of what a person writes as one quantity.
     *
     * @throws ExpressionFault if it cannot be read
     */
    public static Node quantity(String text, Scope scope) {
        Node node = Parser.literal(text);
        boolean isFormula = node instanceof Node.Measured measured
                && (isName(measured.unit(), scope) || isSumOfQuantities(measured.magnitude(), scope));
        return isFormula ? Parser.expression(text) : node;
    }

    private static boolean isName(String unit, Scope scope) {
        return scope.find(unit) != null && Units.yieldsToNames(unit);
    }

    /** Whether a sum before a unit has units itself, so that the last one belongs to its last number: {@code V/R + 1 A}. */
    private static boolean isSumOfQuantities(Node node, Scope scope) {
        Node first = node;
        while (first instanceof Node.Binary sum && (sum.op() == Op.ADD || sum.op() == Op.SUBTRACT)) {
            first = sum.left();
        }
        try {
            return first != node
                    && !new Checker(scope).check(first).type().dimensionOrNone().isNone();
        } catch (ExpressionFault e) {
            return false;
        }
    }

    /**
     * Checks a syntax tree.
     *
     * @throws ExpressionFault with the place and what would be right
     */
    public static Expression of(Node node, String text, Scope scope) {
        Expression expression = perhapsRandom(node, text, scope);
        List<Binding.Random> random = scope.randomIn(expression.uses);
        if (!random.isEmpty()) {
            String name = random.get(0).name();
            throw new ExpressionFault(
                    node.span(),
                    "this depends on " + name + ", which is random and has no single value: ask for P(" + name
                            + " > …), E(" + name + "), var(" + name + ") or their like");
        }
        return expression;
    }

    /** Checks a syntax tree that may depend on random variables, as a step may. */
    static Expression perhapsRandom(Node node, String text, Scope scope) {
        Checker checker = new Checker(scope);
        Term term = checker.check(node);
        Unit written = checker.unit();
        Unit unit = written != null && term.type().has(written.dimension()) ? written : null;
        return new Expression(text, term, checker.uses(), unit, checker.height());
    }

    /** A value as an expression, for what is computed and then used like something written. */
    public static Expression constant(Value value, Type type, @Nullable Unit unit) {
        Term term = new Term.Constant(new Span(0, 0), type, value, true);
        return new Expression("", term, Uses.NOTHING, unit, 1);
    }

    /**
     * What Java code makes of the values in a frame, to be tried like a formula.
     *
     * @param type of the values it gives, in SI
     * @param function throws {@link NoValue} where there is no value
     */
    public static Expression computed(Type type, Function<Evaluator, Value> function) {
        return new Expression("", new Term.Computed(new Span(0, 0), type, function), Uses.NOTHING, null, 1);
    }

    /** Its type. */
    public Type type() {
        return term.type();
    }
}
