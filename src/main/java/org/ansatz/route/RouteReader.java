package org.ansatz.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.ForgottenUnit;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Ground;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Route;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** From the fields of a route in a problem file to the route. One reader reads the routes of one problem. */
public final class RouteReader {

    private static final Uses ROOT_USED = Uses.of(Engine.ROOT);
    private static final int SAMPLES = 100;
    private static final int MAX_SAMPLES = 100_000;

    private final Asked asked;
    private final List<BlockKind> kinds;

    /** A reader for the routes of one problem. */
    public RouteReader(Asked asked, List<BlockKind> kinds) {
        this.asked = asked;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What the routes of a problem are about.
     *
     * @param scope the problem's names
     * @param question what is asked
     * @param wanted the type of the answer, or of each of its parts; none if the options are claims
     * @param hasOptions whether candidates are offered
     * @param claims the options' claims, as written, by letter
     * @param quantities the names that claims speak of
     * @param steps the problem's own steps
     */
    public record Asked(
            Scope scope,
            Question question,
            List<Type> wanted,
            boolean hasOptions,
            Map<String, Written> claims,
            Set<String> quantities,
            List<WrittenStep> steps) {

        /** The names of the parts that are asked for together; empty if it is one thing. */
        List<String> parts() {
            return wanted.size() < 2
                    ? List.of()
                    : question.asked().stream().map(Binding::name).toList();
        }
    }

    /** A route that is one expression. */
    public Route read(String name, Written expression) {
        if (!asked.parts().isEmpty()) {
            throw expression.fault("the parts " + listed(asked.parts()) + " are asked for: " + example(asked.parts()));
        }
        Expression value = value(expression, asked.scope());
        Asking asking = new Asking(valueAsk(value, expression), Route.VALUE + expression.text());
        return route(name, value.uses(), null, null, List.of(), asking);
    }

    /**
     * A route with fields.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public Route read(String name, Fields fields) {
        Accuracy accuracy =
                fields.has("within") ? Accuracy.read(fields.text("within"), asked.wanted(), asked.scope()) : null;
        Route route = exact(name, fields);
        if (accuracy != null && !route.asked().startsWith(Route.VALUE)) {
            throw fields.text("within")
                    .fault("only a value is accurate within something; this route tries the options");
        }
        return accuracy == null ? route : new CoarseRoute(route, accuracy);
    }

    private Route exact(String name, Fields fields) {
        Scope scope = asked.scope().inner();
        GroundReader.Read ground = GroundReader.readOfRoute(fields, scope, kinds, asked.question());
        Run.Unknown found =
                ground.unknowns().isEmpty() ? null : new Run.Unknown(ground.unknowns(), system(ground, fields, scope));
        if (!asked.parts().isEmpty() && fields.has("value")) {
            return parts(name, fields, scope, ground, found);
        }
        Asking asking = asking(fields, scope, found != null);
        fields.finish();
        Uses uses = fields.uses().and(asking.further()).and(found == null ? Uses.NOTHING : ROOT_USED);
        return route(name, uses, ground.block(), found, ground.steps(), asking);
    }

    /** A route that finds each part of the answer by an expression; later ones may use earlier ones. */
    private Route parts(
            String name, Fields fields, Scope scope, GroundReader.Read ground, Run.@Nullable Unknown found) {
        Uses below = ground.block() == null && found == null ? Uses.NOTHING : fields.uses();
        if (!fields.isMapping("value")) {
            throw fields.text("value")
                    .fault("the parts " + listed(asked.parts()) + " are asked for: " + example(asked.parts()));
        }
        Fields values = fields.fields("value");
        Map<String, Route> parts = new LinkedHashMap<>();
        Map<String, PartsRoute.Following> following = new LinkedHashMap<>();
        Map<String, Binding.Variable> earlier = new LinkedHashMap<>();
        Scope given = scope.inner();
        for (int i = 0; i < asked.parts().size(); i++) {
            String part = asked.parts().get(i);
            Written text = values.text(part);
            Expression value = text.formula(scope);
            Asking asking = new Asking(valueAsk(value, text, asked.wanted().get(i)), Route.VALUE + text.text());
            Uses uses = below.and(value.uses()).and(found == null ? Uses.NOTHING : ROOT_USED);
            parts.put(part, route(part, uses, ground.block(), found, ground.steps(), asking));
            if (value.uses().steps().stream().anyMatch(earlier::containsKey)) {
                Expression from = text.formula(given);
                Asking of = new Asking(valueAsk(from, text, asked.wanted().get(i)), asking.text());
                Uses rest = below.and(from.uses()).and(found == null ? Uses.NOTHING : ROOT_USED);
                Route route = route(part, rest, ground.block(), found, ground.steps(), of);
                following.put(part, new PartsRoute.Following(route, earlier));
            }
            scope.declare(Steps.of(part, value, scope));
            earlier.put(part, given.bind(part, value.type()));
        }
        values.finish();
        fields.finish();
        return new PartsRoute(name, parts, following);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String example(List<String> names) {
        return "value: {" + String.join(": …, ", names) + ": …}";
    }

    /**
     * What a route asks.
     *
     * @param ask the question
     * @param text as written
     * @param further what it rests on besides what the route's fields say
     */
    private record Asking(Ask ask, String text, Uses further) {
        Asking(Ask ask, String text) {
            this(ask, text, Uses.NOTHING);
        }
    }

    private Route route(
            String name,
            Uses uses,
            @Nullable Ground block,
            Run.@Nullable Unknown unknown,
            List<WrittenStep> own,
            Asking asking) {
        List<WrittenStep> steps = new ArrayList<>();
        Set<String> shared = new TreeSet<>();
        for (WrittenStep step : asked.steps()) {
            if (uses.steps().contains(step.binding().name())) {
                steps.add(step);
                if (!isConversion(step.binding())) {
                    shared.add(step.binding().name());
                }
            }
        }
        steps.addAll(own);
        return new AskingRoute(name, uses, shared, block, unknown, steps, asking.ask(), asking.text());
    }

    /** Whether a step only converts one given: it reads it once, and computes by plain arithmetic. */
    private boolean isConversion(Binding step) {
        if (!(step instanceof Binding.Step)) {
            return false;
        }
        Uses uses = ((Binding.Step) step).uses();
        return uses.engines().isEmpty() && uses.reads() == 1;
    }

    /** Declares the variable {@code key} with the domain that is written as its value. */
    public static Ranged ranged(Fields fields, String key, Role role, Scope scope) {
        Written domain = fields.text(key);
        String objection = scope.objectionTo(key);
        if (objection != null) {
            throw domain.fault(objection);
        }
        Domain checked = domain.domain(scope);
        return new Ranged(scope.declare(role, key, checked.type()), checked);
    }

    // ---- the ask

    private Asking asking(Fields fields, Scope scope, boolean solvesFirst) {
        if (fields.has("value") && fields.isMapping("value")) {
            Uses bound = bindQuantities(fields.fields("value"), scope);
            Asking claims = claims(fields, scope);
            return new Asking(claims.ask(), claims.text(), claims.further().and(bound));
        }
        for (String key : List.of("value", "least", "test")) {
            if (fields.has(key)) {
                return new Asking(
                        askOf(key, fields, scope), key + ": " + fields.text(key).text());
            }
        }
        if (fields.has("equation") && !solvesFirst) {
            return equations(fields, scope);
        }
        if (!asked.claims().isEmpty()) {
            return claims(fields, scope);
        }
        Binding name = asked.question().onlyAsked();
        if (name != null && scope.find(name.name()) instanceof Binding.Exported) {
            Expression exported = Expression.of(name.name(), scope);
            return new Asking(new Ask.ForValue(exported.term()), Route.VALUE + name.name(), exported.uses());
        }
        throw fields.fault("this route asks nothing: give it value, least, equation or test");
    }

    private Ask askOf(String key, Fields fields, Scope scope) {
        Written text = fields.text(key);
        if (key.equals("value")) {
            return valueAsk(value(text, scope), text);
        }
        Expression expression = text.formula(scope);
        if (!asked.hasOptions()) {
            throw text.fault("'" + key + "' chooses among options, and this question has none");
        }
        if (asked.question().asked().isEmpty()) {
            throw text.fault(
                    "say what is asked with 'find' in the answer, so that each option can take its place here");
        }
        for (Binding name : asked.question().asked()) {
            if (!fields.uses().names().contains(name.name())) {
                throw text.fault("this does not depend on " + name.name()
                        + (asked.parts().isEmpty()
                                ? ", so every option would fare alike"
                                : ", so options that differ in nothing else would fare alike"));
            }
        }
        if (key.equals("test")) {
            text.require(expression, Type.TRUTH);
            return new Ask.ForTest(expression.term());
        }
        if (!expression.type().isNumber() || !expression.type().isScalar()) {
            throw text.fault("a single number is needed here; this is "
                    + expression.type().describe());
        }
        return new Ask.ForLeast(expression.term());
    }

    /**
     * The value that a route gives. Where Boolean functions are asked for, it may be written as one, be a signal of a block, or be
     * computed to 0, 1 or a truth value.
     */
    private Expression value(Written text, Scope scope) {
        FormulaNotation notation = asked.question().notation();
        if (!notation.isOwn()) {
            return text.formula(scope);
        }
        Expression computed = computed(text, scope);
        return computed != null ? computed : text.formula(scope, notation);
    }

    /** What is computed rather than written in Boolean algebra; null if it is not. */
    private @Nullable Expression computed(Written text, Scope scope) {
        boolean signal = scope.find(text.text()) instanceof Binding.Exported;
        try {
            asked.question().notation().read(text.text(), scope);
            if (!signal) {
                return null;
            }
        } catch (ExpressionFault e) {
            if (!isReadable(text, scope)) {
                return null;
            }
        }
        Expression value = text.formula(scope);
        return value.type().isNumber() ? value : Expression.of("if(" + text.text() + ", 1, 0)", scope);
    }

    private static boolean isReadable(Written text, Scope scope) {
        try {
            Type type = Expression.of(text.text(), scope).type();
            return type.set() == NumberSet.TRUTH
                    || type.set() == NumberSet.SIGNAL
                    || type.set().isExact();
        } catch (ExpressionFault e) {
            return false;
        }
    }

    private Ask valueAsk(Expression expression, Written text) {
        if (asked.wanted().isEmpty()) {
            throw text.fault(
                    "the options are claims; bind what they speak of: " + example(List.copyOf(asked.quantities())));
        }
        return valueAsk(expression, text, asked.wanted().get(0));
    }

    /** The only datum without a unit, and the unit that would make this what is asked for: {@code ; R has no unit: ohm?}. */
    private String unitForgotten(Expression expression, Written text, Type wanted) {
        List<String> bare = new ArrayList<>();
        for (String name : expression.uses().names()) {
            boolean isDatum = asked.scope().find(name) instanceof Binding.Variable variable
                    && variable.role() == Role.GIVEN
                    && variable.type().isNumber()
                    && variable.type().dimensionOrNone().isNone();
            if (isDatum) {
                bare.add(name);
            }
        }
        if (bare.size() != 1) {
            return "";
        }
        Dimension missing = wanted.dimensionOrNone().over(expression.type().dimensionOrNone());
        for (Dimension each : List.of(missing, Dimension.NONE.over(missing))) {
            if (Units.isNamed(each) && isMended(bare.get(0), each, text, wanted)) {
                return ForgottenUnit.of(bare.get(0), each).says();
            }
        }
        return new ForgottenUnit(bare.get(0), "").says();
    }

    /** Whether a formula would be what is asked for if a datum had this dimension: it may as well stand in a divisor. */
    private boolean isMended(String datum, Dimension dimension, Written text, Type wanted) {
        Scope scope = asked.scope().inner();
        Binding.Variable bare = (Binding.Variable) Objects.requireNonNull(scope.find(datum));
        scope.bind(datum, bare.type().with(dimension));
        try {
            return Expression.of(text.text(), scope).type().has(wanted.dimensionOrNone());
        } catch (ExpressionFault e) {
            return false;
        }
    }

    private Ask valueAsk(Expression expression, Written text, Type wanted) {
        Type type = expression.type();
        if ((type.isCollection() || wanted.isCollection()) && type.set() != wanted.set()) {
            String how = !wanted.isCollection()
                    ? ""
                    : wanted.set() == NumberSet.SET
                            ? "; a set is written {a, b}, or set(A) of the entries of a matrix"
                            : "; an interval is written a..b";
            throw text.fault("the answer is " + wanted.describe() + "; this is " + type.describe() + how);
        }
        if (!type.isNumber() && wanted.isNumber()) {
            throw text.fault("a number is asked for; this is " + type.describe());
        }
        if (!type.has(wanted.dimensionOrNone())) {
            throw text.fault("the answer is " + wanted.describe() + "; this is " + type.describe()
                    + unitForgotten(expression, text, wanted));
        }
        return new Ask.ForValue(expression.term());
    }

    private Asking equations(Fields fields, Scope scope) {
        List<Equation> equations = new ArrayList<>();
        StringBuilder text = new StringBuilder("equation: ");
        for (Written line : fields.lines("equation")) {
            text.append(equations.isEmpty() ? "" : ", ").append(line.text());
            equations.add(equation(line, scope));
        }
        for (String part : asked.parts()) {
            if (!fields.uses().names().contains(part)) {
                throw fields.fault("no equation here depends on " + part + ", so options that differ in nothing else"
                        + " would fare alike");
            }
        }
        if (asked.hasOptions()) {
            return new Asking(new Ask.ForEquations(equations), text.toString());
        }
        List<Ranged> numbers = asked.question().domains();
        int all = asked.question().asked().size();
        if (numbers.isEmpty() || numbers.size() < all || equations.size() != numbers.size()) {
            throw fields.fault("without options, as many equations are solved as numbers are asked for, each in an"
                    + " interval: find: {x: a..b}");
        }
        return new Asking(new Ask.ForSolution(equations, numbers), text.toString(), ROOT_USED);
    }

    /** As many equations as there are unknowns. */
    private static List<Equation> system(GroundReader.Read ground, Fields fields, Scope scope) {
        List<Written> lines = fields.lines("equation");
        int unknowns = ground.unknowns().size();
        if (lines.size() != unknowns) {
            throw fields.fault((unknowns == 1
                            ? "one unknown takes one equation"
                            : unknowns + " unknowns take as many" + " equations")
                    + "; here are " + lines.size());
        }
        return lines.stream().map(line -> equation(line, scope)).toList();
    }

    private static Equation equation(Written line, Scope scope) {
        Node node = line.syntax();
        boolean single = node instanceof Node.Comparison
                && ((Node.Comparison) node).ops().equals(List.of(Op.EQUAL));
        if (!single) {
            throw line.fault("an equation is written left == right");
        }
        line.checked(node, scope);
        List<Node> sides = ((Node.Comparison) node).operands();
        Term left = line.checked(sides.get(0), scope).term();
        Term right = line.checked(sides.get(1), scope).term();
        return new Equation(left, right, line.text());
    }

    private static Uses bindQuantities(Fields values, Scope scope) {
        Uses uses = Uses.NOTHING;
        for (String name : values.keys()) {
            Written text = values.text(name);
            Expression expression = text.formula(scope);
            uses = uses.and(expression.uses());
            scope.declare(Steps.of(name, expression, scope));
        }
        values.finish();
        return uses;
    }

    private Asking claims(Fields fields, Scope scope) {
        if (asked.claims().isEmpty()) {
            throw fields.fault("named values are for options that are claims; here the options are values");
        }
        List<Ask.ForClaims.Quantity> quantities = new ArrayList<>();
        for (String name : asked.quantities()) {
            Binding binding = scope.find(name);
            if (!(binding instanceof Binding.Exported) && !(binding instanceof Binding.Step)) {
                throw fields.fault("the claims speak of " + name + "; bind it: value: {" + name + ": …}");
            }
            Expression quantity = Expression.of(name, scope);
            quantities.add(new Ask.ForClaims.Quantity(name, quantity.term()));
        }
        Map<String, Term> claims = new LinkedHashMap<>();
        Uses uses = Uses.NOTHING;
        for (Map.Entry<String, Written> claim : asked.claims().entrySet()) {
            Expression checked = claim.getValue().formula(scope, Type.TRUTH);
            uses = uses.and(checked.uses());
            claims.put(claim.getKey(), checked.term());
        }
        return new Asking(new Ask.ForClaims(claims, quantities, samples(fields)), "claims", uses);
    }

    private static int samples(Fields fields) {
        if (!fields.has("samples")) {
            return SAMPLES;
        }
        Written text = fields.text("samples");
        int samples = text.text().matches("[0-9]{1,7}") ? Integer.parseInt(text.text()) : 0;
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw text.fault("a whole number from 1 to " + MAX_SAMPLES + " is needed here");
        }
        return samples;
    }
}
