package org.ansatz.terminal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Waits as long as it takes, where nobody watches. */
final class SimplePatience implements Patience {

    @Override
    public <T> T await(Future<T> work, Supplier<String> how) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            work.cancel(true);
            throw new Stopped();
        } catch (CancellationException e) {
            throw new Stopped();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    @Override
    public int key(Duration time) {
        return LEAVE;
    }

    /** The result of work that is done. */
    static <T> T done(Future<T> work) {
        return new SimplePatience().await(work);
    }

    /** What to say of work that failed. */
    static RuntimeException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof CancellationException) {
            return new Stopped();
        }
        return cause instanceof RuntimeException
                ? (RuntimeException) cause
                : new Rejected(cause == null ? "it failed" : String.valueOf(cause.getMessage()));
    }
}
