package org.ansatz.gradcheck;

/**
 * How much the computed values of a smooth function scatter: high differences of values at close points, in which the
 * function itself cancels and its rounding does not (J. J. Moré and S. M. Wild, SIAM Journal on Scientific Computing 33,
 * 2011, 1292–1314, equation 3.1). A loss near its least value is small, and its rounding is that of the large numbers it is
 * made from.
 */
final class Noise {

    /** The order of the differences. */
    private static final int ORDER = 4;

    private static final int POINTS = ORDER + 4;

    /** By how much differences of that order amplify the variance of independent errors: the binomial of 2k over k. */
    private static final double AMPLIFICATION = 70;

    /** Rounding is counted with so many times its standard deviation, which so few values show only roughly. */
    private static final double BOUND = 16;

    /** The standard deviation of the rounding that every function may have, as a part of its value. */
    private static final double USUAL = 0x1p-49;

    /** How far apart the points are first, in largest steps; no power of two, at which rounding may happen to vanish. */
    private static final double APART = 1.37 * 0x1p-36;

    /** How much closer or wider the points are set next. */
    private static final double RATIO = 256;

    /** The widest setting, in largest steps. */
    private static final double WIDEST = 0x1p-10;

    private Noise() {}

    /**
     * A bound for the noise next to zero, where it is more than every function has. It is that of the side where it is less,
     * for a jump at zero itself is none; and that of the closer points, if their values are told apart, for a steep bend is
     * none either.
     *
     * @param grid how finely points can be told apart
     * @param largest the size of the largest step that is of interest
     * @return 0 if it is nothing unusual, or if there are no values on either side
     */
    static double near0(Differences.Line function, double grid, double largest) {
        double apart = Math.max(largest * APART, 4 * grid);
        Side above = Side.of(function, apart);
        while (above.noise == 0 && apart <= largest * WIDEST) {
            apart *= RATIO;
            above = Side.of(function, apart);
        }
        if (!above.isUnusual(above.noise)) {
            return 0;
        }
        double noise = less(above.noise, Side.of(function, -apart).noise);
        double closer = Side.of(function, Math.max(apart / RATIO, 4 * grid)).noise;
        noise = closer > 0 ? Math.min(noise, closer) : noise;
        return above.isUnusual(noise) ? BOUND * noise : 0;
    }

    private static double less(double above, double below) {
        return Double.isNaN(below) ? above : Math.min(above, below);
    }

    /**
     * Values on one side of zero.
     *
     * @param nearest the value nearest to it
     * @param noise the root mean square of what the differences show; 0 if all values are the same, NaN without values
     */
    private record Side(double nearest, double noise) {

        static Side of(Differences.Line function, double spacing) {
            double[] steps = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                steps[i] = (i + 1) * spacing;
            }
            double[] values = function.at(steps);
            for (int i = 0; i < POINTS; i++) {
                values[i] = Double.isFinite(values[i]) ? values[i] : value(function, steps[i]);
            }
            return new Side(values[0], scatter(values));
        }

        boolean isUnusual(double noise) {
            return noise > USUAL * Math.abs(nearest);
        }
    }

    private static double value(Differences.Line function, double at) {
        try {
            return function.at(at);
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    private static double scatter(double[] values) {
        double[] differences = values.clone();
        int left = POINTS;
        for (int order = 1; order <= ORDER; order++) {
            left--;
            for (int i = 0; i < left; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        double norm = 0;
        for (int i = 0; i < left; i++) {
            norm = Math.hypot(norm, differences[i]);
        }
        return norm / Math.sqrt(left * AMPLIFICATION);
    }
}
