package org.ansatz.junit;

import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractDoubleAssert;

/** Assertions on a number. */
public final class NumberAssert extends AbstractDoubleAssert<NumberAssert> {

    NumberAssert(double actual) {
        super(actual, NumberAssert.class);
    }

    /**
     * Compares with what the routes of the problem find for its published data; how near it must come is said next:
     * {@code agreesWith(problem).withinDigits(6)}.
     */
    @CheckReturnValue
    public AgreementAssert<NumberAssert> agreesWith(Problem problem) {
        isNotNull();
        double number = actual;
        Solution solution = new Solution(List.of(), double.class, null, inputs -> number);
        return new AgreementAssert<>(this, problem, solution, 0, this::failed);
    }

    private void failed(Mismatch mismatch) {
        failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
    }
}
