package org.ansatz.problem;

import java.util.Set;
import java.util.TreeSet;

/** What one route's evidence means for the answer. */
public sealed interface Conclusion {

    /** In words. */
    String describe();

    /**
     * Options were chosen.
     *
     * @param keys their letters; a single one for a single-answer question
     * @param reason what singles them out: the margin, the deviation
     */
    record Chosen(Set<String> keys, String reason) implements Conclusion {
        /** Copies and sorts. */
        public Chosen {
            keys = new TreeSet<>(keys);
        }

        @Override
        public String describe() {
            return letters() + (reason.isEmpty() ? "" : " (" + reason + ")");
        }

        /** The letters, joined by commas. */
        public String letters() {
            return keys.isEmpty() ? "none" : String.join(", ", keys);
        }
    }

    /** A number or a function was found. */
    record Found(Evidence.Values values, String printed) implements Conclusion {
        @Override
        public String describe() {
            return printed;
        }
    }

    /** The evidence does not single out an answer. */
    record Undecided(String reason) implements Conclusion {
        @Override
        public String describe() {
            return reason;
        }
    }
}
