package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Tolerance;

/** From a route's evidence to the answer it stands for. */
public final class Judge {

    private Judge() {}

    /** What the evidence means for the answer. */
    public static Conclusion conclude(Evidence evidence, Answer answer, Case data) {
        return Meaning.of(answer).conclusion(evidence, data);
    }

    /** Whether a formula is the function that was found, at every point. */
    static boolean isFunction(List<Estimate> formula, Values values, Tolerance tolerance) {
        return counterexample(formula, values, tolerance) < 0;
    }

    /** The number of the point at which a formula differs most from the function that was found; −1 if it does at none. */
    public static int counterexample(List<Estimate> formula, Values values, Tolerance tolerance) {
        double scale = values.scale();
        double error = values.error();
        return Pointwise.difference(
                values,
                formula,
                (point, size) -> Precision.ofFunction(tolerance, size, scale)
                        + (point < values.inside()
                                ? error
                                : values.values().get(point).error()));
    }
}
