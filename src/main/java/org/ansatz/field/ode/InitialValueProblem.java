package org.ansatz.field.ode;

import java.util.Arrays;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * The system y' = f(t, y), y(t0) = y0, integrated with dense output by the Dormand–Prince method of order 8(5,3) (Hairer,
 * Nørsett and Wanner, Solving Ordinary Differential Equations I, 2nd ed., section II.10), or, if that gives up because the problem is
 * stiff, by the Radau IIA method of order 9 (Hairer and Wanner, II, section IV.8).
 */
public final class InitialValueProblem {

    /** The most evaluations of the right-hand side that one integration may take. */
    public static final int MAX_EVALUATIONS = 400_000;

    private static final double SMALLEST_STEP = 1e-14;
    private static final int EVENT_CHECKS = 64;

    private final RightSide rightSide;
    private final double start;
    private final double[] initial;

    /**
     * A problem.
     *
     * @param rightSide f
     * @param start t0
     * @param initial y0; copied
     * @throws IllegalArgumentException if the start or an initial value is not finite, or there is none
     */
    public InitialValueProblem(RightSide rightSide, double start, double[] initial) {
        boolean finite = Double.isFinite(start) && initial.length > 0;
        for (double value : initial) {
            finite &= Double.isFinite(value);
        }
        if (!finite) {
            throw new IllegalArgumentException(
                    "initial values must be finite: " + Arrays.toString(initial) + " at " + start);
        }
        this.rightSide = rightSide;
        this.start = start;
        this.initial = initial.clone();
    }

    /** Where it starts. */
    public double start() {
        return start;
    }

    /** The right-hand side. */
    public interface RightSide {
        /**
         * Writes f(t, y) into {@code slopes}.
         *
         * @throws ArithmeticException where it has no value
         */
        void slopes(double t, double[] y, double[] slopes);
    }

    /** A right-hand side that knows its derivatives; those of another are taken by forward differences where needed. */
    public interface DifferentiableRightSide extends RightSide {
        /**
         * Writes ∂f_i/∂y_j into {@code jacobian[i][j]}.
         *
         * @throws ArithmeticException where it has no value
         */
        void jacobian(double t, double[] y, double[][] jacobian);
    }

    /**
     * Integrates to {@code end}, forwards or backwards.
     *
     * @param tolerance per step, relative and absolute, from 1e-13 to 1
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    public Trajectory solve(double end, double tolerance) {
        return integrate(end, Tolerance.uniform(tolerance, initial.length), null);
    }

    /**
     * Integrates to {@code end} to a tolerance that fits the sizes of the components.
     *
     * @param tolerance per step, relative to a component and its size, from 1e-13 to 1
     * @param sizes one for each component, positive
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    public Trajectory solve(double end, double tolerance, double[] sizes) {
        return integrate(end, new Tolerance(tolerance, sizes), null);
    }

    /**
     * Integrates until {@code event} changes its sign, at the latest to {@code end}.
     *
     * @return the solution up to the event, which is located to the tolerance
     */
    public Trajectory solveUntil(Event event, double end, double tolerance) {
        return integrate(end, Tolerance.uniform(tolerance, initial.length), event);
    }

    /** A function of the solution whose zero ends the integration. */
    public interface Event {
        /** Its value; only the sign matters. */
        double value(double t, double[] y);
    }

    private Trajectory integrate(double end, Tolerance tolerance, @Nullable Event event) {
        CountedSlopes equations = new CountedSlopes(rightSide, start);
        if (end == start) {
            return new Trajectory(t -> initial.clone(), start, initial, start, Difficulty.NONE, equations);
        }
        double span = Math.abs(end - start);
        double closely = Math.max(Math.ulp(end), span * tolerance.relative());
        DormandPrince explicit = new DormandPrince(equations, start, initial, end, tolerance, span * SMALLEST_STEP);
        if (event != null) {
            explicit.stopAt(event, span / EVENT_CHECKS, closely);
        }
        try {
            return explicit.run();
        } catch (DormandPrince.GivesUp e) {
            EventWatch watch =
                    event == null ? null : new EventWatch(event, start, initial, span / EVENT_CHECKS, closely);
            return implicit(equations, end, tolerance, watch, e.difficulty());
        }
    }

    /** By the implicit method, anew from the start, so that one method answers for the whole solution. */
    private Trajectory implicit(
            CountedSlopes equations,
            double end,
            Tolerance tolerance,
            @Nullable EventWatch watch,
            Difficulty difficulty) {
        Radau radau = new Radau(equations, start, initial, end, tolerance);
        Trajectory.Course course = new CollocationCourse(radau, radau.run(watch));
        double reached = watch == null || Double.isNaN(watch.found()) ? end : watch.found();
        Difficulty found = radau.isBeyondEdge() ? Difficulty.STIFF : difficulty;
        return new Trajectory(course, start, initial, reached, found, equations);
    }

    static ArithmeticException stopped(double at) {
        return new ArithmeticException("the solution cannot be followed beyond t = " + at
                + ": the steps shrink to nothing there, as before a singularity");
    }
}
