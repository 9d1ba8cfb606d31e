package org.ansatz.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.problem.Problem;
import org.ansatz.progress.History;
import org.ansatz.progress.Standing;
import org.jspecify.annotations.Nullable;

/** Which question comes next. What was shown in this session comes again only after everything else. */
public final class Queue {

    private final Collection<Problem> problems;

    /** Ids in the order in which they were shown last. */
    private final Set<String> shown = new LinkedHashSet<>();

    Queue(Collection<Problem> problems) {
        this.problems = problems;
    }

    /** Why a question comes next. */
    public enum Reason {
        /** It is due. */
        DUE,
        /** It was never answered. */
        NEW,
        /** Nothing is due, and it was shown longest ago. */
        OLDEST,
        /** It stands next in the bank. */
        NEXT
    }

    /** A problem and why it is the one. */
    record Next(Problem problem, Reason reason) {}

    /** Takes note that a problem is on the screen. */
    void shown(String id) {
        shown.remove(id);
        shown.add(id);
    }

    /** Whether a problem belongs to a topic, or to a topic below it. */
    public static boolean isOf(Problem problem, String topic) {
        String own = problem.card().topic();
        return topic.isEmpty()
                || own.equals(topic)
                || own.startsWith(topic + "/")
                || problem.id().startsWith(topic + "/");
    }

    @Nullable
    Next next(Selection selection, History history) {
        List<Problem> candidates = new ArrayList<>();
        for (Problem problem : problems) {
            if (isOf(problem, selection.topic())) {
                candidates.add(problem);
            }
        }
        switch (selection.kind()) {
            case DUE:
                return next(due(candidates, history), Reason.DUE);
            case NEW:
                return next(unknown(candidates, history), Reason.NEW);
            case ALL:
                return next(candidates, Reason.NEXT);
            default:
                return usual(candidates, history);
        }
    }

    private @Nullable Next usual(List<Problem> candidates, History history) {
        Next due = unshown(due(candidates, history), Reason.DUE);
        if (due != null) {
            return due;
        }
        Next fresh = unshown(unknown(candidates, history), Reason.NEW);
        return fresh != null ? fresh : next(bySeen(candidates, history), Reason.OLDEST);
    }

    /** The first that was not shown in this session; else that which was shown longest ago. */
    private @Nullable Next next(List<Problem> ordered, Reason reason) {
        Next unshown = unshown(ordered, reason);
        if (unshown != null) {
            return unshown;
        }
        for (String id : shown) {
            for (Problem problem : ordered) {
                if (problem.id().equals(id)) {
                    return new Next(problem, reason);
                }
            }
        }
        return null;
    }

    private @Nullable Next unshown(List<Problem> ordered, Reason reason) {
        for (Problem problem : ordered) {
            if (!shown.contains(problem.id())) {
                return new Next(problem, reason);
            }
        }
        return null;
    }

    private static List<Problem> due(List<Problem> candidates, History history) {
        List<Problem> due = new ArrayList<>();
        for (String id : history.due(id -> true)) {
            for (Problem problem : candidates) {
                if (problem.id().equals(id)) {
                    due.add(problem);
                }
            }
        }
        return due;
    }

    private static List<Problem> unknown(List<Problem> candidates, History history) {
        List<Problem> unknown = new ArrayList<>(candidates);
        unknown.removeIf(problem -> history.standing(problem.id()) != null);
        return unknown;
    }

    private static List<Problem> bySeen(List<Problem> candidates, History history) {
        List<Problem> known = new ArrayList<>(candidates);
        known.removeIf(problem -> history.standing(problem.id()) == null);
        known.sort(Comparator.comparing(problem -> seen(problem, history)));
        return known;
    }

    private static Instant seen(Problem problem, History history) {
        Standing standing = history.standing(problem.id());
        return standing == null ? Instant.EPOCH : standing.at();
    }

    /** The problems of a topic, in an order that is drawn (Fisher and Yates). */
    List<Problem> drawn(String topic, SplitMix random) {
        List<Problem> all = new ArrayList<>(problems);
        all.removeIf(problem -> !isOf(problem, topic));
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, (int) random.below(i + 1L));
        }
        return all;
    }
}
