package org.ansatz.junit;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Input;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on a function that solves a problem. */
public final class FunctionAssert extends AbstractObjectAssert<FunctionAssert, Object> {

    private static final int VARIANTS = 25;

    private final int arity;
    private final Solution.Code code;
    private List<String> names = List.of();

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

    /**
     * Compares with what the routes of the problem find for its published data and for variants; how near it must come is said
     * next: {@code agreesWith(problem).withinDigits(6)}.
     *
     * @throws IllegalArgumentException if the problem does not give what the function takes
     */
    @CheckReturnValue
    public AgreementAssert<FunctionAssert> agreesWith(Problem problem) {
        isNotNull();
        List<String> taken = names.isEmpty() ? Input.names(problem) : names;
        if (taken.size() != arity) {
            throw new IllegalArgumentException("a function of " + arity + (arity == 1 ? " number" : " numbers")
                    + " cannot take " + String.join(", ", taken) + "; say what it takes: of(\"…\")");
        }
        List<Input> inputs = new ArrayList<>();
        taken.forEach(name -> inputs.add(Input.of(problem, name, "", double.class)));
        Solution solution = new Solution(inputs, double.class, null, code);
        return new AgreementAssert<>(this, problem, solution, VARIANTS, this::failed);
    }

    private void failed(Mismatch mismatch) {
        failWithActualExpectedAndMessage(mismatch.was(), mismatch.expected(), "%s", mismatch.message());
    }
}
