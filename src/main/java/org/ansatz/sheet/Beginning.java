package org.ansatz.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file of responses begins: what must be known to read lines of it that stand elsewhere.
 *
 * @param encoding of all of it
 * @param head of a table; null if these are JSON lines, or where it cannot be divided
 * @param canBeDivided whether parts of it, from line to line, can be read by themselves: it is not packed, ends of lines are single
 *     bytes, and its heading is short
 */
record Beginning(Charset encoding, CsvResponses.@Nullable Head head, boolean canBeDivided) {

    /**
     * Looks at a file.
     *
     * @throws IOException in a sentence, if it cannot be read or has no heading of responses
     */
    static Beginning of(InputStream file, Sheet.Form form, Questions questions) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        boolean isPacked = Gunzip.isPacked(bytes);
        Source source = Source.of(bytes);
        boolean hasPlainLines = !isPacked && Source.hasPlainLines(source.encoding());
        if (form == Sheet.Form.JSON) {
            return new Beginning(source.encoding(), null, hasPlainLines);
        }
        Spreadsheet table = Spreadsheet.open(new StringReader(Spreadsheet.beginning(source.reader())));
        CsvResponses.Head head = CsvResponses.Head.of(table, questions);
        return new Beginning(source.encoding(), head, hasPlainLines && goesOn(table));
    }

    /** Whether a row follows, so that the heading is whole. */
    private static boolean goesOn(Spreadsheet table) {
        try {
            return table.next() != null;
        } catch (IOException e) {
            return false; // it is said when all of it is read
        }
    }
}
