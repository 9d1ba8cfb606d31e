package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.SystemSearch;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.problem.Ranged;
import org.ansatz.proof.CommonZeros;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;

/** Equations that are solved together for as many unknowns: all solutions in their box are isolated, and one is demanded. */
final class EquationSystem {

    private static final int DIGITS = 6;
    private static final int MAX_NAMED = 4;

    private final List<Equation> equations;
    private final List<Ranged> unknowns;
    private final Frame frame;

    private EquationSystem(List<Equation> equations, List<Ranged> unknowns, Frame frame) {
        this.equations = equations;
        this.unknowns = unknowns;
        this.frame = frame;
    }

    /**
     * The only solution.
     *
     * @throws NoValue if there is none, or there are several, or that cannot be told
     */
    static List<Equation.Solution> solved(List<Equation> equations, List<Ranged> unknowns, Frame frame) {
        if (unknowns.size() == 1) {
            Ranged only = unknowns.get(0);
            return List.of(equations.get(0).solved(frame, only.variable(), only.domain()));
        }
        EquationSystem system = new EquationSystem(equations, unknowns, frame);
        try {
            return system.isolated(system.proving(), true);
        } catch (NoEnclosure e) {
            return system.unproved();
        }
    }

    private List<Equation.Solution> unproved() {
        try {
            return isolated(differencesThatEnclose(), false);
        } catch (NoEnclosure e) {
            return searched();
        }
    }

    private List<Enclosing> proving() {
        List<Enclosing> functions = new ArrayList<>();
        equations.forEach(equation -> functions.add(equation.proving(frame, variables())));
        return functions;
    }

    private List<Enclosing> differencesThatEnclose() {
        List<Enclosing> functions = new ArrayList<>();
        equations.forEach(equation -> functions.add(equation.difference(frame, variables())));
        return functions;
    }

    private List<Binding.Variable> variables() {
        return unknowns.stream().map(Ranged::variable).toList();
    }

    private RealInterval interval(Ranged unknown) {
        if (!(unknown.domain() instanceof RealInterval)) {
            throw new NoValue(
                    "an equation is solved over a real interval a..b; that of " + unknown.name() + " is none");
        }
        return (RealInterval) unknown.domain();
    }

    /** The only common zero of functions that enclose themselves; where they do so only in part, with their own errors. */
    private List<Equation.Solution> isolated(List<Enclosing> functions, boolean isProved) {
        Interval[] box = new Interval[unknowns.size()];
        for (int i = 0; i < box.length; i++) {
            RealInterval domain = interval(unknowns.get(i));
            box[i] = isProved ? domain.provedEnclosure(frame) : domain.enclosure(frame);
            if (!box[i].isBounded()) {
                throw new NoValue("the interval of " + unknowns.get(i).name() + " is unbounded: give it finite ends");
            }
        }
        CommonZeros.Found found = CommonZeros.of(functions, box);
        if (found.isOne()) {
            double[] at = new double[box.length];
            double[] errors = new double[box.length];
            for (int i = 0; i < box.length; i++) {
                Interval zero = found.zeros().get(0)[i];
                RealInterval range = interval(unknowns.get(i));
                at[i] = Math.min(Math.max(zero.middle(), range.low(frame)), range.high(frame));
                errors[i] = zero.isPoint() ? 0 : zero.distance(at[i]);
            }
            return solutions(at, isProved ? errors : withDoubts(at, errors), isProved);
        }
        List<List<Double>> places = new ArrayList<>();
        for (Interval[] zero : found.zeros()) {
            places.add(middle(zero));
        }
        if (found.undecided().isEmpty()) {
            throw notOne(places);
        }
        throw new NoValue("whether there is a solution near "
                + named(middle(found.undecided().get(0)))
                + (places.isEmpty() ? "" : ", besides that near " + named(places.get(0)))
                + " cannot be told: narrow the intervals");
    }

    private static List<Double> middle(Interval[] box) {
        List<Double> middle = new ArrayList<>();
        for (Interval side : box) {
            middle.add(side.middle());
        }
        return middle;
    }

    /** Where the equations do not enclose themselves, as with a field block, solutions are looked for from many starts. */
    private List<Equation.Solution> searched() {
        List<SystemSearch.Solution> found = SystemSearch.all(this::differences, lows(), highs());
        if (found.isEmpty()) {
            throw new NoValue("no common solution is found from any start in these intervals, though there may be one:"
                    + " narrow the intervals to where it lies");
        }
        if (found.size() != 1) {
            List<List<Double>> places = new ArrayList<>();
            found.forEach(solution -> places.add(solution.at()));
            throw notOne(places);
        }
        double[] at =
                found.get(0).at().stream().mapToDouble(Double::doubleValue).toArray();
        double[] errors =
                found.get(0).errors().stream().mapToDouble(Double::doubleValue).toArray();
        return solutions(at, withDoubts(at, errors), false);
    }

    private List<Equation.Solution> solutions(double[] at, double[] errors, boolean isProved) {
        List<Equation.Solution> solutions = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            Estimate value = Estimate.of(at[i], errors[i]);
            solutions.add(new Equation.Solution(frame.found(Engine.ROOT, value), isProved));
        }
        return solutions;
    }

    /** The errors of a solution, and besides what the errors of the sides of the equations make of it. */
    private double[] withDoubts(double[] at, double[] errors) {
        Frame there = at(at);
        double[] doubts = new double[equations.size()];
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] = equations.get(i).doubt(there);
        }
        double[] moved = SystemSearch.moved(this::differences, at, doubts, lows(), highs());
        double[] all = errors.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += moved[i];
        }
        return all;
    }

    private double[] lows() {
        return unknowns.stream()
                .mapToDouble(unknown -> interval(unknown).low(frame))
                .toArray();
    }

    private double[] highs() {
        return unknowns.stream()
                .mapToDouble(unknown -> interval(unknown).high(frame))
                .toArray();
    }

    private Frame at(double[] at) {
        Frame there = frame;
        for (int i = 0; i < at.length; i++) {
            there = there.with(unknowns.get(i).variable(), new Value.Real(at[i]));
        }
        return there;
    }

    private double[] differences(double[] at) {
        Frame there = at(at);
        double[] differences = new double[equations.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = equations.get(i).signed(there);
        }
        return differences;
    }

    private NoValue notOne(List<List<Double>> places) {
        if (places.isEmpty()) {
            return new NoValue("the equations have no common solution in these intervals");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(places.size(), MAX_NAMED); i++) {
            text.append(i == 0 ? "" : "; ").append(named(places.get(i)));
        }
        return new NoValue("there are " + places.size() + " solutions, near " + text
                + (places.size() > MAX_NAMED ? "; …" : "") + " (SI): narrow the intervals to the one that is meant");
    }

    private String named(List<Double> at) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < at.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(unknowns.get(i).name())
                    .append(" = ")
                    .append(Notation.number(at.get(i), DIGITS));
        }
        return text.toString();
    }
}
