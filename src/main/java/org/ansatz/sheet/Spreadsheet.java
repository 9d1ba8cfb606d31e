package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of values parted by commas, semicolons, tabs or bars (RFC 4180, and what spreadsheets write), with a heading. Every table that a
 * person hands in is read by it, so that one program may have written all of them.
 */
final class Spreadsheet implements Closeable {

    /** The most characters of a field. */
    private static final int LONGEST = 1 << 16;

    /** How much is looked at to find out how the table is written. */
    private static final int BEGINNING = 1 << 16;

    private static final String SEPARATORS = ",;\t|";

    /** How a spreadsheet may say in a line above the heading what parts the fields. */
    private static final String SEPARATOR_LINE = "sep=";

    private final Dialect dialect;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> heading;
    private final long headingLine;

    private Spreadsheet(
            Dialect dialect, CsvReader<CsvRecord> reader, Iterator<CsvRecord> records, @Nullable CsvRecord heading) {
        this.dialect = dialect;
        this.reader = reader;
        this.records = records;
        this.heading = heading == null ? List.of() : heading.getFields();
        this.headingLine = heading == null ? 1 : heading.getStartingLineNumber();
    }

    /**
     * Opens a table.
     *
     * @throws IOException in a sentence, if its heading cannot be read
     */
    static Spreadsheet open(Reader text) throws IOException {
        BufferedReader buffered = new BufferedReader(text, BEGINNING);
        buffered.mark(BEGINNING);
        String beginning = beginning(buffered);
        buffered.reset();
        char separator = separator(beginning);
        return open(buffered, new Dialect(separator, beginning.contains(separator + " \"")));
    }

    /** The same of a table that is known to be written so. */
    static Spreadsheet open(Reader text, Dialect dialect) throws IOException {
        CsvReader<CsvRecord> reader = reader(text, dialect);
        Iterator<CsvRecord> records = reader.iterator();
        CsvRecord heading = next(records);
        boolean isSeparatorLine = heading != null
                && heading.getStartingLineNumber() == 1
                && heading.getField(0).strip().equalsIgnoreCase(SEPARATOR_LINE);
        return new Spreadsheet(dialect, reader, records, isSeparatorLine ? next(records) : heading);
    }

    /** Opens rows of a table that is written so, without its heading. */
    static Spreadsheet rows(Reader text, Dialect dialect) {
        CsvReader<CsvRecord> reader = reader(text, dialect);
        return new Spreadsheet(dialect, reader, reader.iterator(), null);
    }

    private static CsvReader<CsvRecord> reader(Reader text, Dialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .maxBufferSize(LONGEST)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .trimWhitespacesAroundQuotes(dialect.hasSpaces()) // which costs as much again
                .ofCsvRecord(text);
    }

    /**
     * How a table is written, as its beginning shows.
     *
     * @param separator what parts the fields
     * @param hasSpaces whether there are spaces around quotes
     */
    record Dialect(char separator, boolean hasSpaces) {}

    /** As much of a text as is looked at to find out how it is written. */
    static String beginning(Reader text) throws IOException {
        char[] characters = new char[BEGINNING - 1];
        int length = 0;
        int more = text.read(characters, 0, characters.length);
        while (more > 0) {
            length += more;
            more = text.read(characters, length, characters.length - length);
        }
        return new String(characters, 0, length);
    }

    /** What parts the fields of the first line most often, outside quotes. */
    private static char separator(String beginning) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            quoted ^= c == '"';
            int at = quoted ? -1 : SEPARATORS.indexOf(c);
            if (at >= 0) {
                counts[at]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    static boolean isSeparator(int c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The names in the heading; none if the table is empty. */
    List<String> heading() {
        return heading;
    }

    /** The line of the heading, from 1. */
    long headingLine() {
        return headingLine;
    }

    /**
     * The next row below the heading; null at the end.
     *
     * @throws IOException in a sentence with the line, if it is no row
     */
    @Nullable
    CsvRecord next() throws IOException {
        return next(records);
    }

    private static @Nullable CsvRecord next(Iterator<CsvRecord> records) throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new IOException(sentence(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String sentence(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(e.getMessage());
        String where = message.contains("line ") ? message.replaceFirst("^.*?(line \\d+).*$", "$1") : "line 1";
        String what = String.valueOf(cause.getMessage());
        return where + ": "
                + (what.contains("buffer size")
                        ? "a field of more than " + LONGEST + " characters; is a quote not closed there?"
                        : what.contains("closing quote")
                                ? "behind a closing quote stands neither a separator nor the end of the line; a quote within quotes"
                                        + " is written twice"
                                : what);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
