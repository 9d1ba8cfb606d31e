package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Bytes that are written once and read as often as one likes: in memory, and in a file once they are many. */
final class Spill implements Closeable {

    private static final int ROOM = 1 << 10;
    private static final int BUFFER = 1 << 14;

    private final long inMemory;
    private final Bytes recent = new Bytes(ROOM);

    /** Where they go if they are to outlive the program; else into a temporary file. */
    private final @Nullable Path kept;

    private @Nullable Path file;
    private @Nullable FileChannel out;

    /** At most so many bytes stay in memory. */
    Spill(long inMemory) {
        this(inMemory, null);
    }

    private Spill(long inMemory, @Nullable Path kept) {
        this.inMemory = inMemory;
        this.kept = kept;
    }

    /** Bytes that stay in a file when it is closed, behind the first so many that are there already. */
    static Spill in(Path file, long inMemory, long length) throws IOException {
        Spill spill = new Spill(inMemory, file);
        if (length > 0) {
            FileChannel out = spill.opened();
            if (out.size() < length) {
                out.close();
                throw new IOException(file + " is shorter than it was left");
            }
            out.truncate(length).position(length);
        }
        return spill;
    }

    synchronized void add(Bytes more) throws IOException {
        recent.add(more);
        if (recent.length() > inMemory) {
            hand();
        }
    }

    private void hand() throws IOException {
        if (out == null) {
            opened().truncate(0);
        }
        recent.writeTo(Channels.newOutputStream(out));
        recent.clear();
    }

    private FileChannel opened() throws IOException {
        if (kept == null) {
            file = Files.createTempFile("ansatz-mark-", ".part");
            file.toFile().deleteOnExit();
        } else {
            Files.createDirectories(kept.getParent());
            file = kept;
        }
        out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return out;
    }

    /** Puts all that was added on the disk, and tells how many bytes that are. */
    synchronized long saved() throws IOException {
        if (recent.length() > 0) {
            hand();
        }
        if (out == null) {
            return 0;
        }
        out.force(false);
        return out.size();
    }

    /** All that was added. */
    synchronized byte[] bytes() throws IOException {
        int written = out == null ? 0 : Math.toIntExact(out.size());
        byte[] all = new byte[written + recent.length()];
        if (file != null) {
            try (InputStream in = Files.newInputStream(file)) {
                in.readNBytes(all, 0, written);
            }
        }
        recent.copyTo(all, written);
        return all;
    }

    /** All that was added, to be read once from its beginning, a little at a time. */
    synchronized InputStream open() throws IOException {
        byte[] rest = new byte[recent.length()];
        recent.copyTo(rest, 0);
        InputStream last = new ByteArrayInputStream(rest);
        return file == null
                ? last
                : new SequenceInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), last);
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null && out != null) {
            out.close();
            if (kept == null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
