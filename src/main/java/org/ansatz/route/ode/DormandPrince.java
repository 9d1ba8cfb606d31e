package org.ansatz.route.ode;

import org.ansatz.route.ode.InitialValueProblem.Event;
import org.ansatz.route.ode.Trajectory.Difficulty;
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
    private final double start;
    private final double[] initial;
    private final double end;
    private final DormandPrince853Integrator method;

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
            CountedSlopes equations, double start, double[] initial, double end, double tolerance, double smallest) {
        this.equations = equations;
        this.start = start;
        this.initial = initial;
        this.end = end;
        method = new DormandPrince853Integrator(smallest, Math.abs(end - start), tolerance, tolerance);
        method.setMaxEvaluations(InitialValueProblem.MAX_EVALUATIONS);
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
    Trajectory run() {
        Stages stages = new Stages();
        ContinuousOutputModel output = new ContinuousOutputModel();
        method.addStepHandler(new StiffnessTest(stages));
        method.addStepHandler(output);
        double[] last = new double[initial.length];
        try {
            double reached = method.integrate(stages, start, initial, end, last);
            // Without an event the last step ends at the end, but for the rounding of a sum of steps.
            double stop = method.getEventHandlers().isEmpty() ? end : reached;
            return new Trajectory(
                    t -> {
                        output.setInterpolatedTime(t);
                        return output.getInterpolatedState().clone();
                    },
                    start,
                    initial,
                    stop,
                    Difficulty.NONE,
                    equations);
        } catch (NumberIsTooSmallException e) {
            throw InitialValueProblem.stopped(equations.at());
        } catch (MaxCountExceededException e) {
            throw equations.tooMany();
        }
    }

    /** Hands stages on; the last two of a step stand at the same t, and tell how steep the slopes are in y. */
    private final class Stages implements FirstOrderDifferentialEquations {
        private final double[] before = new double[initial.length];
        private final double[] slopesBefore = new double[initial.length];
        private double at = Double.NaN;
        private double steepness;

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
            if (t == at) {
                steepness = distance(slopes, slopesBefore) / distance(y, before);
            }
            at = t;
            System.arraycopy(y, 0, before, 0, y.length);
            System.arraycopy(slopes, 0, slopesBefore, 0, y.length);
        }

        private double distance(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return Math.sqrt(sum);
        }
    }

    /**
     * Counts the steps h at the edge of stability, |hλ| > 6.1, where λ is taken from the last two stages; six others in a row
     * set the count back (Hairer and Wanner II, section IV.2, as in their program DOP853). Fifteen make a problem stiff, if
     * there is still a long way to go at this pace.
     */
    private final class StiffnessTest implements StepHandler {
        private static final double EDGE = 6.1;
        private static final int CALM = 6;
        private static final int ENOUGH = 15;
        private static final int LONG_WAY = 1000;

        private final Stages stages;
        private int atTheEdge;
        private int calm;

        StiffnessTest(Stages stages) {
            this.stages = stages;
        }

        @Override
        public void init(double from, double[] y, double to) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            double h = Math.abs(step.getCurrentTime() - step.getPreviousTime());
            if (h * stages.steepness > EDGE) {
                calm = 0;
                atTheEdge++;
            } else if (++calm == CALM) {
                atTheEdge = 0;
            }
            if (atTheEdge >= ENOUGH && Math.abs(end - step.getCurrentTime()) > LONG_WAY * h) {
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
