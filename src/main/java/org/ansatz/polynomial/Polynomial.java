package org.ansatz.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** A polynomial with real coefficients, each exact or known to lie in an interval; the leading one is not zero. */
public final class Polynomial {

    /** The highest degree. */
    public static final int MAX_DEGREE = 64;

    public static final Polynomial ZERO = new Polynomial(List.of());
    public static final Polynomial ONE = of(Coefficient.ONE);
    public static final Polynomial X = new Polynomial(List.of(Coefficient.ZERO, Coefficient.ONE));

    /** From the constant upward; none of zero. */
    private final List<Coefficient> coefficients;

    private Polynomial(List<Coefficient> coefficients) {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).isZero()) {
            size--;
        }
        if (size > MAX_DEGREE + 1) {
            throw new NoValue("a polynomial of a degree above " + MAX_DEGREE);
        }
        this.coefficients = List.copyOf(coefficients.subList(0, size));
    }

    /** A constant. */
    public static Polynomial of(Coefficient constant) {
        return new Polynomial(List.of(constant));
    }

    /** From its coefficients, the constant first. */
    public static Polynomial of(List<Coefficient> upward) {
        return new Polynomial(upward);
    }

    /**
     * The polynomial of the lowest degree that has these values, by Newton's divided differences.
     *
     * @param places all different
     * @param values as many
     */
    public static Polynomial through(List<Rational> places, List<Rational> values) {
        int n = places.size();
        Rational[] differences = values.toArray(new Rational[0]);
        for (int order = 1; order < n; order++) {
            for (int i = n - 1; i >= order; i--) {
                Rational rise = differences[i].minus(differences[i - 1]);
                differences[i] = rise.over(places.get(i).minus(places.get(i - order)));
            }
        }
        Polynomial sum = ZERO;
        for (int i = n - 1; i >= 0; i--) {
            Polynomial step =
                    new Polynomial(List.of(Coefficient.of(places.get(i).negate()), Coefficient.ONE));
            sum = sum.times(step).plus(of(Coefficient.of(differences[i])));
        }
        return sum;
    }

    /** −1 of zero. */
    public int degree() {
        return coefficients.size() - 1;
    }

    /** Whether it is zero for certain. */
    public boolean isZero() {
        return coefficients.isEmpty();
    }

    /** Whether every coefficient is a rational number that is known exactly. */
    public boolean isExact() {
        return coefficients.stream().allMatch(c -> c.rational() != null);
    }

    /** The coefficient of the k-th power; zero beyond the degree. */
    public Coefficient at(int k) {
        return k < coefficients.size() ? coefficients.get(k) : Coefficient.ZERO;
    }

    /** The coefficient of the highest power. */
    public Coefficient lead() {
        return coefficients.get(degree());
    }

    /** {@code this + other}. */
    public Polynomial plus(Polynomial other) {
        List<Coefficient> sum = new ArrayList<>();
        for (int k = 0; k <= Math.max(degree(), other.degree()); k++) {
            sum.add(at(k).plus(other.at(k)));
        }
        return new Polynomial(sum);
    }

    /** {@code −this}. */
    public Polynomial negate() {
        return times(Coefficient.of(-1));
    }

    /** {@code this − other}. */
    public Polynomial minus(Polynomial other) {
        return plus(other.negate());
    }

    /** {@code this · factor}. */
    public Polynomial times(Coefficient factor) {
        List<Coefficient> scaled = new ArrayList<>();
        coefficients.forEach(c -> scaled.add(c.times(factor)));
        return new Polynomial(scaled);
    }

    /** {@code this · other}. */
    public Polynomial times(Polynomial other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (degree() + other.degree() > MAX_DEGREE) {
            throw new NoValue("a polynomial of a degree above " + MAX_DEGREE);
        }
        List<Coefficient> product = new ArrayList<>();
        for (int k = 0; k <= degree() + other.degree(); k++) {
            Coefficient sum = Coefficient.ZERO;
            for (int i = Math.max(0, k - other.degree()); i <= Math.min(k, degree()); i++) {
                sum = sum.plus(at(i).times(other.at(k - i)));
            }
            product.add(sum);
        }
        return new Polynomial(product);
    }

    /** The derivative. */
    public Polynomial derivative() {
        List<Coefficient> slopes = new ArrayList<>();
        for (int k = 1; k <= degree(); k++) {
            slopes.add(at(k).times(Coefficient.of(k)));
        }
        return new Polynomial(slopes);
    }

    /** Quotient and remainder. */
    record Division(Polynomial quotient, Polynomial rest) {}

    /** The division by another, both exact. */
    Division over(Polynomial other) {
        Polynomial rest = this;
        Coefficient[] quotient = new Coefficient[Math.max(0, degree() - other.degree()) + 1];
        java.util.Arrays.fill(quotient, Coefficient.ZERO);
        Coefficient inverse = other.lead().reciprocal();
        while (!rest.isZero() && rest.degree() >= other.degree()) {
            int shift = rest.degree() - other.degree();
            Coefficient factor = rest.lead().times(inverse);
            quotient[shift] = factor;
            List<Coefficient> next = new ArrayList<>();
            for (int k = 0; k < rest.degree(); k++) {
                next.add(k < shift ? rest.at(k) : rest.at(k).minus(factor.times(other.at(k - shift))));
            }
            rest = new Polynomial(next);
        }
        return new Division(new Polynomial(List.of(quotient)), rest);
    }

    /** The greatest common divisor of two exact polynomials, with the leading coefficient 1. */
    Polynomial gcd(Polynomial other) {
        Polynomial a = primitive();
        Polynomial b = other.primitive();
        while (!b.isZero()) {
            Polynomial rest = a.degree() < b.degree() ? a : a.rest(b).primitive();
            a = b;
            b = rest;
        }
        return a.isZero() ? a : a.times(a.lead().reciprocal());
    }

    /** An exact polynomial times the positive number that makes its coefficients whole and without a common factor. */
    Polynomial primitive() {
        BigInteger down = BigInteger.ONE;
        BigInteger up = BigInteger.ZERO;
        for (Coefficient c : coefficients) {
            Rational number = exact(c);
            down = down.multiply(number.denominator()).divide(down.gcd(number.denominator()));
        }
        for (Coefficient c : coefficients) {
            Rational number = exact(c);
            up = up.gcd(number.numerator().multiply(down.divide(number.denominator())));
        }
        return isZero() ? this : times(Coefficient.of(Rational.of(down).over(Rational.of(up))));
    }

    private static Rational exact(Coefficient c) {
        Rational exact = c.rational();
        if (exact == null) {
            throw new NoValue("coefficients that are too long to be kept exactly");
        }
        return exact;
    }

    /** What a division by another leaves, times a positive number. */
    Polynomial rest(Polynomial other) {
        return over(other).rest;
    }

    /** The even powers, as a polynomial in the square, or the odd ones over x likewise, with x^2 = −w: p(jω) = even(ω²) + jω·odd(ω²). */
    public Polynomial onAxis(boolean odd) {
        List<Coefficient> parts = new ArrayList<>();
        for (int k = odd ? 1 : 0; k <= degree(); k += 2) {
            parts.add(k / 2 % 2 == 0 ? at(k) : at(k).negate());
        }
        return new Polynomial(parts);
    }

    /** The polynomial in x + shift. */
    Polynomial shifted(Rational shift) {
        Polynomial sum = ZERO;
        Polynomial step = new Polynomial(List.of(Coefficient.of(shift), Coefficient.ONE));
        for (int k = degree(); k >= 0; k--) {
            sum = sum.times(step).plus(of(at(k)));
        }
        return sum;
    }

    /** The value at a rational number. */
    public Coefficient at(Rational x) {
        Coefficient sum = Coefficient.ZERO;
        for (int k = degree(); k >= 0; k--) {
            sum = sum.times(Coefficient.of(x)).plus(at(k));
        }
        return sum;
    }

    /** With other coefficients. */
    Polynomial map(UnaryOperator<Coefficient> change) {
        return new Polynomial(coefficients.stream().map(change).toList());
    }

    /** With each coefficient at an end of its interval, or at its middle. */
    Polynomial moved(java.util.@org.jspecify.annotations.Nullable Random coins) {
        List<Coefficient> moved = new ArrayList<>();
        for (Coefficient c : coefficients) {
            double at = coins == null
                    ? c.range().middle()
                    : coins.nextBoolean() ? c.range().low() : c.range().high();
            moved.add(c.rational() != null ? c : Coefficient.of(Rational.exactly(at)));
        }
        return new Polynomial(moved);
    }

    /** The coefficients of the polynomial in x + z, by exact arithmetic, as doubles. */
    Point[] around(Point z) {
        return around(Rational.exactly(z.re()), Rational.exactly(z.im()));
    }

    /** The coefficients of the polynomial in t + x + jy, by exact arithmetic, as doubles. */
    Point[] around(Rational x, Rational y) {
        int n = degree();
        Rational[] re = new Rational[n + 1];
        Rational[] im = new Rational[n + 1];
        for (int k = 0; k <= n; k++) {
            re[k] = exact(at(k));
            im[k] = Rational.ZERO;
        }
        for (int i = 0; i < n; i++) {
            for (int k = n - 1; k >= i; k--) {
                Rational a = re[k].plus(re[k + 1].times(x)).minus(im[k + 1].times(y));
                im[k] = im[k].plus(re[k + 1].times(y)).plus(im[k + 1].times(x));
                re[k] = a;
            }
        }
        Point[] around = new Point[n + 1];
        for (int k = 0; k <= n; k++) {
            around[k] = new Point(re[k].toDouble(), im[k].toDouble());
        }
        return around;
    }

    /** By how much the value at a point may differ for what is not known of the coefficients. */
    double doubt(Point z) {
        double doubt = 0;
        for (int k = 0; k <= degree(); k++) {
            boolean isExact = at(k).rational() != null;
            doubt += isExact ? 0 : at(k).range().width() * Math.pow(z.size(), k) * (1 + 1e-14);
        }
        return doubt;
    }

    /** The value at a double. */
    double value(double x) {
        return at(Rational.exactly(x)).range().middle();
    }

    /** Whether the coefficients are the same numbers for certain. */
    boolean isSame(Polynomial other) {
        return degree() == other.degree() && minus(other).isZero();
    }

    @Override
    public String toString() {
        return coefficients.toString();
    }
}
