package org.ansatz.gradient.numeric;

/** Sums, in eight parts that do not wait for each other. */
public final class Sum {

    private Sum() {}

    /** The sum of the first {@code n} numbers. */
    public static double of(double[] x, int n) {
        return of(x, 0, n);
    }

    /** The sum of the numbers from {@code from} to before {@code to}. */
    public static double of(double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        for (; i < to; i++) {
            a += x[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
