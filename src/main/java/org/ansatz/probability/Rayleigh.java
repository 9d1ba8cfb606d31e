package org.ansatz.probability;

import java.util.function.DoubleSupplier;
import org.ansatz.quantity.NoValue;

/**
 * The length of two independent normal variables of mean zero (Papoulis, eq. 6-70): the amplitude of a fading signal.
 *
 * @param scale the standard deviation of each of the two, positive; the mean square is twice its square
 */
public record Rayleigh(double scale) implements Continuous {

    private static final double[] KNOTS = {0, 1, 2, 4, 8, 16, 37.2};

    /**
     * Checks the parameter.
     *
     * @throws NoValue if there is no such distribution
     */
    public Rayleigh {
        Parameters.requirePositive("scale", scale);
    }

    @Override
    public double density(double x) {
        double z = x / scale;
        return x < 0 ? 0 : z * Math.exp(-z * z / 2) / scale;
    }

    @Override
    public double below(double x) {
        double z = Math.max(0, x) / scale;
        return -Math.expm1(-z * z / 2);
    }

    @Override
    public double above(double x) {
        double z = Math.max(0, x) / scale;
        return Math.exp(-z * z / 2);
    }

    @Override
    public double mass(double a, double b) {
        double from = Math.max(0, a) / scale;
        double to = Math.max(0, b) / scale;
        return to <= from ? 0 : -Math.exp(-from * from / 2) * Math.expm1((from - to) * (from + to) / 2);
    }

    @Override
    public double[] knots() {
        return Parameters.moved(KNOTS, 0, scale);
    }

    @Override
    public boolean isBoundedBelow() {
        return true;
    }

    @Override
    public boolean isBoundedAbove() {
        return false;
    }

    /** The length of two normal numbers, as it is defined. */
    @Override
    public double draw(DoubleSupplier uniform) {
        Normal each = new Normal(0, scale);
        return Math.hypot(each.draw(uniform), each.draw(uniform));
    }
}
