package org.ansatz.probability;

import java.util.function.DoubleSupplier;
import org.ansatz.interval.ErrorFunction;
import org.ansatz.quantity.NoValue;

/**
 * The normal distribution (A. Papoulis, Probability, Random Variables, and Stochastic Processes, 4th ed., eq. 4-43).
 *
 * @param mean in any unit
 * @param deviation the standard deviation, in the same unit, positive
 */
public record Normal(double mean, double deviation) implements Continuous {

    private static final double[] KNOTS = {-38.5, -16, -8, -4, -2, 0, 2, 4, 8, 16, 38.5};

    /** Up to here the rule of five points, whose error goes with the tenth derivative, is good to rounding. */
    private static final double CLOSE = 0.05;

    private static final double[] NODES = {0, 0.5384693101056830910363144, 0.9061798459386639927976269};
    private static final double[] WEIGHTS = {
        0.5688888888888888888888889, 0.4786286704993664680412915, 0.2369268850561890875142640
    };

    /**
     * Checks the parameters.
     *
     * @throws NoValue if there is no such distribution
     */
    public Normal {
        Parameters.requirePositive("standard deviation", deviation);
        Parameters.requireFinite("mean", mean);
    }

    @Override
    public double density(double x) {
        double z = (x - mean) / deviation;
        return ErrorFunction.DENSITY * Math.exp(-z * z / 2) / deviation;
    }

    @Override
    public double below(double x) {
        return ErrorFunction.tail((mean - x) / deviation);
    }

    @Override
    public double above(double x) {
        return ErrorFunction.tail((x - mean) / deviation);
    }

    /** Between points that are close a difference of tails would lose its digits: there the density is integrated by five points. */
    @Override
    public double mass(double a, double b) {
        double half = (b - a) / 2;
        double middle = a + half;
        if (half / deviation * Math.max(1, Math.abs(middle - mean) / deviation) > CLOSE) {
            return Continuous.super.mass(a, b);
        }
        double sum = WEIGHTS[0] * density(middle);
        for (int i = 1; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (density(middle - half * NODES[i]) + density(middle + half * NODES[i]));
        }
        return half * sum;
    }

    @Override
    public double[] knots() {
        return Parameters.moved(KNOTS, mean, deviation);
    }

    @Override
    public boolean isBoundedBelow() {
        return false;
    }

    @Override
    public boolean isBoundedAbove() {
        return false;
    }

    /** By the polar method (G. Marsaglia and T. A. Bray, SIAM Review 6, 1964), which knows nothing of the error function. */
    @Override
    public double draw(DoubleSupplier uniform) {
        while (true) {
            double u = 2 * uniform.getAsDouble() - 1;
            double v = 2 * uniform.getAsDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return mean + deviation * u * Math.sqrt(-2 * Math.log(s) / s);
            }
        }
    }
}
