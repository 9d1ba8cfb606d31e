package org.ansatz.route.gradient.numeric;

/** Sums, in four parts that do not wait for each other. */
public final class Sum {

    private Sum() {}

    /** The sum of the first {@code n} numbers. */
    public static double of(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }
}
