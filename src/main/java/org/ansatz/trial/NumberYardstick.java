package org.ansatz.trial;

import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A number, or an array, that the routes agree on.
 *
 * @param data the data
 * @param values what a route found that knows as many digits
 * @param digits how near a solution must come
 * @param shown the unit to show values in, or null for the coherent one
 */
record NumberYardstick(
        Case data,
        Evidence.Values values,
        Digits digits,
        @Nullable Unit shown) implements Yardstick {

    @Override
    public @Nullable Gap gap(Solution solution) {
        Estimate right = values.first();
        Unit unit = solution.unit() == null ? shown : solution.unit();
        Attempt attempt = Yardstick.attempt(solution, data.frame().rested(), right.value(), values.type(), unit);
        Value number = attempt.number();
        if (number == null || digits.agree(right, number, values.type(), shown)) {
            return attempt.failure();
        }
        return Yardstick.between("", right.value(), number, values.type(), unit, digits)
                .with(Diagnosis.of(right.value(), number, values.type(), digits.allowed(right, shown)));
    }
}
