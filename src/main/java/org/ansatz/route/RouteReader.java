package org.ansatz.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.Binding;
import org.ansatz.expression.Binding.Role;
import org.ansatz.expression.Domain;
import org.ansatz.expression.Domains;
import org.ansatz.expression.Engine;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Scope;
import org.ansatz.expression.Steps;
import org.ansatz.expression.Term;
import org.ansatz.expression.Type;
import org.ansatz.expression.Uses;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Route;
import org.ansatz.route.AskingRoute.WrittenStep;
import org.ansatz.route.block.Block;
import org.ansatz.route.block.BlockKind;
import org.ansatz.route.block.Fields;
import org.ansatz.route.block.Refused;
import org.ansatz.route.block.Written;
import org.jspecify.annotations.Nullable;

/** From the fields of a route in a problem file to the route. One reader reads the routes of one problem. */
public final class RouteReader {

    private static final Uses ROOT_USED = new Uses(Set.of(Engine.ROOT), Set.of(), Set.of());
    private static final int SAMPLES = 100;
    private static final int MOST_SAMPLES = 100_000;

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
     * @param wanted the type of the answer, or null if the options are claims
     * @param hasOptions whether candidates are offered
     * @param claims the options' claims, as written, by letter
     * @param quantities the names that claims speak of
     * @param steps the problem's own steps
     */
    public record Asked(
            Scope scope,
            Question question,
            @Nullable Type wanted,
            boolean hasOptions,
            Map<String, Written> claims,
            Set<String> quantities,
            List<WrittenStepOf> steps) {}

    /** A step of the problem and the line it was written on. */
    public record WrittenStepOf(Binding binding, String line) {}

    /** A route that is one expression. */
    public Route read(String name, Written expression) {
        Expression value = expression.formula(asked.scope());
        Ask ask = valueAsk(value, expression);
        return route(name, value.uses(), null, null, List.of(), ask, "value: " + expression.text());
    }

    /**
     * A route with fields.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public Route read(String name, Fields fields) {
        Scope scope = asked.scope().inner();
        Block block = block(fields, scope);
        Ranged unknown = unknown(fields, scope);
        List<WrittenStep> own = steps(fields, scope);
        List<Uses> extra = new ArrayList<>();
        Run.Unknown found = null;
        if (unknown != null) {
            found = new Run.Unknown(unknown, onlyEquation(fields, scope));
            extra.add(ROOT_USED);
        }
        String[] written = new String[1];
        Ask ask = ask(fields, scope, unknown != null, extra, written);
        fields.finish();
        Uses uses = fields.uses();
        for (Uses further : extra) {
            uses = uses.and(further);
        }
        return route(name, uses, block, found, own, ask, written[0]);
    }

    private Route route(
            String name,
            Uses uses,
            @Nullable Block block,
            Run.@Nullable Unknown unknown,
            List<WrittenStep> own,
            Ask ask,
            String written) {
        List<WrittenStep> steps = new ArrayList<>();
        Set<String> shared = new TreeSet<>();
        for (WrittenStepOf step : asked.steps()) {
            if (uses.steps().contains(step.binding().name())) {
                steps.add(new WrittenStep(step.binding(), step.line()));
                if (!isConversion(step.binding())) {
                    shared.add(step.binding().name());
                }
            }
        }
        steps.addAll(own);
        return new AskingRoute(name, uses, shared, block, unknown, steps, ask, written);
    }

    /** Whether a step only converts one given, by plain arithmetic. */
    private boolean isConversion(Binding step) {
        if (!(step instanceof Binding.Step)) {
            return false;
        }
        Uses uses = ((Binding.Step) step).uses();
        return uses.engines().isEmpty() && uses.names().size() == 1;
    }

    private @Nullable Block block(Fields fields, Scope scope) {
        BlockKind chosen = null;
        for (BlockKind kind : kinds) {
            if (fields.has(kind.key())) {
                if (chosen != null) {
                    throw fields.fault(
                            "a route has at most one field block; here are " + chosen.key() + " and " + kind.key());
                }
                chosen = kind;
            }
        }
        return chosen == null ? null : chosen.read(fields, scope, asked.question());
    }

    private static @Nullable Ranged unknown(Fields fields, Scope scope) {
        if (!fields.has("unknown")) {
            return null;
        }
        Fields unknowns = fields.fields("unknown");
        if (unknowns.keys().size() != 1) {
            throw unknowns.fault("one unknown can be solved for; for more, give the linear system to solve(A, b)");
        }
        return ranged(unknowns, unknowns.keys().get(0), Role.UNKNOWN, scope);
    }

    /** Declares the variable {@code key} with the domain that is written as its value. */
    public static Ranged ranged(Fields fields, String key, Role role, Scope scope) {
        Written domain = fields.text(key);
        return domain.reporting(() -> {
            Domain checked = Domains.of(Parser.expression(domain.text()), scope);
            return new Ranged(scope.declare(role, key, checked.type()), checked);
        });
    }

    private static List<WrittenStep> steps(Fields fields, Scope scope) {
        List<WrittenStep> steps = new ArrayList<>();
        if (fields.has("let")) {
            for (Written line : fields.lines("let")) {
                steps.add(new WrittenStep(line.reporting(() -> Steps.declare(line.text(), scope)), line.text()));
            }
        }
        return steps;
    }

    // ---- the ask

    private Ask ask(Fields fields, Scope scope, boolean solvesFirst, List<Uses> extra, String[] written) {
        if (fields.has("value") && fields.isMapping("value")) {
            bindQuantities(fields.fields("value"), scope, extra);
            written[0] = "claims";
            return claims(fields, scope, extra);
        }
        for (String key : List.of("value", "least", "test")) {
            if (fields.has(key)) {
                written[0] = key + ": " + fields.text(key).text();
                return askOf(key, fields, scope);
            }
        }
        if (fields.has("equation") && !solvesFirst) {
            return equations(fields, scope, extra, written);
        }
        if (!asked.claims().isEmpty()) {
            written[0] = "claims";
            return claims(fields, scope, extra);
        }
        Binding name = asked.question().asked();
        if (name != null && scope.find(name.name()) instanceof Binding.Exported) {
            Expression exported = Expression.of(name.name(), scope);
            extra.add(exported.uses());
            written[0] = "value: " + name.name();
            return new Ask.ForValue(exported.term());
        }
        throw fields.fault("this route asks nothing: give it value, least, equation or test");
    }

    private Ask askOf(String key, Fields fields, Scope scope) {
        Written text = fields.text(key);
        if (key.equals("value")) {
            return valueAsk(text.formula(scope), text);
        }
        Expression expression = text.formula(scope);
        if (!asked.hasOptions()) {
            throw text.fault("'" + key + "' chooses among options, and this question has none");
        }
        if (!fields.uses().names().contains(askedName())) {
            throw text.fault(
                    askedName().isEmpty()
                            ? "say what is asked with 'find' in the answer, so that each option can take its place here"
                            : "this does not depend on " + askedName() + ", so every option would fare alike");
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

    private String askedName() {
        Binding name = asked.question().asked();
        return name == null ? "" : name.name();
    }

    private Ask valueAsk(Expression expression, Written text) {
        Type wanted = asked.wanted();
        if (wanted == null) {
            throw text.fault("the options are claims; bind what they speak of: value: {"
                    + String.join(": …, ", asked.quantities()) + ": …}");
        }
        Type type = expression.type();
        if (!type.isNumber() && wanted.isNumber()) {
            throw text.fault("a number is asked for; this is " + type.describe());
        }
        if (!type.has(wanted.dimensionOrNone())) {
            throw text.fault("the answer is " + wanted.describe() + "; this is " + type.describe());
        }
        return new Ask.ForValue(expression.term());
    }

    private Ask equations(Fields fields, Scope scope, List<Uses> extra, String[] written) {
        List<Equation> equations = new ArrayList<>();
        StringBuilder text = new StringBuilder("equation: ");
        for (Written line : fields.lines("equation")) {
            text.append(equations.isEmpty() ? "" : ", ").append(line.text());
            equations.add(equation(line, scope));
        }
        written[0] = text.toString();
        if (asked.hasOptions()) {
            return new Ask.ForEquations(equations);
        }
        Ranged number = asked.question().askedDomain();
        if (number == null || equations.size() != 1) {
            throw fields.fault("without options, one equation is solved for the number asked: find: {name: a..b}");
        }
        extra.add(ROOT_USED);
        return new Ask.ForSolution(equations.get(0), number);
    }

    private Equation onlyEquation(Fields fields, Scope scope) {
        List<Written> lines = fields.lines("equation");
        if (lines.size() != 1) {
            throw fields.fault("one unknown takes one equation; here are " + lines.size());
        }
        return equation(lines.get(0), scope);
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

    private static void bindQuantities(Fields values, Scope scope, List<Uses> extra) {
        for (String name : values.keys()) {
            Written text = values.text(name);
            Expression expression = text.formula(scope);
            extra.add(expression.uses());
            scope.declare(Steps.of(name, expression, scope));
        }
        values.finish();
    }

    private Ask claims(Fields fields, Scope scope, List<Uses> extra) {
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
        asked.claims().forEach((key, claim) -> {
            Expression checked = claim.formula(scope, Type.TRUTH);
            extra.add(checked.uses());
            claims.put(key, checked.term());
        });
        return new Ask.ForClaims(claims, quantities, samples(fields));
    }

    private static int samples(Fields fields) {
        if (!fields.has("samples")) {
            return SAMPLES;
        }
        Written text = fields.text("samples");
        int samples = text.text().matches("[0-9]{1,7}") ? Integer.parseInt(text.text()) : 0;
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw text.fault("a whole number from 1 to " + MOST_SAMPLES + " is needed here");
        }
        return samples;
    }
}
