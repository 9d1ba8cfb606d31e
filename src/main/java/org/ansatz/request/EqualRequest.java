package org.ansatz.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.Binding.Role;
import org.ansatz.expression.Domain;
import org.ansatz.expression.Domains;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Frame;
import org.ansatz.expression.Names;
import org.ansatz.expression.Registry;
import org.ansatz.expression.Scope;
import org.ansatz.expression.Type;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.judge.Equivalence;
import org.ansatz.judge.FormulaComparison;
import org.ansatz.problem.Given;
import org.ansatz.problem.Ranged;
import org.ansatz.route.GivenReader;
import org.ansatz.route.RouteReader;
import org.ansatz.route.block.Fields;
import org.ansatz.route.block.Refused;
import org.ansatz.route.block.Written;

/**
 * The question whether two formulas, {@code a} and {@code b}, are the same function of the variables that {@code of}
 * declares with their domains, with the data in {@code given}, wherever {@code where} holds. Names that nothing declares are
 * real variables.
 *
 * @param a one formula
 * @param b the other
 * @param variables what they are functions of
 * @param conditions what must hold of the variables
 * @param frame holds the givens
 */
public record EqualRequest(
        Expression a, Expression b, List<Ranged> variables, List<Expression> conditions, Frame frame) {

    private static final int MOST_VARIABLES = 100;
    private static final String REAL = "-10..10";

    /** Copies the lists. */
    public EqualRequest {
        variables = List.copyOf(variables);
        conditions = List.copyOf(conditions);
    }

    /**
     * Reads a request; the fields' owner asks for other fields before and finishes them after.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public static EqualRequest read(Fields fields, Registry registry) {
        Scope scope = Scope.outermost(registry);
        List<Given> givens = givens(fields, scope);
        List<Ranged> variables = variables(fields, scope);
        Written a = fields.text("a");
        Written b = fields.text("b");
        declareRest(List.of(a, b), scope, variables);
        List<Expression> conditions = new ArrayList<>();
        if (fields.has("where")) {
            fields.lines("where").forEach(line -> conditions.add(line.formula(scope, Type.TRUTH)));
        }
        Expression first = a.formula(scope);
        Expression second = b.formula(scope);
        return new EqualRequest(first, second, variables, conditions, frame(givens, scope, fields));
    }

    private static List<Given> givens(Fields fields, Scope scope) {
        List<Given> givens = new ArrayList<>();
        if (fields.has("given")) {
            Fields data = limited(fields.fields("given"));
            data.keys().forEach(name -> givens.add(GivenReader.read(data, name, scope)));
        }
        return givens;
    }

    private static List<Ranged> variables(Fields fields, Scope scope) {
        List<Ranged> variables = new ArrayList<>();
        if (fields.has("of")) {
            Fields of = limited(fields.fields("of"));
            of.keys().forEach(name -> variables.add(RouteReader.ranged(of, name, Role.ARGUMENT, scope)));
        }
        return variables;
    }

    private static Fields limited(Fields fields) {
        if (fields.keys().size() > MOST_VARIABLES) {
            throw fields.fault("at most " + MOST_VARIABLES + " names are possible here; these are "
                    + fields.keys().size());
        }
        return fields;
    }

    /** Declares what no one has declared as real variables, if that makes sense of the formulas. */
    private static void declareRest(List<Written> formulas, Scope scope, List<Ranged> variables) {
        Set<String> unknown = new TreeSet<>();
        formulas.forEach(formula -> unknown.addAll(new Names(scope).undeclaredIn(formula.syntax())));
        for (String name : unknown) {
            if (scope.objectionTo(name) == null && variables.size() < MOST_VARIABLES) {
                Domain real = Domains.of(Parser.expression(REAL), scope);
                variables.add(new Ranged(scope.declare(Role.ARGUMENT, name, real.type()), real));
            }
        }
    }

    private static Frame frame(List<Given> givens, Scope scope, Fields fields) {
        Frame frame = Frame.of(scope.layout());
        for (Given given : givens) {
            try {
                frame = frame.with(given.variable(), given.published().term().in(frame));
            } catch (ExpressionFault e) {
                throw fields.fault("the given " + given.name() + ": " + e.message());
            }
        }
        return frame;
    }

    /** The answer. */
    public Equivalence answer() {
        return FormulaComparison.of(a.term(), b.term(), variables, conditions, frame);
    }
}
