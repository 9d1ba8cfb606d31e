package org.ansatz.route.ode;

import java.util.List;
import org.ansatz.expression.Estimate;
import org.ansatz.expression.Export;
import org.ansatz.expression.Frame;
import org.ansatz.expression.Model;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.route.ode.Trajectory.Difficulty;
import org.jspecify.annotations.Nullable;

/** Equations at work: integrates twice with different tolerances, and gives the difference as the error. */
final class OdeModel implements Model {

    private static final double TOLERANCE = 1e-12;
    private static final double COARSE = 1e-10;

    private final DifferentialEquations equations;
    private final InitialValueProblem problem;
    private final Reach fine = new Reach(TOLERANCE);
    private final Reach coarse = new Reach(COARSE);
    private Difficulty difficulty = Difficulty.NONE;

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
        Value where = arguments.isEmpty() ? at.value(equations.argument()) : arguments.get(0);
        if (where == null) {
            throw new ArithmeticException(export.name() + " needs a point: " + export.name() + "(2)");
        }
        if (where instanceof Value.Dual) {
            throw new ArithmeticException(
                    "a numerical solution is not differentiated; name its derivative as a function");
        }
        double t = Arithmetic.real(where);
        int index = equations.index(export);
        try {
            double precise = fine.at(t)[index];
            double rough = coarse.at(t)[index];
            return Estimate.of(precise, Math.abs(precise - rough) + 4 * Math.ulp(precise));
        } catch (HighestDerivatives.Undefined e) {
            throw e.fault();
        }
    }

    @Override
    public List<String> remarks() {
        return difficulty == Difficulty.NONE ? List.of() : List.of(difficulty.description());
    }

    /** The solution to one tolerance, on both sides of the start, integrated further whenever a point lies beyond it. */
    private final class Reach {
        private final double tolerance;
        private @Nullable Trajectory after;
        private @Nullable Trajectory before;

        Reach(double tolerance) {
            this.tolerance = tolerance;
        }

        double[] at(double t) {
            boolean forwards = t >= problem.start();
            Trajectory known = forwards ? after : before;
            if (known != null && known.covers(t)) {
                return known.at(t);
            }
            Trajectory longer = known == null ? problem.solve(t, tolerance) : beyond(t);
            if (forwards) {
                after = longer;
            } else {
                before = longer;
            }
            difficulty = longer.difficulty() == Difficulty.NONE ? difficulty : longer.difficulty();
            return longer.at(t);
        }

        /** Goes on twice as far, so that a series of points costs few integrations; but not where the solution ends. */
        private Trajectory beyond(double t) {
            try {
                return problem.solve(problem.start() + 2 * (t - problem.start()), tolerance);
            } catch (ArithmeticException | ExpressionFault e) {
                return problem.solve(t, tolerance);
            }
        }
    }
}
