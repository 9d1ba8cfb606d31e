package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;

/** Replies whose value takes more steps than a person waits for. */
final class ManyStepsTest {

    private static final Bank BANK = Bank.load(FrozenBank.PROBLEMS);
    private static final String ENDLESS = "sum(k for k in 1:10^9)";

    private static Marking marking(String id) {
        Problem problem = BANK.problem(id);
        return Marking.of(problem, problem.published());
    }

    /** Its value takes 12 of the 20 million steps, so that all that is asked of it rests on computing it once. */
    @Test
    void aReplyOfManyStepsIsWorkedOutOnce() {
        Mark mark = marking("gate-2012-ec/q28").mark("sum(k for k in 1:10^6) m");
        assertThat(mark).isInstanceOf(Mark.Wrong.class);
    }

    @Test
    void aReplyOfTooManyStepsIsUnreadableWhateverIsAskedFor() {
        for (String id : List.of("gate-2012-ec/q12", "rf/image-rejection")) {
            Mark mark = marking(id).mark(ENDLESS);
            assertThat(MarkingTest.kind(mark)).as("%s", mark).isIn("unreadable", "wrong", "unscored");
            assertThat(mark.message()).as(id).contains("20000000 steps");
        }
    }

    @Test
    void amongOptionsItHasNoValue() {
        Mark mark = MarksTest.marking("by-value").mark(ENDLESS + " A");
        assertThat(MarkingTest.kind(mark)).isEqualTo("unreadable");
        assertThat(mark.message())
                .isEqualTo("it has no value: more than 20000000 steps: the work grows too large here");
    }

    @Test
    void whereItIsPutToTheTestTheTestDoesNotEnd() {
        Mark mark = MarksTest.marking("residual, f = 2 GHz").mark(ENDLESS + " m");
        assertThat(MarkingTest.kind(mark)).isEqualTo("unreadable");
        assertThat(mark.message()).isEqualTo("more than 20000000 steps: the work grows too large here");
    }
}
