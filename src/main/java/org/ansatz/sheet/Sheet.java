package org.ansatz.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ansatz.bank.Bank;
import org.ansatz.mark.Mark;
import org.ansatz.problem.Key;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
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
    private static final int MOST_UNREAD = 1000;

    /** The most solved variants that are kept. */
    private static final int MOST_VARIANTS = 5000;

    private final Questions questions;
    private final MarkingScheme scheme;
    private final int threads;
    private final AtomicReferenceArray<Rubric> published;
    private final Map<Asked, Rubric> variants = new ConcurrentHashMap<>();
    private final Intake intake = new Intake();
    private Ledger ledger = new Ledger();
    private @Nullable Checkpoint checkpoint;

    /** The responses that an earlier run has read. */
    private long earlier;

    private Seeds seeds = Seeds.NONE;
    private Rules rules;

    private record Asked(int item, long seed) {}

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
        this.scheme = scheme;
        this.rules = new Rules(authority, DecisionFile.NONE, false);
        this.threads = threads;
        List<Item> items = new ArrayList<>();
        for (Problem problem : bank.problems().values()) {
            List<Key.Claim> claims = bank.keysOf(problem);
            items.add(new Item(items.size(), problem, scheme.worth(problem), claims.isEmpty() ? null : claims.get(0)));
        }
        this.questions = new Questions(items);
        this.published = new AtomicReferenceArray<>(items.size());
    }

    /**
     * Takes over decisions on single replies, before any is read: a table with the columns question, reply and decision.
     *
     * @throws IOException in a sentence, if they cannot be read
     */
    public void decide(InputStream table) throws IOException {
        DecisionFile decisions = DecisionFile.read(Source.of(table).reader(), questions);
        rules = new Rules(rules.authority(), decisions, rules.hasDecimalCommas());
    }

    /** Takes a comma between digits for a decimal point from now on, as spreadsheets of many countries write it. */
    public void readDecimalCommas() {
        rules = new Rules(rules.authority(), rules.decisions(), true);
    }

    /**
     * Takes over which variant each candidate had, before any response is read: a table with the columns candidate and seed, or
     * candidate and version, of a paper.
     *
     * @throws IOException in a sentence, if they cannot be read
     */
    public void seed(InputStream table) throws IOException {
        seeds = Seeds.read(Source.of(table).reader());
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
        ledger = checkpoint.opened(intake, questions.all());
        earlier = intake.responses();
        for (Item item : questions.all()) {
            if (item.isAsked()) {
                rubric(item, Problem.PUBLISHED); // what is to be said of it at the end
            }
        }
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
        Responses from =
                form == Form.CSV ? new CsvResponses(source.reader(), questions) : new JsonResponses(source.reader());
        intake.encoded(source.encoding());
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
        return intake.responses() - earlier;
    }

    /** A response that waits to be marked. */
    private record Waiting(Response response, Item item, long seed, long row) {}

    /** Takes responses in, hands them to those who mark in batches, and passes on what came of them in order. */
    private final class Desk implements Responses.Receiver {
        private final ExecutorService workers;
        private final Each each;
        private final BlockingQueue<Ledger.Writer> writers = new LinkedBlockingQueue<>();
        private final Deque<Future<List<Rubric.Judged>>> under = new ArrayDeque<>();
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
            if (checkpoint != null && checkpoint.isDue(intake.rows())) {
                await();
                checkpoint.save(ledger, intake, questions.all());
            }
            intake.response();
            Item item = questions.find(response.question());
            if (item == null) {
                intake.unknown(response, questions.unknown(response.question()));
                return;
            }
            Long seed = seeds.of(response.candidate(), item.problem());
            if (seed == null) {
                intake.unknown(
                        response, "no seed is given for the candidate '" + shortened(response.candidate()) + "'");
                return;
            }
            batch.add(new Waiting(response, item, seed, intake.responses()));
            if (batch.size() == BATCH) {
                hand();
            }
        }

        @Override
        public void refused(long line, String reason) {
            if (toPass > 0) {
                toPass--;
            } else {
                intake.refused(line, reason);
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

        private List<Rubric.Judged> mark(List<Waiting> full) throws IOException, InterruptedException {
            Ledger.Writer writer = writers.take();
            try {
                List<Rubric.Judged> judged = new ArrayList<>(full.size());
                for (Waiting waiting : full) {
                    Rubric.Judged one = rubric(waiting.item(), waiting.seed())
                            .judged(waiting.response().reply());
                    one.count().increment();
                    writer.add(
                            waiting.response().candidate(),
                            waiting.row(),
                            waiting.item().index(),
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
                List<Rubric.Judged> judged = under.remove().get();
                List<Waiting> full = batches.remove();
                if (each != Each.NOBODY) {
                    for (int i = 0; i < full.size(); i++) {
                        Rubric.Judged one = judged.get(i);
                        each.marked(full.get(i).response(), one.outcome(), one.mark());
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

    private Rubric rubric(Item item, long seed) {
        if (seed != Problem.PUBLISHED) {
            if (variants.size() >= MOST_VARIANTS) {
                variants.clear(); // those that are met again are solved again
            }
            return variants.computeIfAbsent(new Asked(item.index(), seed), asked -> {
                Rubric own = Rubric.of(item, asked.seed(), rules);
                // a paper has the published question where its routes do not agree on a version
                return seeds.areVersions() && !own.isSolved() ? rubric(item, Problem.PUBLISHED) : own;
            });
        }
        Rubric known = published.get(item.index());
        if (known != null) {
            return known;
        }
        item.ask();
        published.compareAndSet(item.index(), null, Rubric.of(item, seed, rules)); // two threads would solve it alike
        return published.get(item.index());
    }

    private static String shortened(String text) {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    // ---- results out

    /**
     * Puts together what was read.
     *
     * @param candidates receives what each achieved
     * @throws IOException in a sentence, if what was kept cannot be read again
     */
    public MarkedClass marked(Candidates candidates) throws IOException {
        Results results = new Results(questions.all(), ledger, this::objection, this::isToAll);
        Results.Whole whole = results.whole(candidates);
        MarkedClass.Tally tally = new MarkedClass.Tally(
                intake.responses(), whole.counted(), whole.superseded(), intake.unknown(), intake.refused(), remarks());
        return new MarkedClass(
                scheme.name(),
                rules.authority(),
                tally,
                whole.most(),
                whole.distribution(),
                whole.alpha(),
                whole.items(),
                unread());
    }

    private String objection(Item item) {
        Rubric rubric = published.get(item.index());
        return rubric == null ? "" : rubric.objection();
    }

    /** Whether everybody gets the marks of a question, whose key speaks of the published data alone. */
    private boolean isToAll(Item item) {
        Rubric rubric = published.get(item.index());
        return item.worth().isToAll() || seeds.isEmpty() && rubric != null && rubric.isToAll();
    }

    private List<String> remarks() {
        List<String> all = intake.remarks();
        for (Item item : questions.all()) {
            if (item.replies() == null) {
                all.add(item.id() + " has more than " + Item.MAX_REPLIES
                        + " different replies that are not right, which are not listed");
            }
        }
        return all;
    }

    private List<MarkedClass.Unread> unread() {
        List<MarkedClass.Unread> unread = new ArrayList<>();
        for (Item item : questions.all()) {
            Map<String, Item.Replied> replies = item.replies();
            if (replies != null && objection(item).isEmpty()) {
                replies.forEach((reply, replied) -> {
                    Result result = replied.outcome().result();
                    if (result == Result.UNREADABLE || result == Result.UNDECIDED) {
                        unread.add(new MarkedClass.Unread(
                                item.id(),
                                reply,
                                replied.reason(),
                                replied.count().sum()));
                    }
                });
            }
        }
        unread.sort(java.util.Comparator.comparingLong(MarkedClass.Unread::count)
                .reversed()
                .thenComparing(MarkedClass.Unread::question)
                .thenComparing(MarkedClass.Unread::reply));
        return unread.subList(0, Math.min(MOST_UNREAD, unread.size()));
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        if (checkpoint != null) {
            checkpoint.close();
        }
    }
}
