package org.ansatz.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final char NO_CHARACTER = '\uFFFD';

    /** Keeps what every store can: time to the millisecond, and text that is Unicode. */
    public Attempt {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        problem = unicode(problem);
        topic = unicode(topic);
        data = unicode(data);
        reply = unicode(reply);
        slip = unicode(slip);
    }

    /** The same with another rating. */
    public Attempt rated(Rating other) {
        return new Attempt(sitting, at, problem, topic, seed, data, reply, outcome, slip, hints, other, exam);
    }

    /** The same, made at another time. */
    Attempt madeAt(Instant other) {
        return new Attempt(sitting, other, problem, topic, seed, data, reply, outcome, slip, hints, rating, exam);
    }

    /** Half a surrogate pair is no character, and no UTF-8 can hold it. */
    private static String unicode(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, NO_CHARACTER);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
