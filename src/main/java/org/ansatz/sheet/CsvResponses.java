package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;

/** Responses in a table with a heading. */
final class CsvResponses implements Responses {

    private final Reader text;
    private final Questions questions;

    CsvResponses(Reader text, Questions questions) {
        this.text = text;
        this.questions = questions;
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        Spreadsheet table = Spreadsheet.open(text);
        List<String> names = table.heading();
        if (names.isEmpty()) {
            throw new IOException(
                    "it is empty; needed is a heading, candidate,question,response, and a row for each response");
        }
        Columns columns;
        try {
            columns = Columns.of(names, questions);
        } catch (IllegalArgumentException e) {
            throw new IOException("line " + table.headingLine() + ": " + e.getMessage(), e);
        }
        for (CsvRecord row = table.next(); row != null; row = table.next()) {
            row(row, columns, names, receiver);
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
        if (row.getField(columns.candidate()).isBlank()) {
            return "this row names no candidate";
        }
        for (int i = 0; i < count; i++) {
            String fault = Source.fault(row.getField(i));
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
