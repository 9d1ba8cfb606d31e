package org.ansatz.expression.term;

import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;

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
     * Whether a variable ranges over a set while the binder is wanted in outline: then its result may lie in a set that is far too large, as
     * long as that shrinks with the others.
     */
    boolean isOutlined();

    /**
     * How wide the one domain, a real interval, is.
     *
     * @throws NoEnclosure if it has no end
     */
    Series width();

    /** Whether a slope is wanted in outline: then it may stand for what estimates it. */
    boolean isSlopeOutlined();

    /** Where the one variable is while it is in a part of its domain, which is measured from 0 to 1. */
    Series at(Interval part);

    /** What the body is known to lie in while the one variable is in such a part. */
    Enclosed body(Interval part);

    /**
     * What the derivative of the body by the one variable is known to lie in, at its point.
     *
     * @throws NoEnclosure if the variable is a declared name, or the body is no real number
     */
    Series slope();

    /**
     * The same binder where no variable ranges over a set.
     *
     * @throws NoEnclosure if one does
     */
    Loop loop();
}
