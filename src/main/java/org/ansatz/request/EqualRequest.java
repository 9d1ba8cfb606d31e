package org.ansatz.request;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Registry;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.judge.Equivalence;
import org.ansatz.judge.FormulaComparison;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;

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
        Setting setting = new Setting(fields, registry).withVariables();
        Written a = fields.text("a");
        Written b = fields.text("b");
        setting.declareRest(List.of(a.syntax(), b.syntax()));
        List<Expression> conditions = setting.conditions();
        Expression first = a.formula(setting.scope());
        Expression second = b.formula(setting.scope());
        return new EqualRequest(first, second, setting.variables(), conditions, setting.frame());
    }

    /** The answer. */
    public Equivalence answer() {
        return FormulaComparison.of(a.term(), b.term(), variables, conditions, new Tolerance.Digits(), frame);
    }
}
