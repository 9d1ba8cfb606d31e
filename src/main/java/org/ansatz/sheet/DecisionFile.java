package org.ansatz.sheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ansatz.table.Cells;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of replies that could not be read, or that were read otherwise than meant: a table with the columns
 * question, reply and decision, which is {@code right}, {@code wrong}, {@code blank}, or the reply as which it is to be read.
 */
public final class DecisionFile {

    /** No decisions. */
    public static final DecisionFile NONE = new DecisionFile(Map.of());

    static final String RIGHT = "right";
    static final String WRONG = "wrong";
    static final String BLANK = "blank";

    private static final Set<String> WORDS = Set.of(RIGHT, WRONG, BLANK);
    private static final Set<String> REPLY = Set.of("reply", "response", "answer");
    private static final Set<String> DECISION = Set.of("decision", "decided");

    private static final int MOST = 1_000_000;

    private final Map<Asked, String> decisions;

    private record Asked(String question, String reply) {}

    private DecisionFile(Map<Asked, String> decisions) {
        this.decisions = Map.copyOf(decisions);
    }

    /**
     * Reads decisions; rows whose decision is empty say nothing.
     *
     * @throws IOException in a sentence with the line, if they cannot be read
     */
    static DecisionFile read(Reader text, Questions questions) throws IOException {
        return read(text, questions, MOST);
    }

    /** Reads at most so many decisions. */
    static DecisionFile read(Reader text, Questions questions, int most) throws IOException {
        Map<Asked, String> decisions = new HashMap<>();
        try (Spreadsheet table = Spreadsheet.open(text)) {
            int[] columns = columns(table);
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                add(row, columns, decisions, questions);
                if (decisions.size() > most) {
                    throw new IOException("more than " + most + " decisions");
                }
            }
        }
        return new DecisionFile(decisions);
    }

    private static int[] columns(Spreadsheet table) throws IOException {
        List<String> names = table.heading();
        if (names.isEmpty()) {
            throw new IOException("it is empty; needed are the columns question, reply and decision");
        }
        int[] columns = {
            Columns.question(names), Columns.first(names, REPLY, "reply"), Columns.first(names, DECISION, "decision")
        };
        for (int column : columns) {
            if (column < 0) {
                throw new IOException(
                        "line " + table.headingLine() + ": needed are the columns question, reply and decision");
            }
        }
        return columns;
    }

    /** One of the words that are decisions, however a spreadsheet has capitalised it, or the reply that is meant. */
    private static String decision(String written) {
        String plain = written.strip();
        String folded = plain.toLowerCase(Locale.ROOT);
        return WORDS.contains(folded) ? folded : plain;
    }

    private static void add(CsvRecord row, int[] columns, Map<Asked, String> decisions, Questions questions)
            throws IOException {
        String decision = decision(Cells.restored(field(row, columns[2])));
        if (decision.isEmpty()) {
            return;
        }
        String name = field(row, columns[0]);
        Item item = questions.find(name);
        if (item == null) {
            throw new IOException("line " + row.getStartingLineNumber() + ": " + questions.unknown(name));
        }
        Asked asked =
                new Asked(item.id(), Cells.restored(field(row, columns[1])).strip());
        String before = decisions.put(asked, decision);
        if (before != null && !before.equals(decision)) {
            throw new IOException("line " + row.getStartingLineNumber() + ": decided twice, as '" + before
                    + "' and as '" + decision + "'");
        }
    }

    /** A field of a row; empty where the row ends before it. */
    private static String field(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column) : "";
    }

    /** What was decided of a reply; null if nothing was. */
    @Nullable
    String of(String question, String reply) {
        return decisions.isEmpty() ? null : decisions.get(new Asked(question, reply.strip()));
    }
}
