package org.ansatz.gradient.words;

import java.util.List;

/** Checks of what is asked. */
final class Questions {

    private Questions() {}

    static void require(List<String> question, int words) {
        if (question.size() != words) {
            throw new IllegalArgumentException("a question of " + question.size() + " words in place of " + words);
        }
    }
}
