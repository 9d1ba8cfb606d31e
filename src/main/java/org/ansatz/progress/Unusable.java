package org.ansatz.progress;

import java.io.IOException;
import java.util.List;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/** Where nothing can be kept, and why: every change fails with the reason. */
public final class Unusable implements Progress {

    private final IOException reason;

    /** Fails with this reason, a message for the learner. */
    public Unusable(IOException reason) {
        this.reason = reason;
    }

    private IOException failure() {
        return new IOException(reason.getMessage(), reason);
    }

    @Override
    public void add(Attempt attempt) throws IOException {
        throw failure();
    }

    @Override
    public void rate(long sitting, Rating rating) throws IOException {
        throw failure();
    }

    @Override
    public boolean undo(long sitting) throws IOException {
        throw failure();
    }

    @Override
    public int addMissing(List<Attempt> attempts) throws IOException {
        throw failure();
    }

    /** None. */
    @Override
    public List<Attempt> attempts() {
        return List.of();
    }

    @Override
    public void keep(Paper paper) throws IOException {
        throw failure();
    }

    /** None. */
    @Override
    public @Nullable Paper paper() {
        return null;
    }

    @Override
    public void close() {}
}
