package org.ansatz.problem;

import java.util.List;

/**
 * Where a problem stands among what is learned.
 *
 * @param difficulty 1 for easy, 2, or 3 for hard
 * @param needs the topics that should be known before
 * @param minutes how long somebody who knows them takes, as its author expects; 0 if nothing is said
 */
public record Level(int difficulty, List<String> needs, int minutes) {

    /** The easiest. */
    public static final int EASY = 1;

    /** The hardest. */
    public static final int HARD = 3;

    /** Neither easy nor hard, and nothing is needed: what nothing is said of. */
    public static final Level USUAL = new Level(2, List.of(), 0);

    /** Copies the list. */
    public Level {
        needs = List.copyOf(needs);
    }
}
