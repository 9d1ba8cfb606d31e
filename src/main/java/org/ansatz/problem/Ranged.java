package org.ansatz.problem;

import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;

/**
 * A variable and the values it may take: an argument of the answer's formula, an arbitrary symbol, or an unknown.
 *
 * @param variable its name, type and place in the frame
 * @param domain the values
 */
public record Ranged(Binding.Variable variable, Domain domain) {

    /** The name. */
    public String name() {
        return variable.name();
    }
}
