package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.problem.Case;
import org.ansatz.problem.Problem;
import org.ansatz.variant.Generator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replies to problems, and what they are worth. The keys are never read. */
final class MarkingTest {

    private static final Bank BANK = Bank.load(FrozenBank.PROBLEMS);

    private final Map<String, Marking> markings = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> repliesAreWorthWhatTheyAre() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/marking/replies.txt"));
        return rows.stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> dynamicTest(row, () -> check(row.split("\\|", -1))));
    }

    private void check(String[] row) {
        Marking marking = markings.computeIfAbsent(row[0] + row[1], key -> marking(row[0].strip(), row[1].strip()));
        Mark mark = marking.mark(row[2].strip());
        assertThat(kind(mark)).as("%s", mark).isEqualTo(row[3].strip());
        String slip = mark instanceof Mark.Wrong ? ((Mark.Wrong) mark).slip() : "";
        assertThat(slip).as("%s", mark).isEqualTo(row[4].strip());
        assertThat(mark.message()).contains(row[5].strip());
    }

    /** Its value takes 12 of the 20 million steps, so that all that is asked of it rests on computing it once. */
    @Test
    void aReplyOfManyStepsIsWorkedOutOnce() {
        Mark mark = marking("gate-2012-ec/q28", "0").mark("sum(k for k in 1:10^6) m");
        assertThat(mark).isInstanceOf(Mark.Wrong.class);
    }

    @Test
    void aReplyOfTooManyStepsIsUnreadableWhateverIsAskedFor() {
        for (String id : List.of("gate-2012-ec/q12", "rf/image-rejection")) {
            Mark mark = marking(id, "0").mark("sum(k for k in 1:10^9)");
            assertThat(kind(mark)).as("%s", mark).isIn("unreadable", "wrong", "unscored");
            assertThat(mark.message()).as(id).contains("20000000 steps");
        }
    }

    private static Marking marking(String id, String seed) {
        Problem problem = BANK.problem(id);
        Case data = seed.equals("0") ? problem.published() : Generator.variant(problem, Long.parseLong(seed));
        return Marking.of(problem, data);
    }

    private static String kind(Mark mark) {
        if (mark instanceof Mark.Right) {
            return "right";
        }
        if (mark instanceof Mark.UnitMissing) {
            return "unit missing";
        }
        if (mark instanceof Mark.Unreadable) {
            return "unreadable";
        }
        return mark instanceof Mark.Wrong ? "wrong" : "unscored";
    }
}
