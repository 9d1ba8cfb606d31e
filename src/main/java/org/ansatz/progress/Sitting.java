package org.ansatz.progress;

import java.time.Instant;
import java.util.List;
import org.ansatz.schedule.Rating;

/**
 * One showing of a question and the attempts at it, of which there is at least one.
 *
 * @param attempts in the order of time
 */
public record Sitting(List<Attempt> attempts) {

    /** Copies the list. */
    public Sitting {
        attempts = List.copyOf(attempts);
    }

    /** The problem's id. */
    public String problem() {
        return first().problem();
    }

    /** The problem's topic at that time. */
    public String topic() {
        return first().topic();
    }

    /** When it ended: the time of its last attempt, at which it counts as one review. */
    public Instant at() {
        return last().at();
    }

    /** What it is worth: the rating of its last attempt. */
    public Rating rating() {
        return last().rating();
    }

    /** How it ended. */
    public Outcome outcome() {
        return last().outcome();
    }

    /** Whether it was right at the first attempt, without hints. */
    public boolean rightAtOnce() {
        return first().outcome() == Outcome.RIGHT && first().hints() == 0;
    }

    private Attempt first() {
        return attempts.get(0);
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }
}
