package org.ansatz.field.ode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a solution passes that its steps may go over unseen: jumps, kinks and pulses of the right-hand side in the unknowns. */
interface Passages {

    /** Nothing is known. */
    Passages NONE = (solution, steps, after) -> null;

    /**
     * Times between which a solution passes something that steps do not see.
     *
     * @param times ascending; of a jump or a kink two, as near to each other as can be told, of a pulse as many that steps from one to the
     *     next see it
     * @param isPulse whether it is smooth
     */
    record Place(List<Double> times, boolean isPulse) {
        /** Copies the list. */
        public Place {
            times = List.copyOf(times);
        }

        double low() {
            return times.get(0);
        }

        double high() {
            return times.get(times.size() - 1);
        }
    }

    /**
     * The next place after this time, on the solution's way; null if it passes none.
     *
     * @param steps where the steps of another solution end that is to see as much
     */
    @Nullable
    Place next(Trajectory solution, double[] steps, double after);
}
