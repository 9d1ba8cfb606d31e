package org.ansatz.progress;

import java.util.Locale;

/** What a file of attempts has of each, in this order: the fields of {@link Attempt} by their names. */
enum Column {
    /** 16 hexadecimal digits: a number of that size is rounded by many programs. */
    SITTING,
    /** ISO 8601, UTC. */
    AT,
    PROBLEM,
    TOPIC,
    SEED,
    DATA,
    REPLY,
    OUTCOME,
    SLIP,
    HINTS,
    RATING,
    EXAM;

    private static final int SITTING_DIGITS = 16;

    /** Its name in a file. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isOne(String title) {
        for (Column column : values()) {
            if (column.title().equals(title)) {
                return true;
            }
        }
        return false;
    }

    /** What stands in this column for an attempt. */
    String of(Attempt attempt) {
        switch (this) {
            case SITTING:
                String digits = Long.toHexString(attempt.sitting());
                return "0".repeat(SITTING_DIGITS - digits.length()) + digits;
            case AT:
                return attempt.at().toString();
            case PROBLEM:
                return attempt.problem();
            case TOPIC:
                return attempt.topic();
            case SEED:
                return Long.toString(attempt.seed());
            case DATA:
                return attempt.data();
            case REPLY:
                return attempt.reply();
            case OUTCOME:
                return word(attempt.outcome());
            case SLIP:
                return attempt.slip();
            case HINTS:
                return Integer.toString(attempt.hints());
            case RATING:
                return attempt.rating().word();
            default:
                return Boolean.toString(attempt.exam());
        }
    }

    /** The same as a value of JSON: a string, a number, or whether it is so. */
    Object json(Attempt attempt) {
        switch (this) {
            case SEED:
                return attempt.seed();
            case HINTS:
                return attempt.hints();
            case EXAM:
                return attempt.exam();
            default:
                return of(attempt);
        }
    }

    /** Such as {@code unit-missing}. */
    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
