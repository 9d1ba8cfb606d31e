package org.ansatz.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The wall time that a command may take in all. */
final class Deadline {

    private final int seconds;
    private final long end;

    /** A deadline so many seconds from now. */
    Deadline(int seconds) {
        this.seconds = seconds;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** How long the command may take in all. */
    int seconds() {
        return seconds;
    }

    /**
     * Does all the work on so many threads until the deadline; what is not done by then is cancelled. The threads do not
     * keep the program alive.
     */
    <T> List<Future<T>> all(List<? extends Callable<T>> work, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Deadline::daemon);
        List<Future<T>> done = pool.invokeAll(work, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        pool.shutdownNow();
        return done;
    }

    /**
     * Does one piece of work.
     *
     * @throws java.util.concurrent.CancellationException if it takes too long
     * @throws ExecutionException if it fails
     */
    <T> T one(Callable<T> work) throws InterruptedException, ExecutionException {
        return this.<T>all(List.of(work), 1).get(0).get();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        return thread;
    }
}
