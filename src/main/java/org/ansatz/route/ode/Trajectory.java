package org.ansatz.route.ode;

import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.jspecify.annotations.Nullable;

/** A solution between its start and the point it was integrated to. Not for use by several threads at once. */
public final class Trajectory {

    private final @Nullable ContinuousOutputModel output;
    private final double start;
    private final double[] initial;
    private final double end;
    private final int evaluations;

    Trajectory(@Nullable ContinuousOutputModel output, double start, double[] initial, double end, int evaluations) {
        this.output = output;
        this.start = start;
        this.initial = initial.clone();
        this.end = end;
        this.evaluations = evaluations;
    }

    static Trajectory point(double start, double[] initial) {
        return new Trajectory(null, start, initial, start, 0);
    }

    /** Where it begins. */
    public double start() {
        return start;
    }

    /** Where it ends; before the start if it was integrated backwards. */
    public double end() {
        return end;
    }

    /** How often the right-hand side was evaluated. */
    public int evaluations() {
        return evaluations;
    }

    /** Whether {@code t} lies between start and end. */
    public boolean covers(double t) {
        return t >= Math.min(start, end) && t <= Math.max(start, end);
    }

    /**
     * The solution at {@code t}, interpolated to order 7 between steps.
     *
     * @throws IllegalArgumentException if {@code t} is not covered
     */
    public double[] at(double t) {
        if (!covers(t)) {
            throw new IllegalArgumentException("t = " + t + " lies outside the solution, " + start + " to " + end);
        }
        if (output == null || t == start) {
            return initial.clone();
        }
        output.setInterpolatedTime(t);
        return output.getInterpolatedState().clone();
    }
}
