package org.ansatz.route.gradient.numeric;

/**
 * ln(1 + x) of many numbers from −1/2 to 1, to 3 units in the last place.
 *
 * <p>ln(1 + x) = 2·artanh s with s = x/(2 + x), |s| ≤ 1/3, by its series to s^33 (what is left out is below 1e-18 of it),
 * in a loop without a branch.
 */
public final class Log1p {

    private Log1p() {}

    /** Writes ln(1 + x) of the first {@code n} numbers of {@code x} to {@code y}, which is another array. */
    public static void of(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] / (2 + x[i]);
        }
        for (int i = 0; i < n; i++) {
            double s = y[i];
            double t = s * s;
            double t2 = t * t;
            double t4 = t2 * t2;
            double a = Math.fma(t2, Math.fma(t, 2.0 / 7, 2.0 / 5), t * (2.0 / 3));
            double b = Math.fma(t2, Math.fma(t, 2.0 / 15, 2.0 / 13), Math.fma(t, 2.0 / 11, 2.0 / 9));
            double c = Math.fma(t2, Math.fma(t, 2.0 / 23, 2.0 / 21), Math.fma(t, 2.0 / 19, 2.0 / 17));
            double d = Math.fma(t2, Math.fma(t, 2.0 / 31, 2.0 / 29), Math.fma(t, 2.0 / 27, 2.0 / 25));
            double series = Math.fma(t4, Math.fma(t4, Math.fma(t4, Math.fma(t4, 2.0 / 33, d), c), b), a);
            y[i] = Math.fma(s, series, 2 * s);
        }
    }
}
