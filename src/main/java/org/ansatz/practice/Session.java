package org.ansatz.practice;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.mark.Mark;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Template;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.History;
import org.ansatz.progress.Paper;
import org.ansatz.progress.Progress;
import org.ansatz.progress.Stopwatch;
import org.ansatz.progress.Writer;
import org.ansatz.quantity.NoValue;
import org.ansatz.schedule.Fsrs;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/** A learner at work: the question that is open, and what was replied to it. Used by one thread. */
public final class Session {

    private final Catalogue catalogue;

    /** By id; never changed but replaced, for the prompt completes ids while another thread opens the first question. */
    private volatile Map<String, Entry> entries;

    private final Showings showings;
    private final Recorder recorder;
    private final Queue queue;
    private final ZoneId zone;
    private final SplitMix random;
    private @Nullable Showing showing;
    private @Nullable Showing answered;
    private @Nullable Exam exam;
    private @Nullable Exam handedIn;

    /**
     * A session.
     *
     * @param catalogue the bank
     * @param store opens the progress when it is needed first
     * @param clock tells the time
     * @param zone where days begin and end
     * @param random draws variants
     * @param worker solves questions in the background
     */
    public Session(
            Catalogue catalogue, Supplier<Progress> store, Clock clock, ZoneId zone, SplitMix random, Executor worker) {
        this.catalogue = catalogue;
        Map<String, Entry> byId = new LinkedHashMap<>();
        catalogue.entries().forEach(entry -> byId.put(entry.id(), entry));
        this.entries = byId;
        this.showings = new Showings(random, worker);
        this.recorder = new Recorder(store, clock);
        this.queue = new Queue(this::entries);
        this.zone = zone;
        this.random = random;
    }

    /**
     * A reply and what became of it.
     *
     * @param counted whether it was kept as an attempt
     */
    public record Answered(Mark mark, boolean counted) {}

    // ---- what is there

    /** What there is to choose from. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** Whether there is a problem of this id. */
    public boolean has(String id) {
        return entries.containsKey(id);
    }

    /** The entry of this id, or the only one whose id ends with it; or null. */
    public @Nullable Entry called(String id) {
        Entry called = catalogue.called(id);
        return called != null && has(called.id()) ? called : null;
    }

    /**
     * The problem of an entry. One that cannot be read any more is no longer among the {@link #entries}.
     *
     * @throws IOException in a sentence, if it cannot be read any more
     */
    public Problem read(Entry entry) throws IOException {
        try {
            return catalogue.read(entry);
        } catch (IOException e) {
            Map<String, Entry> others = new LinkedHashMap<>(entries);
            others.remove(entry.id());
            entries = others;
            throw e;
        }
    }

    /** The question that is open, or null. */
    public @Nullable Showing showing() {
        return showing;
    }

    /** The question that was answered last, or null. */
    public @Nullable Showing answered() {
        return answered;
    }

    /** The exam that is being written, or null. */
    public @Nullable Exam exam() {
        return exam;
    }

    /** The time. */
    public Instant now() {
        return recorder.now();
    }

    /** Where days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** Where attempts are kept. */
    public Progress progress() {
        return recorder.progress();
    }

    /**
     * What follows from all attempts so far.
     *
     * @throws IOException if they cannot be read
     */
    public History history() throws IOException {
        return History.of(progress().attempts(), Fsrs.DEFAULT, now(), zone);
    }

    // ---- questions

    /**
     * Opens the next question.
     *
     * @return why it is this one, or null if there is none
     * @throws IOException if the progress, or the question, cannot be read
     */
    public Queue.@Nullable Reason next(Selection selection) throws IOException {
        History history = history();
        Queue.Next next = queue.next(selection, history);
        if (next == null) {
            return null;
        }
        Problem problem = read(next.entry());
        open(problem, seed(problem, history));
        return next.reason();
    }

    /**
     * Opens a problem: as published if it was never answered, with other data otherwise.
     *
     * @throws IOException if the progress, or the problem, cannot be read
     */
    public Showing open(Entry entry) throws IOException {
        Problem problem = read(entry);
        return open(problem, seed(problem, history()));
    }

    /** The seed of the data to show: those that were published come first, and their letters stay until they are right. */
    private long seed(Problem problem, History history) {
        return history.standing(problem.id()) != null ? showings.draw(problem) : Problem.PUBLISHED;
    }

    /**
     * Opens a problem with the data of a seed.
     *
     * @throws NoValue if there are none
     */
    public Showing open(Problem problem, long seed) {
        return sit(showings.open(problem, seed));
    }

    /** Opens the question that is open with other data. */
    public Showing vary() {
        Problem problem = open().problem();
        return open(problem, showings.draw(problem));
    }

    /**
     * Opens the question that is open with a value of its data replaced.
     *
     * @throws ExpressionFault if there is no such name, or this is no value for it
     */
    public Showing set(String name, String value) {
        Showing open = open();
        Problem problem = open.problem();
        Settings settings = open.settingsSoFar().with(problem, name, value);
        return sit(showings.open(problem, settings.in(problem, open.data()), settings));
    }

    private Showing sit(Showing next) {
        queue.shown(next.problem().id());
        if (showing != null && showing != answered) {
            showing.abandon();
        }
        showing = next;
        return next;
    }

    /** Puts the open question aside. */
    public void close() {
        showing = null;
    }

    private Showing open() {
        if (showing == null) {
            throw new IllegalStateException("no question is open");
        }
        return showing;
    }

    // ---- replies

    /**
     * What a reply to the open question is worth; nothing is kept. It may take long, and may be done by another thread.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Mark mark(String text) {
        return open().solved().mark(text);
    }

    /**
     * Marks a reply to the open question. An attempt is kept before this returns.
     *
     * @throws IOException if it cannot be kept
     */
    public Answered reply(String text) throws IOException {
        return reply(text, mark(text));
    }

    /**
     * Takes a reply to the open question that is marked. An attempt is kept before this returns.
     *
     * @param mark what it is worth, see {@link #mark}
     * @throws IOException if it cannot be kept
     */
    public Answered reply(String text, Mark mark) throws IOException {
        Showing open = open();
        if (mark instanceof Mark.Unreadable || mark instanceof Mark.Unscored || open.isOver()) {
            return new Answered(mark, false);
        }
        Rating rating = open.take(mark);
        recorder.add(open, text, mark, rating, false);
        answered = open;
        return new Answered(mark, true);
    }

    /** The next hint, or null if there is none left. */
    public @Nullable Template hint() {
        Showing open = open();
        List<Template> hints = open.problem().texts().hints();
        if (open.hints() >= hints.size()) {
            return null;
        }
        open.countHint();
        return hints.get(open.hints() - 1);
    }

    /**
     * Takes note that the solution is shown, if there is one. Before the question is answered, that counts as not knowing it.
     *
     * @throws IOException if it cannot be kept
     */
    public void giveUp() throws IOException {
        Showing open = open();
        if (!open.isOver() && open.solved().answer() != null) {
            open.show();
            recorder.addShown(open);
            answered = open;
        }
    }

    /**
     * Rates the last question that was answered otherwise than it was.
     *
     * @return whether there was one
     * @throws IOException if it cannot be kept
     */
    public boolean rate(Rating rating) throws IOException {
        if (answered == null || !answered.isOver()) {
            return false;
        }
        progress().rate(answered.id(), rating);
        answered.rate(rating);
        return true;
    }

    /**
     * Takes the last attempt back, and opens its question again.
     *
     * @return whether there was one
     * @throws IOException if that cannot be kept
     */
    public boolean undo() throws IOException {
        if (answered == null || !progress().undo(answered.id())) {
            return false;
        }
        answered.reopen();
        showing = answered;
        return true;
    }

    // ---- exams

    /** The problems of a topic, in an order drawn for a paper. */
    public List<Entry> paper(String topic) {
        return queue.drawn(topic, random);
    }

    /**
     * Begins an exam, with data drawn for it where a problem has variants.
     *
     * @param paper at least one problem
     * @throws IOException if one cannot be read any more, or the paper cannot be kept
     */
    public Exam begin(List<Entry> paper, Duration length) throws IOException {
        List<Exam.Item> items = new ArrayList<>();
        for (Entry entry : paper) {
            Problem problem = read(entry);
            Showing question = showings.open(problem, showings.draw(problem));
            items.add(new Exam.Item(items.size() + 1, question, Exam.fresh(question, catalogue.stamp(entry)), ""));
        }
        Paper fresh = new Paper(random.next(), length, Stopwatch.started(now()), 0, false, Writer.self(), List.of());
        return sit(new Exam(fresh, items, List.of(), recorder));
    }

    /** From here on, nothing that was done before can be taken back or rated. */
    private Exam sit(Exam begun) throws IOException {
        begun.keep(false);
        if (showing != null && showing != answered) {
            showing.abandon();
        }
        showing = null;
        answered = null;
        exam = begun;
        return begun;
    }

    /**
     * The paper that was begun, here or in a program that is no more, and is not handed in; or null.
     *
     * @throws IOException if it cannot be read
     */
    public @Nullable Paper unfinished() throws IOException {
        Paper paper = progress().paper();
        return paper == null || paper.isHandedIn() ? null : paper;
    }

    /**
     * Goes on with the paper that is not handed in.
     *
     * @return null if no question of it is what it was; it is then over
     * @throws IOException if it cannot be read or kept
     */
    public @Nullable Exam resume(Paper paper) throws IOException {
        Exam again = opened(paper);
        if (again == null) {
            progress()
                    .keep(new Paper(
                            paper.id(), paper.length(), paper.watch(), 0, true, Writer.self(), paper.questions()));
            return null;
        }
        return sit(again);
    }

    /** A paper as it was kept; null if no question of it is what it was. */
    private @Nullable Exam opened(Paper paper) throws IOException {
        List<Attempt> attempts = progress().attempts();
        List<Exam.Item> items = new ArrayList<>();
        List<Exam.Withdrawn> withdrawn = new ArrayList<>();
        for (Paper.Question question : paper.questions()) {
            int number = items.size() + withdrawn.size() + 1;
            String reply = Exam.reply(question, attempts);
            try {
                items.add(new Exam.Item(number, again(question), question, reply));
            } catch (IOException | NoValue e) {
                withdrawn.add(new Exam.Withdrawn(number, question, reply, String.valueOf(e.getMessage())));
            }
        }
        return items.isEmpty() ? null : new Exam(paper, items, withdrawn, recorder);
    }

    private Showing again(Paper.Question question) throws IOException {
        Entry entry = entries.get(question.problem());
        if (entry == null) {
            throw new IOException("it is no longer in the bank, or cannot be read");
        }
        if (!catalogue.stamp(entry).equals(question.stamp())) {
            throw new IOException("its file was changed since the paper began");
        }
        return showings.again(question.sitting(), read(entry), question.seed());
    }

    /**
     * Hands the paper in that is being written.
     *
     * @throws IOException if that cannot be kept
     */
    public void handIn() throws IOException {
        if (exam != null) {
            exam.keep(true);
            handedIn = exam;
            exam = null;
        }
    }

    /**
     * The paper that was handed in last, here or in a program before; or null.
     *
     * @throws IOException if it cannot be read
     */
    public @Nullable Exam handedIn() throws IOException {
        Paper paper = handedIn == null ? progress().paper() : null;
        if (paper != null && paper.isHandedIn()) {
            handedIn = opened(paper);
        }
        return handedIn;
    }

    /** Opens a question of a paper that was handed in, as it was asked; what is replied now does not count. */
    public Showing review(Exam.Item item) {
        item.showing().end();
        return sit(item.showing());
    }
}
