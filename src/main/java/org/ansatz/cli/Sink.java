package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers why it could not be written: a {@code PrintWriter} in front of it would not say. On a
 * terminal a line that says that work is going on may stand below what is written, and gives way to it.
 */
final class Sink extends OutputStream {

    /** Columns that a terminal writes {@code ^C} into. */
    private static final int ECHO = 2;

    private static final long NANOS_A_MILLI = 1_000_000;

    private final OutputStream to;
    private boolean atLineStart = true;
    private int shown;
    private volatile Supplier<String> work = () -> "working";
    private boolean ended;
    private long last = System.nanoTime();
    private @Nullable IOException failure;

    Sink(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        wipe();
        last = System.nanoTime();
        atLineStart = length > 0 ? bytes[offset + length - 1] == '\n' : atLineStart;
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** What is said of the work that is going on from now on: {@code 83 of 382}. */
    void working(Supplier<String> how) {
        work = how;
    }

    /** What is to be said of the work that is going on. */
    String work() {
        return work.get();
    }

    /**
     * Shows that work is going on, if nothing was written for so long and the last line is ended.
     *
     * @return whether it may be shown again
     */
    synchronized boolean showWorking(byte[] text, long quietMillis) {
        if (!ended && atLineStart && System.nanoTime() - last >= quietMillis * NANOS_A_MILLI) {
            try {
                to.write('\r');
                to.write(text);
                to.write(blanks(shown - text.length));
                shown = Math.max(shown, text.length);
            } catch (IOException e) {
                ended = true;
            }
        }
        return !ended;
    }

    /** Wipes what says that work is going on. */
    synchronized void wipe() {
        if (shown > 0) {
            try {
                to.write('\r');
                to.write(blanks(shown + ECHO));
                to.write('\r');
                shown = 0;
            } catch (IOException e) {
                ended = true;
            }
        }
    }

    private static byte[] blanks(int count) {
        return " ".repeat(Math.max(0, count)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Nothing says any more that work is going on. */
    synchronized void end() {
        wipe();
        ended = true;
    }

    /** Another stream to the same terminal, which wipes what says that work is going on. */
    OutputStream beside(OutputStream other) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                wipe();
                other.write(bytes, offset, length);
            }
        };
    }

    /** Why the output is incomplete, or null; that a reader has left a pipe, as {@code head} does, is no failure. */
    @Nullable
    String complaint() {
        String reason = failure == null ? null : String.valueOf(failure.getMessage());
        return reason == null || reason.contains("Broken pipe") ? null : reason;
    }
}
