package org.ansatz.junit;

import org.ansatz.trial.Solution;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A solution that may assume something of its data as tests of JUnit do; data for which that does not hold are left out.
 *
 * @param code the solution
 */
record AssumingCode(Solution.Code code) implements Solution.Code {

    @Override
    public @Nullable Object answer(Object... inputs) throws Exception {
        try {
            return code.answer(inputs);
        } catch (TestAbortedException e) {
            throw new Solution.Declined(e);
        }
    }
}
