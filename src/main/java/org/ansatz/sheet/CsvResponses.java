package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Responses in a table of values parted by commas, semicolons, tabs or bars, with a heading (RFC 4180, and what spreadsheets write). */
final class CsvResponses implements Responses {

    /** The most characters of a field. */
    private static final int LONGEST = 1 << 16;

    /** How much is looked at to find out how the table is written. */
    private static final int BEGINNING = 1 << 16;

    private static final String SEPARATORS = ",;\t|";

    private final Reader text;
    private final Questions questions;

    CsvResponses(Reader text, Questions questions) {
        this.text = new BufferedReader(text, BEGINNING);
        this.questions = questions;
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        String beginning = beginning();
        char separator = separator(beginning);
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .trimWhitespacesAroundQuotes(beginning.contains(separator + " \"")) // which costs as much again
                .ofCsvRecord(text);
        try {
            read(reader.iterator(), receiver);
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

    private String beginning() throws IOException {
        text.mark(BEGINNING);
        char[] characters = new char[BEGINNING - 1];
        int length = 0;
        int more = text.read(characters, 0, characters.length);
        while (more > 0) {
            length += more;
            more = text.read(characters, length, characters.length - length);
        }
        text.reset();
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

    private void read(Iterator<CsvRecord> records, Receiver receiver) throws IOException {
        if (!records.hasNext()) {
            throw new IOException(
                    "it is empty; needed is a heading, candidate,question,response, and a row for each response");
        }
        CsvRecord heading = records.next();
        List<String> names = heading.getFields();
        Columns columns;
        try {
            columns = Columns.of(names, questions);
        } catch (IllegalArgumentException e) {
            throw new IOException("line " + heading.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
        while (records.hasNext()) {
            row(records.next(), columns, names, receiver);
        }
    }

    private void row(CsvRecord row, Columns columns, List<String> names, Receiver receiver) throws IOException {
        long line = row.getStartingLineNumber();
        String fault = fault(row, columns, names);
        if (!fault.isEmpty()) {
            receiver.refused(line, fault);
            return;
        }
        String candidate = row.getField(columns.candidate());
        if (!columns.isWide()) {
            receiver.response(
                    new Response(candidate, row.getField(columns.question()), row.getField(columns.reply()), line));
            return;
        }
        for (int column : columns.questions()) {
            receiver.response(new Response(candidate, names.get(column), row.getField(column), line));
        }
    }

    /** Why a row cannot be read, or an empty text. */
    private static String fault(CsvRecord row, Columns columns, List<String> names) {
        int count = row.getFieldCount();
        if (count != names.size()) {
            return "this row has " + count + (count == 1 ? " field" : " fields") + ", and the heading " + names.size();
        }
        for (int i = 0; i < count; i++) {
            String field = row.getField(i);
            int end = field.indexOf('\n');
            if (end >= 0 && looksLikeRows(field.substring(end + 1), names.size())) {
                return "a quote that is opened here is closed " + field.lines().count() + " lines below, if at all;"
                        + " the rows between are not read";
            }
        }
        return row.getField(columns.candidate()).isBlank() ? "this row names no candidate" : "";
    }

    /** Whether what follows a line's end within quotes is a row itself. */
    private static boolean looksLikeRows(String rest, int fields) {
        String line = rest.lines().findFirst().orElse("");
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            if (fields > 1 && line.chars().filter(c -> c == separator).count() >= fields - 1) {
                return true;
            }
        }
        return false;
    }
}
