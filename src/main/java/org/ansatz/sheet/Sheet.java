package org.ansatz.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.ansatz.bank.Bank;
import org.ansatz.mark.Mark;
import org.ansatz.problem.MarkingScheme;
import org.jspecify.annotations.Nullable;

/**
 * Marks the responses of a class. What comes out does not depend on the number of threads.
 *
 * <pre>{@code
 * try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 2)) {
 *     sheet.read(responses, Sheet.Form.CSV, Sheet.Each.NOBODY);
 *     MarkedClass marked = sheet.marked(result -> System.out.println(result.name() + " " + result.marks()));
 * }
 * }</pre>
 */
public final class Sheet implements Closeable {

    private static final int BATCH = 2048;

    private final Examiner examiner;
    private final int threads;
    private final Take take;
    private Ledger ledger = new Ledger();
    private @Nullable Checkpoint checkpoint;

    /** The responses that an earlier run has read. */
    private long earlier;

    /** How responses are written. */
    public enum Form {
        /** A table with a heading: a response in each row, or a question in each column. */
        CSV,
        /** JSON lines. */
        JSON
    }

    /** Receives each response with what came of it, in the order of reading. */
    public interface Each {
        /** Does nothing. */
        Each NOBODY = (response, outcome, mark) -> {};

        /** Receives a response. */
        void marked(Response response, Outcome outcome, Mark mark) throws IOException;
    }

    /** Receives what each candidate achieved, in the order in which they were first met. */
    public interface Candidates {
        /** Does nothing. */
        Candidates NOBODY = result -> {};

        /** Receives a candidate. */
        void achieved(CandidateResult result) throws IOException;
    }

    /**
     * A sheet for all problems of a bank.
     *
     * @param threads how many mark, at least one
     */
    public Sheet(Bank bank, MarkingScheme scheme, Authority authority, int threads) {
        this(new Examiner(bank, scheme, authority), threads);
    }

    /**
     * A sheet that an examiner marks.
     *
     * @param threads how many mark, at least one
     */
    public Sheet(Examiner examiner, int threads) {
        this.examiner = examiner;
        this.threads = threads;
        this.take = new Take(examiner, Intake.whole());
    }

    /**
     * Keeps in a folder what was read, every million rows, before any is read: if the program ends meanwhile, a sheet for the same
     * goes on from there. Then the rows that were marked are passed over.
     *
     * @param of what the marks rest on: the bank, the scheme, the file; what is kept for something else does not count
     * @return how many rows need not be marked again
     * @throws IOException in a sentence, if another program does so there, or the folder cannot be read
     */
    public long keep(Path folder, String of) throws IOException {
        return keep(folder, of, Checkpoint.ROWS);
    }

    /** The same, after each so many rows. */
    long keep(Path folder, String of, int rows) throws IOException {
        checkpoint = new Checkpoint(folder, of, rows);
        ledger.close();
        ledger = checkpoint.opened(take);
        earlier = take.intake().responses();
        return checkpoint.savedAt();
    }

    /** How many rows are kept so that they need not be marked again. */
    public long kept() {
        return checkpoint == null ? 0 : checkpoint.savedAt();
    }

    /** Removes what is kept, once it is of no use any more. */
    public void forget() throws IOException {
        if (checkpoint != null) {
            ledger.close();
            checkpoint.remove();
        }
    }

    // ---- rows in

    /**
     * Reads responses, and marks them.
     *
     * @throws IOException in a sentence, if they cannot be read to their end
     * @throws CancellationException if the thread was interrupted
     */
    public void read(InputStream stream, Form form, Each each) throws IOException {
        Source source = Source.of(stream);
        Responses from = form == Form.CSV
                ? new CsvResponses(source.reader(), examiner.questions())
                : new JsonResponses(source.reader());
        take.intake().encoded(source.encoding());
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "marking");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Desk desk = new Desk(workers, each);
            from.read(desk);
            desk.finish();
        } finally {
            workers.shutdownNow();
        }
    }

    /** How many responses were read so far, but for those that an earlier run has read. */
    public long responses() {
        return take.intake().responses() - earlier;
    }

    /** A response that waits to be marked. */
    private record Waiting(Take.Known known, long row) {}

    /** Takes responses in, hands them to those who mark in batches, and passes on what came of them in order. */
    private final class Desk implements Responses.Receiver {
        private final ExecutorService workers;
        private final Each each;
        private final BlockingQueue<Ledger.Writer> writers = new LinkedBlockingQueue<>();
        private final Deque<Future<List<Take.Judged>>> under = new ArrayDeque<>();
        private final Deque<List<Waiting>> batches = new ArrayDeque<>();
        private List<Waiting> batch = new ArrayList<>(BATCH);

        /** The rows that an earlier run has read. */
        private long toPass = kept();

        Desk(ExecutorService workers, Each each) {
            this.workers = workers;
            this.each = each;
            for (int i = 0; i < threads; i++) {
                writers.add(ledger.writer());
            }
        }

        @Override
        public void response(Response response) throws IOException {
            if (toPass > 0) {
                toPass--;
                return;
            }
            if (checkpoint != null && checkpoint.isDue(take.intake().rows())) {
                await();
                checkpoint.save(ledger, take);
            }
            Take.Known known = take.take(response);
            if (known == null) {
                return;
            }
            batch.add(new Waiting(known, take.intake().responses()));
            if (batch.size() == BATCH) {
                hand();
            }
        }

        @Override
        public void refused(long line, String reason) {
            if (toPass > 0) {
                toPass--;
            } else {
                take.intake().refused(line, reason);
            }
        }

        private void hand() throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped");
            }
            List<Waiting> full = batch;
            batch = new ArrayList<>(BATCH);
            batches.add(full);
            under.add(workers.submit(() -> mark(full)));
            if (under.size() > 2 * threads) {
                passOn();
            }
        }

        private List<Take.Judged> mark(List<Waiting> full) throws IOException, InterruptedException {
            Ledger.Writer writer = writers.take();
            try {
                List<Take.Judged> judged = new ArrayList<>(full.size());
                for (Waiting waiting : full) {
                    Take.Judged one = take.judge(waiting.known());
                    writer.add(
                            waiting.known().response().candidate(),
                            waiting.row(),
                            waiting.known().item().index(),
                            one.number());
                    judged.add(one);
                }
                return judged;
            } finally {
                writers.add(writer);
            }
        }

        /** Waits for the oldest batch. */
        private void passOn() throws IOException {
            try {
                List<Take.Judged> judged = under.remove().get();
                List<Waiting> full = batches.remove();
                if (each != Each.NOBODY) {
                    for (int i = 0; i < full.size(); i++) {
                        Take.Judged one = judged.get(i);
                        each.marked(full.get(i).known().response(), one.outcome(), one.mark());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        void finish() throws IOException {
            if (toPass > 0) {
                throw new IOException("it has fewer rows than an earlier run has read");
            }
            await();
        }

        /** Until all that was read is in the ledger. */
        private void await() throws IOException {
            hand();
            while (!under.isEmpty()) {
                passOn();
            }
            for (Ledger.Writer writer : writers) {
                writer.flush();
            }
        }
    }

    // ---- results out

    /**
     * Puts together what was read.
     *
     * @param candidates receives what each achieved
     * @throws IOException in a sentence, if what was kept cannot be read again
     */
    public MarkedClass marked(Candidates candidates) throws IOException {
        Scoring scoring = new Scoring(examiner, take.registers());
        Results results = new Results(ledger, scoring);
        Sums sums = results.sums(candidates);
        List<ItemTally> tallies = results.tallies(scoring.distribution(sums));
        return new Conclusions(examiner, take).of(scoring, sums, tallies);
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        if (checkpoint != null) {
            checkpoint.close();
        }
    }
}
