package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which variant each candidate had: a table with the columns candidate and seed. */
final class Seeds {

    private Seeds() {}

    static Map<String, Long> read(Reader text) throws IOException {
        Map<String, Long> seeds = new HashMap<>();
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().allowMissingFields(true).ofCsvRecord(text)) {
            int candidate = -1;
            int seed = -1;
            for (CsvRecord row : rows) {
                if (candidate < 0) {
                    List<String> names =
                            row.getFields().stream().map(String::strip).toList();
                    candidate = names.indexOf("candidate");
                    seed = Math.max(names.indexOf("seed"), names.indexOf("variant"));
                    if (candidate < 0 || seed < 0) {
                        throw new IOException("line 1: needed are the columns candidate and seed");
                    }
                } else {
                    add(row, candidate, seed, seeds);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
        if (seeds.isEmpty()) {
            throw new IOException("there are no seeds; needed are the columns candidate and seed");
        }
        return seeds;
    }

    private static void add(CsvRecord row, int candidate, int seed, Map<String, Long> seeds) throws IOException {
        String number = row.getFieldCount() > Math.max(candidate, seed)
                ? row.getField(seed).strip()
                : "";
        if (!number.matches("\\d{1,18}")) {
            throw new IOException("line " + row.getStartingLineNumber()
                    + ": a seed is a whole number, 0 for the published data, not '" + number + "'");
        }
        Long before = seeds.put(row.getField(candidate), Long.valueOf(number));
        if (before != null && before != Long.parseLong(number)) {
            throw new IOException("line " + row.getStartingLineNumber() + ": a second seed for the candidate '"
                    + row.getField(candidate) + "'");
        }
    }
}
