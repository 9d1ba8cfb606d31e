package org.ansatz.expression.term;

import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.NoEnclosure;

/** A binder at work on enclosures. */
public interface EnclosedLoop {

    /** Receives what the body is known to lie in at each element. */
    interface Visitor {
        /** One element. */
        void visit(Enclosed body);
    }

    /** How many derivatives are asked for. */
    int order();

    /** Whether all variables range over elements that can be counted off. */
    boolean isDiscrete();

    /**
     * Visits every combination of elements that meets the condition.
     *
     * @throws NoEnclosure if the elements depend on a variable that ranges over a set
     */
    void each(Visitor visitor);

    /**
     * The same binder where no variable ranges over a set.
     *
     * @throws NoEnclosure if one does
     */
    Loop loop();
}
