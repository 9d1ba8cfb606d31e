package org.ansatz.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact rational number in lowest terms with a positive denominator.
 *
 * <p>Literals are rationals, so that {@code 82.5 cm} is exactly 33/40 of a metre and 2^127 − 2^63 keeps every digit.
 */
public final class Rational implements Comparable<Rational> {

    /** Zero. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    /** One. */
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Most bits a numerator or denominator may have; larger results are refused, so that no input exhausts memory. */
    public static final int MAX_BITS = 1 << 16;

    private static final int EXACT_DOUBLE_BITS = 53;
    private static final double MAX_LONG = 0x1p62;

    /** Numbers of so few bits are computed with as 64-bit integers. */
    private static final int SHORT_BITS = 30;

    private static final int MAX_DECIMAL_EXPONENT = 5000;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The integer {@code n}. */
    public static Rational of(long n) {
        return new Rational(BigInteger.valueOf(n), BigInteger.ONE);
    }

    /** The integer {@code n}. */
    public static Rational of(BigInteger n) {
        return checked(n, BigInteger.ONE);
    }

    /**
     * The fraction {@code numerator / denominator}.
     *
     * @throws NoValue if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        return reduced(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Ten to the power {@code exponent}. */
    public static Rational powerOfTen(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        return exponent >= 0 ? of(power) : checked(BigInteger.ONE, power);
    }

    /**
     * Reads decimal notation: digits, at most one point, at most one decimal exponent ({@code 1.58e-3}).
     *
     * @throws NumberFormatException if the text is anything else or its exponent lies beyond ±5000
     */
    public static Rational parse(String text) {
        int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
        long exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
        int point = mantissa.indexOf('.');
        if (point >= 0) {
            exponent -= mantissa.length() - point - 1;
            mantissa = mantissa.substring(0, point) + mantissa.substring(point + 1);
        }
        if (Math.abs(exponent) > MAX_DECIMAL_EXPONENT) {
            throw new NumberFormatException("exponent beyond ±" + MAX_DECIMAL_EXPONENT + ": " + text);
        }
        Rational digits = of(new BigInteger(mantissa));
        return exponent == 0 ? digits : digits.times(powerOfTen((int) exponent));
    }

    /**
     * The rational that a finite double stands for, exactly.
     *
     * @throws NumberFormatException if {@code x} is infinite or not a number
     */
    public static Rational exactly(double x) {
        if ((long) x == x && Math.abs(x) < MAX_LONG) {
            return of((long) x);
        }
        if (!Double.isFinite(x)) {
            throw new NumberFormatException("no rational number is " + x);
        }
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - EXACT_DOUBLE_BITS + 1;
        long units = (long) Math.scalb(Math.abs(x), -exponent);
        int zeros = Long.numberOfTrailingZeros(units);
        BigInteger odd = BigInteger.valueOf(x < 0 ? -(units >> zeros) : units >> zeros);
        int power = exponent + zeros;
        return power >= 0
                ? new Rational(odd.shiftLeft(power), BigInteger.ONE)
                : new Rational(odd, BigInteger.ONE.shiftLeft(-power));
    }

    /** A fraction of numbers of at most 62 bits, the denominator positive. */
    private static Rational ofShort(long numerator, long denominator) {
        long divisor = Math.abs(numerator);
        long rest = denominator;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return new Rational(BigInteger.valueOf(numerator / divisor), BigInteger.valueOf(denominator / divisor));
    }

    /** Whether products of two such numbers, and sums of two such products, have at most 62 bits. */
    private boolean isShort() {
        return numerator.bitLength() <= SHORT_BITS && denominator.bitLength() <= SHORT_BITS;
    }

    private static Rational reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new NoValue("division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return divisor.equals(BigInteger.ONE)
                ? checked(numerator, denominator)
                : checked(numerator.divide(divisor), denominator.divide(divisor));
    }

    private static Rational checked(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw tooLong();
        }
        return new Rational(numerator, denominator);
    }

    private static TooLong tooLong() {
        return new TooLong("an exact number of more than " + MAX_BITS + " bits");
    }

    /** An exact number that would be longer than is allowed; as a double it may exist. */
    public static final class TooLong extends NoValue {
        private static final long serialVersionUID = 1;

        TooLong(String reason) {
            super(reason);
        }
    }

    /** The numerator in lowest terms; its sign is the number's sign. */
    public BigInteger numerator() {
        return numerator;
    }

    /** The denominator in lowest terms, always positive. */
    public BigInteger denominator() {
        return denominator;
    }

    /** The bits of the longer of numerator and denominator. */
    public int bitLength() {
        return Math.max(numerator.bitLength(), denominator.bitLength());
    }

    /** Whether the denominator is one. */
    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /**
     * This plus {@code other}. Common factors are taken out before they grow (Knuth, The Art of Computer Programming 2,
     * 3rd ed., section 4.5.1), so that a long sum of short fractions stays fast.
     */
    public Rational plus(Rational other) {
        if (isInteger() && other.isInteger()) {
            return of(numerator.add(other.numerator));
        }
        if (isShort() && other.isShort()) {
            long mine = numerator.longValue() * other.denominator.longValue();
            long its = other.numerator.longValue() * denominator.longValue();
            return ofShort(mine + its, denominator.longValue() * other.denominator.longValue());
        }
        BigInteger common = denominator.gcd(other.denominator);
        BigInteger mine = denominator.divide(common);
        BigInteger sum = numerator.multiply(other.denominator.divide(common)).add(other.numerator.multiply(mine));
        BigInteger left = sum.gcd(common);
        return sum.signum() == 0 ? ZERO : checked(sum.divide(left), mine.multiply(other.denominator.divide(left)));
    }

    /** This minus {@code other}. */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /** This times {@code other}; common factors are taken out crosswise before they grow, as in a sum. */
    public Rational times(Rational other) {
        if (isInteger() && other.isInteger()) {
            return of(numerator.multiply(other.numerator));
        }
        if (isShort() && other.isShort()) {
            return ofShort(
                    numerator.longValue() * other.numerator.longValue(),
                    denominator.longValue() * other.denominator.longValue());
        }
        BigInteger left = numerator.gcd(other.denominator);
        BigInteger right = other.numerator.gcd(denominator);
        return checked(
                numerator.divide(left).multiply(other.numerator.divide(right)),
                denominator.divide(right).multiply(other.denominator.divide(left)));
    }

    /**
     * This divided by {@code other}.
     *
     * @throws NoValue if {@code other} is zero
     */
    public Rational over(Rational other) {
        if (other.signum() == 0) {
            throw new NoValue("division by zero");
        }
        BigInteger above = other.signum() > 0 ? other.denominator : other.denominator.negate();
        return times(new Rational(above, other.numerator.abs()));
    }

    /** The number with the opposite sign. */
    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    /** The absolute value. */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /**
     * This to an integer power.
     *
     * @throws NoValue if zero is raised to a negative power
     * @throws TooLong if the result would pass {@link #MAX_BITS}
     */
    public Rational pow(int exponent) {
        long factors = Math.abs((long) exponent);
        int doublings = Math.max(numerator.abs().bitLength(), denominator.bitLength()) - 1;
        if (factors * doublings > MAX_BITS) { // so many bits the power has at least, and at most twice as many
            throw tooLong();
        }
        int size = doublings == 0 && factors > 0
                ? 2 - (int) (factors & 1)
                : (int) factors; // of 0, 1 and −1 only the parity counts
        Rational power = checked(numerator.pow(size), denominator.pow(size));
        return exponent >= 0 ? power : ONE.over(power);
    }

    /** The fraction with the smallest denominator from {@code low} to {@code high}, both included (Stern and Brocot). */
    public static Rational simplestBetween(Rational low, Rational high) {
        if (low.signum() <= 0 && high.signum() >= 0) {
            return ZERO;
        }
        if (high.signum() < 0) {
            return simplestBetween(high.negate(), low.negate()).negate();
        }
        return simplestOfPositive(low.numerator, low.denominator, high.numerator, high.denominator);
    }

    /**
     * The simplest fraction from {@code a/b} to {@code c/d}, both positive: as far as the continued fractions of both go together,
     * and then the least term that lies between. Convergents are in lowest terms, so no common divisor is looked for.
     */
    private static Rational simplestOfPositive(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        BigInteger before = BigInteger.ZERO;
        BigInteger above = BigInteger.ONE;
        BigInteger beforeBelow = BigInteger.ONE;
        BigInteger below = BigInteger.ZERO;
        while (true) {
            BigInteger[] parts = a.divideAndRemainder(b);
            BigInteger next = parts[0].add(BigInteger.ONE);
            boolean isWhole = parts[1].signum() == 0;
            boolean isLast = isWhole || next.multiply(d).compareTo(c) <= 0;
            BigInteger term = isLast && !isWhole ? next : parts[0];
            BigInteger convergent = term.multiply(above).add(before);
            BigInteger convergentBelow = term.multiply(below).add(beforeBelow);
            if (isLast) {
                return checked(convergent, convergentBelow);
            }
            before = above;
            above = convergent;
            beforeBelow = below;
            below = convergentBelow;
            BigInteger highRest = c.subtract(term.multiply(d));
            a = d;
            c = b;
            b = highRest;
            d = parts[1];
        }
    }

    /** The largest integer that is not above this number. */
    public Rational floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** This to so many digits as {@code digits} says, for numbers of any size. */
    public BigDecimal toDecimal(MathContext digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits);
    }

    /** The largest e for which 2^e is not above the magnitude of this number, which must not be zero. */
    public int exponent() {
        BigInteger size = numerator.abs();
        int exponent = size.bitLength() - denominator.bitLength();
        return timesTwoTo(-exponent, size).compareTo(timesTwoTo(exponent, denominator)) < 0 ? exponent - 1 : exponent;
    }

    /** This divided by 2^{@link #exponent}: a number from 1 to 2 with the sign of this one, which must not be zero. */
    public double mantissa() {
        int exponent = exponent();
        return new Rational(timesTwoTo(-exponent, numerator), timesTwoTo(exponent, denominator)).toDouble();
    }

    /** Whether a double holds all 53 bits of this number: it is zero, or neither too large nor too small. */
    public boolean isInRangeOfDoubles() {
        int bits = numerator.bitLength() - denominator.bitLength();
        boolean certainly = signum() == 0 || Math.abs(bits) < Double.MAX_EXPONENT - 2;
        return certainly || exponent() >= Double.MIN_EXPONENT && Double.isFinite(toDouble());
    }

    /** The double that is this number, or NaN if none is that holds all of its 53 bits. */
    public double asDouble() {
        boolean isDyadic = denominator.bitCount() == 1;
        boolean isShort =
                isDyadic && numerator.bitLength() - Math.max(0, numerator.getLowestSetBit()) <= EXACT_DOUBLE_BITS;
        double near = isShort && isInRangeOfDoubles() ? toDouble() : 0;
        return Math.abs(near) >= Double.MIN_NORMAL || signum() == 0 ? near : Double.NaN;
    }

    /**
     * The nearest double, the even one of two that are equally near; infinite beyond the range of doubles. The quotient is
     * counted in units of the last place that the double has, and rounded once, by the remainder: a quotient of any fixed
     * number of digits would have been rounded before.
     */
    public double toDouble() {
        if (numerator.bitLength() <= EXACT_DOUBLE_BITS && denominator.bitLength() <= EXACT_DOUBLE_BITS) {
            return numerator.doubleValue() / denominator.doubleValue();
        }
        BigInteger size = numerator.abs();
        int unit = Math.max(exponent(), Double.MIN_EXPONENT) - EXACT_DOUBLE_BITS + 1;
        BigInteger divisor = timesTwoTo(unit, denominator);
        BigInteger[] parts = timesTwoTo(-unit, size).divideAndRemainder(divisor);
        long units = parts[0].longValueExact();
        int beyondHalf = parts[1].shiftLeft(1).compareTo(divisor);
        boolean up = beyondHalf > 0 || beyondHalf == 0 && (units & 1) == 1;
        double rounded = Math.scalb((double) (up ? units + 1 : units), unit);
        return signum() < 0 ? -rounded : rounded;
    }

    /** {@code number} times 2 to this power where that is positive; otherwise the number, for the other side is shifted. */
    private static BigInteger timesTwoTo(int power, BigInteger number) {
        return power > 0 ? number.shiftLeft(power) : number;
    }

    @Override
    public int compareTo(Rational other) {
        if (isShort() && other.isShort()) {
            return Long.compare(
                    numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational
                && numerator.equals(((Rational) other).numerator)
                && denominator.equals(((Rational) other).denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** {@code 7} or {@code 7/3}. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
