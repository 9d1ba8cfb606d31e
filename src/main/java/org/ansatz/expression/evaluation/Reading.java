package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;

/**
 * A name that the field block gives, as a function of a loop's variable.
 *
 * @param cases around it, the outermost first
 */
record Reading(Term.Exported exported, List<Term.Case> cases) {

    Frame inside(Frame around) {
        Frame inside = around;
        for (Term.Case one : cases) {
            Frame outside = inside;
            for (int i = 0; i < one.slots().length; i++) {
                inside = inside.with(one.slots()[i], outside.value(one.values().get(i)));
            }
        }
        return inside;
    }

    /** At which value of its own variable the solution is read; NaN if at none. */
    double at(Frame around) {
        Frame inside = inside(around);
        List<Value> arguments = new ArrayList<>();
        exported.arguments().forEach(argument -> arguments.add(inside.value(argument)));
        return inside.block().readAt(exported.export(), arguments);
    }
}
