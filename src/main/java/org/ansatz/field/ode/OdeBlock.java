package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.Binding;
import org.ansatz.expression.Binding.Role;
import org.ansatz.expression.Engine;
import org.ansatz.expression.Export;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Scope;
import org.ansatz.expression.Term;
import org.ansatz.expression.Type;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.field.ode.DifferentialEquations.Unknown;
import org.ansatz.problem.Question;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code ode}: differential equations and their initial values, {@code t*x' + x == t} with
 * {@code from: x(1) == 0.5}. Names that are primed are the unknown functions; it exports each, as {@code x(t)} or as
 * {@code x} where the answer's argument stands.
 */
public final class OdeBlock implements BlockKind {

    private static final Engine IVP = new Engine("ivp");
    private static final int MAX_ORDER = 8;

    @Override
    public String key() {
        return "ode";
    }

    @Override
    public DifferentialEquations read(Fields route, Scope scope, Question question) {
        List<Written> texts = route.lines("ode");
        Map<String, Integer> orders = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        for (Written text : texts) {
            text.syntax().fold(new PrimedNames(orders, names));
        }
        if (orders.isEmpty()) {
            throw texts.get(0).fault("no function is primed here; a derivative is written x'");
        }
        if (texts.size() != orders.size()) {
            throw texts.get(0)
                    .fault(orders.size() + " unknown functions need as many equations; here are " + texts.size());
        }
        Scope inside = scope.inner();
        List<Initial> initials = new ArrayList<>();
        for (Written text : route.lines("from")) {
            initials.add(initial(text, orders, scope));
        }
        Binding.Variable argument = argument(question, names, orders.keySet(), initials.get(0), inside, texts.get(0));
        List<Unknown> unknowns = unknowns(orders, initials, argument, inside, question, route);
        List<Term> residuals = new ArrayList<>();
        for (Written text : texts) {
            residuals.add(residual(text, inside));
        }
        for (Unknown unknown : unknowns) {
            scope.declare(new Binding.Exported(unknown.export()));
        }
        return new DifferentialEquations(argument, unknowns, residuals);
    }

    /** An initial value: the derivative of this order of this function at this point. */
    private record Initial(String name, int order, Expression at, Expression value, Written text) {}

    private static Initial initial(Written text, Map<String, Integer> orders, Scope scope) {
        Node node = text.syntax();
        if (node instanceof Node.Comparison && ((Node.Comparison) node).ops().equals(List.of(Op.EQUAL))) {
            Node left = ((Node.Comparison) node).operands().get(0);
            if (left instanceof Node.Call && ((Node.Call) left).arguments().size() == 1) {
                Node function = ((Node.Call) left).function();
                int order = 0;
                while (function instanceof Node.Prime) {
                    function = ((Node.Prime) function).operand();
                    order++;
                }
                String name = ((Node.Name) function).name();
                Integer highest = orders.get(name);
                if (highest == null) {
                    throw text.fault(
                            name + " is not one of the unknown functions: " + String.join(", ", orders.keySet()));
                }
                if (order >= highest) {
                    throw text.fault(
                            "the equation determines this derivative itself; give those of order below " + highest);
                }
                Expression at = text.checked(((Node.Call) left).arguments().get(0), scope);
                Expression value =
                        text.checked(((Node.Comparison) node).operands().get(1), scope);
                return new Initial(name, order, at, value, text);
            }
        }
        throw text.fault("an initial value is written x(1) == 0.5, or x'(0) == 0");
    }

    /** The variable that the functions depend on: the answer's argument, or the one name that is not declared. */
    private static Binding.Variable argument(
            Question question, Set<String> names, Set<String> unknowns, Initial first, Scope inside, Written text) {
        if (!question.arguments().isEmpty()) {
            Binding.Variable argument = question.arguments().get(0).variable();
            requireKind(first, argument.type());
            return argument;
        }
        Set<String> free = new TreeSet<>(names);
        free.removeAll(unknowns);
        free.removeIf(name -> inside.find(name) != null || inside.registry().constant(name) != null);
        if (free.size() > 1) {
            throw text.fault("only one of these can be the independent variable: " + String.join(", ", free));
        }
        String name = free.isEmpty() ? "t" : free.iterator().next();
        return inside.declare(Role.BOUND, name, Type.real(first.at().type().dimensionOrNone()));
    }

    private static void requireKind(Initial initial, Type wanted) {
        if (!initial.at().type().has(wanted.dimensionOrNone())) {
            throw initial.text()
                    .fault("the point is " + initial.at().type().describe() + ", the argument " + wanted.describe());
        }
    }

    private static List<Unknown> unknowns(
            Map<String, Integer> orders,
            List<Initial> initials,
            Binding.Variable argument,
            Scope inside,
            Question question,
            Fields route) {
        List<Unknown> unknowns = new ArrayList<>();
        Dimension by = argument.type().dimensionOrNone();
        for (Map.Entry<String, Integer> entry : orders.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue() > MAX_ORDER) {
                throw route.fault("a derivative of order " + entry.getValue() + "; at most " + MAX_ORDER + " is read");
            }
            Dimension dimension = dimension(name, initials, by, question);
            List<Binding.Variable> derivatives = new ArrayList<>();
            for (int order = 0; order <= entry.getValue(); order++) {
                Type type = Type.real(dimension.over(by.power(order, 1)));
                derivatives.add(inside.declare(Role.BOUND, name + "'".repeat(order), type));
            }
            inside.declare(new Binding.State(name, derivatives));
            List<Expression> values = new ArrayList<>();
            Expression start = null;
            for (int order = 0; order < entry.getValue(); order++) {
                Initial found = find(initials, name, order, route);
                requireKind(found, argument.type());
                found.text().require(found.value(), derivatives.get(order).type());
                values.add(found.value());
                start = start == null ? found.at() : start;
            }
            Export export = new Export(
                    name,
                    List.of(),
                    List.of(argument.type()),
                    derivatives.get(0).type(),
                    IVP,
                    "the solution, by numerical integration");
            unknowns.add(new Unknown(export, derivatives, values, java.util.Objects.requireNonNull(start)));
        }
        return unknowns;
    }

    private static Dimension dimension(String name, List<Initial> initials, Dimension by, Question question) {
        Binding asked = question.asked();
        if (asked instanceof Binding.AskedFunction && asked.name().equals(name)) {
            return ((Binding.AskedFunction) asked).type().dimensionOrNone();
        }
        for (Initial initial : initials) {
            @Nullable Dimension of = initial.value().type().dimension();
            if (initial.name().equals(name) && of != null) {
                return of.times(by.power(initial.order(), 1));
            }
        }
        return Dimension.NONE;
    }

    private static Initial find(List<Initial> initials, String name, int order, Fields route) {
        Initial found = null;
        for (Initial initial : initials) {
            if (initial.name().equals(name) && initial.order() == order) {
                if (found != null) {
                    throw initial.text().fault("this initial value is given twice");
                }
                found = initial;
            }
        }
        if (found == null) {
            throw route.fault("the initial value of " + name + "'".repeat(order) + " is missing from 'from'");
        }
        return found;
    }

    /** Left side minus right side. */
    private static Term residual(Written text, Scope scope) {
        Node node = text.syntax();
        if (!(node instanceof Node.Comparison)
                || !((Node.Comparison) node).ops().equals(List.of(Op.EQUAL))) {
            throw text.fault("an equation is written left == right");
        }
        List<Node> sides = ((Node.Comparison) node).operands();
        return text.checked(new Node.Binary(node.span(), Op.SUBTRACT, sides.get(0), sides.get(1)), scope)
                .term();
    }
}
