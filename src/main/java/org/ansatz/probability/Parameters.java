package org.ansatz.probability;

import org.ansatz.quantity.NoValue;

/** What the parameters of distributions must be. */
final class Parameters {

    private Parameters() {}

    static void requirePositive(String what, double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            throw new NoValue("a " + what + " of " + x + "; it must be positive and finite");
        }
    }

    static void requireFinite(String what, double x) {
        if (!Double.isFinite(x)) {
            throw new NoValue("a " + what + " of " + x + "; it must be finite");
        }
    }

    static double[] moved(double[] knots, double by, double scale) {
        double[] moved = new double[knots.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = by + scale * knots[i];
        }
        return moved;
    }
}
