package org.ansatz.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well one question is remembered.
 *
 * @param state where it stands
 * @param step which learning or relearning step is next, from 0; 0 in {@link State#REVIEW}
 * @param stability days after which the chance to know it has fallen to 0.9; 0 if it was never seen
 * @param difficulty from 1 to 10; 0 if it was never seen
 * @param due when it should be seen again; {@link Instant#EPOCH} if it was never seen
 * @param lastReview when it was last seen, if ever
 */
public record Memory(
        State state,
        int step,
        double stability,
        double difficulty,
        Instant due,
        @Nullable Instant lastReview) {

    private static final Memory FRESH = new Memory(State.LEARNING, 0, 0, 0, Instant.EPOCH, null);

    /** Of a question that was never seen. */
    public static Memory fresh() {
        return FRESH;
    }
}
