package org.ansatz.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/** Attempts that are kept until the program ends: for a session without a disk, and for tests. */
public final class MemoryProgress implements Progress {

    private static final Comparator<Attempt> BY_TIME = Comparator.comparing(Attempt::at);

    private final List<Attempt> kept = new ArrayList<>();
    private final List<Attempt> takenBack = new ArrayList<>();
    private @Nullable Paper paper;

    /** Without any attempt. */
    public MemoryProgress() {}

    /** With these, and a paper. */
    MemoryProgress(List<Attempt> attempts, @Nullable Paper paper) {
        this.paper = paper;
        kept.addAll(attempts);
        kept.sort(BY_TIME);
    }

    @Override
    public synchronized void add(Attempt attempt) {
        kept.add(attempt);
        kept.sort(BY_TIME);
    }

    @Override
    public synchronized void rate(long sitting, Rating rating) {
        int last = last(sitting);
        if (last >= 0) {
            kept.set(last, kept.get(last).rated(rating));
        }
    }

    @Override
    public synchronized boolean undo(long sitting) {
        int last = last(sitting);
        if (last < 0) {
            return false;
        }
        takenBack.add(kept.remove(last));
        return true;
    }

    private int last(long sitting) {
        int last = kept.size() - 1;
        while (last >= 0 && kept.get(last).sitting() != sitting) {
            last--;
        }
        return last;
    }

    @Override
    public synchronized int addMissing(List<Attempt> attempts) {
        Missing missing = new Missing();
        kept.forEach(missing::have);
        takenBack.forEach(missing::have);
        List<Attempt> added = missing.of(attempts);
        kept.addAll(added);
        kept.sort(BY_TIME);
        return added.size();
    }

    @Override
    public synchronized List<Attempt> attempts() {
        return List.copyOf(kept);
    }

    @Override
    public synchronized void keep(Paper kept) {
        paper = kept;
    }

    @Override
    public synchronized @Nullable Paper paper() {
        return paper;
    }

    @Override
    public void close() {}
}
