package org.ansatz.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;

/** Verdicts to be found, in parallel where that pays, in a given time; the result has the order of the tasks. */
final class Batch {

    /** Below this many verdicts a second thread costs more than it saves. */
    private static final int WORTH_THREADS = 16;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Callable<Verdict>> tasks = new ArrayList<>();

    void add(Problem problem, Callable<Verdict> task) {
        problems.add(problem);
        tasks.add(task);
    }

    /** The verdicts, whoever finishes first; what is not done after {@code seconds} has failed. */
    List<Verdict> verdicts(int seconds) throws InterruptedException {
        int threads = tasks.size() < WORTH_THREADS ? 1 : Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads, Batch::daemon);
        List<Future<Verdict>> futures = pool.invokeAll(tasks, seconds, TimeUnit.SECONDS);
        List<Verdict> verdicts = new ArrayList<>(futures.size());
        for (int i = 0; i < futures.size(); i++) {
            verdicts.add(verdict(futures.get(i), problems.get(i), seconds));
        }
        pool.shutdownNow();
        return verdicts;
    }

    private static Verdict verdict(Future<Verdict> future, Problem problem, int seconds) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return Verifier.failed(problem, "not judged within " + seconds + " s (--timeout)");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A thread that does not keep the program alive. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "verdicts");
        thread.setDaemon(true);
        return thread;
    }
}
