package org.ansatz.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A file of responses that shows on a terminal how far it was read, how many responses that is a second, and how long it takes yet. */
final class MarkingProgress extends FilterInputStream {

    private static final int STEPS = 1000;
    private static final double NANOS_A_SECOND = 1e9;

    private final ProgressBar bar;
    private final long size;
    private final LongSupplier responses;
    private final long start = System.nanoTime();
    private long read;

    /**
     * A file that is shown.
     *
     * @param size of the file in bytes, as it is packed
     * @param responses tells how many were read so far
     */
    MarkingProgress(InputStream file, long size, LongSupplier responses, PrintWriter out) {
        super(file);
        this.bar = new ProgressBar(out, STEPS);
        this.size = Math.max(1, size);
        this.responses = responses;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        bar.show((int) (STEPS * Math.min(read, size) / size), this::note);
        return count;
    }

    private String note() {
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        double left = seconds * (size - read) / Math.max(1, read);
        return String.format(
                Locale.ROOT, ", %.0f responses a second, %.0f s left", responses.getAsLong() / seconds, left);
    }

    @Override
    public void close() throws IOException {
        bar.end();
        super.close();
    }
}
