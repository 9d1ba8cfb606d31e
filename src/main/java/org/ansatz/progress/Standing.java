package org.ansatz.progress;

import java.time.Instant;
import java.util.List;
import org.ansatz.schedule.Memory;

/**
 * How a learner stands with one problem, which was tried at least once.
 *
 * @param problem its id
 * @param sittings the showings of it, in the order in which they ended
 * @param memory how well it is remembered after them
 */
public record Standing(String problem, List<Sitting> sittings, Memory memory) {

    /** Copies the list. */
    public Standing {
        sittings = List.copyOf(sittings);
    }

    /** How many attempts there were. */
    public int attempts() {
        int count = 0;
        for (Sitting sitting : sittings) {
            count += sitting.attempts().size();
        }
        return count;
    }

    /** How the last sitting ended. */
    public Outcome outcome() {
        return last().outcome();
    }

    /** When the last sitting ended. */
    public Instant at() {
        return last().at();
    }

    private Sitting last() {
        return sittings.get(sittings.size() - 1);
    }
}
