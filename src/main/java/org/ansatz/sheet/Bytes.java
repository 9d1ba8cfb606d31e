package org.ansatz.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: numbers in groups of seven bits, the lowest first, and texts with their length in front. */
final class Bytes {

    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private byte[] bytes;
    private int length;

    /** Room for so many at first. */
    Bytes(int room) {
        bytes = new byte[room];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** Adds a number; one that is not negative takes fewer bytes the less it is, others ten. */
    void number(long number) {
        reserve(Long.BYTES + 2);
        long left = number;
        while (left < 0 || left >= MORE) {
            bytes[length++] = (byte) (left | MORE);
            left >>>= GROUP;
        }
        bytes[length++] = (byte) left;
    }

    /** Adds a number of either sign. */
    void integer(long number) {
        number(number << 1 ^ number >> Long.SIZE - 1);
    }

    /** Adds a number with all its bits. */
    void real(double number) {
        number(Double.doubleToRawLongBits(number));
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        add(encoded, 0, encoded.length);
    }

    void add(Bytes other) {
        add(other.bytes, 0, other.length);
    }

    /** Adds so many bytes as they are. */
    void add(byte[] from, int at, int count) {
        reserve(count);
        System.arraycopy(from, at, bytes, length, count);
        length += count;
    }

    /** All of them. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, length);
    }

    /** Reads what was written. */
    static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasNext() {
            return at < bytes.length;
        }

        long number() {
            long number = 0;
            int shift = 0;
            byte group = bytes[at++];
            while (group < 0) {
                number |= (long) (group & MORE - 1) << shift;
                shift += GROUP;
                group = bytes[at++];
            }
            return number | (long) group << shift;
        }

        /** Passes over so many bytes, and tells where they begin. */
        int skip(int count) {
            int start = at;
            at += count;
            return start;
        }
    }

    /** The next number of a stream; -1 at its end. */
    static long number(InputStream in) throws IOException {
        int group = in.read();
        if (group < 0) {
            return -1;
        }
        long number = group & MORE - 1;
        for (int shift = GROUP; group >= MORE; shift += GROUP) {
            group = in.read();
            if (group < 0) {
                throw new EOFException("a temporary file was cut");
            }
            number |= (long) (group & MORE - 1) << shift;
        }
        return number;
    }

    /** The next number of either sign of a stream. */
    static long integer(InputStream in) throws IOException {
        long folded = number(in);
        return folded >>> 1 ^ -(folded & 1);
    }

    /** The next number of a stream with all its bits. */
    static double real(InputStream in) throws IOException {
        return Double.longBitsToDouble(number(in));
    }

    /** The next text of a stream. */
    static String text(InputStream in) throws IOException {
        return new String(in.readNBytes((int) number(in)), StandardCharsets.UTF_8);
    }
}
