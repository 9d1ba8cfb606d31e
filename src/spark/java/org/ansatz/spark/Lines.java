package org.ansatz.spark;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/** The lines of a file whose first byte lies in a range: whole lines, wherever the range begins and ends. */
final class Lines extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    /** How many bytes are left of the range. */
    private long left;

    /** Whether the last byte was the end of a line. */
    private boolean isAtEnd = true;

    private Lines(InputStream in, long left) {
        super(in);
        this.left = left;
    }

    /**
     * Lines of a file.
     *
     * @param from the first byte of the range
     * @param to the first byte behind it
     */
    static Lines of(FSDataInputStream file, long from, long to) throws IOException {
        if (from == 0) {
            return new Lines(new BufferedInputStream(file, BUFFER), to);
        }
        file.seek(from - 1);
        InputStream in = new BufferedInputStream(file, BUFFER);
        long passed = 0;
        int c = in.read();
        while (c >= 0 && c != '\n') {
            passed++;
            c = in.read();
        }
        return new Lines(in, to - from - passed);
    }

    @Override
    public int read() throws IOException {
        if (left <= 0 && isAtEnd) {
            return -1;
        }
        int c = super.read();
        left--;
        isAtEnd = c == '\n';
        return c;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left > 0) {
            int read = super.read(target, offset, (int) Math.min(left, length));
            if (read > 0) {
                left -= read;
                isAtEnd = target[offset + read - 1] == '\n';
            }
            return read;
        }
        // The last line goes on behind the range.
        int count = 0;
        for (int c = read(); c >= 0; c = count < length ? read() : -1) {
            target[offset + count++] = (byte) c;
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
