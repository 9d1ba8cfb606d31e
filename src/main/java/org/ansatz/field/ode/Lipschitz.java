package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.RightSide;

/** Where the right-hand side is infinitely steep in an unknown, more than one solution can start. */
final class Lipschitz {

    /** A slope of no more than this part of the fastest is rest. */
    private static final double REST = 1e-6;

    /** Changes of an unknown, relative to it or one, each a thousandth of the one before. */
    private static final double[] NEARER = {1e-6, 1e-9, 1e-12};

    /** Where unknown and slope are zero, so that nothing is rounded, far smaller ones tell a power from what is only steep. */
    private static final double[] NEAREST = {1e-6, 1e-60, 1e-114};

    /** A slope per change grows from each of these to the next by more than that only if it does without bounds. */
    private static final double STEEPER = 3;

    /** A change that is no larger than this part of the slope may be rounding. */
    private static final double ROUNDING = 1e-12;

    private static final int SAMPLES = 64;
    private static final int HALVINGS = 60;

    private Lipschitz() {}

    /**
     * Requires that slopes per change of an unknown stay bounded as the change becomes small.
     *
     * @throws ArithmeticException if they do not
     */
    static void require(RightSide rightSide, double start, double[] initial) {
        double[] slopes = new double[initial.length];
        rightSide.slopes(start, initial, slopes);
        for (int i = 0; i < initial.length; i++) {
            if (isInfinitelySteep(rightSide, start, initial, i, slopes)) {
                throw new ArithmeticException(
                        "the solution is not unique: at the start the slope is infinitely steep in "
                                + "the unknown (it fails Lipschitz's condition)");
            }
        }
    }

    /**
     * Requires that a solution stays the only one where a component passes zero: if it comes to rest there, and the slope is
     * infinitely steep in it, it may as well stay.
     *
     * @throws ArithmeticException if it may
     */
    static void requireAlong(RightSide rightSide, Trajectory solution) {
        double span = solution.end() - solution.start();
        double[] before = solution.at(solution.start());
        double[] slopes = new double[before.length];
        double[] fastest = new double[before.length];
        for (int i = 1; i <= SAMPLES; i++) {
            double from = solution.start() + span * (i - 1) / SAMPLES;
            double to = i == SAMPLES ? solution.end() : solution.start() + span * i / SAMPLES;
            double[] after = solution.at(to);
            rightSide.slopes(to, after, slopes);
            for (int j = 0; j < after.length; j++) {
                fastest[j] = Math.max(fastest[j], Math.abs(slopes[j]));
                if (before[j] * after[j] < 0) {
                    requireAtZero(rightSide, solution, j, from, to, fastest[j]);
                }
            }
            before = after;
        }
    }

    private static void requireAtZero(
            RightSide rightSide, Trajectory solution, int component, double from, double to, double fastest) {
        double low = from;
        double high = to;
        double sign = Math.signum(solution.at(from)[component]);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(solution.at(middle)[component]) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] there = solution.at(high);
        there[component] = 0;
        double[] slopes = new double[there.length];
        rightSide.slopes(high, there, slopes);
        if (Math.abs(slopes[component]) <= REST * fastest
                && isInfinitelySteep(rightSide, high, there, component, slopes)) {
            throw new ArithmeticException("the solution is not unique from t = " + high
                    + " on: it comes to rest there, where the slope is infinitely steep in the unknown (it fails Lipschitz's"
                    + " condition)");
        }
    }

    /** Whether some slope per change of one unknown grows without bounds; y·ln y grows so slowly that solutions are unique. */
    private static boolean isInfinitelySteep(
            RightSide rightSide, double t, double[] y, int component, double[] slopes) {
        double[][] near = changes(rightSide, t, y, component, NEARER, slopes);
        double[][] nearest = y[component] == 0 ? changes(rightSide, t, y, component, NEAREST, slopes) : near;
        for (int i = 0; i < slopes.length; i++) {
            boolean isExact = y[component] == 0 && slopes[i] == 0;
            if (isExact ? grows(nearest, NEAREST, i) : grows(near, NEARER, i) && !isRounding(near, i, slopes[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean grows(double[][] changes, double[] steps, int i) {
        for (int k = 1; k < steps.length; k++) {
            if (!(changes[k][i] / steps[k] > STEEPER * (changes[k - 1][i] / steps[k - 1]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRounding(double[][] changes, int i, double slope) {
        return changes[changes.length - 1][i] <= ROUNDING * Math.abs(slope);
    }

    /** The largest change of each slope on either side for each change of one unknown; nothing where the slope has no value. */
    private static double[][] changes(
            RightSide rightSide, double t, double[] initial, int index, double[] steps, double[] slopes) {
        double[][] largest = new double[steps.length][slopes.length];
        double[] moved = new double[slopes.length];
        for (int k = 0; k < steps.length; k++) {
            for (int side = 1; side >= -1; side -= 2) {
                double[] y = initial.clone();
                y[index] += side * steps[k] * Math.max(1, Math.abs(initial[index]));
                try {
                    rightSide.slopes(t, y, moved);
                } catch (ArithmeticException e) {
                    continue;
                }
                for (int i = 0; i < moved.length; i++) {
                    largest[k][i] = Math.max(largest[k][i], Math.abs(moved[i] - slopes[i]));
                }
            }
        }
        return largest;
    }
}
