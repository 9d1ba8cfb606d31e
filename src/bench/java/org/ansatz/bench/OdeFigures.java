package org.ansatz.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.ansatz.field.ode.InitialValueProblem;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Trajectory;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Work beside true error, at one tolerance: evaluations of the right-hand side and of its Jacobian, CPU time of a solution
 * when warm, the largest error at the end, and the largest relative error at all times of the reference table; for
 * right-hand sides by hand and from the expression language, beside Hipparchus' Dormand–Prince method for those by hand. A
 * program of its own, since JMH shows no errors.
 */
public final class OdeFigures {

    private static final double TOLERANCE = 1e-9;
    private static final long WARM_UP = 2_000_000_000L;
    private static final long ROUND = 300_000_000L;
    private static final int ROUNDS = 7;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private OdeFigures() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        System.out.printf(
                "%-12s %-22s %9s %9s %10s %9s %10s%n",
                "problem", "right-hand side", "f", "Jacobian", "CPU ms", "error", "relative");
        for (OdeSample sample : OdeSample.ALL) {
            if (!sample.name().startsWith("robertson") && !sample.name().equals("vdp1000")) {
                hipparchus(sample);
            }
            ours(sample, "by hand", sample::handWritten);
            ours(sample, "expression language", sample.written());
        }
    }

    private static void ours(OdeSample sample, String kind, Supplier<InitialValueProblem> problem) throws IOException {
        Trajectory solution = problem.get().solve(sample.end(), TOLERANCE);
        double time = time(() -> problem.get().solve(sample.end(), TOLERANCE));
        row(
                sample,
                kind,
                solution.evaluations(),
                solution.jacobians(),
                time,
                solution.at(sample.end()),
                String.format("%.1e", sample.relativeError(solution)));
    }

    private static void hipparchus(OdeSample sample) throws IOException {
        Counted equation = new Counted(sample.byHand(), sample.initial().size());
        double[] end = solve(sample, equation);
        int evaluations = equation.evaluations;
        row(sample, "Hipparchus, by hand", evaluations, 0, time(() -> solve(sample, equation)), end, "");
    }

    private static double[] solve(OdeSample sample, OrdinaryDifferentialEquation equation) {
        return new DormandPrince853Integrator(1e-12, sample.end(), TOLERANCE, TOLERANCE)
                .integrate(equation, new ODEState(0, sample.state()), sample.end())
                .getPrimaryState();
    }

    /** A right-hand side as Hipparchus wants it. */
    private static final class Counted implements OrdinaryDifferentialEquation {
        private final RightSide rightSide;
        private final int size;
        private int evaluations;

        Counted(RightSide rightSide, int size) {
            this.rightSide = rightSide;
            this.size = size;
        }

        @Override
        public int getDimension() {
            return size;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            evaluations++;
            double[] slopes = new double[size];
            rightSide.slopes(t, y, slopes);
            return slopes;
        }
    }

    private static void row(
            OdeSample sample, String kind, int evaluations, int jacobians, double time, double[] end, String relative)
            throws IOException {
        System.out.printf(
                "%-12s %-22s %9d %9d %10.3f %9.1e %10s%n",
                sample.name(), kind, evaluations, jacobians, time, sample.error(end), relative);
    }

    /** CPU milliseconds of one run when warm: the least of a few rounds. */
    private static double time(Runnable work) {
        mean(work, WARM_UP);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, mean(work, ROUND));
        }
        return least;
    }

    private static double mean(Runnable work, long duration) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < duration) {
            work.run();
            runs++;
            spent = CLOCK.getCurrentThreadCpuTime() - start;
        }
        return spent / 1e6 / runs;
    }
}
