package org.ansatz.trial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.mark.Deviation;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Route;
import org.ansatz.problem.Template;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A function that the routes agree on: the solution is tried like one more option, at the points at which a route has
 * values.
 *
 * @param data the data
 * @param route the route
 * @param digits how near a solution must come
 * @param shown the unit to show values in, or null for the coherent one
 */
record FunctionYardstick(
        Case data, Route route, Digits digits, @Nullable Unit shown) implements Yardstick {

    /** No option of a problem is called so. */
    private static final String TRIED = "the solution";

    /** Rounding of the largest value may be this much of it, where the function itself is all but zero. */
    private static final double ROUNDING = 1e-13;

    @Override
    public @Nullable Gap gap(Solution solution) {
        Evidence.Values known = (Evidence.Values) route.evidence(data);
        Tried tried = new Tried(solution, known);
        List<Option> options = new ArrayList<>(data.options());
        options.add(new Option(TRIED, Template.EMPTY, Expression.computed(known.type(), tried::in)));
        Case withSolution = new Case(data.question(), options, data.frame(), data.seed());
        try {
            Evidence.Values values = (Evidence.Values) route.evidence(withSolution);
            List<Estimate> found = values.candidates().getOrDefault(TRIED, List.of());
            return gap(values, shaped(found, values, solution.result()), unit(solution));
        } catch (ExpressionFault e) {
            return tried.failure(unit(solution), e);
        }
    }

    private @Nullable Unit unit(Solution solution) {
        return solution.unit() == null ? shown : solution.unit();
    }

    /** Matrices have other shapes at other points. */
    private static List<Estimate> shaped(List<Estimate> found, Evidence.Values right, Result result) {
        List<Estimate> shaped = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Estimate each = found.get(i);
            Value like = right.values().get(i).value();
            shaped.add(new Estimate(result.shaped(each.value(), like), each.error()));
        }
        return shaped;
    }

    /** The gap at the point inside the domain where it is widest. */
    private @Nullable Gap gap(Evidence.Values values, List<Estimate> found, @Nullable Unit unit) {
        if (found.size() < values.inside()) {
            throw new IllegalArgumentException(
                    "route '" + route.name() + "' solves for a number and tries no functions; take givens only");
        }
        double scale = values.scale();
        double widest = 0;
        int at = -1;
        for (int i = 0; i < values.inside(); i++) {
            Value right = values.values().get(i).value();
            double allowed = digits.allowed(Arrays.size(right), values.error() + ROUNDING * scale, scale);
            double distance = Arrays.distance(right, found.get(i).value());
            if (!(distance <= allowed) && !(distance <= widest)) {
                widest = distance;
                at = i;
            }
        }
        return at < 0 ? null : gap(values, found, at, unit);
    }

    private Gap gap(Evidence.Values values, List<Estimate> found, int at, @Nullable Unit unit) {
        Value right = values.values().get(at).value();
        Value was = found.get(at).value();
        String here = Diagnosis.ofShape(right, was, values.error());
        return Yardstick.between("at " + values.points().get(at), right, was, values.type(), unit, digits)
                .with(here.isEmpty() ? new Deviation(found, values).says() : here);
    }

    /** The solution as a formula; remembers how it first failed, for the language only knows faults. */
    private static final class Tried {
        private final Solution solution;
        private final Evidence.Values known;
        private Solution.@Nullable Failure failure;
        private String place = "";

        Tried(Solution solution, Evidence.Values known) {
            this.solution = solution;
            this.known = known;
        }

        Value in(Evaluator frame) {
            try {
                return solution.number(frame, known.first().value(), known.type());
            } catch (Solution.Failure e) {
                if (failure == null) {
                    failure = e;
                    place = "at "
                            + String.join(
                                    ", ",
                                    solution.inputs().stream()
                                            .filter(Input::isSampled)
                                            .map(input -> input.show(frame))
                                            .toList());
                }
                throw new NoValue(String.valueOf(e.getMessage()));
            }
        }

        Gap failure(@Nullable Unit unit, ExpressionFault fault) {
            String expected = "a value like " + Show.value(known.first().value(), known.type(), unit, 4);
            return failure == null
                    ? new Gap("", expected, "none: it " + fault.getMessage(), null)
                    : Gap.none(place, expected, failure);
        }
    }
}
