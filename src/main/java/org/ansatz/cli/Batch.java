package org.ansatz.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;

/** Verdicts to be found, in parallel where that pays, in a given time; the result has the order of the tasks. */
final class Batch {

    /** Below this many verdicts a second thread costs more than it saves. */
    private static final int WORTH_THREADS = 16;

    private final List<Task> tasks = new ArrayList<>();
    private final boolean explain;
    private final Sink screen;
    private AtomicLongArray nanos = new AtomicLongArray(0);

    /**
     * A batch of work.
     *
     * @param explain whether misconceptions are executed, as they are to be shown
     * @param screen where is said how many verdicts are found
     */
    Batch(boolean explain, Sink screen) {
        this.explain = explain;
        this.screen = screen;
    }

    /** A verdict to be found. */
    private record Task(Problem problem, long seed, List<Key.Claim> keys, boolean explain)
            implements Callable<Verdict> {
        @Override
        public Verdict call() {
            Verdict verdict =
                    seed == Problem.PUBLISHED ? Verifier.published(problem, keys) : Verifier.variant(problem, seed);
            return explain ? Verifier.assuming(Verifier.explained(verdict)) : verdict;
        }
    }

    /** Adds the published question and, if it has variants, those for the seeds from 1 to {@code variants}. */
    void add(Problem problem, List<Key.Claim> keys, int variants) {
        tasks.add(new Task(problem, Problem.PUBLISHED, keys, explain));
        for (int seed = 1; problem.variants() != null && seed <= variants; seed++) {
            tasks.add(new Task(problem, seed, List.of(), explain));
        }
    }

    /** The verdicts, whoever finishes first; what is not done by the deadline has failed. */
    List<Verdict> verdicts(Deadline deadline) throws InterruptedException {
        int threads = tasks.size() < WORTH_THREADS ? 1 : Runtime.getRuntime().availableProcessors();
        AtomicLongArray spent = new AtomicLongArray(tasks.size());
        nanos = spent;
        AtomicInteger done = new AtomicInteger();
        screen.working(() -> done + " of " + tasks.size());
        List<Callable<Verdict>> work = new ArrayList<>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            int index = i;
            work.add(() -> {
                long start = System.nanoTime();
                try {
                    return tasks.get(index).call();
                } finally {
                    spent.set(index, System.nanoTime() - start);
                    done.incrementAndGet();
                }
            });
        }
        List<Future<Verdict>> futures = deadline.all(work, threads);
        List<Verdict> verdicts = new ArrayList<>(futures.size());
        for (int i = 0; i < futures.size(); i++) {
            verdicts.add(verdict(futures.get(i), tasks.get(i), deadline.seconds()));
        }
        return verdicts;
    }

    /** How long each of the verdicts took, in their order; nothing is known of those that are still at work after the deadline. */
    List<Duration> times() {
        return IntStream.range(0, nanos.length())
                .mapToObj(i -> Duration.ofNanos(nanos.get(i)))
                .toList();
    }

    private static Verdict verdict(Future<Verdict> future, Task task, int seconds) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return Verifier.failed(task.problem(), task.seed(), "not judged within " + seconds + " s (--timeout)");
        } catch (ExecutionException e) {
            // A defect of ours in one verdict must not cost all the others.
            return Verifier.failed(task.problem(), task.seed(), "internal error, please report it: " + e.getCause());
        }
    }
}
