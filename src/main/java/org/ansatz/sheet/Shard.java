package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Some of the responses, read and marked by themselves, as bytes that an {@link Assembly} puts together with the others: in another
 * process, or on another machine.
 */
public final class Shard {

    /** How many parts the candidates are in. */
    public static final int PARTS = Ledger.PARTS;

    private final byte[] state;
    private final List<byte[]> parts;

    private Shard(byte[] state, List<byte[]> parts) {
        this.state = state;
        this.parts = List.copyOf(parts);
    }

    /** What came of the responses but for who gave them. */
    public byte[] state() {
        return state.clone();
    }

    /**
     * Who gave which response, parted by candidate: all responses of a candidate are in one part, whichever shards they are in. None if
     * it {@linkplain #isCut(byte[]) cannot be read by itself}.
     */
    public List<byte[]> parts() {
        return parts;
    }

    /** Whether lines cannot be read by themselves, as their state tells: a row goes on in those that follow, or these are no rows. */
    public static boolean isCut(byte[] state) {
        return state[0] == 1;
    }

    /** A file of responses, as it is opened once or more. */
    public interface File {
        /** Opens it at its beginning. */
        InputStream open() throws IOException;
    }

    /**
     * Whether lines of a file can be read without those above them.
     *
     * @throws IOException in a sentence, if it cannot be read or has no heading of responses
     */
    public static boolean canBeDivided(Examiner examiner, File file, Sheet.Form form) throws IOException {
        try (InputStream beginning = file.open()) {
            return Beginning.of(beginning, form, examiner.questions()).canBeDivided();
        }
    }

    /**
     * Marks all responses of a file.
     *
     * @throws IOException in a sentence, if they cannot be read to their end
     */
    public static Shard ofAll(Examiner examiner, File file, Sheet.Form form) throws IOException {
        try (InputStream all = file.open()) {
            Source source = Source.of(all);
            LineCount text = new LineCount(source.reader(), null);
            Responses responses =
                    form == Sheet.Form.CSV ? new CsvResponses(text, examiner.questions()) : new JsonResponses(text);
            Marker marker = new Marker(examiner);
            marker.take.intake().encoded(source.encoding());
            responses.read(marker);
            return marker.shard(text.isWithinQuotes(), text.lines());
        }
    }

    /**
     * Marks the responses in some lines of a file that can be divided. If they cannot be read by themselves, that is told by {@link #isCut}: what is wrong with them shows when all of the file is read.
     *
     * @param lines whole lines, the first of the file or others, with an end of a line as their last byte unless they are the last ones
     * @param isFirst whether they are the first lines of the file
     * @throws IOException in a sentence, if the beginning of the file cannot be read
     */
    public static Shard ofLines(Examiner examiner, File file, Sheet.Form form, InputStream lines, boolean isFirst)
            throws IOException {
        Beginning beginning;
        try (InputStream stream = file.open()) {
            beginning = Beginning.of(stream, form, examiner.questions());
        }
        CsvResponses.Head head = beginning.head();
        LineCount text = new LineCount(
                isFirst ? Source.first(lines, beginning.encoding()) : Source.text(lines, beginning.encoding()),
                head == null ? null : head.dialect());
        Responses responses;
        if (head == null) {
            responses = new JsonResponses(text);
        } else {
            responses = isFirst ? CsvResponses.first(text, head) : CsvResponses.further(text, head);
        }
        Marker marker = new Marker(examiner);
        marker.take.intake().encoded(beginning.encoding());
        try {
            responses.read(marker);
        } catch (IOException e) {
            return new Shard(new byte[] {1}, List.of());
        }
        return marker.shard(text.isWithinQuotes(), text.lines());
    }

    /**
     * Marks the responses in rows that were read by others.
     *
     * @param names of the columns
     * @param rows the fields of each row, in the order of the columns
     * @throws IOException in a sentence, if the names are no heading of responses
     */
    public static Shard ofRows(Examiner examiner, List<String> names, Iterator<List<String>> rows) throws IOException {
        CsvResponses.Head head =
                CsvResponses.Head.of(new Spreadsheet.Dialect(',', false), names, 1, examiner.questions());
        Marker marker = new Marker(examiner);
        long line = 0;
        while (rows.hasNext()) {
            CsvResponses.row(rows.next(), ++line, head, marker);
        }
        return marker.shard(false, line);
    }

    /** Marks responses one after the other. */
    private static final class Marker implements Responses.Receiver {
        private final Take take;
        private final Ledger ledger = new Ledger();
        private final Ledger.Writer writer = ledger.writer();

        Marker(Examiner examiner) {
            take = new Take(examiner, Intake.piece());
        }

        @Override
        public void response(Response response) throws IOException {
            Take.Known known = take.take(response);
            if (known != null) {
                writer.add(
                        response.candidate(),
                        take.intake().responses(),
                        known.item().index(),
                        take.judge(known).number());
            }
        }

        @Override
        public void refused(long line, String reason) {
            take.intake().refused(line, reason);
        }

        Shard shard(boolean isCut, long lines) throws IOException {
            try (ledger) {
                writer.flush();
                List<byte[]> parts = new ArrayList<>();
                for (int i = 0; i < PARTS; i++) {
                    parts.add(ledger.bytes(i));
                }
                Bytes state = new Bytes(1 << 10);
                state.number(isCut ? 1 : 0);
                state.number(lines);
                take.save(state);
                return new Shard(state.toArray(), parts);
            }
        }
    }
}
