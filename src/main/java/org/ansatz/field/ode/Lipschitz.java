package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.RightSide;

/** Where the right-hand side is infinitely steep in an unknown, more than one solution can start. */
final class Lipschitz {

    private static final double NEAR = 1e-6;
    private static final double NEARER = 1e-12;
    private static final double STEEPER = 100;
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
        if (Math.abs(slopes[component]) <= NEAR * fastest
                && isInfinitelySteep(rightSide, high, there, component, slopes)) {
            throw new ArithmeticException("the solution is not unique from t = " + high
                    + " on: it comes to rest there, where the slope is infinitely steep in the unknown (it fails Lipschitz's"
                    + " condition)");
        }
    }

    private static boolean isInfinitelySteep(
            RightSide rightSide, double t, double[] y, int component, double[] slopes) {
        double near = quotient(rightSide, t, y, component, NEAR, slopes);
        double nearer = quotient(rightSide, t, y, component, NEARER, slopes);
        return nearer > STEEPER * Math.max(1, near);
    }

    /** The largest change of a slope per change of one unknown; nothing where the slope has no value. */
    private static double quotient(
            RightSide rightSide, double start, double[] initial, int index, double relative, double[] slopes) {
        double step = relative * Math.max(1, Math.abs(initial[index]));
        double[] moved = new double[initial.length];
        double largest = 0;
        for (int side = 1; side >= -1; side -= 2) {
            double[] y = initial.clone();
            y[index] += side * step;
            try {
                rightSide.slopes(start, y, moved);
            } catch (ArithmeticException e) {
                continue;
            }
            for (int i = 0; i < moved.length; i++) {
                largest = Math.max(largest, Math.abs(moved[i] - slopes[i]) / step);
            }
        }
        return largest;
    }
}
