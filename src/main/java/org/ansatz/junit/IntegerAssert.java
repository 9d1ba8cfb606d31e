package org.ansatz.junit;

import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.api.AbstractIntegerAssert;

/** Assertions on a whole number ({@code int}). */
public final class IntegerAssert extends AbstractIntegerAssert<IntegerAssert> {

    IntegerAssert(int actual) {
        super(actual, IntegerAssert.class);
    }

    /** Passes if the routes of the problem agree on this very number for its published data. */
    public IntegerAssert isTheAnswerTo(Problem problem) {
        isNotNull();
        int number = actual;
        Solution solution = new Solution(List.of(), int.class, null, inputs -> number);
        Mismatch mismatch = new Trial(problem, Accuracy.MAX_DIGITS).of(solution, 0);
        if (mismatch != null) {
            failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
