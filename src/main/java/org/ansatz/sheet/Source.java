package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a stream, whatever it is packed and encoded in: gzip, UTF-8, UTF-16 with its mark, or what spreadsheets write in
 * the west.
 *
 * @param reader the text, without a mark of its order of bytes
 * @param encoding what it is encoded in
 */
record Source(Reader reader, Charset encoding) {

    /** Stands for bytes that are no character in the encoding; no text has it (Unicode 15, section 23.7). */
    private static final String NO_CHARACTER = "\uFDD0";

    private static final int SAMPLE = 1 << 16;

    /** The longest mark of the order of bytes. */
    private static final int MOST_MARK = 3;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /**
     * Opens a stream.
     *
     * @throws IOException in a sentence, if it cannot be read
     */
    static Source of(InputStream stream) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(stream, SAMPLE);
        InputStream unpacked = Gunzip.isPacked(packed) ? new Gunzip(packed) : packed;
        BufferedInputStream plain = new BufferedInputStream(unpacked, SAMPLE);
        plain.mark(SAMPLE);
        byte[] sample = plain.readNBytes(SAMPLE);
        plain.reset();
        Charset encoding = encoding(sample);
        plain.skipNBytes(markOf(sample, encoding));
        return new Source(text(plain, encoding), encoding);
    }

    /** The text of the first bytes of a file, which are not packed and whose encoding is known from more of it. */
    static BufferedReader first(InputStream plain, Charset encoding) throws IOException {
        PushbackInputStream back = new PushbackInputStream(plain, MOST_MARK);
        byte[] mark = back.readNBytes(MOST_MARK);
        int skipped = markOf(mark, encoding);
        back.unread(mark, skipped, mark.length - skipped);
        return text(back, encoding);
    }

    /** The text of bytes that are encoded so, wherever they begin. */
    static BufferedReader text(InputStream plain, Charset encoding) {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(NO_CHARACTER);
        return new BufferedReader(new InputStreamReader(plain, decoder), SAMPLE);
    }

    /** Whether each end of a line is a byte of its own, so that what follows it can be read by itself. */
    static boolean hasPlainLines(Charset encoding) {
        return encoding.equals(StandardCharsets.UTF_8) || encoding.equals(WESTERN);
    }

    /**
     * What is said of a text if bytes in it were no characters; an empty text if all were. The beginning of a file tells how it is encoded, and
     * what was appended to it may be encoded otherwise: two names that differ in such a letter alone would be one.
     */
    static String fault(String text) {
        return text.contains(NO_CHARACTER)
                ? "'" + text.replace(NO_CHARACTER, "\uFFFD")
                        + "' is not encoded as the beginning of the file is; save all of it as UTF-8"
                : "";
    }

    private static Charset encoding(byte[] sample) {
        if (begins(sample, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(sample, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(sample) ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static int markOf(byte[] sample, Charset encoding) {
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return begins(sample, 0xef, 0xbb, 0xbf) ? 3 : 0;
        }
        return encoding.equals(WESTERN) ? 0 : 2;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes are UTF-8, but for a character that is cut at their end. */
    private static boolean isUtf8(byte[] sample) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result =
                decoder.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), sample.length < SAMPLE);
        return !result.isError();
    }
}
