package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers why it could not be written: a {@code PrintWriter} in front of it would not say. */
final class Sink extends OutputStream {

    private final OutputStream to;
    private @Nullable IOException failure;

    Sink(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why the output is incomplete, or null; that a reader has left a pipe, as {@code head} does, is no failure. */
    @Nullable
    String complaint() {
        String reason = failure == null ? null : String.valueOf(failure.getMessage());
        return reason == null || reason.contains("Broken pipe") ? null : reason;
    }
}
