package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Panels;

/**
 * The parts of differential equations that depend on the independent variable alone, such as a source or the condition that
 * switches it. Enclosures find where they jump or have a kink, and how finely they have to be looked at where they change fast,
 * before a step is made.
 */
final class TimeTerms implements Legs {

    /** A new leg begins where the longest step changes by this factor. */
    private static final double CHANGE = 8;

    private final List<Part> parts = new ArrayList<>();

    /** One part as a function of the independent variable, with what was found of it: each solution of the equations asks again. */
    private static final class Part {
        private final Enclosing function;
        private final Map<Interval, List<Interval>> jumps = new HashMap<>();
        private final Map<Interval, List<Interval>> panels = new HashMap<>();

        Part(Enclosing function) {
            this.function = function;
        }

        Series on(Interval times, int order) {
            return function.on(times, order);
        }

        /** Where it is not smooth. */
        List<Interval> jumps(Interval domain) {
            return jumps.computeIfAbsent(
                    domain,
                    all -> Breaks.in(
                            all, Regularity.SMOOTH, times -> on(times, 1).regularity()));
        }

        /** Panels of a stretch without a jump in which it is seen in full. */
        List<Interval> panels(Interval stretch) {
            return panels.computeIfAbsent(stretch, all -> Panels.of(all, function));
        }
    }

    /**
     * Whether jumps are taken late: at the upper end of their places and farther, by different widths in turn; and steps that are bounded
     * twice as long.
     */
    private final boolean isLate;

    private TimeTerms(List<Part> parts, boolean isLate) {
        this.parts.addAll(parts);
        this.isLate = isLate;
    }

    TimeTerms(List<Term> equations, Binding.Variable time, Set<Binding.Variable> states, Frame frame) {
        isLate = false;
        List<Term> found = new ArrayList<>();
        for (Term equation : equations) {
            collect(equation, time, states, found);
        }
        for (Term term : found) {
            addEnclosed(term, time, frame);
        }
    }

    /** Adds the largest parts of a term that depend on the time alone; whether the term depends on it, and on something else. */
    private static Dependence collect(
            Term term, Binding.Variable time, Set<Binding.Variable> states, List<Term> found) {
        if (term instanceof Term.Named named) {
            return named.slot() == time.slot()
                    ? Dependence.ON_TIME
                    : isState(named, states) ? Dependence.ON_MORE : Dependence.NONE;
        }
        if (term instanceof Term.Exported || term instanceof Term.Computed || term instanceof Term.Candidate) {
            return Dependence.ON_MORE;
        }
        List<Term> inside = new ArrayList<>();
        List<Term> ofTime = new ArrayList<>();
        Dependence all = Dependence.NONE;
        for (Term part : term.inside()) {
            Dependence one = collect(part, time, states, inside);
            if (one == Dependence.ON_TIME && !(part instanceof Term.Named)) {
                ofTime.add(part);
            }
            all = all.and(one);
        }
        if (all == Dependence.ON_MORE) {
            found.addAll(inside);
            found.addAll(ofTime);
        }
        return all;
    }

    private static boolean isState(Term.Named named, Set<Binding.Variable> states) {
        return states.stream().anyMatch(state -> state.slot() == named.slot());
    }

    /** What a term depends on. */
    private enum Dependence {
        NONE,
        ON_TIME,
        ON_MORE;

        Dependence and(Dependence other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private static Enclosing function(Term term, Binding.Variable time, Frame frame) {
        List<Binding.Variable> variables = List.of(time);
        if (term.type().set() == NumberSet.TRUTH) {
            return (times, by, order) -> {
                Enclosed.Truth truth = frame.truth(term, variables, times);
                Interval range = new Interval(truth.canFail() ? 0 : 1, truth.canHold() ? 1 : 0);
                Regularity regularity = range.isPoint() ? truth.regularity() : Regularity.DEFINED;
                return Series.constant(range, order).atMost(regularity);
            };
        }
        return frame.enclosing(term, variables);
    }

    /** Adds a part, if it encloses itself. */
    private void addEnclosed(Term term, Binding.Variable time, Frame frame) {
        try {
            Part part = new Part(function(term, time, frame));
            part.on(Interval.of(0.5), 1);
            parts.add(part);
        } catch (NoEnclosure e) {
            // Then it is seen at the steps alone.
        }
    }

    /** Late by different widths, so that what is moved cancels neither at the two ends of a pulse nor at two steps upward. */
    @Override
    public Legs otherwise() {
        return parts.isEmpty() ? this : new TimeTerms(parts, !isLate);
    }

    @Override
    public List<Leg> between(double start, double end) {
        Interval domain = new Interval(Math.min(start, end), Math.max(start, end));
        List<Leg> legs = new ArrayList<>();
        double from = domain.low();
        double first = Double.NEGATIVE_INFINITY;
        double last = Double.POSITIVE_INFINITY;
        boolean farther = true;
        for (Interval jump : jumps(domain)) {
            if (jump.high() >= domain.high()) {
                last = jump.low();
                continue;
            }
            if (jump.low() > from) {
                double late = jump.high() + (farther ? 2 * (jump.high() - jump.low()) : 0);
                double at = isLate && late < domain.high() ? late : jump.low();
                addLegs(from, at, first, jump.low(), legs);
                from = at;
                farther = !farther;
            }
            first = jump.high();
        }
        addLegs(from, domain.high(), first, last, legs);
        if (end < start) {
            Collections.reverse(legs);
            legs.replaceAll(leg -> new Leg(leg.to(), leg.from(), leg.longestStep(), leg.first(), leg.last()));
        }
        return legs;
    }

    /** Where a part is not smooth, in order. */
    private List<Interval> jumps(Interval domain) {
        List<Interval> jumps = new ArrayList<>();
        for (Part part : parts) {
            jumps.addAll(part.jumps(domain));
        }
        return Breaks.merged(jumps);
    }

    /** A stretch without a jump inside, in legs of similar steps: at each time that of the narrowest panel there. */
    private void addLegs(double from, double to, double first, double last, List<Leg> legs) {
        TreeMap<Double, List<Double>> begins = new TreeMap<>();
        TreeMap<Double, List<Double>> ends = new TreeMap<>();
        double low = Math.max(from, first);
        double high = Math.min(to, last);
        for (Part part : parts) {
            for (Interval times : low < high ? part.panels(new Interval(low, high)) : List.<Interval>of()) {
                double width = times.high() - times.low();
                begins.computeIfAbsent(times.low(), time -> new ArrayList<>()).add(width);
                ends.computeIfAbsent(times.high(), time -> new ArrayList<>()).add(width);
            }
        }
        TreeMap<Double, Integer> widths = new TreeMap<>();
        double start = from;
        double step = to - from;
        double widest = step;
        for (Map.Entry<Double, List<Double>> begin : begins.entrySet()) {
            double time = begin.getKey();
            boolean isFirst = widths.isEmpty(); // it begins where the leg does, or by the width of a jump's place after
            for (List<Double> ended : ends.headMap(time, true).values()) {
                ended.forEach(width -> widths.merge(width, -1, (a, b) -> a + b == 0 ? null : a + b));
            }
            ends.headMap(time, true).clear();
            begin.getValue().forEach(width -> widths.merge(width, 1, Integer::sum));
            double narrowest = widths.firstKey();
            boolean changes = narrowest < widest / CHANGE || narrowest > step * CHANGE;
            boolean isNew = isFirst || changes && time > start;
            if (isNew && !isFirst) {
                legs.add(new Leg(start, time, longest(step), first, last));
                start = time;
            }
            step = isNew ? narrowest : Math.min(step, narrowest);
            widest = isNew ? narrowest : Math.max(widest, narrowest);
        }
        double rest = step < to - from ? longest(step) : step;
        legs.add(new Leg(start, to, Math.max(rest, Math.ulp(to)), first, last));
    }

    /**
     * The longest step where it is bounded: one solution takes it twice as long as the other, for of two that take the same steps
     * the difference says nothing of what a step may leave.
     */
    private double longest(double step) {
        return isLate ? step : step / 2;
    }
}
