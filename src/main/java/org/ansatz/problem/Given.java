package org.ansatz.problem;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.Binding;

/**
 * A datum of the problem.
 *
 * @param variable its name, type and place in the frame
 * @param published its value in the published question; may be derived from givens before it
 */
public record Given(Binding.Variable variable, Expression published) {

    /** The name. */
    public String name() {
        return variable.name();
    }
}
