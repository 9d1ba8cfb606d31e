package org.ansatz.problem;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.term.Binding;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as the routes see it.
 *
 * @param asked the names under test, one for each part of the answer; none if routes compute a value without naming it
 * @param domains where the numbers asked for may lie, as far as that is stated
 * @param arguments variables of the formula or waveform asked for; empty for a number
 * @param arbitrary symbols the answer must not depend on
 * @param conditions what the question states of them
 * @param notation how formulas are written in it
 */
public record Question(
        List<Binding> asked,
        List<Ranged> domains,
        List<Ranged> arguments,
        List<Ranged> arbitrary,
        List<Expression> conditions,
        FormulaNotation notation) {

    /** Copies the lists. */
    public Question {
        asked = List.copyOf(asked);
        domains = List.copyOf(domains);
        arguments = List.copyOf(arguments);
        arbitrary = List.copyOf(arbitrary);
        conditions = List.copyOf(conditions);
    }

    /** A question whose formulas are written as anywhere. */
    public Question(
            List<Binding> asked,
            List<Ranged> domains,
            List<Ranged> arguments,
            List<Ranged> arbitrary,
            List<Expression> conditions) {
        this(asked, domains, arguments, arbitrary, conditions, FormulaNotation.PLAIN);
    }

    /** The only name that is asked for; null if there is none, or several. */
    public @Nullable Binding onlyAsked() {
        return asked.size() == 1 ? asked.get(0) : null;
    }

    /** Whether a condition is on what the answer is a function of, and so limits where it matters. */
    public boolean isOnArguments(Expression condition) {
        for (Ranged argument : arguments) {
            if (condition.uses().names().contains(argument.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether this name is asked for. */
    public boolean asks(String name) {
        return asked.stream().anyMatch(binding -> binding.name().equals(name));
    }

    /** Whether a formula or waveform is asked for. */
    public boolean isFunction() {
        return !arguments.isEmpty();
    }

    /** Everything that is drawn when a formula is tried: its variables, then the symbols besides. */
    public List<Ranged> drawn() {
        List<Ranged> drawn = new ArrayList<>(arguments);
        for (Ranged symbol : arbitrary) {
            if (!arguments.contains(symbol)) {
                drawn.add(symbol);
            }
        }
        return drawn;
    }
}
