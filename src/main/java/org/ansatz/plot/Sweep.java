package org.ansatz.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Scale;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The answer against one given, all others as they are. One route finds it, that with the fewest engines among those that
 * read the given: a value or, where
 * options are weighed, how far each is from meeting the route's condition.
 */
final class Sweep {

    /** How often the places around a peak or dip are halved: it is then told to a sixteenth of the distance. */
    private static final int REFINEMENTS = 4;

    private static final int MOST_POINTS = 1000;

    private final Problem problem;
    private final Case data;
    private final Given given;
    private final Route route;
    private final Gaps gaps = new Gaps();
    private Type type = Type.REAL;

    Sweep(Problem problem, Case data, Given given) {
        this.problem = problem;
        this.data = data;
        this.given = given;
        this.route = fastest(problem.routes(), given.name());
    }

    /** Of the routes that read the given, if there are such, that with the fewest engines. */
    private static Route fastest(List<Route> routes, String given) {
        Route fastest = routes.get(0);
        for (Route route : routes) {
            boolean reads = route.names().contains(given);
            boolean read = fastest.names().contains(given);
            boolean faster = reads == read ? engines(route) < engines(fastest) : reads;
            fastest = faster ? route : fastest;
        }
        return fastest;
    }

    /** How many methods a route goes through; plain arithmetic is none. */
    private static int engines(Route route) {
        Set<Engine> engines = route.footing().engines();
        return engines.contains(Engine.ARITHMETIC) ? engines.size() - 1 : engines.size();
    }

    Figure figure(Interval range, int count) {
        Measure along = along();
        NavigableMap<Double, Map<String, Estimate>> found = new TreeMap<>();
        places(range, count).forEach(place -> find(place, found));
        for (int round = 0; round < REFINEMENTS && !isWhole(); round++) {
            refine(found);
        }
        if (gaps.areAll()) {
            throw new NoValue(gaps.note());
        }
        double[] xs = new double[found.size()];
        Map<String, double[]> heights = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<Double, Map<String, Estimate>> place : found.entrySet()) {
            xs[i] = along.number(place.getKey());
            for (Map.Entry<String, Estimate> entry : place.getValue().entrySet()) {
                heights.computeIfAbsent(entry.getKey(), key -> empty(xs.length))[i] = number(entry.getValue());
            }
            i++;
        }
        boolean value = heights.containsKey("");
        Measure up = new Measure(type, value ? unit() : null);
        List<Layer> layers = new ArrayList<>();
        heights.forEach((key, values) -> layers.add(curve(key, xs, values, up)));
        mark(along, layers);
        Axis x = along.axis(given.name());
        String what = value ? "answer" : "distance of each option from the condition";
        return new Figure(
                what + " against " + given.name() + ", by the route '" + route.name() + "'",
                isWhole() ? x.ofWholeNumbers() : x.showing(numbers(along, range)),
                up.axis(value ? "answer" : "distance"),
                layers,
                gaps.note());
    }

    private Measure along() {
        return new Measure(given.variable().type(), given.published().unit());
    }

    private boolean isWhole() {
        return given.variable().type().set() == NumberSet.INTEGER;
    }

    /** Places from end to end, and the datum itself, whose mark the curve must meet. */
    private List<Value> places(Interval range, int count) {
        if (!isWhole()) {
            List<Value> places = new ArrayList<>(Series.along(range, Scale.LINEAR, count));
            Value now = data.frame().value(given.variable());
            if (now != null && range.contains(Arithmetic.real(now))) {
                places.add(now);
            }
            return places;
        }
        List<Value> whole = new ArrayList<>();
        double step = Math.max(1, Math.ceil(range.length() / count));
        for (double n = Math.ceil(range.low()); n <= range.high(); n += step) {
            whole.add(Value.Exact.of((long) n));
        }
        return whole;
    }

    private void find(Value place, NavigableMap<Double, Map<String, Estimate>> found) {
        Evidence evidence = found(place);
        found.put(Arithmetic.real(place), numbers(evidence));
        type = evidence == null ? type : typeOf(evidence);
    }

    /** Looks once more beside every peak and dip, which may be higher and deeper between two places. */
    private void refine(NavigableMap<Double, Map<String, Estimate>> found) {
        List<Double> more = new ArrayList<>();
        List<Map.Entry<Double, Map<String, Estimate>>> places = List.copyOf(found.entrySet());
        for (int i = 1; i + 1 < places.size() && found.size() + more.size() < MOST_POINTS; i++) {
            Map.Entry<Double, Map<String, Estimate>> before = places.get(i - 1);
            Map.Entry<Double, Map<String, Estimate>> here = places.get(i);
            Map.Entry<Double, Map<String, Estimate>> after = places.get(i + 1);
            if (turns(before.getValue(), here.getValue(), after.getValue())) {
                more.add((before.getKey() + here.getKey()) / 2);
                more.add((here.getKey() + after.getKey()) / 2);
            }
        }
        more.forEach(place -> find(new Value.Real(place), found));
    }

    /** Whether one of the curves has a peak or dip in the middle of three places. */
    private static boolean turns(
            Map<String, Estimate> before, Map<String, Estimate> here, Map<String, Estimate> after) {
        for (Map.Entry<String, Estimate> middle : here.entrySet()) {
            Estimate left = before.get(middle.getKey());
            Estimate right = after.get(middle.getKey());
            double height = number(middle.getValue());
            if (left != null && right != null && (height - number(left)) * (number(right) - height) < 0) {
                return true;
            }
        }
        return false;
    }

    private static Interval numbers(Measure along, Interval si) {
        return new Interval(along.number(si.low()), along.number(si.high()));
    }

    private static double[] empty(int size) {
        double[] values = new double[size];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The evidence where the given has this value, or null if there is none. */
    private @Nullable Evidence found(Value value) {
        gaps.point();
        Case moved = new Case(data.question(), data.options(), data.frame().with(given.variable(), value), data.seed());
        try {
            if (Thread.currentThread().isInterrupted()) {
                gaps.gap(new NoValue("interrupted"), () -> "");
                return null;
            }
            return route.evidence(moved);
        } catch (NoValue e) {
            gaps.gap(e, () -> given.name() + " = " + along().written(value));
            return null;
        }
    }

    /** Residuals by option; a value under the empty key. */
    private static Map<String, Estimate> numbers(@Nullable Evidence found) {
        if (found instanceof Evidence.Residuals) {
            return ((Evidence.Residuals) found).byOption();
        }
        if (found instanceof Evidence.Truths) {
            throw new NoValue("the answer is a truth, not a number that could be drawn");
        }
        return found == null ? Map.of() : Map.of("", ((Evidence.Values) found).first());
    }

    private static Type typeOf(@Nullable Evidence found) {
        return found instanceof Evidence.Values
                ? ((Evidence.Values) found).type()
                : found instanceof Evidence.Residuals ? ((Evidence.Residuals) found).type() : Type.REAL;
    }

    /** A real number; of a complex one the magnitude. */
    private static double number(Estimate estimate) {
        Value value = estimate.value();
        return Arithmetic.imaginary(value) == 0 ? Arithmetic.real(value) : Arrays.size(value);
    }

    private @Nullable Unit unit() {
        List<Option> options = problem.answer().options();
        Expression first = options.isEmpty() ? null : options.get(0).expression();
        return first == null ? problem.answer().unit() : first.unit();
    }

    private Layer curve(String key, double[] xs, double[] si, Measure up) {
        double[] ys = new double[si.length];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = up.number(si[i]);
        }
        String label = "answer";
        for (Option option : data.options()) {
            label = option.key().equals(key) ? Choices.text(option, data) : label;
        }
        String tag = key.length() == 1 ? key : "";
        Points points = Points.of(xs, ys);
        return given.variable().type().set() == NumberSet.INTEGER
                ? new Layer.Dots(tag, label, points)
                : new Layer.Curve(tag, label, points);
    }

    private void mark(Measure along, List<Layer> layers) {
        Value now = data.frame().value(given.variable());
        if (now != null) {
            layers.add(new Layer.VerticalLine(
                    given.name() + " = " + along.written(now), along.number(Arithmetic.real(now))));
        }
    }
}
