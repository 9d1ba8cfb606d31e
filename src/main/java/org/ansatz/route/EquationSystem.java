package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.SystemSearch;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
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
            return system.proved();
        } catch (NoEnclosure e) {
            return system.searched();
        }
    }

    private RealInterval interval(Ranged unknown) {
        if (!(unknown.domain() instanceof RealInterval)) {
            throw new NoValue(
                    "an equation is solved over a real interval a..b; that of " + unknown.name() + " is none");
        }
        return (RealInterval) unknown.domain();
    }

    private List<Equation.Solution> proved() {
        Interval[] box = new Interval[unknowns.size()];
        for (int i = 0; i < box.length; i++) {
            box[i] = interval(unknowns.get(i)).enclosure(frame);
            if (!box[i].isBounded()) {
                throw new NoValue("the interval of " + unknowns.get(i).name() + " is unbounded: give it finite ends");
            }
        }
        List<Binding.Variable> variables =
                unknowns.stream().map(Ranged::variable).toList();
        List<Enclosing> functions = new ArrayList<>();
        for (Equation equation : equations) {
            functions.add(equation.difference(frame, variables));
        }
        CommonZeros.Found found = CommonZeros.of(functions, box);
        if (found.isOne()) {
            List<Equation.Solution> solutions = new ArrayList<>();
            for (int i = 0; i < box.length; i++) {
                Interval at = found.zeros().get(0)[i];
                double middle = Math.min(
                        Math.max(at.middle(), interval(unknowns.get(i)).low(frame)),
                        interval(unknowns.get(i)).high(frame));
                Estimate value = Estimate.of(middle, at.isPoint() ? 0 : at.distance(middle));
                solutions.add(new Equation.Solution(frame.found(Engine.ROOT, value), true));
            }
            return solutions;
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
        double[] low = new double[unknowns.size()];
        double[] high = new double[unknowns.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = interval(unknowns.get(i)).low(frame);
            high[i] = interval(unknowns.get(i)).high(frame);
        }
        List<SystemSearch.Solution> found = SystemSearch.all(this::differences, low, high);
        if (found.isEmpty()) {
            throw new NoValue("no common solution is found from any start in these intervals, though there may be one:"
                    + " narrow the intervals to where it lies");
        }
        if (found.size() != 1) {
            List<List<Double>> places = new ArrayList<>();
            found.forEach(solution -> places.add(solution.at()));
            throw notOne(places);
        }
        List<Equation.Solution> solutions = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            Estimate value =
                    Estimate.of(found.get(0).at().get(i), found.get(0).errors().get(i));
            solutions.add(new Equation.Solution(frame.found(Engine.ROOT, value), false));
        }
        return solutions;
    }

    private double[] differences(double[] at) {
        Frame there = frame;
        for (int i = 0; i < at.length; i++) {
            there = there.with(unknowns.get(i).variable(), new Value.Real(at[i]));
        }
        double[] differences = new double[equations.size()];
        for (int i = 0; i < differences.length; i++) {
            Equation equation = equations.get(i);
            differences[i] =
                    Arithmetic.real(Arithmetic.subtract(there.value(equation.left()), there.value(equation.right())));
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
