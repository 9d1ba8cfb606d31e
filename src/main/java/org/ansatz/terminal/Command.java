package org.ansatz.terminal;

import java.io.IOException;

/**
 * A word that does something.
 *
 * @param name the word
 * @param usage how it is typed
 * @param summary what it does, in a line
 * @param completion what can follow it
 * @param action does it
 */
record Command(String name, String usage, String summary, Completion completion, Action action) {

    /** Whether nothing can stand behind the word. */
    boolean standsAlone() {
        return usage.equals(name);
    }

    /** What a command can be followed by. */
    enum Completion {
        /** Nothing. */
        NOTHING,
        /** An expression. */
        EXPRESSION,
        /** A datum of the question. */
        GIVEN,
        /** A datum of the question, or the variable of a plot. */
        SWEPT,
        /** A topic, a problem, or a kind of selection. */
        SELECTION,
        /** A model of whose gradients there are questions. */
        GRADIENT,
        /** A problem. */
        PROBLEM,
        /** Anything there is help on. */
        HELP,
        /** A file. */
        FILE,
        /** A rating. */
        RATING,
        /** A theme. */
        THEME,
        /** Options of a plot. */
        PLOT
    }

    /** What a command does. */
    interface Action {
        /**
         * Does it.
         *
         * @param argument what was typed behind the word
         * @throws IOException if a file cannot be read or written
         * @throws Rejected if it cannot be done like this
         */
        void run(String argument) throws IOException;
    }
}
