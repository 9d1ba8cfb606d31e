package org.ansatz.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Level;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.History;
import org.ansatz.progress.Outcome;
import org.ansatz.schedule.Fsrs;
import org.ansatz.schedule.Rating;
import org.junit.jupiter.api.Test;

/** The order in which a bank is learned, and what is mixed into it. */
final class PathTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static Entry entry(String id, String topic, int difficulty, String... needs) {
        return new Entry(id, id, topic, "number", 1, false, false, new Level(difficulty, List.of(needs), 0));
    }

    /** A history in which these were right a year ago, so that they are due. */
    private static History right(String... ids) {
        List<Attempt> attempts = new ArrayList<>();
        for (String id : ids) {
            attempts.add(new Attempt(
                    attempts.size(),
                    NOW.minusSeconds(31_536_000L - attempts.size()),
                    id,
                    "",
                    0,
                    "",
                    "1",
                    Outcome.RIGHT,
                    "",
                    0,
                    Rating.GOOD,
                    false));
        }
        return History.of(attempts, Fsrs.DEFAULT, NOW, ZoneOffset.UTC);
    }

    private static List<String> order(List<Entry> bank, History history) {
        return Path.through(bank).ordered(history).stream().map(Entry::id).toList();
    }

    @Test
    void whatIsEasyAndNeedsNothingComesFirst() {
        List<Entry> bank = List.of(
                entry("hard", "b", 3),
                entry("needy", "a", 1, "b"),
                entry("middle", "b", 2),
                entry("later", "c", 2),
                entry("easy", "b", 1));
        assertThat(order(bank, right())).containsExactly("easy", "middle", "hard", "later", "needy");
        assertThat(order(bank, right("easy", "middle"))).containsExactly("easy", "middle", "hard", "needy", "later");
        assertThat(Path.through(bank).stages()).extracting(Path.Stage::topic).containsExactly("b", "a", "c");
    }

    @Test
    void aTopicIsNeededWithAllBelowItAndKnownByHalf() {
        List<Entry> bank = List.of(
                entry("x", "top/x", 1), entry("y", "top/y", 1), entry("z", "topmost", 1), entry("n", "n", 1, "top"));
        Path path = Path.through(bank);
        assertThat(path.missing(bank.get(3), right())).containsExactly("top");
        assertThat(path.missing(bank.get(3), right("z"))).containsExactly("top");
        assertThat(path.missing(bank.get(3), right("y"))).isEmpty();
    }

    @Test
    void circlesEndAndTopicsThatAreNotThereHinderNobody() {
        List<Entry> bank = List.of(
                entry("a", "a", 1, "b"), entry("b", "b", 1, "c"), entry("c", "c", 1, "a"), entry("d", "d", 3, "gone"));
        assertThat(Path.through(bank).stages()).extracting(Path.Stage::topic).containsExactly("c", "b", "a", "d");
        assertThat(order(bank, right())).hasSize(4).startsWith("d");
        assertThat(Path.through(List.of()).stages()).isEmpty();
    }

    @Test
    void aChainOfThousandsIsFollowed() {
        List<Entry> bank = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            bank.add(entry("p" + i, "t" + i, 1, "t" + (i + 1)));
        }
        assertThat(Path.through(bank).stages().get(0).topic()).isEqualTo("t1999");
    }

    @Test
    void afterTwoThatAreDueComesOneThatIsNew() {
        List<Entry> bank = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            bank.add(entry("p" + i, "t", 1));
        }
        Queue queue = new Queue(() -> bank);
        History history = right("p0", "p1", "p2", "p3", "p4");
        List<Queue.Reason> reasons = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Queue.Next next = queue.next(Selection.USUAL, history);
            assertThat(next).isNotNull();
            if (next != null) {
                reasons.add(next.reason());
                ids.add(next.entry().id());
                queue.shown(next.entry().id());
            }
        }
        Queue.Reason due = Queue.Reason.DUE;
        Queue.Reason fresh = Queue.Reason.NEW;
        assertThat(reasons).containsExactly(due, due, fresh, due, due, fresh, due, fresh);
        assertThat(Set.copyOf(ids)).hasSize(8);
    }
}
