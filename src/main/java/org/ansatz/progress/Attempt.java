package org.ansatz.progress;

import java.time.Instant;
import org.ansatz.schedule.Rating;

/**
 * One reply of a learner. The attempts are all that is kept; what is due, the streak and the statistics follow from them.
 *
 * @param sitting tells one showing of a question from the next, whichever terminal it was in: drawn at random when the
 *     question is shown
 * @param at when, to the millisecond
 * @param problem the problem's id
 * @param topic the problem's topic at that time
 * @param seed of the variant, 0 for the published data
 * @param data givens that the learner set, as typed, or empty
 * @param reply as typed
 * @param outcome how it ended
 * @param slip what was recognised as the mistake, in a few words, or empty
 * @param hints how many hints had been seen
 * @param rating what the sitting is worth so far: that of its last attempt counts
 * @param exam whether it was in an exam
 */
public record Attempt(
        long sitting,
        Instant at,
        String problem,
        String topic,
        long seed,
        String data,
        String reply,
        Outcome outcome,
        String slip,
        int hints,
        Rating rating,
        boolean exam) {

    /** The same with another rating. */
    public Attempt rated(Rating other) {
        return new Attempt(sitting, at, problem, topic, seed, data, reply, outcome, slip, hints, other, exam);
    }
}
