package org.ansatz.expression.check;

import java.util.List;
import java.util.Objects;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Scope;
import org.ansatz.quantity.Unit;

/** Declares what a {@code let} defines, step by step: a step sees only the steps before it, so none can recur but sequences. */
public final class Steps {

    private Steps() {}

    /**
     * Reads one line and declares its name in {@code scope}.
     *
     * @throws ExpressionFault with the place in the line and what would be right
     */
    public static Binding declare(String line, Scope scope) {
        Node.Step step = Parser.step(line);
        Node index = step.index();
        boolean isFurtherLine = index != null && scope.find(step.name()) instanceof Binding.Sequence;
        if (scope.declares(step.name()) && !isFurtherLine) {
            throw new ExpressionFault(step.nameSpan(), step.name() + " is defined already");
        }
        if (index != null) {
            Binding sequence = Recurrences.declared(step, index, scope);
            scope.declare(sequence);
            return sequence;
        }
        if (!step.generators().isEmpty()) {
            throw new ExpressionFault(step.span(), "'for' stands only in sums and their like, and in logic equations");
        }
        if (step.isRandom()) {
            return random(step, scope);
        }
        Binding binding = step.parameters() == null ? value(step, line, scope) : function(step, scope);
        scope.declare(binding);
        Unit unit = new Checker(scope).writtenUnit(step.body());
        if (unit != null) {
            scope.noteUnit(step.name(), unit);
        }
        return binding;
    }

    /** A checked expression as a step of this name, to be declared. */
    public static Binding of(String name, Expression expression, Scope scope) {
        int slot = scope.layout().nextStep();
        return new Binding.Step(name, expression.term(), expression.uses(), expression.height(), slot);
    }

    private static Binding value(Node.Step step, String line, Scope scope) {
        return of(step.name(), Expression.perhapsRandom(step.body(), line, scope), scope);
    }

    private static Binding random(Node.Step step, Scope scope) {
        Checker checker = new Checker(scope);
        Chance chance = checker.chance(step.body());
        Binding.Variable variable = scope.declare(Binding.Role.BOUND, step.name(), chance.type());
        Binding binding = new Binding.Random(variable, chance, checker.uses(), checker.height());
        scope.declare(binding);
        return binding;
    }

    private static Binding function(Node.Step step, Scope scope) {
        List<String> parameters = Objects.requireNonNull(step.parameters());
        Names names = new Names(scope);
        List<ExpressionFault> unknown = names.unknownIn(step.body(), parameters);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        return new Binding.StepFunction(step.name(), parameters, step.body(), names.reads(), names.height(), scope);
    }
}
