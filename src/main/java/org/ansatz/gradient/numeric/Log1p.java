package org.ansatz.gradient.numeric;

/**
 * ln(1 + x) of many numbers from −1/2 to 1, to 3 units in the last place.
 *
 * <p>ln(1 + x) = 2·artanh s with s = x/(2 + x), |s| ≤ 1/3, by a polynomial in s², in loops without a branch that the compiler
 * turns into vector instructions.
 */
public final class Log1p {

    // 2 (artanh(s)/s − 1)/s² by t = s², with the least largest error on 0 ≤ t ≤ 1/9 (Remez): 2e-18 of the logarithm.
    private static final double Q0 = 0x1.5555555555535p-1;
    private static final double Q1 = 0x1.99999999a084fp-2;
    private static final double Q2 = 0x1.2492492084e15p-2;
    private static final double Q3 = 0x1.c71c741fe0bb1p-3;
    private static final double Q4 = 0x1.745cb38e82e9bp-3;
    private static final double Q5 = 0x1.3b1de44e3bdacp-3;
    private static final double Q6 = 0x1.106758477f968p-3;
    private static final double Q7 = 0x1.efde93f95d214p-4;
    private static final double Q8 = 0x1.55976e2a7f3b4p-4;
    private static final double Q9 = 0x1.5c8f0eb0b8000p-3;

    private Log1p() {}

    /** Writes ln(1 + x) of the first {@code n} numbers of {@code x} to {@code y}, which is another array. */
    public static void of(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] / (2 + x[i]);
        }
        twiceArtanh(y, n);
    }

    /** Replaces the first {@code n} numbers s of an array, from −1/3 to 1/3, by 2·artanh s. */
    static void twiceArtanh(double[] s, int n) {
        for (int i = 0; i < n; i++) {
            double t = s[i] * s[i];
            double t2 = t * t;
            double even = Math.fma(t2, Q8, Q6);
            even = Math.fma(t2, even, Q4);
            even = Math.fma(t2, even, Q2);
            even = Math.fma(t2, even, Q0);
            double odd = Math.fma(t2, Q9, Q7);
            odd = Math.fma(t2, odd, Q5);
            odd = Math.fma(t2, odd, Q3);
            odd = Math.fma(t2, odd, Q1);
            s[i] = Math.fma(s[i] * t, Math.fma(t, odd, even), 2 * s[i]);
        }
    }
}
