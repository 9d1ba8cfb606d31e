package org.ansatz.gradient.numeric;

import java.util.Arrays;

/**
 * The exponential of many numbers, to 2 units in the last place: several times as fast as that of the JDK, which takes one at
 * a time.
 *
 * <p>x = k·ln 2 + r with |r| ≤ (ln 2)/2, e^r by a polynomial, and 2^k by putting k where a double has its exponent. Series and
 * powers of two are loops of their own, without a branch, over plain arrays that share one index: only so does the compiler
 * see that they do not overlap, and turn arithmetic into vector instructions. It does not do so for what changes between
 * doubles and their bits; that loop is kept to four operations on integers.
 */
final class Exponential {

    /** The exponential of anything below is 0 in double precision. */
    static final double LEAST = -750;

    private static final double LOG2_E = 1 / Math.log(2);
    private static final double LN2_HIGH = 0x1.62e42feep-1; // 32 bits, so that k·LN2_HIGH is exact
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** What a double's exponent field is above its exponent. */
    private static final int BIAS = 1023;

    /** Adding it rounds to an integer, which then stands, with the bias, in the last bits. */
    private static final double ROUNDING = 0x1.8p52 + BIAS;

    /** Exponents k from −480 to 31 are moderate: nine bits after this is added to the bits of what was rounded. */
    private static final long LEAST_MODERATE = 480 - Double.doubleToRawLongBits(ROUNDING);

    private static final int MODERATE_BITS = 9;

    // (e^r − 1 − r)/r² with the least largest error on |r| ≤ (ln 2)/2 (Remez): 4e-18 of e^r.
    private static final double P0 = 0x1.000000000000ap-1;
    private static final double P1 = 0x1.55555555554fap-3;
    private static final double P2 = 0x1.555555555087dp-5;
    private static final double P3 = 0x1.1111111127be7p-7;
    private static final double P4 = 0x1.6c16c1842a0fep-10;
    private static final double P5 = 0x1.a01a012a570b9p-13;
    private static final double P6 = 0x1.a0199a0c692ebp-16;
    private static final double P7 = 0x1.71df2553cec9cp-19;
    private static final double P8 = 0x1.28ad72cc3a3d0p-22;
    private static final double P9 = 0x1.ad7f6c636616bp-26;

    private Exponential() {}

    /**
     * Writes e^(x − shift) of the numbers from {@code from} to before {@code to} to the same places of {@code y}, if all
     * differences are from −333 to 21.
     *
     * @param y another array than {@code x}
     * @return whether they are; if not, nothing of use was written
     */
    static boolean moderate(double[] x, double shift, double[] y, int from, int to) {
        round(x, shift, y, from, to);
        boolean moderate = raise(y, from, to);
        if (moderate) {
            timesSeries(x, shift, y, from, to);
        }
        return moderate;
    }

    /**
     * Writes e^x of the first {@code n} numbers of {@code x} to {@code y}.
     *
     * @param x not positive, or NaN, of which the exponential is NaN; may be overwritten
     * @param y another array than {@code x}
     */
    static void of(double[] x, double[] y, int n) {
        if (!moderate(x, 0, y, 0, n)) {
            ofAny(x, y, n);
        }
    }

    private static void ofAny(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], LEAST);
        }
        Arrays.fill(y, 0, n, 1);
        timesSeries(x, 0, y, 0, n);
        for (int i = 0; i < n; i++) {
            y[i] = Math.scalb(y[i], (int) (Math.fma(x[i], LOG2_E, ROUNDING) - ROUNDING));
        }
    }

    private static void round(double[] x, double shift, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(x[i] - shift, LOG2_E, ROUNDING);
        }
    }

    /** Replaces what was rounded by 2^k; whether each k is moderate. */
    private static boolean raise(double[] y, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(y[i]);
            seen |= bits + LEAST_MODERATE;
            y[i] = Double.longBitsToDouble(bits << 52);
        }
        return seen >>> MODERATE_BITS == 0;
    }

    private static void timesSeries(double[] x, double shift, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            double d = x[i] - shift;
            double k = Math.fma(d, LOG2_E, ROUNDING) - ROUNDING;
            double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, d));
            double r2 = r * r;
            double r4 = r2 * r2;
            double low = Math.fma(r2, Math.fma(r, P1, P0), 1 + r);
            double middle = Math.fma(r2, Math.fma(r, P5, P4), Math.fma(r, P3, P2));
            double high = Math.fma(r2, Math.fma(r, P9, P8), Math.fma(r, P7, P6));
            y[i] *= Math.fma(r4, Math.fma(r4, high, middle), low);
        }
    }
}
