package org.ansatz.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** A text that passes by: how many lines end in it, and whether it ends within quotes. */
final class LineCount extends FilterReader {

    private enum State {
        /** Where a quote opens a field. */
        FIELD_BEGINS,
        /** In a field without quotes, or behind the quote that closed one. */
        PLAIN,
        QUOTED,
        /** Behind a quote within quotes: the end of the field, or the first of two. */
        MAY_BE_CLOSED
    }

    private final Spreadsheet.@Nullable Dialect dialect;
    private State state = State.FIELD_BEGINS;
    private long lines;
    private boolean isAfterReturn;

    /**
     * Counts lines of a table, or of JSON.
     *
     * @param dialect how the table is written; null if it is none
     */
    LineCount(Reader text, Spreadsheet.@Nullable Dialect dialect) {
        super(text);
        this.dialect = dialect;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (dialect == null) {
                lines += target[i] == '\n' ? 1 : 0;
            } else {
                pass(target[i], dialect);
            }
        }
        return read;
    }

    private void pass(char c, Spreadsheet.Dialect written) {
        boolean isEnd = c == '\n' || c == '\r';
        if (isEnd) {
            lines += c == '\n' && isAfterReturn ? 0 : 1;
        }
        isAfterReturn = c == '\r';
        if (state == State.QUOTED) {
            state = c == '"' ? State.MAY_BE_CLOSED : State.QUOTED;
        } else if (c == '"' && state != State.PLAIN) {
            state = State.QUOTED;
        } else if (isEnd || c == written.separator()) {
            state = State.FIELD_BEGINS;
        } else if (!(c == ' ' && written.hasSpaces() && state == State.FIELD_BEGINS)) {
            state = State.PLAIN;
        }
    }

    /** How many lines have ended. */
    long lines() {
        return lines;
    }

    /** Whether a quote is open: then the row goes on behind the end. */
    boolean isWithinQuotes() {
        return state == State.QUOTED;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
