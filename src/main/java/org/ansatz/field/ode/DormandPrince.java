package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.field.ode.InitialValueProblem.Event;
import org.ansatz.field.ode.Legs.Leg;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/** Integration by the Dormand–Prince method of order 8(5,3) with dense output, which notices when it is not up to a problem. */
final class DormandPrince {

    private final CountedSlopes equations;
    private final Leg leg;
    private final double[] initial;
    private final DormandPrince853Integrator method;
    private final boolean mayBeStiff;

    /** The explicit method gives up; an implicit one may go on. */
    static final class GivesUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Difficulty difficulty;

        GivesUp(Difficulty difficulty) {
            super(difficulty.name(), null, false, false);
            this.difficulty = difficulty;
        }

        Difficulty difficulty() {
            return difficulty;
        }
    }

    DormandPrince(
            CountedSlopes equations,
            Leg leg,
            double[] initial,
            Tolerance tolerance,
            double smallest,
            boolean mayBeStiff) {
        this.mayBeStiff = mayBeStiff;
        this.equations = equations;
        this.leg = leg;
        this.initial = initial;
        double[] relative = new double[initial.length];
        Arrays.fill(relative, tolerance.relative());
        double longest = Math.min(leg.longestStep(), Math.abs(leg.to() - leg.from()));
        method = new DormandPrince853Integrator(Math.min(smallest, longest), longest, tolerance.absolute(), relative);
        method.setMaxEvaluations(Math.max(1, InitialValueProblem.MAX_EVALUATIONS - equations.evaluations()));
    }

    /** Ends the integration where the event occurs; it is looked for at such intervals and located so closely. */
    void stopAt(Event event, double interval, double tolerance) {
        method.addEventHandler(new Stop(event), interval, tolerance, 100);
    }

    /**
     * Integrates.
     *
     * @throws GivesUp if an implicit method is called for
     */
    InitialValueProblem.Reached run() {
        StiffnessTest test = new StiffnessTest(initial.length);
        Stages stages = new Stages(test);
        ContinuousOutputModel output = new ContinuousOutputModel();
        if (mayBeStiff) {
            method.addStepHandler(new Watch(test, leg.to()));
        }
        method.addStepHandler(output);
        Ends ends = new Ends(new ArrayList<>());
        method.addStepHandler(ends);
        double[] last = new double[initial.length];
        try {
            double reached = method.integrate(stages, leg.from(), initial, leg.to(), last);
            // Without an event the last step ends at the end, but for the rounding of a sum of steps.
            double stop = method.getEventHandlers().isEmpty() ? leg.to() : reached;
            return new InitialValueProblem.Reached(new Interpolated(output, ends.all()), stop, Difficulty.NONE);
        } catch (NumberIsTooSmallException e) {
            throw InitialValueProblem.stopped(equations.at());
        } catch (MaxCountExceededException e) {
            throw equations.tooMany();
        }
    }

    /** The solution between steps, and where these end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Interpolated(ContinuousOutputModel output, double[] steps) implements Trajectory.Course {
        @Override
        public double[] at(double t) {
            output.setInterpolatedTime(t);
            return output.getInterpolatedState().clone();
        }
    }

    /** Notes where steps end. */
    private record Ends(List<Double> times) implements StepHandler {
        @Override
        public void init(double from, double[] y, double to) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            times.add(step.getCurrentTime());
        }

        double[] all() {
            return times.stream().mapToDouble(time -> time).toArray();
        }
    }

    /** Hands stages on, and shows the last two of each step to the test. */
    private final class Stages implements FirstOrderDifferentialEquations {
        private final StiffnessTest test;

        Stages(StiffnessTest test) {
            this.test = test;
        }

        @Override
        public int getDimension() {
            return initial.length;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] slopes) {
            try {
                equations.slopes(t, y, slopes);
            } catch (ArithmeticException e) {
                throw new GivesUp(Difficulty.UNDEFINED_NEARBY);
            }
            test.see(t, y, slopes);
        }
    }

    /** Asks the test after each step. */
    private record Watch(StiffnessTest test, double end) implements StepHandler {
        @Override
        public void init(double from, double[] y, double to) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            if (test.isStiff(step.getPreviousTime(), step.getCurrentTime(), end)) {
                throw new GivesUp(Difficulty.STIFF);
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
