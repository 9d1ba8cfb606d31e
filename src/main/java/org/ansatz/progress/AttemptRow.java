package org.ansatz.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.ansatz.schedule.Rating;
import org.ansatz.table.Malformed;
import org.ansatz.table.Row;

/** An attempt as a row of a file has it. */
final class AttemptRow {

    /** No calendar that anybody uses goes further, and no arithmetic on times overflows before. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final int HEXADECIMAL = 16;

    private final int line;
    private final Map<String, String> fields;

    AttemptRow(Row row) {
        this.line = row.line();
        this.fields = row.fields();
    }

    /** The attempt. */
    Attempt attempt() throws Malformed {
        for (String name : fields.keySet()) {
            if (!Column.isOne(name)) {
                throw new Malformed(line, "there is no field " + Row.quoted(name) + " in an attempt");
            }
        }
        return new Attempt(
                sitting(),
                at(),
                text(Column.PROBLEM),
                text(Column.TOPIC),
                seed(),
                text(Column.DATA),
                text(Column.REPLY),
                outcome(),
                text(Column.SLIP),
                hints(),
                rating(),
                exam());
    }

    private String text(Column column) throws Malformed {
        String text = fields.get(column.title());
        if (text == null) {
            throw new Malformed(line, "the field " + Row.quoted(column.title()) + " is missing");
        }
        return text;
    }

    private long sitting() throws Malformed {
        try {
            return Long.parseUnsignedLong(text(Column.SITTING), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw not(Column.SITTING, "up to 16 hexadecimal digits");
        }
    }

    private Instant at() throws Malformed {
        try {
            Instant at = Instant.parse(text(Column.AT));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw not(Column.AT, "a time from 1970 to 9999");
            }
            return at;
        } catch (DateTimeException e) {
            throw not(Column.AT, "a time such as 2026-03-02T12:00:00Z");
        }
    }

    private long seed() throws Malformed {
        try {
            return Long.parseLong(text(Column.SEED));
        } catch (NumberFormatException e) {
            throw not(Column.SEED, "a whole number");
        }
    }

    private int hints() throws Malformed {
        try {
            int hints = Integer.parseInt(text(Column.HINTS));
            if (hints >= 0) {
                return hints;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw not(Column.HINTS, "a whole number from 0");
    }

    private Outcome outcome() throws Malformed {
        for (Outcome outcome : Outcome.values()) {
            if (Column.word(outcome).equals(text(Column.OUTCOME))) {
                return outcome;
            }
        }
        throw not(Column.OUTCOME, "right, unit-missing, wrong or shown");
    }

    private Rating rating() throws Malformed {
        for (Rating rating : Rating.values()) {
            if (rating.word().equals(text(Column.RATING))) {
                return rating;
            }
        }
        throw not(Column.RATING, "again, hard, good or easy");
    }

    private boolean exam() throws Malformed {
        boolean exam = text(Column.EXAM).equals("true");
        if (!exam && !text(Column.EXAM).equals("false")) {
            throw not(Column.EXAM, "true or false");
        }
        return exam;
    }

    private Malformed not(Column column, String expected) throws Malformed {
        return new Malformed(line, column.title() + " is " + expected + ", not " + Row.quoted(text(column)));
    }
}
