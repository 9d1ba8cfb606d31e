package org.ansatz.problem;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.NumberSet;

/**
 * An option of a choice question: a value, a formula, or a claim.
 *
 * @param key the letter
 * @param text as it is shown
 * @param expression its value, or its claim (a truth value)
 */
public record Option(String key, Template text, Expression expression) {

    /** Whether it claims something instead of offering a value. */
    public boolean isClaim() {
        return expression.type().set() == NumberSet.TRUTH;
    }
}
