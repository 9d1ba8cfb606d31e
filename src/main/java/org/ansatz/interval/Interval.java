package org.ansatz.interval;

import org.jspecify.annotations.Nullable;

/**
 * A closed interval of real numbers that holds a value for certain: every operation rounds outward (R. E. Moore, R. B. Kearfott,
 * M. J. Cloud, Introduction to Interval Analysis, SIAM 2009, chapters 2 and 4). What is exact in double precision stays a
 * point, for the direction of each rounding is known: of a sum by its error (Knuth, TAOCP 2, 4.2.2, theorem B), of a product,
 * quotient and root by a fused multiply-add.
 *
 * @param low the lower end; −∞ if there is none
 * @param high the upper end, not below {@code low}; ∞ if there is none
 */
public record Interval(double low, double high) {

    /** All real numbers. */
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Zero. */
    public static final Interval ZERO = new Interval(0, 0);

    /** One. */
    public static final Interval ONE = new Interval(1, 1);

    /** π, which lies between two neighbouring doubles. */
    public static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

    /** Below this magnitude the remainder of a product may itself be rounded away. */
    private static final double EXACT_REMAINDERS = 0x1p-960;

    /** Checks that the ends are in order. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** A single number. */
    public static Interval of(double x) {
        return new Interval(x, x);
    }

    /** A number that was rounded to the nearest double. */
    public static Interval around(double x) {
        return new Interval(Math.nextDown(x), Math.nextUp(x));
    }

    /** The smallest interval that holds both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** What both hold, or what this one holds if they have nothing in common. */
    public Interval and(Interval other) {
        double from = Math.max(low, other.low);
        double to = Math.min(high, other.high);
        return from <= to ? new Interval(from, to) : this;
    }

    /** Whether both hold some number. */
    public boolean meets(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /** Whether it holds this number. */
    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    /** Whether it holds all of the other. */
    public boolean contains(Interval other) {
        return low <= other.low && other.high <= high;
    }

    /** Whether it is a single number. */
    public boolean isPoint() {
        return low == high;
    }

    /** Whether both ends are finite. */
    public boolean isBounded() {
        return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }

    /** A bound on its width. */
    public double width() {
        return isPoint() ? 0 : Math.nextUp(high - low);
    }

    /** A number inside, near the middle; finite. */
    public double middle() {
        if (low == Double.NEGATIVE_INFINITY) {
            return high == Double.POSITIVE_INFINITY ? 0 : Math.min(high, -Double.MAX_VALUE);
        }
        if (high == Double.POSITIVE_INFINITY) {
            return Math.max(low, Double.MAX_VALUE);
        }
        double sum = low + high;
        double middle = Double.isInfinite(sum) ? low / 2 + high / 2 : sum / 2;
        return Math.min(Math.max(middle, low), high);
    }

    /** How far its farthest number is from {@code x}, at most. */
    public double distance(double x) {
        return Math.nextUp(Math.max(Math.abs(high - x), Math.abs(x - low)));
    }

    /** How far {@code x} is from the nearest number inside. */
    public double gap(double x) {
        return x < low ? low - x : x > high ? x - high : 0;
    }

    /** The largest magnitude inside. */
    public double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** The smallest magnitude inside. */
    public double mignitude() {
        return contains(0) ? 0 : Math.min(Math.abs(low), Math.abs(high));
    }

    /** −1 if all of it is negative, 1 if all of it is positive, 0 if that cannot be told. */
    public int sign() {
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }

    // ---- arithmetic

    /** {@code −this}, exact. */
    public Interval negate() {
        return new Interval(0 - high, 0 - low);
    }

    /** {@code this + other}. */
    public Interval plus(Interval other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        return new Interval(sumDown(low, other.low), sumUp(high, other.high));
    }

    /** {@code this − other}. */
    public Interval minus(Interval other) {
        return new Interval(sumDown(low, -other.high), sumUp(high, -other.low));
    }

    /** {@code this · other}. */
    public Interval times(Interval other) {
        return isZero() || other.isZero() ? ZERO : new Interval(timesDown(other), timesUp(other));
    }

    /** The lower end of {@code this · other}. */
    double timesDown(Interval other) {
        if (low >= 0) {
            return productDown(other.low >= 0 ? low : high, other.low);
        }
        if (high <= 0) {
            return productDown(other.high <= 0 ? high : low, other.high);
        }
        return other.low >= 0
                ? productDown(low, other.high)
                : other.high <= 0
                        ? productDown(high, other.low)
                        : Math.min(productDown(low, other.high), productDown(high, other.low));
    }

    /** The upper end of {@code this · other}. */
    double timesUp(Interval other) {
        if (low >= 0) {
            return productUp(other.high >= 0 ? high : low, other.high);
        }
        if (high <= 0) {
            return productUp(other.low <= 0 ? low : high, other.low);
        }
        return other.low >= 0
                ? productUp(high, other.high)
                : other.high <= 0
                        ? productUp(low, other.low)
                        : Math.max(productUp(low, other.low), productUp(high, other.high));
    }

    /** Whether it is zero and nothing else. */
    public boolean isZero() {
        return low == 0 && high == 0;
    }

    /** {@code this · n}, for a whole number from 1 on. */
    public Interval times(int n) {
        return n == 1 ? this : new Interval(productDown(low, n), productUp(high, n));
    }

    /** {@code this / n}, for a whole number from 1 on. */
    public Interval over(int n) {
        return n == 1 ? this : new Interval(quotientDown(low, n), quotientUp(high, n));
    }

    /** {@code this / other}; all real numbers if {@code other} holds zero inside, where there may be a pole. */
    public Interval over(Interval other) {
        if (other.low < 0 && other.high > 0 || other.low == 0 && other.high == 0) {
            return ENTIRE;
        }
        if (other.low == 0) {
            return low >= 0
                    ? new Interval(quotientDown(low, other.high), Double.POSITIVE_INFINITY)
                    : high <= 0 ? new Interval(Double.NEGATIVE_INFINITY, quotientUp(high, other.high)) : ENTIRE;
        }
        if (other.high == 0) {
            return negate().over(other.negate());
        }
        if (other.high < 0) {
            return negate().over(other.negate());
        }
        return new Interval(
                quotientDown(low, low >= 0 ? other.high : other.low),
                quotientUp(high, high >= 0 ? other.low : other.high));
    }

    /** The square, never negative. */
    public Interval square() {
        double small = mignitude();
        double large = magnitude();
        return new Interval(Math.max(0, productDown(small, small)), productUp(large, large));
    }

    /** The absolute value, exact. */
    public Interval abs() {
        return new Interval(mignitude(), magnitude());
    }

    /** The larger of the two. */
    public Interval max(Interval other) {
        return new Interval(Math.max(low, other.low), Math.max(high, other.high));
    }

    /** The smaller of the two. */
    public Interval min(Interval other) {
        return new Interval(Math.min(low, other.low), Math.min(high, other.high));
    }

    /** The largest whole numbers that are not above it. */
    public Interval floor() {
        return new Interval(Math.floor(low), Math.floor(high));
    }

    /** The square root of what of it is not negative, at least of zero. */
    public Interval sqrt() {
        return new Interval(rootDown(Math.max(0, low)), rootUp(Math.max(0, high)));
    }

    // ---- directed rounding

    static double sumDown(double a, double b) {
        double sum = a + b;
        if (Double.isNaN(sum)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (Double.isInfinite(sum)) {
            return sum < 0 || Double.isInfinite(a) || Double.isInfinite(b) ? sum : Double.MAX_VALUE;
        }
        return sumError(a, b, sum) < 0 ? Math.nextDown(sum) : sum;
    }

    static double sumUp(double a, double b) {
        return -sumDown(-a, -b) + 0.0;
    }

    /** What rounding took from a finite sum; exact. */
    private static double sumError(double a, double b, double sum) {
        double part = sum - a;
        double error = a - (sum - part) + (b - part);
        return Double.isNaN(error) ? -1 : error; // an overflow on the way: rounded, this way or that
    }

    private static double productDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0; // also of an unbounded interval: each of its numbers is finite
        }
        double product = a * b;
        if (Double.isInfinite(product)) {
            return product < 0 || Double.isInfinite(a) || Double.isInfinite(b) ? product : Double.MAX_VALUE;
        }
        if (Math.abs(product) < EXACT_REMAINDERS) {
            return Math.nextDown(product);
        }
        return Math.fma(a, b, -product) < 0 ? Math.nextDown(product) : product;
    }

    private static double productUp(double a, double b) {
        return -productDown(-a, b) + 0.0;
    }

    private static double quotientDown(double a, double b) {
        if (a == 0) {
            return 0;
        }
        if (Double.isInfinite(b)) {
            return Double.isInfinite(a)
                    ? (a < 0 == b < 0 ? 0 : Double.NEGATIVE_INFINITY)
                    : a < 0 == b < 0 ? 0 : -0x1p-1074;
        }
        double quotient = a / b;
        if (Double.isInfinite(quotient)) {
            return quotient < 0 || Double.isInfinite(a) ? quotient : Double.MAX_VALUE;
        }
        if (Math.abs(quotient) < EXACT_REMAINDERS || Math.abs(a) < EXACT_REMAINDERS) {
            return Math.nextDown(quotient);
        }
        double rest = Math.fma(-quotient, b, a);
        return rest < 0 != b < 0 && rest != 0 ? Math.nextDown(quotient) : quotient;
    }

    private static double quotientUp(double a, double b) {
        return -quotientDown(-a, b) + 0.0;
    }

    private static double rootDown(double x) {
        double root = Math.sqrt(x);
        if (root == 0 || Double.isInfinite(root)) {
            return Double.isInfinite(root) ? Double.MAX_VALUE : 0;
        }
        boolean rounded = x < EXACT_REMAINDERS || Math.fma(-root, root, x) < 0;
        return rounded ? Math.nextDown(root) : root;
    }

    private static double rootUp(double x) {
        double root = Math.sqrt(x);
        boolean rounded = x > 0 && x < EXACT_REMAINDERS || !Double.isInfinite(root) && Math.fma(-root, root, x) > 0;
        return rounded ? Math.nextUp(root) : root;
    }

    // By hand: the first call of those that are generated costs 20 ms.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval interval
                && Double.compare(low, interval.low) == 0
                && Double.compare(high, interval.high) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(low) + Double.hashCode(high);
    }

    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
