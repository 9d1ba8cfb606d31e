package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Mistake;
import org.ansatz.judge.Suspects;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Route;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Finds out where mistakes in a question's data and models would have led, by solving it with them. */
final class Suspicion {

    private final Verdict verdict;

    private Suspicion(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What may have been done wrong in a question whose answer is a number. */
    static Suspects of(Verdict verdict) {
        Suspicion suspicion = new Suspicion(verdict);
        return new Suspects(suspicion::misconceptions, suspicion::misreadings);
    }

    /** How a wrong model is put to a learner. */
    static String says(Slip slip) {
        return "it looks as if " + slip.misconception().says();
    }

    /** The values to which the problem's wrong models lead; where they lead to an option, its choice tells. */
    private List<Mistake> misconceptions() {
        List<Mistake> mistakes = new ArrayList<>();
        for (Slip slip : verdict.slips()) {
            if (slip.conclusion() instanceof Conclusion.Found found) {
                Value value = found.values().first().value();
                if (!(value instanceof Value.Complex) && !(value instanceof Value.Array)) {
                    mistakes.add(new Mistake(slip.misconception().says(), says(slip), Arithmetic.real(value)));
                }
            }
        }
        return mistakes;
    }

    // ---- data that were read wrongly

    /** The values that come out if one of the data is taken for something else. */
    private List<Mistake> misreadings() {
        List<Mistake> mistakes = new ArrayList<>();
        Route route = fastest();
        if (route == null) {
            return mistakes;
        }
        for (Given given : verdict.problem().givens()) {
            misreadings(given, route, mistakes);
        }
        // Of mistakes that were not all tried, none is the only one that fits.
        return verdict.data().frame().isExhausted() ? List.of() : mistakes;
    }

    private void misreadings(Given given, Route route, List<Mistake> mistakes) {
        Unit unit = given.published().unit();
        Dimension dimension = given.variable().type().dimensionOrNone();
        String name = given.name();
        if (unit != null && unit.symbol().equals("deg")) {
            String says = "it looks as if the degrees of " + name + " were taken for radians";
            add(mistakes, "degrees and radians", says, given, 180 / Math.PI, route);
        }
        if (dimension.isLevel()) {
            String says = "it looks as if 20 log and 10 log were mixed up in " + name;
            add(mistakes, "10 log and 20 log", says, given, 2, route);
            add(mistakes, "10 log and 20 log", says, given, 0.5, route);
        }
        if (dimension.equals(Dimension.FREQUENCY)) {
            String says = "it looks as if " + name + " and 2π " + name + " were mixed up";
            add(mistakes, "a factor of 2π", says, given, 2 * Math.PI, route);
            add(mistakes, "a factor of 2π", says, given, 0.5 / Math.PI, route);
        }
        if (dimension.equals(Dimension.VOLTAGE) || dimension.equals(Dimension.CURRENT)) {
            String says = "it looks as if peak and rms were mixed up in " + name;
            add(mistakes, "peak and rms", says, given, Math.sqrt(2), route);
            add(mistakes, "peak and rms", says, given, Math.sqrt(0.5), route);
        }
    }

    private void add(List<Mistake> mistakes, String name, String says, Given given, double factor, Route route) {
        Case data = verdict.data();
        Value value = data.frame().value(given.variable());
        if (value == null || value instanceof Value.Complex || value instanceof Value.Array) {
            return;
        }
        Frame frame = data.frame().rested().with(given.variable(), new Value.Real(factor * Arithmetic.real(value)));
        try {
            Evidence evidence = route.evidence(new Case(data.question(), List.of(), frame, data.seed()));
            Value result = ((Evidence.Values) evidence).first().value();
            if (!(result instanceof Value.Complex) && !(result instanceof Value.Array)) {
                mistakes.add(new Mistake(name, says, Arithmetic.real(result)));
            }
        } catch (NoValue e) {
            // With data read like this there is no result, so that nobody arrived at one.
        }
    }

    /** The route that finds a value by the fewest methods, or null if none finds one. */
    private @Nullable Route fastest() {
        Route fastest = null;
        for (RouteFinding finding : verdict.findings()) {
            Route route = finding.route();
            boolean fewer = fastest == null
                    || route.footing().engines().size()
                            < fastest.footing().engines().size();
            fastest = finding.evidence() instanceof Evidence.Values && fewer ? route : fastest;
        }
        return fastest;
    }
}
