package org.ansatz.probability;

import java.util.function.DoubleSupplier;
import org.ansatz.quantity.NoValue;

/**
 * All numbers between two, equally likely.
 *
 * @param low the least
 * @param high the greatest, above it
 */
public record Uniform(double low, double high) implements Continuous {

    /**
     * Checks the parameters.
     *
     * @throws NoValue if there is no such distribution
     */
    public Uniform {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new NoValue("a uniform distribution from " + low + " to " + high
                    + "; the first must be below the second, and both finite");
        }
    }

    @Override
    public double density(double x) {
        return x < low || x > high ? 0 : 1 / (high - low);
    }

    @Override
    public double below(double x) {
        return Math.max(0, Math.min(1, (x - low) / (high - low)));
    }

    @Override
    public double above(double x) {
        return Math.max(0, Math.min(1, (high - x) / (high - low)));
    }

    @Override
    public double mass(double a, double b) {
        return Math.max(0, Math.min(b, high) - Math.max(a, low)) / (high - low);
    }

    @Override
    public double[] knots() {
        return new double[] {low, high};
    }

    @Override
    public boolean isBoundedBelow() {
        return true;
    }

    @Override
    public boolean isBoundedAbove() {
        return true;
    }

    @Override
    public double draw(DoubleSupplier uniform) {
        return low + (high - low) * uniform.getAsDouble();
    }
}
