package org.ansatz.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.request.Evaluation;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions, and keeps results under names; the last one is {@code ans}. */
public final class Calculator {

    private static final String LAST = "ans";
    private static final int MAX_NAMES = 1000;

    private final Registry registry;
    private final Map<String, Binding.Constant> results = new LinkedHashMap<>();

    /** A calculator in the language of {@code registry}. */
    public Calculator(Registry registry) {
        this.registry = registry;
    }

    /**
     * What an expression, or a definition {@code name = expression}, is worth.
     *
     * @throws ExpressionFault if it cannot be read, or has no value, at its place
     */
    public Evaluation.Found evaluate(String text) {
        Scope scope = scope();
        return evaluated(text, scope, Frame.of(scope.layout()));
    }

    /**
     * What an expression is worth where more names have values.
     *
     * @throws ExpressionFault if it cannot be read, or has no value, at its place
     */
    public Evaluation.Found evaluate(String text, Scope around, Frame frame) {
        Scope scope = around.inner();
        results.values().forEach(result -> {
            if (scope.find(result.name()) == null) {
                scope.declare(result);
            }
        });
        return evaluated(text, scope, frame.rested());
    }

    /** A scope with the results so far. */
    public Scope scope() {
        Scope scope = Scope.outermost(registry);
        results.values().forEach(scope::declare);
        return scope;
    }

    private Evaluation.Found evaluated(String text, Scope scope, Frame frame) {
        int equals = definition(text);
        String name = equals < 0 ? "" : text.substring(0, equals).strip();
        String formula = equals < 0 ? text : " ".repeat(equals + 1) + text.substring(equals + 1);
        if (!name.isEmpty()) {
            requireName(name, scope, text);
        }
        Node node = Parser.expression(formula);
        Expression expression = Expression.of(node, formula, scope);
        Evaluation found =
                Evaluation.of(expression, node instanceof Node.In ? expression.unit() : null, frame.rested());
        if (found instanceof Evaluation.Undefined) {
            throw new ExpressionFault(expression.term().span(), ((Evaluation.Undefined) found).reason());
        }
        keep(name, (Evaluation.Found) found);
        return (Evaluation.Found) found;
    }

    private void keep(String name, Evaluation.Found found) {
        results.put(LAST, new Binding.Constant(LAST, found.estimate().value(), found.type()));
        if (!name.isEmpty()) {
            results.put(name, new Binding.Constant(name, found.estimate().value(), found.type()));
        }
    }

    private void requireName(String name, Scope scope, String text) {
        Binding before = scope.find(name);
        String objection =
                before instanceof Binding.Constant && results.containsKey(name) ? null : scope.objectionTo(name);
        if (objection == null && results.size() >= MAX_NAMES) {
            objection = "at most " + MAX_NAMES + " results are kept";
        }
        if (objection != null) {
            int start = text.indexOf(name);
            throw new ExpressionFault(new Span(start, start + name.length()), objection);
        }
    }

    /** Where the sign of a definition stands, or −1 if the text is none. */
    private static int definition(String text) {
        int equals = text.indexOf('=');
        boolean alone = equals > 0 && "<>!=".indexOf(text.charAt(equals - 1)) < 0;
        boolean single = equals + 1 < text.length() && text.charAt(equals + 1) != '=';
        if (!alone || !single) {
            return -1;
        }
        String name = text.substring(0, equals).strip();
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') {
                return -1;
            }
        }
        return name.isEmpty() ? -1 : equals;
    }

    /** The result kept under a name, or null. */
    public Binding.@Nullable Constant result(String name) {
        return results.get(name);
    }
}
