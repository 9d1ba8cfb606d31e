package org.ansatz.practice;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.mark.Mark;
import org.ansatz.problem.Problem;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.Paper;
import org.ansatz.progress.Stopwatch;
import org.ansatz.progress.Writer;
import org.ansatz.quantity.Rational;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/**
 * A timed paper. A right reply earns its question's marks; a wrong one to a question of which one option is right costs a
 * third of them, in whatever form it is given; other wrong replies cost nothing (GATE, marking scheme). What cannot be marked
 * does not count. Every change is kept at once, so that the paper outlives the program, and its clock goes on meanwhile.
 */
public final class Exam {

    private static final Rational PENALTY = Rational.of(1, 3);

    private final List<Item> items;
    private final List<Withdrawn> withdrawn;
    private final Recorder recorder;
    private final long id;
    private final Duration length;
    private Stopwatch watch;
    private boolean handedIn;
    private Duration entered;
    private int at;

    /**
     * A question that is no longer what it was when the paper began, and does not count.
     *
     * @param number in the paper, from 1
     * @param question as it was kept
     * @param reply that it was given, or an empty text
     * @param reason why, in a few words
     */
    public record Withdrawn(int number, Paper.Question question, String reply, String reason) {}

    /** One question of the paper. */
    public static final class Item {
        private final int number;
        private final Showing showing;
        private final String stamp;
        private String reply;
        private @Nullable Mark mark;
        private boolean marked;
        private boolean visited;
        private Duration spent;

        Item(int number, Showing showing, Paper.Question kept, String reply) {
            this.number = number;
            this.showing = showing;
            this.stamp = kept.stamp();
            this.reply = reply;
            this.marked = kept.isMarked();
            this.visited = kept.isVisited();
            this.spent = kept.spent();
        }

        /** Its number in the paper, from 1; it stays what it was if others are withdrawn. */
        public int number() {
            return number;
        }

        /** The question. */
        public Showing showing() {
            return showing;
        }

        /** The reply that counts, or an empty text. */
        public String reply() {
            return reply;
        }

        /** What the reply is worth. Not to be shown before the end. Waits until the question is solved. */
        public Mark mark() {
            if (mark == null) {
                mark = isAnswered() ? showing.solved().mark(reply) : new Mark.Unscored("");
            }
            return mark;
        }

        /** Whether it is marked for review. */
        public boolean isMarked() {
            return marked;
        }

        /** Whether it was looked at. */
        public boolean isVisited() {
            return visited;
        }

        /** Whether there is a reply. */
        public boolean isAnswered() {
            return !reply.isEmpty();
        }

        /** How long it was on the screen. */
        public Duration spent() {
            return spent;
        }

        /** What a right answer earns. */
        public int worth() {
            return showing.problem().card().marks();
        }

        /** What a wrong reply costs, in whatever form it is given. */
        public Rational penalty() {
            return showing.problem().answer().takesOneOption()
                    ? Rational.of(worth()).times(PENALTY)
                    : Rational.ZERO;
        }

        /** Whether it counts: what its routes do not agree on does not. Waits until the question is solved. */
        public boolean counts() {
            return showing.solved().objection().isEmpty();
        }

        /** Whether the reply is right, if only for its number. */
        public boolean isRight() {
            return mark() instanceof Mark.Right || mark() instanceof Mark.UnitMissing;
        }

        /** What the reply earns; less than nothing for a wrong option. */
        public Rational score() {
            if (isRight()) {
                return Rational.of(worth());
            }
            return mark() instanceof Mark.Wrong ? penalty().negate() : Rational.ZERO;
        }

        private Paper.Question kept() {
            return new Paper.Question(
                    showing.id(), showing.problem().id(), stamp, showing.data().seed(), marked, visited, spent);
        }
    }

    /** The same paper as it was kept, with those of its questions that are still what they were; at least one. */
    Exam(Paper paper, List<Item> items, List<Withdrawn> withdrawn, Recorder recorder) {
        this.items = List.copyOf(items);
        this.withdrawn = List.copyOf(withdrawn);
        this.recorder = recorder;
        this.id = paper.id();
        this.length = paper.length();
        this.watch = paper.watch();
        this.handedIn = paper.isHandedIn();
        this.at = placeOf(paper.at());
        this.entered = used();
        current().visited = true;
    }

    /** Where the question stands that was on the screen, told by its number from 0; if it is withdrawn, the next one. */
    private int placeOf(int number) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).number > number) {
                return i;
            }
        }
        return items.size() - 1;
    }

    /** A question of a new paper, as it is kept at first. */
    static Paper.Question fresh(Showing showing, String stamp) {
        Problem problem = showing.problem();
        return new Paper.Question(
                showing.id(), problem.id(), stamp, showing.data().seed(), false, false, Duration.ZERO);
    }

    /** The reply that a question was given last, or an empty text. */
    static String reply(Paper.Question question, List<Attempt> attempts) {
        String reply = "";
        for (Attempt attempt : attempts) {
            reply = attempt.sitting() == question.sitting() ? attempt.reply() : reply;
        }
        return reply;
    }

    /** The questions, in order. */
    public List<Item> items() {
        return items;
    }

    /** The questions that do not count because they are no longer what they were. */
    public List<Withdrawn> withdrawn() {
        return withdrawn;
    }

    /** How many questions the paper had when it began. */
    public int size() {
        return items.size() + withdrawn.size();
    }

    /** The place of the question on the screen among {@link #items}, from 0. */
    public int at() {
        return at;
    }

    /** The question on the screen. */
    public Item current() {
        return items.get(at);
    }

    /** How much time there is in all. */
    public Duration length() {
        return length;
    }

    /** How much time has passed until it was handed in, the whole of it at most. */
    public Duration used() {
        watch = handedIn ? watch : watch.at(recorder.now());
        return watch.used().compareTo(length) > 0 ? length : watch.used();
    }

    /** How much time is left, none at the least. */
    public Duration left() {
        return length.minus(used());
    }

    /** Whether the time is up. */
    public boolean isOver() {
        return left().isZero();
    }

    /**
     * Goes to a question, counted from 0; to the first after the last.
     *
     * @throws IOException if that cannot be kept
     */
    public void go(int to) throws IOException {
        leave();
        at = Math.floorMod(to, items.size());
        current().visited = true;
        keep(false);
    }

    /** Counts the time that the question was on the screen. */
    private void leave() {
        Duration now = used();
        current().spent = current().spent.plus(now.minus(entered));
        entered = now;
    }

    /** Keeps the paper as it is now. */
    void keep(boolean isOver) throws IOException {
        leave();
        handedIn = isOver;
        Map<Integer, Paper.Question> questions = new TreeMap<>();
        items.forEach(item -> questions.put(item.number, item.kept()));
        withdrawn.forEach(question -> questions.put(question.number(), question.question()));
        recorder.progress()
                .keep(new Paper(
                        id,
                        length,
                        watch,
                        current().number - 1,
                        isOver,
                        Writer.self(),
                        List.copyOf(questions.values())));
    }

    /**
     * Takes a reply to the question on the screen in place of one before; it is kept before this returns.
     *
     * @return why it cannot be taken, or null; never whether it is right
     * @throws IOException if it cannot be kept
     */
    public @Nullable Mark answer(String reply) throws IOException {
        return answer(reply, mark(reply));
    }

    /**
     * What a reply to the question on the screen is worth; nothing is kept. It may take long, and may be done by another thread.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Mark mark(String reply) {
        return current().showing.solved().mark(reply);
    }

    /**
     * Takes a reply that is marked, as {@link #answer(String)} does.
     *
     * @param mark what it is worth, see {@link #mark}
     */
    public @Nullable Mark answer(String reply, Mark mark) throws IOException {
        Item item = current();
        if (mark instanceof Mark.Unreadable || mark instanceof Mark.Unscored) {
            return mark;
        }
        boolean wrong = mark instanceof Mark.Wrong;
        recorder.add(item.showing, reply, mark, wrong ? Rating.AGAIN : Rating.GOOD, true);
        item.reply = reply;
        item.mark = mark;
        keep(false);
        return null;
    }

    /**
     * Takes the reply to the question on the screen away.
     *
     * @throws IOException if that cannot be kept
     */
    public void clear() throws IOException {
        Item item = current();
        while (item.isAnswered() && recorder.progress().undo(item.showing.id())) {
            // Every reply that was given to it, one after the other.
        }
        item.reply = "";
        item.mark = null;
        keep(false);
    }

    /**
     * Marks the question on the screen for review, or takes the mark away.
     *
     * @throws IOException if that cannot be kept
     */
    public void toggleMark() throws IOException {
        current().marked = !current().marked;
        keep(false);
    }

    /** The numbers of the questions that count and have no reply, from 1. Waits until all questions are solved. */
    public List<Integer> blanks() {
        List<Integer> blanks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isAnswered() && items.get(i).counts()) {
                blanks.add(items.get(i).number);
            }
        }
        return blanks;
    }

    /** What all replies earn together. Waits until all questions are solved. */
    public Rational score() {
        Rational score = Rational.ZERO;
        for (Item item : items) {
            score = score.plus(item.score());
        }
        return score;
    }

    /** What can be earned if every question counts. */
    public int worth() {
        return items.stream().mapToInt(Item::worth).sum();
    }

    /** What can be earned by the questions that count. Waits until all questions are solved. */
    public int counted() {
        return items.stream().filter(Item::counts).mapToInt(Item::worth).sum();
    }
}
