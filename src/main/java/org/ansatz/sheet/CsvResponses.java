package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;

/** Responses in a table with a heading. */
final class CsvResponses implements Responses {

    private final Opening opening;

    private interface Opening {
        Opened open() throws IOException;
    }

    private record Opened(Spreadsheet table, Head head) {}

    private CsvResponses(Opening opening) {
        this.opening = opening;
    }

    /** All of a table. */
    CsvResponses(Reader text, Questions questions) {
        this(() -> {
            Spreadsheet table = Spreadsheet.open(text);
            return new Opened(table, Head.of(table, questions));
        });
    }

    /** The first lines of a table with this head. */
    static CsvResponses first(Reader text, Head head) {
        return new CsvResponses(() -> new Opened(Spreadsheet.open(text, head.dialect()), head));
    }

    /** Lines of a table with this head that stand further below. */
    static CsvResponses further(Reader text, Head head) {
        return new CsvResponses(() -> new Opened(Spreadsheet.rows(text, head.dialect()), head));
    }

    /** How a table is written, and what stands in its columns. */
    record Head(Spreadsheet.Dialect dialect, List<String> names, Columns columns) {

        /** That of a table whose heading was read. */
        static Head of(Spreadsheet table, Questions questions) throws IOException {
            return of(table.dialect(), table.heading(), table.headingLine(), questions);
        }

        /** That of a table with these names over its columns. */
        static Head of(Spreadsheet.Dialect dialect, List<String> names, long line, Questions questions)
                throws IOException {
            if (names.isEmpty()) {
                throw new IOException(
                        "it is empty; needed is a heading, candidate,question,response, and a row for each response");
            }
            try {
                return new Head(dialect, names, Columns.of(names, questions));
            } catch (IllegalArgumentException e) {
                throw new IOException("line " + line + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        Opened opened = opening.open();
        Spreadsheet table = opened.table();
        for (CsvRecord row = table.next(); row != null; row = table.next()) {
            row(row.getFields(), row.getStartingLineNumber(), opened.head(), receiver);
        }
    }

    /** Reads the fields of a row. */
    static void row(List<String> row, long line, Head head, Receiver receiver) throws IOException {
        Columns columns = head.columns();
        String fault = fault(row, columns, head.names());
        if (!fault.isEmpty()) {
            receiver.refused(line, fault);
            return;
        }
        String candidate = row.get(columns.candidate());
        if (!columns.isWide()) {
            receiver.response(new Response(candidate, row.get(columns.question()), row.get(columns.reply()), line));
            return;
        }
        for (int column : columns.questions()) {
            receiver.response(new Response(candidate, head.names().get(column), row.get(column), line));
        }
    }

    /** Why a row cannot be read, or an empty text. */
    private static String fault(List<String> row, Columns columns, List<String> names) {
        int count = row.size();
        if (count != names.size()) {
            return "this row has " + count + (count == 1 ? " field" : " fields") + ", and the heading " + names.size();
        }
        for (String field : row) {
            int end = field.indexOf('\n');
            if (end >= 0 && looksLikeRows(field.substring(end + 1), names.size())) {
                return "a quote that is opened here is closed " + field.lines().count() + " lines below, if at all;"
                        + " the rows between are not read";
            }
        }
        if (row.get(columns.candidate()).isBlank()) {
            return "this row names no candidate";
        }
        for (int i = 0; i < count; i++) {
            String fault = Source.fault(row.get(i));
            if (!fault.isEmpty() && columns.isRead(i)) {
                return fault;
            }
        }
        return "";
    }

    /** Whether what follows a line's end within quotes is a row itself. */
    private static boolean looksLikeRows(String rest, int fields) {
        String line = rest.lines().findFirst().orElse("");
        int[] separators = line.chars().filter(Spreadsheet::isSeparator).toArray();
        for (int separator : separators) {
            if (fields > 1
                    && Arrays.stream(separators).filter(c -> c == separator).count() >= fields - 1) {
                return true;
            }
        }
        return false;
    }
}
