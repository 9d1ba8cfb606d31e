package org.ansatz.field.ode;

import org.jspecify.annotations.Nullable;

/** Where a solution passes what the right-hand side does at once in the unknowns, as at a condition on them. */
interface Switches {

    /** Nothing is known. */
    Switches NONE = (solution, after) -> null;

    /**
     * Times, as near to each other as can be told, between which a solution passes a jump or a kink.
     *
     * @param low the earlier in t
     * @param high the later in t
     */
    record Place(double low, double high) {}

    /** The next place after this time, on the solution's way; null if it passes none. */
    @Nullable
    Place next(Trajectory solution, double after);
}
