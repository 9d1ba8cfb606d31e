package org.ansatz.progress;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/**
 * Goes on while the disk is full or the database in use: what cannot be written is kept in memory, and written before the next
 * change that can be, in order and once. Changes do not fail; the caller is told when writing begins to fail, and again if it
 * fails after it went well.
 */
public final class PatientProgress implements Progress {

    private final Progress disk;
    private final Consumer<IOException> told;
    private final Deque<Change> waiting = new ArrayDeque<>();

    /**
     * In front of another.
     *
     * @param disk where to write
     * @param told is handed each failure that begins, with its message for the learner; not those that follow while it lasts
     */
    public PatientProgress(Progress disk, Consumer<IOException> told) {
        this.disk = disk;
        this.told = told;
    }

    /** One thing to be done, which may be tried again. */
    private interface Change {
        void on(Progress progress) throws IOException;
    }

    /** Adds it if it is missing: nobody knows whether a write that failed at its very end took place. */
    @Override
    public synchronized void add(Attempt attempt) {
        attempt(progress -> progress.addMissing(List.of(attempt)), progress -> progress.add(attempt));
    }

    @Override
    public synchronized void rate(long sitting, Rating rating) {
        Change change = progress -> progress.rate(sitting, rating);
        attempt(change, change);
    }

    @Override
    public synchronized boolean undo(long sitting) throws IOException {
        if (flushed()) {
            try {
                return disk.undo(sitting);
            } catch (IOException e) {
                told.accept(e);
            }
        }
        boolean some = inMemory().undo(sitting);
        if (some) {
            waiting.add(progress -> progress.undo(sitting));
        }
        return some;
    }

    /** Fails if it cannot be done at once: an import can be tried again as a whole. */
    @Override
    public synchronized int addMissing(List<Attempt> attempts) throws IOException {
        flush();
        return disk.addMissing(attempts);
    }

    /** With those that are not written yet. */
    @Override
    public synchronized List<Attempt> attempts() throws IOException {
        return waiting.isEmpty() ? disk.attempts() : inMemory().attempts();
    }

    @Override
    public synchronized void keep(Paper paper) {
        Change change = progress -> progress.keep(paper);
        attempt(change, change);
    }

    /** With what is not written yet. */
    @Override
    public synchronized @Nullable Paper paper() throws IOException {
        return waiting.isEmpty() ? disk.paper() : inMemory().paper();
    }

    @Override
    public synchronized Map<String, Set<String>> elsewhere() throws IOException {
        return disk.elsewhere();
    }

    /** Fails if it cannot be done at once, as an import does. */
    @Override
    public synchronized int takeOver(String folder) throws IOException {
        flush();
        return disk.takeOver(folder);
    }

    /** How many changes are not written yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /**
     * Tries a last time to write what is not written, and closes what it writes to.
     *
     * @throws IOException if something is lost, with how much and why
     */
    @Override
    public synchronized void close() throws IOException {
        try (disk) {
            flush();
        } catch (IOException e) {
            if (waiting.isEmpty()) {
                throw e;
            }
            String what = waiting.size() == 1 ? "1 change was" : waiting.size() + " changes were";
            throw new IOException(what + " not kept: " + e.getMessage(), e);
        }
    }

    private void attempt(Change again, Change first) {
        if (!flushed()) {
            waiting.add(again);
            return;
        }
        try {
            first.on(disk);
        } catch (IOException e) {
            waiting.add(again);
            told.accept(e);
        }
    }

    /** Whether nothing waits any more. A failure that lasts is not told again. */
    private boolean flushed() {
        try {
            flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void flush() throws IOException {
        while (!waiting.isEmpty()) {
            waiting.getFirst().on(disk);
            waiting.removeFirst();
        }
    }

    private MemoryProgress inMemory() throws IOException {
        MemoryProgress memory = new MemoryProgress(disk.attempts(), disk.paper());
        for (Change change : waiting) {
            change.on(memory);
        }
        return memory;
    }
}
