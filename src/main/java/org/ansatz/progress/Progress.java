package org.ansatz.progress;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/** Where attempts are kept. Safe to use from several threads, and from several programs at once. */
public interface Progress extends AutoCloseable {

    /**
     * Keeps an attempt. When this returns it is on disk, and survives the program's death and the machine's.
     *
     * @throws IOException if it could not be kept, with a message for the learner: a full disk, a file without permission
     */
    void add(Attempt attempt) throws IOException;

    /**
     * Changes the rating of the last attempt of a sitting.
     *
     * @throws IOException as for {@link #add}
     */
    void rate(long sitting, Rating rating) throws IOException;

    /**
     * Takes the last attempt of a sitting back.
     *
     * @return whether there was one
     * @throws IOException as for {@link #add}
     */
    boolean undo(long sitting) throws IOException;

    /**
     * Adds those attempts that are not there yet, or none if that fails. What differs in its rating only is the same; what
     * was taken back stays so.
     *
     * @return how many were added
     * @throws IOException as for {@link #add}
     */
    int addMissing(List<Attempt> attempts) throws IOException;

    /**
     * Every attempt that was not taken back, in the order of time; also those of other programs.
     *
     * @throws IOException if they cannot be read
     */
    List<Attempt> attempts() throws IOException;

    /**
     * Keeps a paper in place of the one before.
     *
     * @throws IOException as for {@link #add}
     */
    void keep(Paper paper) throws IOException;

    /**
     * The paper that was kept last, or null.
     *
     * @throws IOException if it cannot be read
     */
    @Nullable
    Paper paper() throws IOException;

    /**
     * What was tried in banks of other folders, by the folder; none where only one bank is kept.
     *
     * @throws IOException if it cannot be read
     */
    default Map<String, Set<String>> elsewhere() throws IOException {
        return Map.of();
    }

    /**
     * Makes what was done in another folder this bank's own, the last paper included: a bank that was moved.
     *
     * @return how many attempts there were
     * @throws IOException as for {@link #add}
     */
    default int takeOver(String folder) throws IOException {
        return 0;
    }

    @Override
    void close() throws IOException;
}
