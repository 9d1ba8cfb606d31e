package org.ansatz.probability;

import java.util.function.DoubleSupplier;
import org.ansatz.quantity.NoValue;

/**
 * The time to the first event of a Poisson process.
 *
 * @param rate events in a unit of time, positive; the mean is 1/rate
 */
public record Exponential(double rate) implements Continuous {

    private static final double[] KNOTS = {0, 1, 4, 16, 64, 256, 700};

    /**
     * Checks the parameter.
     *
     * @throws NoValue if there is no such distribution
     */
    public Exponential {
        Parameters.requirePositive("rate", rate);
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : rate * Math.exp(-rate * x);
    }

    @Override
    public double below(double x) {
        return x <= 0 ? 0 : -Math.expm1(-rate * x);
    }

    @Override
    public double above(double x) {
        return x <= 0 ? 1 : Math.exp(-rate * x);
    }

    @Override
    public double mass(double a, double b) {
        double from = Math.max(0, a);
        return b <= from ? 0 : -Math.exp(-rate * from) * Math.expm1(-rate * (b - from));
    }

    @Override
    public double[] knots() {
        return Parameters.moved(KNOTS, 0, 1 / rate);
    }

    @Override
    public boolean isBoundedBelow() {
        return true;
    }

    @Override
    public boolean isBoundedAbove() {
        return false;
    }

    @Override
    public double draw(DoubleSupplier uniform) {
        return -Math.log(1 - uniform.getAsDouble()) / rate;
    }
}
