package org.ansatz.judge;

import java.util.ArrayList;
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
import org.ansatz.problem.Option;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Notation;

/** From a route's evidence to the answer it stands for. */
public final class Judge {

    private static final int DIGITS = 6;

    private Judge() {}

    /** What the evidence means for the answer. */
    public static Conclusion conclude(Evidence evidence, Answer answer, Case data) {
        if (evidence instanceof Values) {
            Values values = (Values) evidence;
            String objection = dependence(values, data) + imaginary(values, answer);
            if (!objection.isEmpty()) {
                return new Undecided(objection);
            }
            return data.options().isEmpty() || answer.options().isEmpty()
                    ? new Found(values, printed(values, answer, data))
                    : fitting(values, answer, data);
        }
        if (evidence instanceof Residuals) {
            return answer instanceof Answer.AllOf ? met((Residuals) evidence) : least((Residuals) evidence);
        }
        return holding((Truths) evidence, answer);
    }

    /** Says how a number depends on arbitrary symbols it must not depend on, or nothing. */
    private static String dependence(Values values, Case data) {
        if (data.question().isFunction() || values.values().size() < 2) {
            return "";
        }
        Value first = values.first().value();
        for (int i = 1; i < values.values().size(); i++) {
            Estimate other = values.values().get(i);
            double allowed =
                    Decisions.INDEPENDENT * values.scale() + values.first().error() + other.error();
            if (Arrays.distance(first, other.value()) > allowed) {
                return "the value depends on the arbitrary symbols: " + show(first, values) + " at "
                        + values.points().get(0) + ", " + show(other.value(), values) + " at "
                        + values.points().get(i);
            }
        }
        return "";
    }

    /** Says that a real number is asked for and a complex one was found, or nothing; rounding may leave a trace of j. */
    private static String imaginary(Values values, Answer answer) {
        Value first = values.first().value();
        boolean real = answer.kind().equals("number") || answer.kind().equals("nat");
        double trace = Decisions.REAL * values.scale() + values.error();
        return real && !(first instanceof Value.Array) && Math.abs(Arithmetic.imaginary(first)) > trace
                ? "a real number is asked for, and this is " + show(first, values)
                : "";
    }

    private static String show(Value value, Values values) {
        return Show.known(value, values.error(), values.type(), null, DIGITS);
    }

    private static String printed(Values values, Answer answer, Case data) {
        if (data.question().isFunction()) {
            return "a function, " + shown(values, answer) + " at "
                    + values.points().get(0).brief();
        }
        return shown(values, answer);
    }

    private static String shown(Values values, Answer answer) {
        Estimate first = values.first();
        return Show.known(first.value(), first.error(), values.type(), answer.unit(), DIGITS);
    }

    // ---- options by value

    private static Conclusion fitting(Values values, Answer answer, Case data) {
        Tolerance tolerance = answer instanceof Answer.OneOf
                ? ((Answer.OneOf) answer).tolerance()
                : ((Answer.AllOf) answer).tolerance();
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
        String value = printed(values, answer, data);
        if (answer instanceof Answer.AllOf && !fitting.isEmpty() || fitting.size() == 1) {
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
            return isFunction(candidates(values, option), values, tolerance);
        }
        double value = Arrays.size(candidates(values, option).get(0).value());
        double allowed = Precision.allowed(tolerance, option.expression(), value) + values.error();
        return distance(values, option) <= allowed;
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

    private static Conclusion holding(Truths truths, Answer answer) {
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
        if (answer instanceof Answer.AllOf && !holding.isEmpty() || holding.size() == 1) {
            return new Chosen(holding, reasons.isEmpty() ? "" : reasons.get(0));
        }
        return new NotOne(holding, "", holding.isEmpty() ? "no option holds" : both(holding) + "hold");
    }
}
