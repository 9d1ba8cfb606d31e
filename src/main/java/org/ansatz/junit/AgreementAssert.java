package org.ansatz.junit;

import java.util.function.Consumer;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Input;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;

/**
 * A comparison with a problem that still has to be made: nothing is asserted before {@link #withinDigits}.
 *
 * @param <A> the assertions to go on with
 */
public final class AgreementAssert<A extends AbstractAssert<A, ?>> {

    /** The most digits that can be asked for. */
    static final int MAX_DIGITS = 15;

    private final A asserted;
    private final Problem problem;
    private final Solution solution;
    private final int variants;
    private final Consumer<Mismatch> failing;

    AgreementAssert(A asserted, Problem problem, Solution solution, int variants, Consumer<Mismatch> failing) {
        this.asserted = asserted;
        this.problem = problem;
        this.solution = solution;
        this.variants = variants;
        this.failing = failing;
    }

    /**
     * Says in which unit the number is; without it, SI.
     *
     * @param unit as people write it: {@code "cm"}
     * @throws IllegalArgumentException if there is no such unit
     */
    @CheckReturnValue
    public AgreementAssert<A> in(String unit) {
        Solution measured = new Solution(solution.inputs(), solution.result(), Input.unit(unit), solution.code());
        return new AgreementAssert<>(asserted, problem, measured, variants, failing);
    }

    /** Says on how many seeded variants a function is tried besides the published data; 25 if nothing is said. */
    @CheckReturnValue
    public AgreementAssert<A> onVariants(int count) {
        return new AgreementAssert<>(asserted, problem, solution, count, failing);
    }

    /**
     * Passes if the number is as near to the routes' as that one rounded to so many significant digits.
     *
     * @param digits 1 to 15
     * @throws IllegalArgumentException if the problem asks for another kind of answer, or in another unit
     * @throws IllegalStateException if the routes themselves do not agree
     */
    public A withinDigits(int digits) {
        Mismatch mismatch = new Trial(problem, digits).of(solution, variants);
        if (mismatch != null) {
            failing.accept(mismatch);
        }
        return asserted;
    }
}
