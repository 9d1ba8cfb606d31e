package org.ansatz.trial;

import java.util.List;
import java.util.Map;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Route;
import org.ansatz.problem.Template;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The option that routes choose by their conditions, where none has a value of its own. A solution agrees if it is that
 * option's value, and also if it meets the conditions of all routes at least as well: what is offered may be rounded, or
 * may be one right value among others.
 *
 * @param verdict what the routes found
 * @param chosen the option
 * @param digits how near a solution must come
 */
record OptionYardstick(Verdict verdict, Option chosen, Digits digits) implements Yardstick {

    @Override
    public @Nullable Gap gap(Solution solution) {
        Case data = verdict.data();
        Expression offered = chosen.expression();
        Estimate right = data.frame().rested().estimate(offered.term(), 3);
        Unit unit = solution.unit() == null ? offered.unit() : solution.unit();
        Attempt attempt = Yardstick.attempt(solution, data.frame().rested(), right.value(), offered.type(), unit);
        Value number = attempt.number();
        if (number == null || isOffered(number, right) || meetsAllConditions(number)) {
            return attempt.failure();
        }
        return Yardstick.between("", right.value(), number, offered.type(), unit, digits);
    }

    private boolean isOffered(Value number, Estimate right) {
        double allowed = digits.allowed(Arrays.size(right.value()), right.error(), 1);
        return Arrays.distance(right.value(), number) <= allowed;
    }

    private boolean meetsAllConditions(Value number) {
        List<Route> conditions = verdict.findings().stream()
                .filter(finding -> finding.evidence() instanceof Evidence.Residuals)
                .map(Verdict.RouteFinding::route)
                .toList();
        boolean finite = Double.isFinite(Arrays.size(number));
        return finite && !conditions.isEmpty() && conditions.stream().allMatch(route -> meets(route, number));
    }

    /**
     * Whether the number, or one that differs in no more than the digits allow, meets a condition as well as the option.
     * Of a residual with a zero at most {@code step} away, or with a kink there, the value here is no larger than its change
     * over a step away from the zero.
     */
    private boolean meets(Route route, Value number) {
        double x = Arithmetic.real(number);
        double step = digits.half(Math.abs(x));
        Case data = verdict.data();
        Type type = chosen.expression().type();
        List<Option> tried = List.of(
                chosen, number("here", x, type), number("above", x + step, type), number("below", x - step, type));
        try {
            Evidence evidence = route.evidence(new Case(data.question(), tried, data.frame(), data.seed()));
            Map<String, Estimate> residuals = ((Evidence.Residuals) evidence).byOption();
            double here = size(residuals, "here");
            double change =
                    Math.max(Math.abs(size(residuals, "above") - here), Math.abs(size(residuals, "below") - here));
            Estimate best = residuals.getOrDefault(chosen.key(), Estimate.unknown());
            return here <= Arithmetic.real(best.value()) + best.error() + change;
        } catch (NoValue e) {
            return false; // the condition cannot be told at this number: a line of negative length
        }
    }

    private static Option number(String label, double x, Type type) {
        return new Option(label, Template.EMPTY, Expression.constant(new Value.Real(x), type, null));
    }

    private static double size(Map<String, Estimate> residuals, String label) {
        return Arithmetic.real(residuals.getOrDefault(label, Estimate.unknown()).value());
    }
}
