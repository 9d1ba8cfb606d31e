package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a gzip file holds (RFC 1952), all of its members one after the other. {@link java.util.zip.GZIPInputStream} takes a pause of
 * its source for the end of the file, and passes over whatever stands behind a member and is none; both would lose rows in silence.
 */
final class Gunzip extends InputStream {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATE = 8;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int BUFFER = 1 << 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private boolean isInMember;

    /**
     * Opens a file.
     *
     * @throws IOException in a sentence, if it does not begin as one of gzip
     */
    Gunzip(InputStream packed) throws IOException {
        this.packed = packed;
        if (!openNext()) {
            throw new IOException("the gzip file is damaged: it does not begin as one");
        }
    }

    /** Whether a stream begins as a gzip file; its place is kept. */
    static boolean isPacked(BufferedInputStream stream) throws IOException {
        stream.mark(2);
        int first = stream.read();
        int second = stream.read();
        stream.reset();
        return first == FIRST && second == SECOND;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (isInMember || openNext()) {
                int count = inflater.inflate(bytes, offset, length);
                if (count > 0) {
                    checksum.update(bytes, offset, count);
                    return count;
                }
                if (inflater.finished()) {
                    close(inflater.getRemaining());
                } else if (inflater.needsDictionary()) {
                    throw damaged("it needs a dictionary");
                } else {
                    if (!fill()) {
                        throw cut();
                    }
                    inflater.setInput(buffer, begin, end - begin);
                    begin = end;
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Begins the next member; false at the end of the file. Zeros behind a member fill a block of a tape. */
    private boolean openNext() throws IOException {
        int first = next();
        while (first == 0) {
            first = next();
        }
        if (first < 0) {
            return false;
        }
        if (first != FIRST || byteOfHeader() != SECOND) {
            throw damaged("behind its data stands something else");
        }
        if (byteOfHeader() != DEFLATE) {
            throw damaged("Unsupported compression method");
        }
        int flags = byteOfHeader();
        skip(6); // date, level, system
        if ((flags & EXTRA) != 0) {
            skip(byteOfHeader() | byteOfHeader() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & CHECKSUM) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(buffer, begin, end - begin);
        begin = end;
        checksum.reset();
        isInMember = true;
        return true;
    }

    /** Ends a member, whose inflater left so many bytes of the buffer. */
    private void close(int left) throws IOException {
        begin = end - left;
        long expected = number();
        long length = number();
        if (expected != checksum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged("its checksum is another");
        }
        isInMember = false;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            number |= (long) byteOfHeader() << shift;
        }
        return number;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            byteOfHeader();
        }
    }

    private void skipText(boolean isThere) throws IOException {
        while (isThere && byteOfHeader() != 0) {
            // up to its zero
        }
    }

    private int byteOfHeader() throws IOException {
        int next = next();
        if (next < 0) {
            throw cut();
        }
        return next;
    }

    private int next() throws IOException {
        return begin < end || fill() ? buffer[begin++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, packed.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private static IOException cut() {
        return new EOFException("the gzip file ends too early; it was not copied whole");
    }

    private static IOException damaged(String how) {
        return new IOException("the gzip file is damaged: " + how);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
