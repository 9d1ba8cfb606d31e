package org.ansatz.practice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.mark.Mark;
import org.ansatz.quantity.Rational;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/**
 * A timed paper. A right answer earns its question's marks; a wrong option of a question with one right option costs a third
 * of them; other wrong answers cost nothing (GATE, marking scheme).
 */
public final class Exam {

    private static final Rational PENALTY = Rational.of(1, 3);

    private final List<Item> items = new ArrayList<>();
    private final Recorder recorder;
    private final Instant start;
    private final Duration length;
    private Instant entered;
    private int at;

    /** One question of the paper. */
    public static final class Item {
        private final Showing showing;
        private String reply = "";
        private Mark mark = new Mark.Unscored("");
        private boolean marked;
        private boolean visited;
        private Duration spent = Duration.ZERO;

        private Item(Showing showing) {
            this.showing = showing;
        }

        /** The question. */
        public Showing showing() {
            return showing;
        }

        /** The reply that counts, or an empty text. */
        public String reply() {
            return reply;
        }

        /** What the reply is worth. Not to be shown before the end. */
        public Mark mark() {
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

        /** What the reply earns; less than nothing for a wrong option. */
        public Rational score() {
            if (mark instanceof Mark.Right || mark instanceof Mark.UnitMissing) {
                return Rational.of(worth());
            }
            boolean choice = showing.problem().answer().takesOneOption();
            return mark instanceof Mark.Wrong && choice
                    ? Rational.of(worth()).times(PENALTY).negate()
                    : Rational.ZERO;
        }
    }

    Exam(List<Showing> showings, Recorder recorder, Duration length) {
        showings.forEach(showing -> items.add(new Item(showing)));
        this.recorder = recorder;
        this.start = recorder.now();
        this.length = length;
        this.entered = start;
        items.get(0).visited = true;
    }

    /** The questions, in order. */
    public List<Item> items() {
        return List.copyOf(items);
    }

    /** The number of the question on the screen, from 0. */
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

    /** How much time is left, none at the least. */
    public Duration left() {
        Duration left = length.minus(Duration.between(start, recorder.now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether the time is up. */
    public boolean isOver() {
        return left().isZero();
    }

    /** Goes to a question, counted from 0; to the first after the last. */
    public void go(int to) {
        leave();
        at = Math.floorMod(to, items.size());
        items.get(at).visited = true;
    }

    /** Counts the time that the question was on the screen. */
    public void leave() {
        Instant now = recorder.now();
        Instant end = now.isAfter(start.plus(length)) ? start.plus(length) : now;
        if (end.isAfter(entered)) {
            current().spent = current().spent.plus(Duration.between(entered, end));
        }
        entered = now;
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
        item.mark = new Mark.Unscored("");
    }

    /** Marks the question on the screen for review, or takes the mark away. */
    public void toggleMark() {
        current().marked = !current().marked;
    }

    /** What all replies earn together. */
    public Rational score() {
        Rational score = Rational.ZERO;
        for (Item item : items) {
            score = score.plus(item.score());
        }
        return score;
    }

    /** What could be earned. */
    public int worth() {
        int worth = 0;
        for (Item item : items) {
            worth += item.worth();
        }
        return worth;
    }
}
