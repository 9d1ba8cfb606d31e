package org.ansatz.field.ode;

import org.ansatz.interval.Interval;
import org.jspecify.annotations.Nullable;

/** Where a solution passes what the right-hand side does at once in the unknowns, as at a condition on them. */
interface Switches {

    /** Nothing is known. */
    Switches NONE = (solution, after) -> null;

    /** The times among which a solution passes its next jump or kink after this time, on its way; null if it passes none. */
    @Nullable
    Interval next(Trajectory solution, double after);
}
