package org.ansatz.route.ode;

import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The system y' = f(t, y), y(t0) = y0, integrated by the Dormand–Prince method of order 8(5,3) with dense output (Hairer,
 * Nørsett and Wanner, Solving Ordinary Differential Equations I, 2nd ed., section II.10).
 */
public final class InitialValueProblem {

    /** The most evaluations of the right-hand side that one integration may take. */
    public static final int MAX_EVALUATIONS = 400_000;

    private static final double SMALLEST_STEP = 1e-14;

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

    /** The right-hand side. */
    public interface RightSide {
        /**
         * Writes f(t, y) into {@code slopes}.
         *
         * @throws ArithmeticException where it has no value
         */
        void slopes(double t, double[] y, double[] slopes);
    }

    /**
     * Integrates to {@code end}, forwards or backwards.
     *
     * @param tolerance per step, relative and absolute, from 1e-13 to 1
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    public Trajectory solve(double end, double tolerance) {
        return integrate(end, tolerance, null);
    }

    /**
     * Integrates until {@code event} changes its sign, at the latest to {@code end}.
     *
     * @return the solution up to the event, which is located to the tolerance
     */
    public Trajectory solveUntil(Event event, double end, double tolerance) {
        return integrate(end, tolerance, event);
    }

    /** A function of the solution whose zero ends the integration. */
    public interface Event {
        /** Its value; only the sign matters. */
        double value(double t, double[] y);
    }

    private Trajectory integrate(double end, double tolerance, @org.jspecify.annotations.Nullable Event event) {
        if (end == start) {
            return Trajectory.point(start, initial);
        }
        double span = Math.abs(end - start);
        DormandPrince853Integrator method =
                new DormandPrince853Integrator(span * SMALLEST_STEP, span, tolerance, tolerance);
        Equations equations = new Equations();
        ContinuousOutputModel output = new ContinuousOutputModel();
        method.addStepHandler(output);
        method.setMaxEvaluations(MAX_EVALUATIONS);
        if (event != null) {
            method.addEventHandler(new Stop(event), span / 64, Math.max(Math.ulp(end), span * tolerance), 100);
        }
        double[] last = new double[initial.length];
        try {
            double reached = method.integrate(equations, start, initial, end, last);
            // Without an event the last step ends at the end, but for the rounding of a sum of steps.
            return new Trajectory(output, start, initial, event == null ? end : reached, equations.evaluations);
        } catch (NumberIsTooSmallException e) {
            throw new ArithmeticException("the solution cannot be followed beyond t = " + equations.at
                    + ": the steps shrink to nothing there, as before a singularity");
        } catch (MaxCountExceededException e) {
            throw new ArithmeticException("more than " + MAX_EVALUATIONS + " evaluations up to t = " + equations.at
                    + ": the problem is stiff, or the interval long for its oscillations");
        }
    }

    /** Counts evaluations and refuses values that are not finite. */
    private final class Equations implements FirstOrderDifferentialEquations {
        private int evaluations;
        private double at = start;

        @Override
        public int getDimension() {
            return initial.length;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] slopes) {
            evaluations++;
            at = t;
            rightSide.slopes(t, y, slopes);
            for (double slope : slopes) {
                if (!Double.isFinite(slope)) {
                    throw new ArithmeticException("the right-hand side is not finite at t = " + t);
                }
            }
        }
    }

    /** Ends the integration where an event occurs. */
    private record Stop(Event event) implements EventHandler {
        @Override
        public void init(double from, double[] y, double to) {}

        @Override
        public double g(double t, double[] y) {
            return event.value(t, y);
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            return Action.STOP;
        }

        @Override
        public void resetState(double t, double[] y) {}
    }
}
