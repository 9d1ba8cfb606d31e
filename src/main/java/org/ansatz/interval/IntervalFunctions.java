package org.ansatz.interval;

/**
 * Enclosures of the elementary functions. Java's own stay within one unit in the last place of the true value (2.5 for the
 * hyperbolic ones, 2 for the angle of a point; {@link Math}), so that widening their results by a few neighbouring doubles
 * encloses it. Where an argument leaves the domain, what is left inside counts; the caller says that something was left out.
 */
final class IntervalFunctions {

    /** Steps by which a result of {@link Math} is widened: its error, and one more at a power of two, where ulps change. */
    private static final int ULPS = 2;

    private static final int ULPS_OF_HYPERBOLIC = 4;

    /** Of what is put together here from several functions; held against a library of many digits by the tests. */
    private static final int ULPS_OF_COMPOSED = 6;

    /** Of {@link ErrorFunction}: five ulps, which below a power of two are ten doubles. */
    private static final int ULPS_OF_GAUSSIAN = 10;

    private IntervalFunctions() {}

    static double down(double x, int steps) {
        double below = x;
        for (int i = 0; i < steps; i++) {
            below = Math.nextDown(below);
        }
        return below;
    }

    static double up(double x, int steps) {
        return -down(-x, steps);
    }

    private static Interval widened(double low, double high, int steps) {
        return new Interval(down(low, steps), up(high, steps));
    }

    static Interval exp(Interval x) {
        double low = x.low() == 0 ? 1 : Math.max(0, down(Math.exp(x.low()), ULPS));
        return new Interval(Math.min(low, Double.MAX_VALUE), x.high() == 0 ? 1 : up(Math.exp(x.high()), ULPS));
    }

    /** Of what is positive; −∞ at zero. */
    static Interval log(Interval x) {
        return new Interval(logDown(x.low()), logUp(x.high()));
    }

    private static double logDown(double x) {
        return x <= 0 ? Double.NEGATIVE_INFINITY : x == 1 ? 0 : Math.min(down(Math.log(x), ULPS), Double.MAX_VALUE);
    }

    private static double logUp(double x) {
        return x == 1 ? 0 : x <= 0 ? Double.NEGATIVE_INFINITY : up(Math.log(x), ULPS);
    }

    /** Of what is above −1. */
    static Interval log1p(Interval x) {
        double low = x.low() <= -1 ? Double.NEGATIVE_INFINITY : x.low() == 0 ? 0 : down(Math.log1p(x.low()), ULPS);
        double high = x.high() == 0 ? 0 : up(Math.log1p(Math.max(-1, x.high())), ULPS);
        return new Interval(Math.min(low, Double.MAX_VALUE), high);
    }

    /**
     * An angle's zeros lie π apart, so that in a narrower interval the cosine's signs at both ends say whether the sine has
     * an extremum inside, and which; no multiple of π is computed, and an end of any size is right.
     */
    static Interval sin(Interval x) {
        return waved(x, true);
    }

    static Interval cos(Interval x) {
        return waved(x, false);
    }

    private static Interval waved(Interval x, boolean isSine) {
        if (!x.isBounded() || x.width() >= 2 * Math.PI) {
            return new Interval(-1, 1);
        }
        if (x.width() >= Math.PI) {
            double middle = x.middle();
            if (middle == x.low() || middle == x.high()) {
                return new Interval(-1, 1); // two neighbouring doubles, half a turn apart or more
            }
            return waved(new Interval(x.low(), middle), isSine).hull(waved(new Interval(middle, x.high()), isSine));
        }
        double from = isSine ? Math.sin(x.low()) : Math.cos(x.low());
        double to = isSine ? Math.sin(x.high()) : Math.cos(x.high());
        double slopeFrom = isSine ? Math.cos(x.low()) : -Math.sin(x.low());
        double slopeTo = isSine ? Math.cos(x.high()) : -Math.sin(x.high());
        double low = Math.max(-1, exactly(Math.min(from, to), x, isSine, false));
        double high = Math.min(1, exactly(Math.max(from, to), x, isSine, true));
        if (slopeFrom > 0 != slopeTo > 0 && !x.isPoint()) {
            return slopeFrom > 0 || slopeFrom == 0 && slopeTo < 0 ? new Interval(low, 1) : new Interval(-1, high);
        }
        return new Interval(low, high);
    }

    /** Widened, but for the one argument whose sine and cosine are doubles. */
    private static double exactly(double y, Interval x, boolean isSine, boolean upward) {
        boolean exact = x.low() == 0 && x.high() == 0;
        return exact ? (isSine ? 0 : 1) : upward ? up(y, ULPS) : down(y, ULPS);
    }

    /** All numbers where there is a pole inside. */
    static Interval tan(Interval x) {
        boolean pole = !x.isBounded() || x.width() >= Math.PI || Math.cos(x.low()) > 0 != Math.cos(x.high()) > 0;
        return pole
                ? Interval.ENTIRE
                : x.low() == 0 && x.high() == 0 ? Interval.ZERO : widened(Math.tan(x.low()), Math.tan(x.high()), ULPS);
    }

    static Interval sinh(Interval x) {
        return odd(x, Math.sinh(x.low()), Math.sinh(x.high()), ULPS_OF_HYPERBOLIC);
    }

    static Interval cosh(Interval x) {
        double low = x.contains(0) ? 1 : Math.max(1, down(Math.cosh(x.mignitude()), ULPS_OF_HYPERBOLIC));
        double high = x.magnitude() == 0 ? 1 : up(Math.cosh(x.magnitude()), ULPS_OF_HYPERBOLIC);
        return new Interval(Math.min(low, Double.MAX_VALUE), high);
    }

    static Interval tanh(Interval x) {
        Interval y = odd(x, Math.tanh(x.low()), Math.tanh(x.high()), ULPS_OF_HYPERBOLIC);
        return new Interval(Math.max(-1, y.low()), Math.min(1, y.high()));
    }

    /** A growing function that is 0 at 0. */
    private static Interval odd(Interval x, double from, double to, int steps) {
        double low = x.low() == 0 ? 0 : Math.min(down(from, steps), Double.MAX_VALUE);
        double high = x.high() == 0 ? 0 : Math.max(up(to, steps), -Double.MAX_VALUE);
        return new Interval(low, high);
    }

    /** Of what lies from −1 to 1. */
    static Interval asin(Interval x) {
        double from = Math.max(-1, Math.min(1, x.low()));
        double to = Math.min(1, Math.max(-1, x.high()));
        return odd(new Interval(from, to), Math.asin(from), Math.asin(to), ULPS);
    }

    /** Of what lies from −1 to 1. */
    static Interval acos(Interval x) {
        double from = Math.max(-1, Math.min(1, x.low()));
        double to = Math.min(1, Math.max(-1, x.high()));
        double low = to == 1 ? 0 : down(Math.acos(to), ULPS);
        return new Interval(Math.max(0, low), from == 1 ? 0 : up(Math.acos(from), ULPS));
    }

    static Interval atan(Interval x) {
        return odd(x, Math.atan(x.low()), Math.atan(x.high()), ULPS);
    }

    static Interval asinh(Interval x) {
        return odd(x, areaSine(x.low()), areaSine(x.high()), ULPS_OF_COMPOSED);
    }

    private static double areaSine(double x) {
        double size = Math.abs(x);
        double area = size > 0x1p28
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(area, x);
    }

    /** Of what is at least 1. */
    static Interval acosh(Interval x) {
        double from = Math.max(1, x.low());
        double to = Math.max(1, x.high());
        return odd(new Interval(from - 1, to - 1), areaCosine(from), areaCosine(to), ULPS_OF_COMPOSED);
    }

    private static double areaCosine(double x) {
        double above = x - 1;
        return x > 0x1p28 ? Math.log(x) + Math.log(2) : Math.log1p(above + Math.sqrt(2 * above + above * above));
    }

    /** Of what lies between −1 and 1; infinite at these. */
    static Interval atanh(Interval x) {
        double from = Math.max(-1, Math.min(1, x.low()));
        double to = Math.min(1, Math.max(-1, x.high()));
        return odd(new Interval(from, to), areaTangent(from), areaTangent(to), ULPS_OF_COMPOSED);
    }

    private static double areaTangent(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(2 * size / (1 - size)) / 2, x);
    }

    /** The angle of the point (x, y), where the points stay away from zero and from the negative axis. */
    static Interval atan2(Interval y, Interval x) {
        double[] corners = {
            Math.atan2(y.low(), x.low()), Math.atan2(y.low(), x.high()),
            Math.atan2(y.high(), x.low()), Math.atan2(y.high(), x.high())
        };
        double low = corners[0];
        double high = corners[0];
        for (double corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        // An angle may round to zero; it is zero on the axis alone.
        boolean exactLow = low == 0 && y.low() == 0;
        boolean exactHigh = high == 0 && y.high() == 0;
        return new Interval(exactLow ? 0 : down(low, ULPS_OF_HYPERBOLIC), exactHigh ? 0 : up(high, ULPS_OF_HYPERBOLIC));
    }

    /** A whole power; all numbers if it is negative and zero lies inside. */
    static Interval power(Interval x, int n) {
        if (n < 0) {
            return Interval.ONE.over(power(x, -n));
        }
        if (n <= 2) {
            return n == 0 ? Interval.ONE : n == 1 ? x : x.square();
        }
        boolean even = n % 2 == 0;
        double from = even ? x.mignitude() : x.low();
        double to = even ? x.magnitude() : x.high();
        double low = wholePower(from, n, false);
        return new Interval(even ? Math.max(0, low) : low, wholePower(to, n, true));
    }

    private static double wholePower(double x, int n, boolean upward) {
        double power = Math.pow(x, n);
        boolean exact = x == 0 || x == 1 || x == -1 || Double.isInfinite(x);
        double widened = exact ? power : upward ? up(power, ULPS) : down(power, ULPS);
        return upward ? Math.max(widened, -Double.MAX_VALUE) : Math.min(widened, Double.MAX_VALUE);
    }

    /** A real power of what is not negative: it grows or falls with each of the two, so that its extremes stand in the corners. */
    static Interval power(Interval x, Interval y) {
        double from = Math.max(0, x.low());
        double to = Math.max(0, x.high());
        double[] corners = {
            Math.pow(from, y.low()), Math.pow(from, y.high()), Math.pow(to, y.low()), Math.pow(to, y.high())
        };
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double corner : corners) {
            low = Math.min(low, Double.isNaN(corner) ? 0 : corner); // 1 to an unbounded power
            high = Math.max(high, Double.isNaN(corner) ? Double.POSITIVE_INFINITY : corner);
        }
        boolean exact = from == 1 && to == 1 || y.low() == 0 && y.high() == 0;
        return exact
                ? Interval.ONE
                : new Interval(
                        Math.min(Math.max(0, down(low, ULPS)), Double.MAX_VALUE), to == 0 ? high : up(high, ULPS));
    }

    static Interval sigmoid(Interval x) {
        double low = down(logistic(x.low()), ULPS_OF_COMPOSED);
        return new Interval(Math.max(0, low), Math.min(1, up(logistic(x.high()), ULPS_OF_COMPOSED)));
    }

    private static double logistic(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    static Interval softplus(Interval x) {
        double low = down(softplus(x.low()), ULPS_OF_COMPOSED);
        return new Interval(Math.min(Math.max(0, low), Double.MAX_VALUE), up(softplus(x.high()), ULPS_OF_COMPOSED));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static Interval erf(Interval x) {
        Interval y = odd(x, ErrorFunction.erf(x.low()), ErrorFunction.erf(x.high()), ULPS_OF_GAUSSIAN);
        return new Interval(Math.max(-1, y.low()), Math.min(1, y.high()));
    }

    static Interval erfc(Interval x) {
        double low = x.high() == 0 ? 1 : down(ErrorFunction.erfc(x.high()), ULPS_OF_GAUSSIAN);
        double high = x.low() == 0 ? 1 : up(ErrorFunction.erfc(x.low()), ULPS_OF_GAUSSIAN);
        return new Interval(Math.max(0, low), Math.min(2, high));
    }

    static Interval gaussianTail(Interval x) {
        double low = x.high() == 0 ? 0.5 : down(ErrorFunction.tail(x.high()), ULPS_OF_GAUSSIAN);
        double high = x.low() == 0 ? 0.5 : up(ErrorFunction.tail(x.low()), ULPS_OF_GAUSSIAN);
        return new Interval(Math.max(0, low), Math.min(1, high));
    }

    /** Of what lies from 0 to 1, where it has no ends. */
    static Interval gaussianTailInverse(Interval p) {
        double from = Math.max(0, p.low());
        double to = Math.min(1, p.high());
        double low = to == 0.5 ? 0 : down(ErrorFunction.quantile(to), ULPS_OF_GAUSSIAN);
        double high = from == 0.5 ? 0 : up(ErrorFunction.quantile(from), ULPS_OF_GAUSSIAN);
        return new Interval(low, high);
    }
}
