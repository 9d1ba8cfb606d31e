package org.ansatz.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Names;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.problem.Given;
import org.ansatz.problem.Ranged;
import org.ansatz.route.RouteReader;
import org.ansatz.statement.GivenReader;

/** What the formulas of a request may speak of: the data in {@code given}, and the variables in {@code of}. */
final class Setting {

    private static final int MAX_NAMES = 100;
    private static final String REAL = "-10..10";

    private final Fields fields;
    private final Scope scope;
    private final List<Given> givens = new ArrayList<>();
    private final List<Ranged> variables = new ArrayList<>();

    /**
     * Reads the data.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    Setting(Fields fields, Registry registry) {
        this.fields = fields;
        this.scope = Scope.outermost(registry);
        if (fields.has("given")) {
            Fields data = limited(fields.fields("given"));
            data.keys().forEach(name -> givens.add(GivenReader.read(data, name, scope)));
        }
    }

    /**
     * Reads the variables.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    Setting withVariables() {
        if (fields.has("of")) {
            Fields of = limited(fields.fields("of"));
            of.keys().forEach(name -> variables.add(RouteReader.ranged(of, name, Role.ARGUMENT, scope)));
        }
        return this;
    }

    private static Fields limited(Fields names) {
        if (names.keys().size() > MAX_NAMES) {
            throw names.fault("at most " + MAX_NAMES + " names are possible here; these are "
                    + names.keys().size());
        }
        return names;
    }

    Scope scope() {
        return scope;
    }

    List<Ranged> variables() {
        return variables;
    }

    /** Declares what no one has declared as real variables, if that makes sense of the formulas. */
    void declareRest(List<Node> formulas) {
        Set<String> unknown = new TreeSet<>();
        formulas.forEach(formula -> unknown.addAll(new Names(scope).undeclaredIn(formula)));
        for (String name : unknown) {
            // A single letter, as the Q of a resonance, is rather a variable than a function; a word that is none is a
            // fault where it stands.
            boolean isFunction = name.length() > 1
                    && (scope.registry().function(name) != null
                            || scope.registry().binder(name) != null);
            if (!isFunction && scope.objectionTo(name) == null && variables.size() < MAX_NAMES) {
                Domain real = Domains.of(Parser.expression(REAL), scope);
                variables.add(new Ranged(scope.declare(Role.ARGUMENT, name, real.type()), real));
            }
        }
    }

    /** What holds of the variables. */
    List<Expression> conditions() {
        List<Expression> conditions = new ArrayList<>();
        fields.linesIfAny("where").forEach(line -> conditions.add(line.formula(scope, Type.TRUTH)));
        return conditions;
    }

    /** A frame with the data, once everything is declared. */
    Frame frame() {
        Frame frame = Frame.of(scope.layout());
        for (Given given : givens) {
            try {
                frame = frame.with(
                        given.variable(), frame.value(given.published().term()));
            } catch (ExpressionFault e) {
                throw fields.fault("the given " + given.name() + ": " + e.message());
            }
        }
        return frame;
    }
}
