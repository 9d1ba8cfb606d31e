package org.ansatz.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Marked responses, put together by candidate. They are parted by the candidate's hash, so that one part at a time is looked at;
 * what does not fit into memory stands in files. Responses may be added by several threads, in any order: each has the
 * number of its row.
 */
final class Ledger implements Closeable {

    static final int PARTS = 64;

    /** The most bytes that are kept in memory, all parts together. */
    private static final long IN_MEMORY = 64L << 20;

    /** A writer hands on what it has once it is that long. */
    private static final int CHUNK = 1 << 13;

    /** Spreads the bits of a hash (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private static final int HALF = 16;

    private final List<Spill> parts = new ArrayList<>();

    Ledger() {
        this(IN_MEMORY);
    }

    private Ledger(List<Spill> parts) {
        this.parts.addAll(parts);
    }

    /**
     * A ledger whose parts stay in a folder, behind what is there already.
     *
     * @param lengths how many bytes of each part count, as {@link #saved} has told; none if nothing is there
     */
    static Ledger in(Path folder, List<Long> lengths) throws IOException {
        List<Spill> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            long length = lengths.isEmpty() ? 0 : lengths.get(i);
            parts.add(Spill.in(folder.resolve(i + ".part"), IN_MEMORY / PARTS, length));
        }
        return new Ledger(parts);
    }

    /** A ledger that keeps at most so many bytes in memory. */
    Ledger(long inMemory) {
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Spill(inMemory / PARTS));
        }
    }

    /** Adds responses for one thread; what it has not handed on is not there before it is flushed. */
    final class Writer {
        private final Bytes[] waiting = new Bytes[PARTS];

        private Writer() {
            for (int i = 0; i < PARTS; i++) {
                waiting[i] = new Bytes(CHUNK / 16);
            }
        }

        /**
         * Adds a response.
         *
         * @param row which row it was, in the order of reading
         * @param question the number of the question
         * @param outcome the number of its outcome
         */
        void add(String candidate, long row, int question, int outcome) throws IOException {
            int part = (candidate.hashCode() * GOLDEN >>> HALF) % PARTS;
            Bytes bytes = waiting[part];
            Part.write(bytes, row, question, outcome, candidate);
            if (bytes.length() >= CHUNK) {
                parts.get(part).add(bytes);
                bytes.clear();
            }
        }

        void flush() throws IOException {
            for (int i = 0; i < PARTS; i++) {
                parts.get(i).add(waiting[i]);
                waiting[i].clear();
            }
        }
    }

    /** Puts all parts on the disk, and tells how long they are; what writers have not handed on is not among it. */
    List<Long> saved() throws IOException {
        List<Long> lengths = new ArrayList<>();
        for (Spill part : parts) {
            lengths.add(part.saved());
        }
        return lengths;
    }

    Writer writer() {
        return new Writer();
    }

    int parts() {
        return PARTS;
    }

    /** The responses of one part by candidate. */
    Part part(int which) throws IOException {
        return Part.of(bytes(which));
    }

    /** The responses of one part as they were written. */
    byte[] bytes(int which) throws IOException {
        return parts.get(which).bytes();
    }

    @Override
    public void close() throws IOException {
        for (Spill part : parts) {
            part.close();
        }
    }
}
