package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.ode.Legs.Leg;
import org.jspecify.annotations.Nullable;

/**
 * Integration by the Radau IIA method of order 9 with steps of adapted length (Hairer and Wanner, Solving Ordinary
 * Differential Equations II, 2nd ed., section IV.8). L-stable: the steps follow the solution, not the fastest decay. The
 * Jacobian is kept as long as Newton's iterations converge well; the length of a step is predicted from the errors of the
 * last two (Gustafsson).
 */
final class Radau {

    private static final double SMALLEST_STEP = 1e-20;
    private static final double GOOD_RATE = 1e-3;
    private static final double LEAST_CHANGE = 1.2;
    private static final double FASTEST_GROWTH = 8;
    private static final double FASTEST_FALL = 0.2;

    /** An error that is more times as large as what the start is off by does not stem from the start. */
    private static final double OF_START = 20;

    private final CountedSlopes equations;
    private final int size;
    private final double end;
    private final Tolerance tolerance;
    private final double rounding;
    private final double newtonTolerance;
    private final double smallest;
    private final double longest;
    private final RadauStages stages;
    private final List<CollocationStep> steps = new ArrayList<>();
    private final double[][] jacobian;

    private double t;
    private double[] y;
    private double[] slope;
    private double h;
    private boolean factored;
    private boolean freshJacobian;
    private double lastStep;
    private double lastError;
    private int stepsBeyondEdge;
    private @Nullable ArithmeticException obstacle;

    /**
     * An integration that stands at its start.
     *
     * @param equations the right-hand side
     * @param tolerance per step, relative to a component and its size
     */
    Radau(CountedSlopes equations, Leg leg, double[] initial, Tolerance tolerance) {
        this.equations = equations;
        this.size = initial.length;
        end = leg.to();
        longest = leg.longestStep();
        this.tolerance = tolerance;
        rounding = Math.ulp(1.0) / tolerance.relative();
        newtonTolerance = Math.max(rounding, Math.min(0.03, Math.sqrt(tolerance.relative())));
        smallest = Math.abs(end - leg.from()) * SMALLEST_STEP;
        stages = new RadauStages(equations, size);
        jacobian = new double[size][size];
        t = leg.from();
        y = initial.clone();
        slope = new double[size];
    }

    /** Goes on to the end, or to the step in which the event occurs. */
    List<CollocationStep> run(@Nullable EventWatch watch) {
        equations.slopes(t, y, slope);
        equations.jacobian(t, y, jacobian);
        freshJacobian = true;
        h = firstStep();
        while (t != end) {
            CollocationStep step = step();
            steps.add(step);
            if (watch != null && watch.occursIn(step, this)) {
                break;
            }
        }
        return steps;
    }

    /** Takes the change of the solution over the first step to be a hundredth of the solution (Hairer, Nørsett and Wanner I, II.4). */
    private double firstStep() {
        double[] scale = scale(y, y);
        double size = norm(y, scale);
        double speed = norm(slope, scale);
        double span = end - t;
        double length = size < 1e-5 || speed < 1e-5 ? 1e-6 * Math.abs(span) : 0.01 * size / speed;
        return Math.copySign(Math.min(Math.max(length, 8 * Math.ulp(t)), Math.abs(span)), span);
    }

    /** Makes the next step, trying shorter ones until its error is small enough. */
    private CollocationStep step() {
        boolean rejected = false;
        while (true) {
            equations.requireFew();
            limit();
            approachEnd();
            if (!converges()) {
                shorten(0.5);
                continue;
            }
            double[] next = sum(y, stages.increments()[RadauTableau.STAGES - 1]);
            double error = error(next, rejected);
            double factor = growth(error);
            if (!(error < 1)) {
                shorten(factor > FASTEST_FALL ? factor : FASTEST_FALL);
                rejected = true;
                continue;
            }
            return accepted(next, error, rejected ? Math.min(1, factor) : factor);
        }
    }

    /** A last step ends exactly at the end, without a shorter one after it. */
    private void limit() {
        if (Math.abs(h) > longest) {
            h = Math.copySign(longest, h);
            factored = false;
        }
    }

    private void approachEnd() {
        double left = end - t;
        if (Math.abs(left) <= Math.abs(h) * 1.01 && h != left) {
            h = left;
            factored = false;
        }
    }

    private void shorten(double factor) {
        h *= factor;
        factored = false;
        if (Math.abs(h) < smallest || Math.abs(h) < 4 * Math.ulp(t)) {
            throw obstacle != null ? obstacle : InitialValueProblem.stopped(t);
        }
    }

    /** Solves the stages; if they do not converge, once more with a new Jacobian. */
    private boolean converges() {
        double[] scale = scale(y, y);
        while (true) {
            if (!factored) {
                stages.factor(jacobian, h);
                factored = true;
            }
            boolean solved = stages.followsGrowth() && attempt(scale);
            if (solved || freshJacobian) {
                return solved;
            }
            equations.jacobian(t, y, jacobian);
            freshJacobian = true;
            factored = false;
        }
    }

    private boolean attempt(double[] scale) {
        try {
            return stages.solve(t, y, guess(), scale, newtonTolerance, 10 * rounding);
        } catch (ArithmeticException e) {
            obstacle = e;
            return false;
        }
    }

    /**
     * The solution within a step, by a step of its own from there to {@code t}: as good as at the end of a step, where the
     * order is higher than between.
     */
    double[] within(CollocationStep step, double t) {
        double[] from = step.initial();
        double[] between = step.at(t);
        double length = t - step.start();
        if (length == 0 || t == step.end()) {
            return between;
        }
        try {
            double[][] slopesByState = new double[size][size];
            equations.jacobian(step.start(), from, slopesByState);
            RadauStages own = new RadauStages(equations, size);
            own.factor(slopesByState, length);
            double[][] guess = guess(step, step.start(), from, length);
            boolean solved = own.solve(step.start(), from, guess, scale(from, between), newtonTolerance, 10 * rounding);
            return solved ? sum(from, guess[RadauTableau.STAGES - 1]) : between;
        } catch (ArithmeticException e) {
            return between;
        }
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int j = 0; j < a.length; j++) {
            sum[j] += b[j];
        }
        return sum;
    }

    /** The polynomial of the last step, continued. */
    private double[][] guess() {
        return steps.isEmpty() ? new double[RadauTableau.STAGES][size] : guess(steps.get(steps.size() - 1), t, y, h);
    }

    private static double[][] guess(CollocationStep known, double start, double[] initial, double length) {
        double[][] guess = new double[RadauTableau.STAGES][];
        for (int i = 0; i < guess.length; i++) {
            guess[i] = known.at(start + RadauTableau.NODES[i] * length);
            for (int j = 0; j < initial.length; j++) {
                guess[i][j] -= initial[j];
            }
        }
        return guess;
    }

    /** The size of the step's error, 1 if it is just permitted; on a first or repeated step estimated twice, for stiff parts. */
    private double error(double[] next, boolean again) {
        double[] scale = scale(y, next);
        double[] error = stages.error(slope);
        double size = norm(error, scale);
        if (size >= 1 && (again || steps.isEmpty())) {
            size = norm(settled(error), scale);
        }
        return Math.max(size, 1e-10);
    }

    /**
     * The error once more, for what is fast and off at the start decays within the step, which the first estimate does not see. A
     * component that is not off at the start, as before a front inside the step, keeps its first estimate: there it is the error.
     */
    private double[] settled(double[] error) {
        double[] off = stages.off(slope);
        double[] second = filtered(error);
        for (int j = 0; j < size; j++) {
            if (Math.abs(error[j]) > OF_START * Math.abs(off[j])) {
                second[j] = error[j];
            }
        }
        return second;
    }

    private double[] filtered(double[] error) {
        double[] there = new double[size];
        try {
            equations.slopes(t, sum(y, error), there);
        } catch (ArithmeticException e) {
            obstacle = e;
            return error;
        }
        return stages.error(there);
    }

    /** By which factor the next step may be longer. */
    private double growth(double error) {
        double power = -1.0 / RadauTableau.ERROR_POWER;
        double factor = Math.pow(error, power);
        if (lastStep != 0) {
            factor = Math.min(factor, factor * h / lastStep * Math.pow(error / lastError, power));
        }
        double safety = 0.9 * 25 / (24 + stages.iterations());
        return Math.min(FASTEST_GROWTH, safety * factor);
    }

    private CollocationStep accepted(double[] next, double error, double factor) {
        CollocationStep step = new CollocationStep(t, h, y, stages.increments());
        t = h == end - t ? end : t + h;
        y = next;
        equations.slopes(t, y, slope);
        obstacle = null;
        stepsBeyondEdge += Math.abs(h) * steepness() > StiffnessTest.EDGE ? 1 : 0;
        lastStep = h;
        lastError = Math.max(error, 1e-2);
        freshJacobian = stages.iterations() > 2 && stages.rate() > GOOD_RATE;
        if (freshJacobian) {
            equations.jacobian(t, y, jacobian);
        }
        if (freshJacobian || factor < 1 || factor > LEAST_CHANGE) {
            h *= factor;
            factored = false;
        }
        return step;
    }

    /** The largest row sum of the Jacobian, a bound for its eigenvalues. */
    private double steepness() {
        double largest = 0;
        for (double[] row : jacobian) {
            double sum = 0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** Whether it made steps for which an explicit method is not stable. */
    boolean isBeyondEdge() {
        return stepsBeyondEdge >= StiffnessTest.ENOUGH;
    }

    private double[] scale(double[] from, double[] to) {
        double[] scale = new double[size];
        for (int j = 0; j < size; j++) {
            scale[j] = tolerance.of(j, Math.max(Math.abs(from[j]), Math.abs(to[j])));
        }
        return scale;
    }

    private static double norm(double[] vector, double[] scale) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            double scaled = vector[j] / scale[j];
            sum += scaled * scaled;
        }
        return Math.sqrt(sum / vector.length);
    }
}
