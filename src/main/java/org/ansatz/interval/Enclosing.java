package org.ansatz.interval;

/** A function of one or more real variables that encloses itself on boxes. */
public interface Enclosing {

    /**
     * The function on a box, as a series in one of its variables.
     *
     * @param box a set of values for each variable
     * @param by the variable, from 0
     * @param order how many derivatives
     * @throws NoEnclosure if it cannot be enclosed, whatever the box
     */
    Series on(Interval[] box, int by, int order);

    /** A function of one variable on a set. */
    default Series on(Interval set, int order) {
        return on(new Interval[] {set}, 0, order);
    }
}
