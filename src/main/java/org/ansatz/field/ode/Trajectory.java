package org.ansatz.field.ode;

import java.util.Arrays;

/** A solution between its start and the point it was integrated to. Not for use by several threads at once. */
public final class Trajectory {

    private final Course course;
    private final double start;
    private final double[] initial;
    private final double end;
    private final double[] last;
    private final Difficulty difficulty;
    private final int evaluations;
    private final int jacobians;

    /** The solution between its ends. */
    interface Course {
        /** The state at {@code t}. */
        double[] at(double t);

        /** Where its steps end, the last included, in the order in which they were made. */
        double[] steps();

        /** Where something jumps or has a kink between its ends. */
        default double[] corners() {
            return new double[0];
        }
    }

    /** What kept the explicit method from finding the solution; if there is anything, it was found by the implicit one. */
    public enum Difficulty {
        /** Nothing: the solution is from the Dormand–Prince method of order 8(5,3). */
        NONE(""),
        /** The explicit method's steps were bound by its stability, far below what the solution asks for. */
        STIFF("the equations are stiff; they were integrated by an implicit method, Radau IIA of order 9"),
        /** The explicit method's stages left the region in which the right-hand side has values. */
        UNDEFINED_NEARBY(
                "beside the solution the equations have no value or grow without bounds; they were integrated by an "
                        + "implicit method, Radau IIA of order 9");

        private final String description;

        Difficulty(String description) {
            this.description = description;
        }

        /** A sentence for the reader; empty if there is nothing to say. */
        public String description() {
            return description;
        }
    }

    Trajectory(
            Course course,
            double start,
            double[] initial,
            double end,
            double[] last,
            Difficulty difficulty,
            CountedSlopes work) {
        this.course = course;
        this.start = start;
        this.initial = initial.clone();
        this.end = end;
        this.last = last.clone();
        this.difficulty = difficulty;
        evaluations = work.evaluations();
        jacobians = work.jacobians();
    }

    /** Where it begins. */
    public double start() {
        return start;
    }

    /** Where it ends; before the start if it was integrated backwards. */
    public double end() {
        return end;
    }

    /** Why it was found by the implicit method, if it was. */
    public Difficulty difficulty() {
        return difficulty;
    }

    /** How often the right-hand side was evaluated, in attempts that were given up as well. */
    public int evaluations() {
        return evaluations;
    }

    /** How often its Jacobian was. */
    public int jacobians() {
        return jacobians;
    }

    /** Where its steps end, the last included, in the order in which they were made. */
    double[] stepsInOrder() {
        return course.steps().clone();
    }

    /** Where its steps end, in ascending order. */
    double[] steps() {
        double[] steps = stepsInOrder();
        Arrays.sort(steps);
        return steps;
    }

    /** Where something jumps or has a kink. */
    double[] corners() {
        return course.corners();
    }

    /** Whether {@code t} lies between start and end. */
    public boolean covers(double t) {
        return t >= Math.min(start, end) && t <= Math.max(start, end);
    }

    /**
     * The solution at {@code t}, where it jumps just after, between steps: interpolated to order 7, or by an implicit step from the one before.
     *
     * @throws IllegalArgumentException if {@code t} is not covered
     */
    public double[] at(double t) {
        if (!covers(t)) {
            throw new IllegalArgumentException("t = " + t + " lies outside the solution, " + start + " to " + end);
        }
        return t == start ? initial.clone() : t == end ? last.clone() : course.at(t);
    }
}
