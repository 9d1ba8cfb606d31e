package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What came of the responses to a question. Safe to use from several threads. */
final class Register {

    /** The most different replies that are counted each for itself; of a question with more, none is. */
    static final int MAX_REPLIES = 20_000;

    /** Of longer replies the beginning is kept. */
    private static final int LONGEST = 200;

    private final Item item;
    private volatile boolean isAsked;
    private final Map<Outcome, Integer> numbers = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Replied> replies = new ConcurrentHashMap<>();

    /**
     * How often a reply was given, and what came of it.
     *
     * @param reason what was said of it
     */
    record Replied(Outcome outcome, String reason, LongAdder count) {}

    /** Nothing has come of it yet. */
    Register(Item item) {
        this.item = item;
    }

    Item item() {
        return item;
    }

    /** Notes that somebody had it with the published data. */
    void ask() {
        isAsked = true;
    }

    /** Whether somebody had it with the published data. */
    boolean isAsked() {
        return isAsked;
    }

    /** The number of an outcome, the same for equal ones. */
    synchronized int number(Outcome outcome) {
        return numbers.computeIfAbsent(outcome, fresh -> {
            outcomes.add(fresh);
            return outcomes.size() - 1;
        });
    }

    /** The outcomes so far, by their numbers. */
    synchronized List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /**
     * Where replies with this text, or with this beginning of a long one, are counted; nowhere in particular once there are too many,
     * or where they are right.
     */
    LongAdder counter(String reply, Outcome outcome, String reason) {
        if (outcome.result() == Result.RIGHT || outcome.result() == Result.BLANK) {
            return new LongAdder();
        }
        String text = reply.length() <= LONGEST ? reply : reply.substring(0, LONGEST) + "…";
        Replied known = replies.get(text);
        if (known == null && replies.size() <= MAX_REPLIES) {
            known = replies.computeIfAbsent(text, fresh -> new Replied(outcome, reason, new LongAdder()));
        }
        return known == null ? new LongAdder() : known.count();
    }

    /** Different replies that are not right, with how often each was given; null if there were too many to count each. */
    @Nullable
    Map<String, Replied> replies() {
        return replies.size() > MAX_REPLIES ? null : replies;
    }

    /** Writes what came of it for {@link #add}. */
    synchronized void save(Bytes bytes) {
        bytes.number(isAsked ? 1 : 0);
        bytes.number(outcomes.size());
        outcomes.forEach(outcome -> outcome.save(bytes));
        bytes.number(replies.size());
        replies.forEach((reply, replied) -> {
            bytes.text(reply);
            bytes.number(number(replied.outcome()));
            bytes.text(replied.reason());
            bytes.number(replied.count().sum());
        });
    }

    /**
     * Adds what was written of others' responses to it.
     *
     * @return which number an outcome has here, by the number that it had there
     */
    synchronized int[] add(InputStream in) throws IOException {
        isAsked |= Bytes.number(in) == 1;
        Outcome[] theirs = new Outcome[(int) Bytes.number(in)];
        int[] ours = new int[theirs.length];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = Outcome.restored(in);
            ours[i] = number(theirs[i]);
        }
        for (long left = Bytes.number(in); left > 0; left--) {
            String reply = Bytes.text(in);
            Outcome outcome = theirs[(int) Bytes.number(in)];
            counter(reply, outcome, Bytes.text(in)).add(Bytes.number(in));
        }
        return ours;
    }
}
