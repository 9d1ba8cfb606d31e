package org.ansatz.junit;

import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Input;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.api.AbstractDoubleAssert;

/** Assertions on a number. */
public final class NumberAssert extends AbstractDoubleAssert<NumberAssert> {

    NumberAssert(double actual) {
        super(actual, NumberAssert.class);
    }

    /**
     * Passes if the number is what the routes of the problem find for its published data:
     * {@code agreesWith(problem, digits(6).in("cm"))}.
     *
     * @throws IllegalArgumentException if the problem asks for another kind of answer, or in another unit
     * @throws IllegalStateException if the routes themselves do not agree, or do not know the answer to as many digits
     */
    public NumberAssert agreesWith(Problem problem, Accuracy accuracy) {
        isNotNull();
        double number = actual;
        Solution solution = new Solution(List.of(), double.class, Input.unit(accuracy.unit()), inputs -> number);
        Mismatch mismatch = new Trial(problem, accuracy.digits()).of(solution, 0);
        if (mismatch != null) {
            failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
