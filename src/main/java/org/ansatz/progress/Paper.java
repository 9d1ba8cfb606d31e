package org.ansatz.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A timed paper as it is kept, so that it outlives the program. The replies are attempts; a question has the last one of its
 * sitting.
 *
 * @param id tells it from others
 * @param length how much time there is in all
 * @param watch how much of it has passed
 * @param at the number of the question on the screen, from 0
 * @param isHandedIn whether it is over
 * @param writer the program that it is written in
 * @param questions in order
 */
public record Paper(
        long id,
        Duration length,
        Stopwatch watch,
        int at,
        boolean isHandedIn,
        Writer writer,
        List<Question> questions) {

    /** Copies the list. */
    public Paper {
        questions = List.copyOf(questions);
    }

    /** How much time is left when the clock shows {@code now}, none at the least. */
    public Duration left(Instant now) {
        Duration left = length.minus(watch.at(now).used());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * A question of the paper.
     *
     * @param sitting as of {@link Attempt#sitting}
     * @param problem the problem's id
     * @param stamp what the problem's file was, see {@code problem.Catalogue.stamp}
     * @param seed of its data
     * @param isMarked whether it is marked for review
     * @param isVisited whether it was looked at
     * @param spent how long it was on the screen
     */
    public record Question(
            long sitting,
            String problem,
            String stamp,
            long seed,
            boolean isMarked,
            boolean isVisited,
            Duration spent) {}
}
