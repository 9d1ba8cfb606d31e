package org.ansatz.field.ode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Landmarks;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Equations at work: solved on either side of the start as far as they are asked for, ever further. */
final class OdeModel implements Model {

    private final DifferentialEquations equations;
    private final InitialValueProblem problem;
    private @Nullable Solutions after;
    private @Nullable Solutions before;

    OdeModel(DifferentialEquations equations, Frame frame) {
        this.equations = equations;
        try {
            problem = equations.problem(frame);
        } catch (HighestDerivatives.Undefined e) {
            throw e.fault();
        }
    }

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame at) {
        Value where = where(export, arguments, at);
        double t = Arithmetic.real(where);
        DifferentialEquations.Place place = equations.place(export);
        int component = place.component();
        try {
            Solutions solved = solved(t);
            if (place.isSlope()) {
                Solutions.Known slope = solved.slope(component, t);
                return Estimate.of(slope.value(), slope.error());
            }
            double value = solved.value(component, t);
            double beside = solved.value(component, Math.nextAfter(t, problem.start()));
            double rounded = isRounded(where, t) ? Math.abs(value - beside) : 0;
            return Estimate.of(value, solved.error(component, t) + rounded);
        } catch (HighestDerivatives.Undefined e) {
            throw e.fault();
        }
    }

    private Value where(Export export, List<Value> arguments, Frame at) {
        Value where = arguments.isEmpty() ? at.value(equations.argument()) : arguments.get(0);
        if (where == null) {
            throw new NoValue(export.name() + " needs a point: " + export.name() + "(2)");
        }
        if (where instanceof Value.Dual) {
            throw new NoValue("a numerical solution is not differentiated; its derivative is written with a prime, as "
                    + export.name() + "'(2)");
        }
        return where;
    }

    @Override
    public double readAt(Export export, List<Value> arguments, Frame at) {
        return Arithmetic.real(where(export, arguments, at));
    }

    @Override
    public Landmarks landmarks(double low, double high) {
        try {
            Landmarks earlier = low < problem.start() ? of(solved(low), low, high) : Landmarks.NONE;
            Landmarks later = high > problem.start() ? of(solved(high), low, high) : Landmarks.NONE;
            return earlier.and(later);
        } catch (HighestDerivatives.Undefined e) {
            throw e.fault();
        }
    }

    private static Landmarks of(Solutions solved, double low, double high) {
        return Landmarks.of(solved.corners(), solved.steps(), low, high);
    }

    /** Whether a point lies between doubles, so that the solution at the nearest may be another. */
    private static boolean isRounded(Value where, double t) {
        return where instanceof Value.Exact exact && !Rational.exactly(t).equals(exact.number());
    }

    @Override
    public List<String> remarks() {
        Set<String> remarks = new LinkedHashSet<>();
        for (Solutions side : new Solutions[] {before, after}) {
            if (side != null) {
                remarks.addAll(side.remarks());
            }
        }
        return List.copyOf(remarks);
    }

    /** The solutions that reach {@code t}; integrated further whenever a point lies beyond them. */
    private Solutions solved(double t) {
        boolean forwards = t >= problem.start();
        Solutions known = forwards ? after : before;
        if (known != null && known.covers(t)) {
            return known;
        }
        Solutions longer = known == null ? Solutions.of(problem, t) : beyond(t);
        if (forwards) {
            after = longer;
        } else {
            before = longer;
        }
        return longer;
    }

    /** Goes on twice as far, so that a series of points costs few integrations; but not where the solution ends. */
    private Solutions beyond(double t) {
        try {
            return Solutions.of(problem, problem.start() + 2 * (t - problem.start()));
        } catch (ArithmeticException | NoValue e) {
            return Solutions.of(problem, t);
        }
    }
}
