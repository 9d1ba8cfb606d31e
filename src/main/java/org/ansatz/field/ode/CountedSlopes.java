package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.DifferentiableRightSide;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.jspecify.annotations.Nullable;

/** A right-hand side that counts how often it is evaluated, and refuses values that are not finite. */
final class CountedSlopes implements RightSide {

    /** A second half of the evaluations that leads no farther than this part of the way leads nowhere. */
    private static final double HELD = 1e-3;

    private final RightSide rightSide;
    private int evaluations;
    private int jacobians;
    private final double start;
    private double at;
    private double halfway;
    private @Nullable Leg leg;

    CountedSlopes(RightSide rightSide, double start) {
        this.rightSide = rightSide;
        this.start = start;
        at = start;
        halfway = start;
    }

    /** From now on the right-hand side is that of this leg, at its ends as well. */
    void within(Leg next) {
        leg = next;
    }

    private double inside(double t) {
        return leg == null ? t : leg.inside(t);
    }

    @Override
    public void slopes(double t, double[] y, double[] slopes) {
        evaluations++;
        at = t;
        if (evaluations == InitialValueProblem.MAX_EVALUATIONS / 2) {
            halfway = t;
        }
        rightSide.slopes(inside(t), y, slopes);
        requireFinite(slopes, t);
    }

    /** Writes the Jacobian; by differences, which count as evaluations, if the right-hand side does not know it. */
    void jacobian(double t, double[] y, double[][] jacobian) {
        jacobians++;
        if (rightSide instanceof DifferentiableRightSide) {
            ((DifferentiableRightSide) rightSide).jacobian(inside(t), y, jacobian);
        } else {
            Differences.jacobian(this, t, y, jacobian);
        }
        for (double[] row : jacobian) {
            requireFinite(row, t);
        }
    }

    private static void requireFinite(double[] values, double t) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException("the right-hand side is not finite at t = " + t);
            }
        }
    }

    /**
     * Bounds the work.
     *
     * @throws ArithmeticException if there were more evaluations than one integration may take
     */
    void requireFew() {
        if (evaluations > InitialValueProblem.MAX_EVALUATIONS) {
            throw tooMany();
        }
    }

    /** What keeps it from ending; if nearly all of the way was made with the first half of the evaluations, that is the place. */
    ArithmeticException tooMany() {
        boolean isHeld = Math.abs(at - halfway) <= HELD * Math.abs(at - start);
        if (isHeld) {
            return InitialValueProblem.stopped(at);
        }
        return new ArithmeticException("more than " + InitialValueProblem.MAX_EVALUATIONS + " evaluations up to t = "
                + at + ": the interval is long for its oscillations");
    }

    int evaluations() {
        return evaluations;
    }

    int jacobians() {
        return jacobians;
    }

    /** Where it was evaluated last. */
    double at() {
        return at;
    }
}
