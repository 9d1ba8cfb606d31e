package org.ansatz.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.problem.Entry;
import org.ansatz.progress.History;
import org.ansatz.progress.Standing;
import org.jspecify.annotations.Nullable;

/** Which question comes next. What was shown in this session comes again only after everything else. */
public final class Queue {

    private final Supplier<? extends Collection<Entry>> entries;

    /** So many questions that are due come before one that is new. */
    private static final int DUES_FOR_A_NEW_ONE = 2;

    private int dues;

    /** Ids in the order in which they were shown last. */
    private final Set<String> shown = new LinkedHashSet<>();

    Queue(Supplier<? extends Collection<Entry>> entries) {
        this.entries = entries;
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

    /** An entry and why it is the one. */
    record Next(Entry entry, Reason reason) {}

    /** Takes note that a problem is on the screen. */
    void shown(String id) {
        shown.remove(id);
        shown.add(id);
    }

    @Nullable
    Next next(Selection selection, History history) {
        List<Entry> candidates = new ArrayList<>();
        for (Entry entry : entries.get()) {
            if (entry.isOf(selection.topic())) {
                candidates.add(entry);
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

    /** What is due, with something new after every two. */
    private @Nullable Next usual(List<Entry> candidates, History history) {
        Next due = unshown(due(candidates, history), Reason.DUE);
        Next fresh = unshown(unknown(candidates, history), Reason.NEW);
        if (due != null && (fresh == null || dues < DUES_FOR_A_NEW_ONE)) {
            dues++;
            return due;
        }
        dues = 0;
        return fresh != null ? fresh : next(bySeen(candidates, history), Reason.OLDEST);
    }

    /** The first that was not shown in this session; else that which was shown longest ago. */
    private @Nullable Next next(List<Entry> ordered, Reason reason) {
        Next unshown = unshown(ordered, reason);
        if (unshown != null) {
            return unshown;
        }
        for (String id : shown) {
            for (Entry entry : ordered) {
                if (entry.id().equals(id)) {
                    return new Next(entry, reason);
                }
            }
        }
        return null;
    }

    private @Nullable Next unshown(List<Entry> ordered, Reason reason) {
        for (Entry entry : ordered) {
            if (!shown.contains(entry.id())) {
                return new Next(entry, reason);
            }
        }
        return null;
    }

    private static List<Entry> due(List<Entry> candidates, History history) {
        Map<String, Entry> byId = new HashMap<>();
        candidates.forEach(entry -> byId.put(entry.id(), entry));
        List<Entry> due = new ArrayList<>();
        for (String id : history.due(byId::containsKey)) {
            Entry entry = byId.get(id);
            if (entry != null) {
                due.add(entry);
            }
        }
        return due;
    }

    /** What was never answered, in the order in which the bank is learned. */
    private List<Entry> unknown(List<Entry> candidates, History history) {
        Set<String> ids = new HashSet<>();
        candidates.forEach(entry -> ids.add(entry.id()));
        List<Entry> unknown = Path.through(entries.get()).ordered(history);
        unknown.removeIf(entry -> history.standing(entry.id()) != null || !ids.contains(entry.id()));
        return unknown;
    }

    private static List<Entry> bySeen(List<Entry> candidates, History history) {
        List<Entry> known = new ArrayList<>(candidates);
        known.removeIf(entry -> history.standing(entry.id()) == null);
        known.sort(Comparator.comparing(entry -> seen(entry, history)));
        return known;
    }

    private static Instant seen(Entry entry, History history) {
        Standing standing = history.standing(entry.id());
        return standing == null ? Instant.EPOCH : standing.at();
    }

    /** The problems of a topic, in an order that is drawn (Fisher and Yates). */
    List<Entry> drawn(String topic, SplitMix random) {
        List<Entry> all = new ArrayList<>(entries.get());
        all.removeIf(entry -> !entry.isOf(topic));
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, (int) random.below(i + 1L));
        }
        return all;
    }
}
