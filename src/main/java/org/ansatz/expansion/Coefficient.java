package org.ansatz.expansion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A real number of an expansion: a sum of rational multiples of constants, such as 1/2 + 3·π − √2. What cancels must be seen to
 * cancel, so each constant whose value is known as an interval keeps its own name, and only its multiples are added to it; sines at
 * multiples of π/2 are exact. Of a product of two such constants only the interval is known, which is a new constant.
 */
public final class Coefficient {

    /** Longer exact numbers go on as intervals. */
    private static final int MAX_BITS = 1 << 14;

    /** Sums of more constants go on as one. */
    private static final int MAX_CONSTANTS = 6;

    /** Roots of a higher degree are not looked for among the rational numbers. */
    private static final int MAX_DEGREE = 12;

    /** The number 1 among the constants. */
    private static final String UNIT = "";

    private static final String CIRCLE = "pi";

    private static final String LOG = "log ";

    private static final int MAX_NAME = 200;

    /** Larger prime factors are not looked for. */
    private static final int MAX_PRIME = 1000;

    public static final Coefficient ZERO = new Coefficient(new TreeMap<>(), Interval.ZERO);
    public static final Coefficient ONE = of(Rational.ONE);
    public static final Coefficient PI = constant(CIRCLE, Interval.PI);

    /** A constant's value, and its factor. */
    private record Multiple(Rational factor, Interval value) {}

    private final TreeMap<String, Multiple> parts;
    private final Interval range;

    private Coefficient(Map<String, Multiple> parts, Interval range) {
        this.parts = new TreeMap<>(parts);
        this.range = range;
    }

    /** Names constants that occur in one place only. */
    private static final java.util.concurrent.atomic.AtomicLong LATEST = new java.util.concurrent.atomic.AtomicLong();

    /** A rational number. */
    public static Coefficient of(Rational number) {
        if (number.bitLength() > MAX_BITS) {
            return of(around(number));
        }
        TreeMap<String, Multiple> parts = new TreeMap<>();
        if (number.signum() != 0) {
            parts.put(UNIT, new Multiple(number, Interval.ONE));
        }
        return new Coefficient(parts, around(number));
    }

    /** A whole number. */
    public static Coefficient of(long number) {
        return of(Rational.of(number));
    }

    /** A number of which no more is known than an interval in which it lies; one without ends is a number all the same. */
    public static Coefficient of(Interval range) {
        return range.isPoint() && range.isBounded()
                ? of(Rational.exactly(range.low()))
                : constant("#" + LATEST.incrementAndGet(), range);
    }

    /**
     * A constant that may occur again.
     *
     * @param name the same for the same number
     */
    public static Coefficient constant(String name, Interval value) {
        TreeMap<String, Multiple> parts = new TreeMap<>();
        parts.put(name, new Multiple(Rational.ONE, value));
        return new Coefficient(parts, value);
    }

    private static Coefficient of(Map<String, Multiple> parts) {
        Interval range = Interval.ZERO;
        int bits = 0;
        for (Map.Entry<String, Multiple> part : ordered(parts)) {
            Interval factor = around(part.getValue().factor());
            bits = Math.max(bits, part.getValue().factor().bitLength());
            range = range.plus(
                    part.getKey().equals(UNIT)
                            ? factor
                            : factor.times(part.getValue().value()));
        }
        return parts.size() > MAX_CONSTANTS || bits > MAX_BITS ? of(range) : new Coefficient(parts, range);
    }

    /** By what the constants are, not by their names, some of which count those that were made before. */
    private static List<Map.Entry<String, Multiple>> ordered(Map<String, Multiple> parts) {
        List<Map.Entry<String, Multiple>> ordered = new ArrayList<>(parts.entrySet());
        ordered.sort((a, b) -> {
            Multiple x = a.getValue();
            Multiple y = b.getValue();
            int byLow = Double.compare(x.value.low(), y.value.low());
            int byHigh = Double.compare(x.value.high(), y.value.high());
            return byLow != 0 ? byLow : byHigh != 0 ? byHigh : x.factor.compareTo(y.factor);
        });
        return ordered;
    }

    /** The smallest interval of doubles around a rational. */
    private static Interval around(Rational number) {
        double near = number.toDouble();
        if (Double.isInfinite(near)) {
            return near > 0
                    ? new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY)
                    : new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE);
        }
        int side = Rational.exactly(near).compareTo(number);
        return side == 0
                ? Interval.of(near)
                : side < 0 ? new Interval(near, Math.nextUp(near)) : new Interval(Math.nextDown(near), near);
    }

    /** What it lies in. */
    public Interval range() {
        return range;
    }

    /** The number if it is rational and known exactly, else null. */
    public @Nullable Rational rational() {
        return multipleOf(UNIT);
    }

    /** The factor of π if it is an exact multiple of π, zero included, else null. */
    public @Nullable Rational multipleOfPi() {
        return multipleOf(CIRCLE);
    }

    private @Nullable Rational multipleOf(String constant) {
        if (parts.isEmpty()) {
            return Rational.ZERO;
        }
        Multiple part = parts.get(constant);
        return part != null && parts.size() == 1 ? part.factor() : null;
    }

    /** Whether it is zero for certain. */
    public boolean isZero() {
        return parts.isEmpty();
    }

    /** Whether its sign is known. */
    public boolean hasSign() {
        return isZero() || rational() != null || range.sign() != 0;
    }

    /**
     * −1, 0 or 1.
     *
     * @throws NoExpansion if that is not known
     */
    public int sign() {
        if (!hasSign()) {
            throw new NoExpansion(
                    "a coefficient that may be zero: it lies between " + range.low() + " and " + range.high());
        }
        Rational exact = rational();
        return exact != null ? exact.signum() : range.sign();
    }

    /** {@code −this}. */
    public Coefficient negate() {
        return times(Rational.of(-1));
    }

    /** {@code this + other}. */
    public Coefficient plus(Coefficient other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        TreeMap<String, Multiple> sum = new TreeMap<>(parts);
        other.parts.forEach((name, part) -> {
            Multiple mine = sum.get(name);
            Rational factor = mine == null ? part.factor() : mine.factor().plus(part.factor());
            if (factor.signum() == 0) {
                sum.remove(name);
            } else {
                sum.put(name, new Multiple(factor, part.value()));
            }
        });
        return of(sum);
    }

    /** {@code this − other}. */
    public Coefficient minus(Coefficient other) {
        return plus(other.negate());
    }

    private Coefficient times(Rational factor) {
        TreeMap<String, Multiple> product = new TreeMap<>();
        if (factor.signum() != 0) {
            parts.forEach(
                    (name, part) -> product.put(name, new Multiple(part.factor().times(factor), part.value())));
        }
        return of(product);
    }

    /** What tells it from others; the same for the same number made in the same way. */
    private String key() {
        StringBuilder key = new StringBuilder();
        parts.forEach((name, part) ->
                key.append(part.factor()).append(' ').append(name).append(';'));
        return key.toString();
    }

    /** A number that is made of others, by a name that says how; a very long one occurs in one place only. */
    private static Coefficient made(String how, Interval range) {
        boolean isPoint = range.isPoint() && range.isBounded();
        return isPoint || how.length() > MAX_NAME ? of(range) : constant(how, range);
    }

    /** {@code this · other}. */
    public Coefficient times(Coefficient other) {
        Rational factor = rational();
        Rational by = other.rational();
        if (factor != null || by != null) {
            return factor != null ? other.times(factor) : times(by == null ? Rational.ZERO : by);
        }
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        // The same product has the same name whatever rational factors stand in front.
        Rational mine = ordered(parts).get(0).getValue().factor();
        Rational its = ordered(other.parts).get(0).getValue().factor();
        Coefficient a = times(Rational.ONE.over(mine));
        Coefficient b = other.times(Rational.ONE.over(its));
        boolean isFirst = a.key().compareTo(b.key()) <= 0;
        String name = isFirst ? "(" + a.key() + ")(" + b.key() + ")" : "(" + b.key() + ")(" + a.key() + ")";
        return made(name, a.range.times(b.range)).times(mine.times(its));
    }

    /**
     * {@code 1/this}.
     *
     * @throws NoExpansion if it may be zero
     */
    public Coefficient reciprocal() {
        if (sign() == 0) {
            throw new NoExpansion("a division by zero");
        }
        Rational exact = rational();
        if (exact != null) {
            return of(Rational.ONE.over(exact));
        }
        if (parts.size() == 1) {
            Multiple part = parts.firstEntry().getValue();
            Coefficient inverse = made("1/(" + parts.firstKey() + ")", Interval.ONE.over(part.value()));
            return inverse.times(Rational.ONE.over(part.factor()));
        }
        return made("1/(" + key() + ")", Interval.ONE.over(range));
    }

    /**
     * A number to a rational power.
     *
     * @throws NoExpansion if it may be zero or negative, unless the exponent is whole
     */
    public Coefficient power(Rational exponent) {
        if (exponent.isInteger() && exponent.numerator().bitLength() < 31) {
            return power(exponent.numerator().intValue());
        }
        if (sign() <= 0) {
            throw new NoExpansion("a root of what is not positive");
        }
        Rational exact = rational();
        Rational root = exact == null ? null : root(exact, exponent.denominator());
        if (root != null) {
            return of(root).power(exponent.numerator().intValue());
        }
        Interval value = Series.constant(range, 0)
                .log()
                .times(Series.constant(around(exponent), 0))
                .exp()
                .range();
        return made("(" + key() + ")^" + exponent, value);
    }

    /** The rational root of a rational number, or null if there is none. */
    private static @Nullable Rational root(Rational of, BigInteger degree) {
        if (degree.compareTo(BigInteger.valueOf(MAX_DEGREE)) > 0) {
            return null;
        }
        BigInteger up = root(of.numerator(), degree.intValue());
        BigInteger down = root(of.denominator(), degree.intValue());
        return up == null || down == null ? null : Rational.of(up).over(Rational.of(down));
    }

    private static @Nullable BigInteger root(BigInteger of, int degree) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(of.bitLength() / degree + 1);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            int side = middle.pow(degree).compareTo(of);
            if (side == 0) {
                return middle;
            }
            low = side < 0 ? middle.add(BigInteger.ONE) : low;
            high = side < 0 ? high : middle;
        }
        return low.pow(degree).equals(of) ? low : null;
    }

    /** A whole power. */
    public Coefficient power(int exponent) {
        Coefficient base = exponent < 0 ? reciprocal() : this;
        Coefficient result = ONE;
        for (int bit = 31 - Integer.numberOfLeadingZeros(Math.abs(exponent)); bit >= 0; bit--) {
            result = result.times(result);
            if ((Math.abs(exponent) >> bit & 1) == 1) {
                result = result.times(base);
            }
        }
        return result;
    }

    /** The natural logarithm of a positive number. */
    public Coefficient log() {
        Rational exact = rational();
        if (exact != null && exact.signum() > 0) {
            return logOf(exact.numerator()).plus(logOf(exact.denominator()).negate());
        }
        return made("log(" + key() + ")", Series.constant(range, 0).log().range());
    }

    /** By prime factors, so that log 4 is seen to be twice log 2. */
    private static Coefficient logOf(BigInteger number) {
        Coefficient sum = ZERO;
        BigInteger left = number;
        for (int p = 2; p <= MAX_PRIME && left.bitLength() > 1; p++) {
            BigInteger prime = BigInteger.valueOf(p);
            int times = 0;
            while (left.mod(prime).signum() == 0) {
                left = left.divide(prime);
                times++;
            }
            sum = times == 0 ? sum : sum.plus(logOfPrime(prime).times(Rational.of(times)));
        }
        return left.equals(BigInteger.ONE) ? sum : sum.plus(logOfPrime(left));
    }

    private static Coefficient logOfPrime(BigInteger p) {
        return constant(
                LOG + p, Series.constant(around(Rational.of(p)), 0).log().range());
    }

    /** e to the power of it. */
    public Coefficient exp() {
        Coefficient product = ONE;
        for (Map.Entry<String, Multiple> part : parts.entrySet()) {
            Rational factor = part.getValue().factor();
            boolean isPower = part.getKey().startsWith(LOG) && factor.bitLength() < 12;
            if (!isPower) {
                return made(
                        "exp(" + key() + ")", Series.constant(range, 0).exp().range());
            }
            Rational base = Rational.of(new BigInteger(part.getKey().substring(LOG.length())));
            product = product.times(of(base).power(factor));
        }
        return product;
    }

    @Override
    public String toString() {
        return rational() != null ? String.valueOf(rational()) : range.toString();
    }
}
