package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that are written once and read as often as one likes: in memory, and in a temporary file once they are many. */
final class Spill implements Closeable {

    private static final int ROOM = 1 << 10;
    private static final int BUFFER = 1 << 14;

    private final long inMemory;
    private final Bytes recent = new Bytes(ROOM);
    private @Nullable Path file;
    private @Nullable OutputStream out;

    /** At most so many bytes stay in memory. */
    Spill(long inMemory) {
        this.inMemory = inMemory;
    }

    synchronized void add(Bytes more) throws IOException {
        recent.add(more);
        if (recent.length() > inMemory) {
            if (out == null) {
                file = Files.createTempFile("ansatz-mark-", ".part");
                file.toFile().deleteOnExit();
                out = Files.newOutputStream(file);
            }
            recent.writeTo(out);
            recent.clear();
        }
    }

    /** All that was added. */
    synchronized byte[] bytes() throws IOException {
        int written = file == null ? 0 : Math.toIntExact(Files.size(file));
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
            Files.deleteIfExists(file);
        }
    }
}
