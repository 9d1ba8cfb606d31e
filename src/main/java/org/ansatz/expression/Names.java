package org.ansatz.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.quantity.Units;

/** The first check: every name an expression uses must mean something. Finds all that do not, in one go. */
public final class Names implements Node.Cases<Boolean> {

    private final Scope scope;
    private final Deque<String> bound = new ArrayDeque<>();
    private final List<ExpressionFault> faults = new ArrayList<>();

    /** A check against what is declared in {@code scope}. */
    public Names(Scope scope) {
        this.scope = scope;
    }

    /** Every unknown name, with its place and the nearest known one. */
    public List<ExpressionFault> unknownIn(Node node) {
        node.fold(this);
        return List.copyOf(faults);
    }

    /** Every unknown name in the body of a step with parameters. */
    List<ExpressionFault> unknownIn(Node body, List<String> parameters) {
        bound.addAll(parameters);
        return unknownIn(body);
    }

    /** What to say of a name that means nothing here. */
    static String unknown(String name, Scope scope) {
        if (Units.find(name) != null) {
            return "'" + name + "' is a unit here, and units stand only after a number or after 'in'";
        }
        Set<String> known = scope.names();
        scope.registry().constants().forEach(constant -> known.add(constant.name()));
        return "unknown name '" + name + "'" + Nearest.suggestion(name, known);
    }

    private void all(Iterable<Node> nodes) {
        for (Node node : nodes) {
            node.fold(this);
        }
    }

    @Override
    public Boolean ofNumber(Node.Number node) {
        return true;
    }

    @Override
    public Boolean ofName(Node.Name node) {
        String name = node.name();
        if (!isKnown(name)) {
            faults.add(new ExpressionFault(node.span(), unknown(name, scope)));
        }
        return true;
    }

    private boolean isKnown(String name) {
        return bound.contains(name)
                || scope.find(name) != null
                || scope.registry().constant(name) != null;
    }

    @Override
    public Boolean ofCall(Node.Call node) {
        Node function = node.function();
        while (function instanceof Node.Prime) {
            function = ((Node.Prime) function).operand();
        }
        String name = ((Node.Name) function).name();
        called(name, function.span());
        if (!takesLabels(name)) {
            all(node.arguments());
        }
        return true;
    }

    private boolean takesLabels(String name) {
        Binding binding = bound.contains(name) ? null : scope.find(name);
        return binding instanceof Binding.Exported
                && ((Binding.Exported) binding).export().takesLabels();
    }

    private void called(String name, Span span) {
        Registry registry = scope.registry();
        boolean known = isKnown(name)
                || registry.function(name) != null
                || registry.binder(name) != null
                || name.equals("if")
                || name.equals("bits");
        if (!known) {
            Set<String> names = scope.names();
            registry.functions().forEach(function -> names.add(function.name()));
            registry.binders().forEach(binder -> names.add(binder.name()));
            String message = "unknown function '" + name + "'" + Nearest.suggestion(name, names);
            faults.add(new ExpressionFault(span, message));
        }
    }

    @Override
    public Boolean ofCase(Node.Case node) {
        node.body().fold(this);
        for (Node.Step binding : node.bindings()) {
            binding.body().fold(this);
        }
        return true;
    }

    @Override
    public Boolean ofUnary(Node.Unary node) {
        return node.operand().fold(this);
    }

    @Override
    public Boolean ofBinary(Node.Binary node) {
        node.left().fold(this);
        boolean product = node.op() == Op.MULTIPLY || node.op() == Op.DIVIDE;
        if (!(product && continuesUnit(node.left()) && isUnit(node.right()))) {
            node.right().fold(this);
        }
        return true;
    }

    @Override
    public Boolean ofJuxtaposed(Node.Juxtaposed node) {
        node.left().fold(this);
        if (!isUnit(node.right())) {
            if (node.left() instanceof Node.Number && node.right() instanceof Node.Name) {
                unitOrName((Node.Name) node.right());
            } else {
                node.right().fold(this);
            }
        }
        return true;
    }

    private void unitOrName(Node.Name node) {
        if (!isKnown(node.name())) {
            Set<String> known = scope.names();
            known.addAll(Units.symbols());
            String message = "unknown unit or name '" + node.name() + "'" + Nearest.suggestion(node.name(), known);
            faults.add(new ExpressionFault(node.span(), message));
        }
    }

    /** Whether a product begins with a number and its unit, so that a further unit may follow. */
    private static boolean continuesUnit(Node node) {
        Node first = node;
        while (first instanceof Node.Binary) {
            first = ((Node.Binary) first).left();
        }
        return first instanceof Node.Juxtaposed;
    }

    private static boolean isUnit(Node node) {
        Node base = node instanceof Node.Binary && ((Node.Binary) node).op() == Op.POWER
                ? ((Node.Binary) node).left()
                : node;
        return base instanceof Node.Name && Units.find(((Node.Name) base).name()) != null;
    }

    @Override
    public Boolean ofPrime(Node.Prime node) {
        return node.operand().fold(this);
    }

    @Override
    public Boolean ofIndex(Node.Index node) {
        node.operand().fold(this);
        return node.index().fold(this);
    }

    @Override
    public Boolean ofComparison(Node.Comparison node) {
        all(node.operands());
        return true;
    }

    @Override
    public Boolean ofRange(Node.Range node) {
        node.low().fold(this);
        return node.high().fold(this);
    }

    @Override
    public Boolean ofBinder(Node.Binder node) {
        int before = bound.size();
        for (Node.Generator generator : node.generators()) {
            generator.domain().fold(this);
            bound.addLast(generator.name());
        }
        node.body().fold(this);
        if (node.condition() != null) {
            node.condition().fold(this);
        }
        while (bound.size() > before) {
            bound.removeLast();
        }
        called(node.op(), node.opSpan());
        return true;
    }

    @Override
    public Boolean ofRows(Node.Rows node) {
        node.rows().forEach(this::all);
        return true;
    }

    @Override
    public Boolean ofIn(Node.In node) {
        return node.operand().fold(this);
    }

    @Override
    public Boolean ofMeasured(Node.Measured node) {
        return node.magnitude().fold(this);
    }
}
