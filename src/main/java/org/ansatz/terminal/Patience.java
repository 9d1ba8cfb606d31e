package org.ansatz.terminal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Waits for work that another thread does, and lets the learner break it off. */
interface Patience {

    /**
     * The result.
     *
     * @param how says in a few words how far the work has come, asked again and again while it goes on
     * @throws Stopped if the learner does not want to wait any longer; the work is cancelled
     * @throws Rejected if the work failed, with the reason
     */
    <T> T await(Future<T> work, Supplier<String> how);

    /** The result of work of which nothing more is known than that it goes on. */
    default <T> T await(Future<T> work) {
        return await(work, () -> "working");
    }

    /** No key was typed. */
    int NO_KEY = 0;

    /** The learner does not want to wait any longer, or nobody is there to say so. */
    int LEAVE = -1;

    /** Waits some time for a key: its character, {@link #NO_KEY}, or {@link #LEAVE}. */
    int key(Duration time);

    /** Says that the learner broke a computation off. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
