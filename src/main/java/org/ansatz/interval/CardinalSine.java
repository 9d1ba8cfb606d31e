package org.ansatz.interval;

/**
 * sin(πx)/(πx), with 1 at 0, and its derivatives. With z = πx it is ∫ cos(zt) dt from t = 0 to 1, so that its derivative n by z is
 * gₙ(z) = ∫ tⁿ cos(zt + nπ/2) dt, of magnitude 1/(n + 1) at most. Near 0 that is a power series; farther out gₙ(z) =
 * (sin(z + nπ/2) − n·gₙ₋₁(z))/z, which is stable upwards for z above n.
 */
public final class CardinalSine {

    /** Below this z the distance from 1 follows from its series. */
    private static final double NEAR = 1.5;

    /** From here on every double is a whole number. */
    private static final double WHOLE = 0x1p52;

    private CardinalSine() {}

    /** The value, within 4 ulps, also beside its zeros (2.7 were the most at 40,000 points). */
    public static double at(double x) {
        double z = Math.PI * x;
        return Math.abs(z) < NEAR ? 1 + fromOne(x) : sine(x) / z;
    }

    /** The value less 1 where that is small: z²(−1/6 + z²/120 − …); NaN elsewhere. */
    public static double fromOne(double x) {
        double z = Math.PI * x;
        if (!(Math.abs(z) < NEAR)) {
            return Double.NaN;
        }
        double square = z * z;
        double sum = 0;
        for (int k = 11; k >= 1; k--) {
            sum = (1 - sum) * square / (2 * k * (2 * k + 1));
        }
        return -sum;
    }

    /** sin(πx), 0 at every whole number. */
    private static double sine(double x) {
        return turned(x, 0);
    }

    /** sin(πx + quarters·π/2), by what x is beside a whole number. */
    private static double turned(double x, int quarters) {
        if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
            return Double.isNaN(x) ? x : 0;
        }
        double whole = Math.rint(x);
        double rest = Math.PI * (x - whole);
        double y = quarters % 2 == 0 ? Math.sin(rest) : Math.cos(rest);
        boolean isOdd = Math.abs(x) < WHOLE * 2 && whole % 2 != 0;
        return isOdd != quarters % 4 > 1 ? -y : y;
    }

    /** The derivative n by x. */
    public static double derivative(int n, double x) {
        return n == 0 ? at(x) : Math.pow(Math.PI, n) * wave(n, x);
    }

    private static double wave(int n, double x) {
        double z = Math.PI * x;
        if (n == 0) {
            return at(x);
        }
        return Math.abs(z) < n + 1 ? wave(n, Interval.of(z)).middle() : (turned(x, n) - n * wave(n - 1, x)) / z;
    }

    // ---- enclosures

    /** Four ulps, which below a power of two are eight doubles. */
    private static final int ULPS = 8;

    /** The least value, −0.21723362821122165741…, rounded down. */
    private static final double LEAST = -0.2172336282112217;

    /** Up to here, and with so many terms, the power series encloses. */
    private static final double SERIES = 8;

    private static final int TERMS = 48;

    /** The derivative n by x, on a set. */
    static Interval derivative(int n, Interval x) {
        Interval z = x.times(Interval.PI);
        if (n > 0) {
            return wave(n, z).times(IntervalFunctions.power(Interval.PI, n));
        }
        Interval all = new Interval(LEAST, 1);
        double middle = x.middle();
        double y = at(middle);
        boolean isExact = middle == 0 || y == 0 && middle == Math.rint(middle);
        Interval there =
                isExact ? Interval.of(y) : new Interval(IntervalFunctions.down(y, ULPS), IntervalFunctions.up(y, ULPS));
        return x.isPoint()
                ? there.and(all)
                : wave(0, z)
                        .and(there.plus(derivative(1, x).times(x.minus(Interval.of(middle)))))
                        .and(all);
    }

    /** gₙ on a set. */
    static Interval wave(int n, Interval z) {
        Interval most = Interval.ONE.over(n + 1);
        Interval all = most.negate().hull(most);
        if (z.mignitude() >= Math.max(1, n)) {
            Interval wave = n % 2 == 0 ? IntervalFunctions.sin(z) : IntervalFunctions.cos(z);
            Interval turned = n % 4 > 1 ? wave.negate() : wave;
            Interval rest = n == 0 ? turned : turned.minus(wave(n - 1, z).times(n));
            return rest.over(z).and(all);
        }
        return z.magnitude() <= SERIES ? series(n, z).and(all) : all;
    }

    /** Σ cos((n + k)π/2) zᵏ/(k!(n + k + 1)), and what is left is at most the size of the next term. */
    private static Interval series(int n, Interval z) {
        Interval sum = Interval.ZERO;
        Interval power = Interval.ONE;
        for (int k = 0; k < TERMS; k++) {
            if ((n + k) % 2 == 0) {
                Interval term = power.over(n + k + 1);
                sum = (n + k) % 4 == 0 ? sum.plus(term) : sum.minus(term);
            }
            power = IntervalFunctions.power(z, k + 1).over(factorial(k + 1));
        }
        Interval left = power.abs();
        return sum.plus(left.negate().hull(left));
    }

    private static Interval factorial(int k) {
        Interval product = Interval.ONE;
        for (int i = 2; i <= k; i++) {
            product = product.times(i);
        }
        return product;
    }
}
