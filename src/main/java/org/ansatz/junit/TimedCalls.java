package org.ansatz.junit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a stranger's method, on a daemon thread of their own. When one does not return in time the thread is interrupted
 * and given up, and no further call is made.
 */
final class TimedCalls implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(TimedCalls::daemon);
    private final long seconds;
    private boolean isAbandoned;

    /**
     * Calls that may take some time each.
     *
     * @throws IllegalArgumentException if {@code seconds} is not positive
     */
    TimedCalls(long seconds) {
        if (seconds <= 0) {
            throw new IllegalArgumentException("a timeout is at least 1 s, not " + seconds);
        }
        this.seconds = seconds;
    }

    private static Thread daemon(Runnable calls) {
        Thread thread = new Thread(calls, "@Verify");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What the call returns.
     *
     * @throws TimeoutException if it does not return in time, or an earlier one did not
     * @throws Exception what it throws
     */
    @Nullable
    Object call(Callable<@Nullable Object> code) throws Exception {
        if (!isAbandoned) {
            Future<@Nullable Object> result = thread.submit(code);
            try {
                return result.get(seconds, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw asThrown(e.getCause());
            } catch (TimeoutException e) {
                isAbandoned = true;
                result.cancel(true);
            }
        }
        throw new TimeoutException("did not return within " + seconds + " s");
    }

    private static Exception asThrown(@Nullable Throwable cause) {
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return cause instanceof Exception ? (Exception) cause : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
