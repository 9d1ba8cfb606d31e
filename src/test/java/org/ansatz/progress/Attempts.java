package org.ansatz.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.schedule.Rating;

/** Attempts for tests. */
final class Attempts {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** What is awkward to write somewhere. */
    private static final String[] PIECES = {
        "",
        "a",
        "5.00 V",
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u0000",
        "\u0001",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "Ω",
        "ü",
        "µ",
        "漢字",
        "\ud83d\ude00",
        "\\",
        "\\n",
        "'",
        "''",
        "{",
        "}",
        "[",
        ":",
        ": ",
        "# ",
        " #",
        "- ",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "true",
        " ",
        "=1+1",
        "--",
        "\ufffd"
    };

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Rating> RATINGS = List.of(Rating.values());

    private Attempts() {}

    /** A right one to a problem, in a sitting, so many seconds after noon. */
    static Attempt right(long sitting, long seconds, String problem) {
        return new Attempt(
                sitting,
                NOON.plusSeconds(seconds),
                problem,
                problem.substring(0, Math.max(problem.indexOf('/'), 0)),
                0,
                "",
                "5 V",
                Outcome.RIGHT,
                "",
                0,
                Rating.GOOD,
                false);
    }

    /** The same, wrong, with a slip. */
    static Attempt wrong(long sitting, long seconds, String problem, String slip) {
        Attempt right = right(sitting, seconds, problem);
        return new Attempt(
                sitting, right.at(), problem, right.topic(), 0, "", "4 V", Outcome.WRONG, slip, 0, Rating.AGAIN, false);
    }

    /** Anything that may be typed, of a few pieces. */
    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** An attempt in one of a few sittings, of which nothing else is known. */
    static Attempt any(Random random) {
        return new Attempt(
                random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(5),
                Instant.ofEpochMilli(NOON.toEpochMilli() + random.nextInt(1_000_000)),
                text(random),
                text(random),
                random.nextBoolean() ? 0 : random.nextLong(),
                text(random),
                text(random),
                OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                text(random),
                random.nextInt(4),
                RATINGS.get(random.nextInt(RATINGS.size())),
                random.nextBoolean());
    }

    /** Several of them. */
    static List<Attempt> some(Random random, int count) {
        List<Attempt> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(any(random));
        }
        return some;
    }
}
