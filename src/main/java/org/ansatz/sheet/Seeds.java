package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which data each candidate had: a table with the columns candidate and seed, of variants, or candidate and version, of a paper.
 *
 * @param byCandidate the numbers; none if everybody had what is published
 * @param areVersions whether they are versions of a paper, in which a question without variants has other letters
 */
record Seeds(Map<String, Long> byCandidate, boolean areVersions) {

    /** Everybody had what is published. */
    static final Seeds NONE = new Seeds(Map.of(), false);

    private static final Set<String> SEED = Set.of("seed", "variant");
    private static final Set<String> VERSION = Set.of("version", "versionno", "versionnumber", "paper");

    /** Copies. */
    Seeds {
        byCandidate = Map.copyOf(byCandidate);
    }

    boolean isEmpty() {
        return byCandidate.isEmpty();
    }

    /** The seed of the data that a candidate had in a problem; null if nothing is said of the candidate. */
    @Nullable
    Long of(String candidate, Problem problem) {
        if (isEmpty()) {
            return Problem.PUBLISHED;
        }
        Long number = byCandidate.get(candidate);
        if (number == null) {
            return null;
        }
        return areVersions ? problem.seedOfVersion(number) : problem.variants() == null ? Problem.PUBLISHED : number;
    }

    static Seeds read(Reader text) throws IOException {
        Map<String, Long> seeds = new HashMap<>();
        boolean areVersions = false;
        try (Spreadsheet table = Spreadsheet.open(text)) {
            List<String> names = table.heading();
            int candidate = Columns.candidate(names);
            int seed = Columns.first(names, SEED, "seed");
            int version = Columns.first(names, VERSION, "version");
            areVersions = version >= 0;
            if (!names.isEmpty() && (candidate < 0 || seed < 0 && version < 0)) {
                throw new IOException("line " + table.headingLine()
                        + ": needed are the columns candidate and seed, or candidate and version");
            }
            if (seed >= 0 && version >= 0) {
                throw new IOException("line " + table.headingLine() + ": '" + names.get(seed) + "' and '"
                        + names.get(version) + "' both say which data a candidate had; leave one column out");
            }
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                add(row, candidate, Math.max(seed, version), areVersions ? "version" : "seed", seeds);
            }
        }
        if (seeds.isEmpty()) {
            throw new IOException(
                    "there are no seeds; needed are the columns candidate and seed, or candidate and version");
        }
        return new Seeds(seeds, areVersions);
    }

    private static void add(CsvRecord row, int candidate, int seed, String what, Map<String, Long> seeds)
            throws IOException {
        String number = row.getFieldCount() > Math.max(candidate, seed)
                ? row.getField(seed).strip()
                : "";
        if (!number.matches("\\d{1,18}")) {
            throw new IOException("line " + row.getStartingLineNumber() + ": a " + what
                    + " is a whole number, 0 for the published data, not '" + number + "'");
        }
        String name = row.getField(candidate).strip();
        Long before = seeds.put(name, Long.valueOf(number));
        if (before != null && before != Long.parseLong(number)) {
            throw new IOException(
                    "line " + row.getStartingLineNumber() + ": a second " + what + " for the candidate '" + name + "'");
        }
    }
}
