package org.ansatz.route;

import org.ansatz.expression.check.Steps;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;

/**
 * A named step and the line it was written on.
 *
 * @param binding what it declares
 * @param line as written
 */
public record WrittenStep(Binding binding, String line) {

    /**
     * Reads and declares a step.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public static WrittenStep read(Written line, Scope scope) {
        return new WrittenStep(line.reporting(() -> Steps.declare(line.text(), scope)), line.text());
    }
}
