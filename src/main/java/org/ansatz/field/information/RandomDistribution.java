package org.ansatz.field.information;

import java.util.function.DoubleSupplier;

/**
 * Distributions drawn uniformly from the simplex: exponential variates divided by their sum (Devroye, Non-Uniform Random
 * Variate Generation, 1986, theorem V.2.2).
 */
public final class RandomDistribution {

    private RandomDistribution() {}

    /**
     * A distribution over {@code symbols} symbols, every probability positive.
     *
     * @param symbols at least 1
     * @param uniform gives numbers from 0 (included) to 1 (excluded)
     */
    public static double[] uniform(int symbols, DoubleSupplier uniform) {
        double[] p = new double[symbols];
        double total = 0;
        for (int i = 0; i < symbols; i++) {
            p[i] = exponential(uniform);
            total += p[i];
        }
        for (int i = 0; i < symbols; i++) {
            p[i] /= total;
        }
        return p;
    }

    /** Like {@link #uniform}, under the condition that the symbols {@code a} and {@code b} are equally likely. */
    public static double[] withEqual(int symbols, int a, int b, DoubleSupplier uniform) {
        double[] p = uniform(symbols, uniform);
        double half = (p[a] + p[b]) / 2;
        p[a] = half;
        p[b] = half;
        return p;
    }

    private static double exponential(DoubleSupplier uniform) {
        return -Math.log(1 - uniform.getAsDouble()) + Double.MIN_NORMAL;
    }
}
