package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Names;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
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
 * {@code x} where the independent variable stands, and likewise its derivatives up to the highest, {@code x'(t)}.
 */
public final class OdeBlock implements BlockKind {

    private static final Engine IVP = new Engine("ivp");
    private static final int MAX_ORDER = 8;

    /** What the independent variable is called if nobody calls it otherwise. */
    private static final String TIME = "t";

    /** A sign with nothing after it, in the bracket of a function before {@code ==}. */
    private static final Pattern SIGN = Pattern.compile("^[^=]*[^=\\s(]\\s*([+-])\\s*\\)");

    /** A reader of such blocks. */
    public OdeBlock() {}

    @Override
    public String key() {
        return "ode";
    }

    @Override
    public Set<String> fields() {
        return Set.of(key(), "from");
    }

    @Override
    public DifferentialEquations read(Fields route, Scope scope, Question question) {
        List<Written> texts = route.lines("ode");
        Map<String, Integer> orders = new LinkedHashMap<>();
        for (Written text : texts) {
            text.syntax().fold(new PrimedNames(orders));
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
        Side side = null;
        for (Written text : route.lines("from")) {
            initials.add(initial(withoutSign(text), orders, scope));
            if (side != null && side != sideOf(text)) {
                throw text.fault("initial values are all just before the start, y(0-), or all just after, y(0+)");
            }
            side = sideOf(text);
        }
        Binding.Variable argument = argument(question, initials, scope, inside);
        List<Unknown> unknowns = unknowns(orders, initials, argument, inside, question, route);
        DiracTerms dirac = DiracTerms.declare(argument.type().dimensionOrNone(), inside);
        List<Term> residuals = new ArrayList<>();
        for (Written text : texts) {
            residuals.add(residual(text, inside));
            refuseOtherTime(text, argument, scope, route);
        }
        return new DifferentialEquations(
                argument, unknowns, residuals, DiracTerms.isIn(residuals) ? dirac : null, Objects.requireNonNull(side));
    }

    /** The side that an initial value names; {@link Side#BEFORE} if it names none. */
    private static Side sideOf(Written text) {
        Matcher sign = SIGN.matcher(text.text());
        return sign.find() && sign.group(1).equals("+") ? Side.AFTER : Side.BEFORE;
    }

    /** The initial value without its sign. */
    private static Written withoutSign(Written text) {
        Matcher sign = SIGN.matcher(text.text());
        return sign.find()
                ? text.spelled(text.text().substring(0, sign.start(1)) + " "
                        + text.text().substring(sign.end(1)))
                : text;
    }

    /**
     * An initial value: the derivative of this order of this function at this point.
     *
     * @param variable what the point calls the independent variable, as in {@code u(s = 0)}; empty if it calls it nothing
     */
    private record Initial(String name, int order, String variable, Expression at, Expression value, Written text) {}

    private static Initial initial(Written text, Map<String, Integer> orders, Scope scope) {
        Node node = text.syntax();
        if (node instanceof Node.Comparison && ((Node.Comparison) node).ops().equals(List.of(Op.EQUAL))) {
            Node left = ((Node.Comparison) node).operands().get(0);
            boolean named =
                    left instanceof Node.Case && ((Node.Case) left).bindings().size() == 1;
            Node.Step point = named ? ((Node.Case) left).bindings().get(0) : null;
            Node applied = named ? ((Node.Case) left).body() : left;
            if (applied instanceof Node.Call
                    && ((Node.Call) applied).arguments().size() == (named ? 0 : 1)) {
                Node function = ((Node.Call) applied).function();
                int order = 0;
                while (function instanceof Node.Prime) {
                    function = ((Node.Prime) function).operand();
                    order++;
                }
                String name = ((Node.Name) function).name();
                requireUnknown(name, order, orders, text);
                Node at = point == null ? ((Node.Call) applied).arguments().get(0) : point.body();
                return new Initial(
                        name,
                        order,
                        point == null ? "" : point.name(),
                        text.checked(at, scope),
                        text.checked(((Node.Comparison) node).operands().get(1), scope),
                        text);
            }
        }
        throw text.fault(
                "an initial value is written x(1) == 0.5, or x'(0) == 0; with the name of the independent variable"
                        + " x(t = 1) == 0.5");
    }

    private static void requireUnknown(String name, int order, Map<String, Integer> orders, Written text) {
        Integer highest = orders.get(name);
        if (highest == null) {
            throw text.fault(name + " is not one of the unknown functions: " + String.join(", ", orders.keySet()));
        }
        if (order >= highest) {
            throw text.fault("the equation determines this derivative itself; give those of order below " + highest);
        }
    }

    /**
     * The variable that the functions depend on: the one that an initial value names, else the answer's argument, else
     * {@code t}. No name becomes it by being left over.
     */
    private static Binding.Variable argument(Question question, List<Initial> initials, Scope scope, Scope inside) {
        Initial first = initials.get(0);
        Type type = Type.real(first.at().type().dimensionOrNone());
        String named = named(initials);
        if (named.isEmpty() && !question.arguments().isEmpty()) {
            Binding.Variable argument = question.arguments().get(0).variable();
            requireKind(first, argument.type());
            return inside.bind(argument.name(), argument.type());
        }
        if (!named.isEmpty()) {
            return (scope.find(named) == null ? scope : inside).bind(named, type);
        }
        return scope.find(TIME) == null ? scope.bind(TIME, type) : inside.declare(Role.BOUND, "", type);
    }

    /** What the initial values call the independent variable, or empty. */
    private static String named(List<Initial> initials) {
        String named = "";
        for (Initial initial : initials) {
            if (!named.isEmpty()
                    && !initial.variable().isEmpty()
                    && !initial.variable().equals(named)) {
                throw initial.text()
                        .fault("the independent variable is " + named + " in another initial value, and "
                                + initial.variable() + " here");
            }
            named = initial.variable().isEmpty() ? named : initial.variable();
        }
        return named;
    }

    /** A name {@code t} that means something else must not be taken for the time of an equation that does not say. */
    private static void refuseOtherTime(Written text, Binding.Variable argument, Scope scope, Fields route) {
        boolean unnamed = argument.name().isEmpty();
        if (unnamed && new Names(scope).mentions(TIME, text.syntax())) {
            throw route.fault(
                    "t means something else here, so it is not the independent variable: name that in 'from', as in"
                            + " u(s = 0) == 1");
        }
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
            List<Export> exports = new ArrayList<>();
            for (Binding.Variable derivative : derivatives) {
                exports.add(new Export(
                        derivative.name(),
                        List.of(),
                        List.of(argument.type()),
                        derivative.type(),
                        IVP,
                        exports.isEmpty()
                                ? "the solution, by numerical integration"
                                : "a derivative of the solution, by numerical integration"));
            }
            unknowns.add(new Unknown(exports, derivatives, values, Objects.requireNonNull(start)));
        }
        return unknowns;
    }

    private static Dimension dimension(String name, List<Initial> initials, Dimension by, Question question) {
        Binding asked = question.onlyAsked();
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
