package org.ansatz.junit;

import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.api.AbstractLongAssert;

/** Assertions on a whole number ({@code long}). */
public final class LongAssert extends AbstractLongAssert<LongAssert> {

    LongAssert(long actual) {
        super(actual, LongAssert.class);
    }

    /** Passes if the routes of the problem agree on this very number for its published data. */
    public LongAssert isTheAnswerTo(Problem problem) {
        isNotNull();
        long number = actual;
        Solution solution = new Solution(List.of(), long.class, null, inputs -> number);
        Mismatch mismatch = new Trial(problem, Accuracy.MAX_DIGITS).of(solution, 0);
        if (mismatch != null) {
            failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
