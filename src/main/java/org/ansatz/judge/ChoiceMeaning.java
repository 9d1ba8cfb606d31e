package org.ansatz.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Conclusion.Chosen;
import org.ansatz.problem.Conclusion.Found;
import org.ansatz.problem.Conclusion.NotOne;
import org.ansatz.problem.Conclusion.Undecided;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Finding;
import org.ansatz.problem.Evidence.Residuals;
import org.ansatz.problem.Evidence.Truths;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Notation;

/** What evidence means where options are offered: which of them a value fits, meet a condition, or hold. */
final class ChoiceMeaning implements Meaning {

    private final Answer.Choice answer;

    ChoiceMeaning(Answer.Choice answer) {
        this.answer = answer;
    }

    /** Where none of the options serves, a learner is asked for the value itself: then there are none, and it is found. */
    @Override
    public Conclusion conclusion(Evidence evidence, Case data) {
        if (evidence instanceof Values) {
            Values values = (Values) evidence;
            String objection = ValueMeaning.dependence(values, data);
            if (!objection.isEmpty()) {
                return new Undecided(objection);
            }
            return data.options().isEmpty()
                    ? new Found(values, ValueMeaning.printed(values, answer, data))
                    : fitting(values, data);
        }
        if (evidence instanceof Residuals) {
            return answer.takesOneOption() ? least((Residuals) evidence) : met((Residuals) evidence);
        }
        return holding((Truths) evidence);
    }

    @Override
    public Agreement agreement(Conclusion a, Conclusion b) {
        if (a instanceof Found && b instanceof Found) {
            return Agreement.ofValues(((Found) a).values(), ((Found) b).values(), answer);
        }
        boolean chosen = a instanceof Chosen
                && b instanceof Chosen
                && ((Chosen) a).keys().equals(((Chosen) b).keys());
        boolean neither = a instanceof NotOne
                && b instanceof NotOne
                && ((NotOne) a).fitting().equals(((NotOne) b).fitting());
        return Agreement.of(chosen || neither, a, b);
    }

    @Override
    public boolean agrees(Key.Claim claim, Conclusion found, Case data) {
        return areChosen(((Key.Letters) claim.key()).alternatives(), found);
    }

    /** Whether a key names what was chosen; or, where several options are right, each of these as an alternative. */
    static boolean areChosen(List<Set<String>> alternatives, Conclusion found) {
        if (found instanceof NotOne) {
            Set<Set<String>> fitting = new HashSet<>();
            ((NotOne) found).fitting().forEach(letter -> fitting.add(Set.of(letter)));
            return !fitting.isEmpty() && fitting.equals(new HashSet<>(alternatives));
        }
        return found instanceof Chosen && alternatives.contains(((Chosen) found).keys());
    }

    /** Whether so many options can be the answer. */
    private boolean canBe(Set<String> options) {
        return options.size() == 1 || !answer.takesOneOption() && !options.isEmpty();
    }

    // ---- options by value

    private Conclusion fitting(Values values, Case data) {
        Tolerance tolerance = answer.tolerance();
        if (tolerance instanceof Tolerance.Nearest) {
            return nearest(values, data);
        }
        Set<String> fitting = new TreeSet<>();
        double nearest = Double.POSITIVE_INFINITY;
        String nearestKey = "";
        for (Option option : data.options()) {
            double distance = distance(values, option);
            if (fits(values, option, tolerance, data)) {
                fitting.add(option.key());
            }
            if (distance < nearest) {
                nearest = distance;
                nearestKey = option.key();
            }
        }
        String value = ValueMeaning.printed(values, answer, data);
        if (canBe(fitting)) {
            return new Chosen(fitting, deviation(data.question().isFunction() ? "" : value, nearest, values));
        }
        String reason = fitting.isEmpty()
                ? "no option fits " + value + "; the nearest, " + nearestKey + ", is off by "
                        + relative(nearest, values)
                : both(fitting) + "fit " + value;
        return new NotOne(fitting, value, reason);
    }

    private static String deviation(String value, double distance, Values values) {
        boolean exact = distance <= values.error() || distance == 0;
        return value + (exact ? "" : (value.isEmpty() ? "" : ", ") + "off by " + relative(distance, values));
    }

    private static String relative(double distance, Values values) {
        double scale = values.scale();
        return scale == 0 ? Notation.number(distance, 2) : Notation.number(100 * distance / scale, 2) + " %";
    }

    private static List<Estimate> candidates(Values values, Option option) {
        return values.candidates().getOrDefault(option.key(), List.of());
    }

    private static double distance(Values values, Option option) {
        return Pointwise.distance(values, candidates(values, option));
    }

    private static boolean fits(Values values, Option option, Tolerance tolerance, Case data) {
        if (data.question().isFunction()) {
            return Judge.isFunction(candidates(values, option), values, tolerance);
        }
        double value = Arrays.size(candidates(values, option).get(0).value());
        double allowed = Precision.allowed(tolerance, option.expression(), value) + values.error();
        return distance(values, option) <= allowed;
    }

    private static Conclusion nearest(Values values, Case data) {
        Map<String, Estimate> distances = new LinkedHashMap<>();
        for (Option option : data.options()) {
            distances.put(option.key(), apart(values, option));
        }
        boolean parts = values.first().value() instanceof Value.Array;
        return least(new Residuals(distances, parts ? Type.REAL : values.type()));
    }

    /**
     * How far an option is from what was found. Entries of a row or a matrix may differ in size by far, so that each counts by
     * the part of itself that it is off; one that is zero, by its part of the largest.
     */
    private static Estimate apart(Values values, Option option) {
        if (!(values.first().value() instanceof Value.Array)) {
            return Estimate.of(distance(values, option), values.error());
        }
        List<Estimate> offered = candidates(values, option);
        double furthest = 0;
        double error = 0;
        for (int i = 0; i < Math.min(values.inside(), offered.size()); i++) {
            Value found = values.values().get(i).value();
            Value other = offered.get(i).value();
            double parts = Arrays.shape(found).equals(Arrays.shape(other))
                    ? Arrays.size(Arrays.entrywise(found, other, (a, b) -> part(a, b, Arrays.size(found))))
                    : Double.POSITIVE_INFINITY;
            furthest = Math.max(furthest, parts);
            error = Math.max(error, values.error() / Arrays.size(found));
        }
        return Estimate.of(furthest, Double.isFinite(error) ? error : 0);
    }

    private static Value part(Value found, Value other, double largest) {
        double size = Arrays.size(found) == 0 ? largest : Arrays.size(found);
        double distance = Arrays.distance(found, other);
        return new Value.Real(distance == 0 ? 0 : distance / size);
    }

    /** {@code options A and B both }, or {@code options A, B and C all }. */
    private static String both(Set<String> letters) {
        List<String> names = new ArrayList<>(letters);
        String last = names.remove(names.size() - 1);
        return "options " + String.join(", ", names) + " and " + last + (names.size() == 1 ? " both " : " all ");
    }

    // ---- options by residual

    private static Conclusion least(Residuals residuals) {
        List<Map.Entry<String, Estimate>> ranked =
                new ArrayList<>(residuals.byOption().entrySet());
        ranked.sort((a, b) -> Double.compare(size(a), size(b)));
        Map.Entry<String, Estimate> best = ranked.get(0);
        Map.Entry<String, Estimate> next = ranked.get(1);
        double error = Math.max(best.getValue().error(), next.getValue().error());
        if (size(next) <= error) {
            return new Undecided("options " + best.getKey() + " and " + next.getKey() + " both meet the condition");
        }
        double margin = size(next) / Math.max(size(best), Math.max(error, Double.MIN_NORMAL));
        if (margin < Decisions.AHEAD) {
            return new Undecided("the best option, " + best.getKey() + ", is ahead of the next, " + next.getKey()
                    + ", by a factor of only " + Notation.number(margin, 2));
        }
        String by = size(best) <= error ? "met to rounding" : "residual " + shown(best, residuals);
        return new Chosen(Set.of(best.getKey()), by + ", next " + shown(next, residuals));
    }

    private static String shown(Map.Entry<String, Estimate> residual, Residuals residuals) {
        return Show.difference(size(residual), residual.getValue().value(), residuals.type(), null, 2);
    }

    private static double size(Map.Entry<String, Estimate> residual) {
        return Arithmetic.real(residual.getValue().value());
    }

    private static Conclusion met(Residuals residuals) {
        Set<String> met = new TreeSet<>();
        residuals.byOption().forEach((key, residual) -> {
            if (Arithmetic.real(residual.value()) <= Math.max(Decisions.MET, residual.error())) {
                met.add(key);
            }
        });
        return met.isEmpty() ? new NotOne(met, "", "no option meets the condition") : new Chosen(met, "");
    }

    // ---- options by truth

    private Conclusion holding(Truths truths) {
        Set<String> holding = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Finding> entry : truths.byOption().entrySet()) {
            if (!entry.getValue().undecided().isEmpty()) {
                return new Undecided(
                        "option " + entry.getKey() + ": " + entry.getValue().undecided());
            }
            if (entry.getValue().holds()) {
                holding.add(entry.getKey());
                reasons.add(entry.getValue().toString());
            }
        }
        if (canBe(holding)) {
            return new Chosen(holding, reasons.isEmpty() ? "" : reasons.get(0));
        }
        return new NotOne(holding, "", holding.isEmpty() ? "no option holds" : both(holding) + "hold");
    }
}
