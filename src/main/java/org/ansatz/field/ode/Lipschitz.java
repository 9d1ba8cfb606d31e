package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.RightSide;

/** Where the right-hand side is infinitely steep in an unknown, more than one solution can start. */
final class Lipschitz {

    private static final double NEAR = 1e-6;
    private static final double NEARER = 1e-12;
    private static final double STEEPER = 100;

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
            double near = quotient(rightSide, start, initial, i, NEAR, slopes);
            double nearer = quotient(rightSide, start, initial, i, NEARER, slopes);
            if (nearer > STEEPER * Math.max(1, near)) {
                throw new ArithmeticException(
                        "the solution is not unique: at the start the slope is infinitely steep in "
                                + "the unknown (it fails Lipschitz's condition)");
            }
        }
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
