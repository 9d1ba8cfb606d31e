package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.ansatz.problem.Key;
import org.ansatz.problem.MarkingScheme.Worth;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A question of a sheet, what replies to it earn, and what came of those that were marked. Safe to use from several threads.
 */
final class Item {

    /** The most different replies that are counted each for itself; of a question with more, none is. */
    static final int MAX_REPLIES = 20_000;

    /** Of longer replies the beginning is kept. */
    private static final int LONGEST = 200;

    private final int index;
    private final Problem problem;
    private final Worth worth;
    private final Key.@Nullable Claim claim;
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

    /**
     * A question.
     *
     * @param index its place among the questions of the sheet
     * @param claim the key that is claimed for it; null if nobody claims one
     */
    Item(int index, Problem problem, Worth worth, Key.@Nullable Claim claim) {
        this.index = index;
        this.problem = problem;
        this.worth = worth;
        this.claim = claim;
    }

    int index() {
        return index;
    }

    String id() {
        return problem.id();
    }

    Problem problem() {
        return problem;
    }

    Worth worth() {
        return worth;
    }

    Key.@Nullable Claim claim() {
        return claim;
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

    /** Writes what came of it for {@link #restore}. */
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

    /** Becomes as it was, when nothing has come of it yet. */
    synchronized void restore(InputStream in) throws IOException {
        isAsked = Bytes.number(in) == 1;
        for (long left = Bytes.number(in); left > 0; left--) {
            number(Outcome.restored(in));
        }
        for (long left = Bytes.number(in); left > 0; left--) {
            String reply = Bytes.text(in);
            Outcome outcome = outcomes.get((int) Bytes.number(in));
            Replied replied = new Replied(outcome, Bytes.text(in), new LongAdder());
            replied.count().add(Bytes.number(in));
            replies.put(reply, replied);
        }
    }

    /** Different replies that are not right, with how often each was given; null if there were too many to count each. */
    @Nullable
    Map<String, Replied> replies() {
        return replies.size() > MAX_REPLIES ? null : replies;
    }
}
