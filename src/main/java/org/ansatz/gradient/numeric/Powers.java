package org.ansatz.gradient.numeric;

import java.util.Arrays;

/** Powers of many numbers from 0 to 1. */
public final class Powers {

    private static final int MAX_PRODUCTS = 8;

    private Powers() {}

    /**
     * Writes x^power of the first {@code n} numbers to {@code y}; 0^0 is 1.
     *
     * @param power not negative
     * @param y another array than {@code x}
     */
    public static void of(double[] x, double power, double[] y, int n) {
        if (power == Math.rint(power) && power <= MAX_PRODUCTS) {
            products(x, (int) power, y, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[i] = Math.pow(x[i], power);
        }
    }

    /**
     * The same where −ln x is known, and so an exponential will do.
     *
     * @param y another array than the others
     * @param work another one, which is overwritten
     */
    public static void of(double[] x, double[] minusLog, double power, double[] y, double[] work, int n) {
        if (power == Math.rint(power) && power <= MAX_PRODUCTS) {
            products(x, (int) power, y, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            work[i] = -power * minusLog[i];
        }
        Exponential.of(work, y, n);
    }

    private static void products(double[] x, int power, double[] y, int n) {
        Arrays.fill(y, 0, n, 1);
        for (int k = 0; k < power; k++) {
            for (int i = 0; i < n; i++) {
                y[i] *= x[i];
            }
        }
    }
}
