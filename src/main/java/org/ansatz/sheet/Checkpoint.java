package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.files.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which a sheet keeps what it has taken in, so that another run for the same responses goes on from there: the parts of
 * its ledger, and a file of all else, which is replaced as a whole once the parts are on the disk. What a part has got since is
 * cut off.
 */
final class Checkpoint implements Closeable {

    /** After so many rows it is written again. */
    static final int ROWS = 1 << 20;

    private static final String STATE = "state";
    private static final String LOCK = "lock";
    private static final String END = "end";

    private final Path folder;
    private final String of;
    private final int rows;
    private @Nullable FileChannel lock;
    private boolean hasMadeParent;
    private long savedAt;

    /**
     * Keeps nothing yet.
     *
     * @param of what all that is kept rests on: what was kept for something else is of no use
     * @param rows after how many it is written again
     */
    Checkpoint(Path folder, String of, int rows) {
        this.folder = folder;
        this.of = of;
        this.rows = rows;
    }

    /** Whether so many rows have been read since it was written that it is to be written again. */
    boolean isDue(long read) {
        return read - savedAt >= rows;
    }

    /** How many rows it knows of; none before it was written, or where nothing was kept. */
    long savedAt() {
        return savedAt;
    }

    /**
     * The ledger that was kept, with what it knows of the rest; an empty one if nothing was kept, or for something else.
     *
     * @throws IOException in a sentence, if another program is at work there or files cannot be read
     */
    Ledger opened(Take take) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        hasMadeParent = parent != null && !Files.exists(parent);
        Files.createDirectories(folder);
        lock();
        Path state = folder.resolve(STATE);
        if (!Files.exists(state)) {
            return Ledger.in(folder, List.of());
        }
        Ledger kept;
        try {
            kept = kept(state, take);
        } catch (IOException | RuntimeException e) {
            release();
            throw new IOException(
                    "what an earlier run has kept in " + folder + " is damaged; remove that folder to begin anew", e);
        }
        if (kept == null) {
            // It must not be taken for that of the parts that are written now.
            Files.delete(state);
            return Ledger.in(folder, List.of());
        }
        return kept;
    }

    /** The ledger that was kept; null if that was for something else. */
    private @Nullable Ledger kept(Path state, Take take) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(state))) {
            if (!Bytes.text(in).equals(of)) {
                return null;
            }
            List<Long> lengths = new ArrayList<>();
            for (long left = Bytes.number(in); left > 0; left--) {
                lengths.add(Bytes.number(in));
            }
            take.add(in, 0);
            if (!Bytes.text(in).equals(END)) {
                throw new IOException("it goes on behind its end");
            }
            savedAt = take.intake().rows();
            return Ledger.in(folder, lengths);
        }
    }

    /** Writes what was taken in, all of which is in the ledger. */
    void save(Ledger ledger, Take take) throws IOException {
        Bytes bytes = new Bytes(1 << 16);
        bytes.text(of);
        List<Long> lengths = ledger.saved();
        bytes.number(lengths.size());
        lengths.forEach(bytes::number);
        take.save(bytes);
        bytes.text(END);
        WholeFile.write(folder.resolve(STATE), bytes::writeTo);
        savedAt = take.intake().rows();
    }

    /** Only one program at a time writes there. */
    private void lock() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                lock = channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very program
        }
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "another program is marking into " + folder.toAbsolutePath().getParent());
        }
    }

    /** Removes all that was kept: first what says that there is something, for the program may end before the rest is gone. */
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve(STATE));
        savedAt = 0;
        close();
    }

    /** Gives the folder free; one in which nothing is kept is removed. */
    @Override
    public void close() throws IOException {
        if (lock == null) {
            return; // it never was ours, or is not any more
        }
        if (savedAt == 0) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            removeEmptyParent();
        }
        release();
    }

    private void release() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private void removeEmptyParent() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (hasMadeParent && parent != null) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException e) {
                // the results are there
            }
        }
    }
}
