package org.ansatz.expression.term;

import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** A binder at work: its body as a function of the bound variables, where the binder stands. */
public interface Loop {

    /** Receives the body's value at each element. */
    interface Visitor {
        /** Returns whether to go on. */
        boolean visit(Value element, Value body);
    }

    /** Visits every combination of elements that meets the condition; the element shown is that of the last variable. */
    void each(Visitor visitor);

    /** The one domain. */
    Domain domain();

    /** Whether the one domain is a real interval. */
    boolean isReal();

    /** The lower end of the one domain, a real interval. */
    double low();

    /** The upper end of the one domain, a real interval. */
    double high();

    /** The body at a point of the one domain. */
    Value at(Value point);

    /** The gradient of the body, one number, at a point of the one domain, by going back over a tape once. */
    Value gradientAt(Value point);

    /**
     * The body at a point of the one domain, as a real number.
     *
     * @throws NoValue inside a derivative with respect to something the body depends on: a search
     *     compares numbers and would lose it
     */
    double at(double point);

    /** How far the body moves at a point of the one domain where roundings are simulated a few times; in the body's unit. */
    double rounding(Value point);

    /** Whether no step is left to evaluate the body with. */
    boolean isExhausted();

    /** The derivative of the body at a point of the one domain; by a matrix, entry by entry. */
    Value slopeAt(Value point);

    /** The one element of the one domain, a point. */
    Value point();
}
