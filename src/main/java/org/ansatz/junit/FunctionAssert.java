package org.ansatz.junit;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Input;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Assertions on a function that solves a problem. */
public final class FunctionAssert extends AbstractObjectAssert<FunctionAssert, Object> {

    private final int arity;
    private final Solution.Code code;
    private List<String> names = List.of();
    private int variants = 25;

    FunctionAssert(Object actual, int arity, Solution.Code code) {
        super(actual, FunctionAssert.class);
        this.arity = arity;
        this.code = code;
    }

    /** Says what the function takes: names that the problem gives, in the order of the function's parameters. */
    @CheckReturnValue
    public FunctionAssert of(String... givens) {
        names = List.of(givens);
        return this;
    }

    /** Says on how many seeded variants the function is tried besides the published data, 0 or more; 25 if nothing is said. */
    @CheckReturnValue
    public FunctionAssert onVariants(int count) {
        variants = count;
        return this;
    }

    /**
     * Passes if the function gives what the routes of the problem find, for its published data and for variants.
     *
     * @throws IllegalArgumentException if the problem does not give what the function takes, asks for another kind of answer,
     *     or in another unit
     * @throws IllegalStateException if the routes themselves do not agree, or do not know the answer to as many digits
     */
    public FunctionAssert agreesWith(Problem problem, Accuracy accuracy) {
        isNotNull();
        List<String> taken = names.isEmpty() ? Input.names(problem) : names;
        if (taken.size() != arity) {
            throw new IllegalArgumentException("a function of " + arity + (arity == 1 ? " number" : " numbers")
                    + " cannot take " + String.join(", ", taken) + "; say what it takes: of(\"…\")");
        }
        List<Input> inputs = new ArrayList<>();
        taken.forEach(name -> inputs.add(Input.of(problem, name, "", double.class)));
        Solution solution = new Solution(inputs, double.class, Input.unit(accuracy.unit()), new AssumingCode(code));
        Mismatch mismatch = tried(new Trial(problem, accuracy.digits()), solution);
        if (mismatch != null) {
            failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }

    private @Nullable Mismatch tried(Trial trial, Solution solution) {
        try {
            return trial.of(solution, variants);
        } catch (Solution.Declined e) {
            throw new TestAbortedException("the function assumes what holds in no case: " + e.getMessage(), e);
        }
    }
}
