package org.ansatz.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Conclusion.Chosen;
import org.ansatz.problem.Conclusion.NotOne;
import org.ansatz.problem.Evidence.Residuals;
import org.ansatz.problem.Option;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Notation;

/** Which options fit what was found: those that fit it in every part. */
final class Fitting {

    private final Answer answer;
    private final List<Offered> parts;
    private final List<Option> options;

    /** What was found for each of the parts; a value alone is the only one. */
    Fitting(Answer answer, List<Offered> parts) {
        this.answer = answer;
        this.parts = List.copyOf(parts);
        this.options = parts.get(0).data().options();
    }

    /** The option that is chosen, or why there is none. */
    Conclusion conclusion() {
        return parts.get(0).tolerance() instanceof Tolerance.Nearest ? nearest() : fitting();
    }

    private Conclusion fitting() {
        Set<String> fitting = new TreeSet<>();
        for (Option option : options) {
            if (fits(option)) {
                fitting.add(option.key());
            }
        }
        String value = printed();
        Option nearest = nearestOption();
        if (ChoiceMeaning.canBe(fitting, answer)) {
            return new Chosen(fitting, deviation(nearest));
        }
        String reason = fitting.isEmpty()
                ? "no option fits " + value + "; the nearest, " + nearest.key() + ", is off by " + off(nearest)
                : ChoiceMeaning.both(fitting) + "fit " + value;
        return new NotOne(fitting, value, reason);
    }

    private boolean fits(Option option) {
        return parts.stream().allMatch(part -> part.fits(option, part.tolerance()));
    }

    private String printed() {
        return String.join(", ", parts.stream().map(Offered::printed).toList());
    }

    private Option nearestOption() {
        Option nearest = options.get(0);
        for (Option option : options) {
            nearest = distance(option) < distance(nearest) ? option : nearest;
        }
        return nearest;
    }

    /** A single value is off by a distance, several parts each by a part of itself. */
    private boolean isSingle() {
        return parts.size() == 1 && !parts.get(0).values().type().isCollection();
    }

    private double distance(Option option) {
        return isSingle()
                ? parts.get(0).distance(option)
                : Arithmetic.real(worst(option).value());
    }

    private Estimate worst(Option option) {
        double furthest = 0;
        double error = 0;
        for (Offered part : parts) {
            Estimate apart = part.apart(option);
            furthest = Math.max(furthest, Arithmetic.real(apart.value()));
            error = Math.max(error, apart.error());
        }
        return Estimate.of(furthest, error);
    }

    private String deviation(Option nearest) {
        String value = parts.get(0).data().question().isFunction() ? "" : printed();
        double distance = distance(nearest);
        double error =
                isSingle() ? parts.get(0).values().error() : worst(nearest).error();
        boolean exact = distance <= error || distance == 0;
        return value + (exact ? "" : (value.isEmpty() ? "" : ", ") + "off by " + off(nearest));
    }

    private String off(Option option) {
        if (isSingle()) {
            double distance = distance(option);
            double scale = parts.get(0).values().scale();
            return scale == 0 ? Notation.number(distance, 2) : Notation.number(100 * distance / scale, 2) + " %";
        }
        double furthest = Arithmetic.real(worst(option).value());
        if (Double.isInfinite(furthest)) {
            return "more than can be said in numbers";
        }
        String percent = Notation.number(100 * furthest, 2) + " %";
        for (Offered part : parts) {
            if (parts.size() > 1 && Arithmetic.real(part.apart(option).value()) == furthest) {
                return percent + " in " + part.name();
            }
        }
        return percent;
    }

    // ---- the nearest option

    private Conclusion nearest() {
        Map<String, Estimate> distances = new LinkedHashMap<>();
        for (Option option : options) {
            distances.put(option.key(), isNumber() ? absolute(option) : worst(option));
        }
        Type type = isNumber() ? parts.get(0).values().type() : Type.REAL;
        Conclusion least = ChoiceMeaning.least(new Residuals(distances, type));
        return least instanceof Chosen ? within((Chosen) least) : least;
    }

    private boolean isNumber() {
        return isSingle() && !(parts.get(0).values().first().value() instanceof Value.Array);
    }

    private Estimate absolute(Option option) {
        Offered only = parts.get(0);
        return Estimate.of(only.distance(option), only.values().error());
    }

    /** The nearest option, if it is as near as was demanded besides. */
    private Conclusion within(Chosen nearest) {
        List<String> beyond = new ArrayList<>();
        for (Option option : options) {
            for (Offered part : nearest.keys().contains(option.key()) ? parts : List.<Offered>of()) {
                Tolerance limit = ((Tolerance.Nearest) part.tolerance()).limit();
                if (limit != null && !part.fits(option, limit)) {
                    beyond.add(option.key());
                }
            }
        }
        return beyond.isEmpty()
                ? nearest
                : new NotOne(
                        Set.of(),
                        printed(),
                        "no option fits " + printed() + "; the nearest, " + beyond.get(0)
                                + ", is further off than is tolerated");
    }
}
