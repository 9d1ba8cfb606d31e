package org.ansatz.terminal;

import java.time.Duration;
import java.util.concurrent.Future;

/** Waits for work that another thread does, and lets the learner break it off. */
interface Patience {

    /**
     * The result.
     *
     * @throws Stopped if the learner does not want to wait any longer; the work is cancelled
     * @throws Rejected if the work failed, with the reason
     */
    <T> T await(Future<T> work);

    /** Lets some time pass; false if the learner does not want to wait any longer, or nobody is there to say so. */
    boolean pauses(Duration time);

    /** Says that the learner broke a computation off. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
