package org.ansatz.junit;

import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.api.AbstractStringAssert;

/** Assertions on a text. */
public final class LettersAssert extends AbstractStringAssert<LettersAssert> {

    LettersAssert(String actual) {
        super(actual, LettersAssert.class);
    }

    /** Passes if these are the options that the routes of the problem choose: {@code "C"}, {@code "A, D"}. */
    public LettersAssert isTheAnswerTo(Problem problem) {
        isNotNull();
        String letters = actual;
        Solution solution = new Solution(List.of(), String.class, null, inputs -> letters);
        Mismatch mismatch = new Trial(problem, Accuracy.MAX_DIGITS).of(solution, 0);
        if (mismatch != null) {
            failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
