package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which variant each candidate had: a table with the columns candidate and seed. */
final class Seeds {

    private static final Set<String> SEED = Set.of("seed", "variant", "version");

    private Seeds() {}

    static Map<String, Long> read(Reader text) throws IOException {
        Map<String, Long> seeds = new HashMap<>();
        try (Spreadsheet table = Spreadsheet.open(text)) {
            List<String> names = table.heading();
            int candidate = Columns.candidate(names);
            int seed = Columns.first(names, SEED, "seed");
            if (!names.isEmpty() && (candidate < 0 || seed < 0)) {
                throw new IOException("line " + table.headingLine() + ": needed are the columns candidate and seed");
            }
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                add(row, candidate, seed, seeds);
            }
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
        String name = row.getField(candidate).strip();
        Long before = seeds.put(name, Long.valueOf(number));
        if (before != null && before != Long.parseLong(number)) {
            throw new IOException(
                    "line " + row.getStartingLineNumber() + ": a second seed for the candidate '" + name + "'");
        }
    }
}
