package org.ansatz.polynomial;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;

/** A quotient of two polynomials. What both have in common cancels where it is known exactly, or is the very same factor. */
public final class Fraction {

    /** Of two values and their quotient. */
    private static final double ROUNDINGS = 8;

    private final Polynomial numerator;
    private final Polynomial denominator;

    private Fraction(Polynomial numerator, Polynomial denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** A polynomial. */
    public static Fraction of(Polynomial polynomial) {
        return new Fraction(polynomial, Polynomial.ONE);
    }

    private static Fraction of(Polynomial numerator, Polynomial denominator) {
        if (denominator.isZero()) {
            throw new NoValue("a division by zero");
        }
        if (numerator.isZero()) {
            return of(Polynomial.ZERO);
        }
        if (numerator.isExact() && denominator.isExact()) {
            Polynomial common = numerator.gcd(denominator);
            Polynomial up = numerator.over(common).quotient();
            Polynomial down = denominator.over(common).quotient();
            Coefficient scale = down.lead().reciprocal();
            return new Fraction(up.times(scale), down.times(scale));
        }
        if (numerator.isSame(denominator)) {
            return of(Polynomial.ONE);
        }
        return denominator.degree() == 0
                ? of(numerator.times(denominator.lead().reciprocal()))
                : new Fraction(numerator, denominator);
    }

    /** The numerator. */
    public Polynomial numerator() {
        return numerator;
    }

    /** The denominator, never zero. */
    public Polynomial denominator() {
        return denominator;
    }

    /** {@code this + other}. */
    public Fraction plus(Fraction other) {
        return denominator.isSame(other.denominator)
                ? of(numerator.plus(other.numerator), denominator)
                : of(
                        numerator.times(other.denominator).plus(other.numerator.times(denominator)),
                        denominator.times(other.denominator));
    }

    /** {@code −this}. */
    public Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** {@code this · other}. */
    public Fraction times(Fraction other) {
        if (numerator.isSame(other.denominator)) {
            return of(other.numerator, denominator);
        }
        if (denominator.isSame(other.numerator)) {
            return of(numerator, other.denominator);
        }
        return of(numerator.times(other.numerator), denominator.times(other.denominator));
    }

    /** {@code 1/this}. */
    public Fraction reciprocal() {
        return of(denominator, numerator);
    }

    /** A whole power. */
    public Fraction power(int exponent) {
        if (Math.abs(exponent) > Polynomial.MAX_DEGREE) {
            throw new NoValue("a power above " + Polynomial.MAX_DEGREE);
        }
        Fraction base = exponent < 0 ? reciprocal() : this;
        Fraction result = of(Polynomial.ONE);
        for (int i = Math.abs(exponent); i > 0; i--) {
            result = result.times(base);
        }
        return result;
    }

    /** The constant that it is. */
    public Coefficient constant() {
        if (numerator.degree() > 0 || denominator.degree() > 0) {
            throw new NoValue("what varies stands where a constant is needed");
        }
        return numerator.at(0).times(denominator.at(0).reciprocal());
    }

    /**
     * A value, and how far from it the true one may be.
     *
     * @param error in the same unit
     */
    public record Found(Point at, double error) {}

    /**
     * The value at a point.
     *
     * @throws NoValue at a pole, or where it may be one
     */
    public Found at(Point z) {
        Point up = numerator.isZero() ? Point.ZERO : ExactValues.of(numerator).at(z);
        Point down = ExactValues.of(denominator).at(z);
        double least = down.size() - denominator.doubt(z);
        if (!(least > 0)) {
            throw new NoValue("there is a pole at " + PartialFractions.shown(z));
        }
        Point value = up.over(down);
        double size = value.size();
        double error = (numerator.doubt(z) + size * denominator.doubt(z)) / least + ROUNDINGS * Math.ulp(size);
        return new Found(value, error);
    }

    /** This of that: the quotient where its variable is another one. */
    public Fraction of(Fraction inner) {
        return along(numerator, inner).times(along(denominator, inner).reciprocal());
    }

    private static Fraction along(Polynomial polynomial, Fraction inner) {
        Fraction sum = of(Polynomial.ZERO);
        for (int k = polynomial.degree(); k >= 0; k--) {
            sum = sum.times(inner).plus(of(Polynomial.of(polynomial.at(k))));
        }
        return sum;
    }

    /**
     * Its poles, with multiplicities.
     *
     * @throws NoValue if a zero may cancel one of them, which coefficients that are rounded do not say
     */
    public List<Roots.Root> poles() {
        return remaining(denominator);
    }

    /**
     * Its zeros, with multiplicities.
     *
     * @throws NoValue if one of them may cancel a pole, which coefficients that are rounded do not say
     */
    public List<Roots.Root> zeros() {
        return remaining(numerator);
    }

    private List<Roots.Root> remaining(Polynomial of) {
        List<Roots.Root> roots = Roots.of(of);
        // What exact coefficients have in common has cancelled.
        if (isExact() || numerator.degree() <= 0 || denominator.degree() == 0) {
            return roots;
        }
        for (Roots.Root root : roots) {
            for (Roots.Root other : Roots.of(of == numerator ? denominator : numerator)) {
                if (root.at().minus(other.at()).size() <= root.error() + other.error()) {
                    throw new NoValue("whether a zero cancels the pole at " + PartialFractions.shown(root.at())
                            + " is not known, for values are rounded; decimal numbers and quotients of them are exact");
                }
            }
        }
        return roots;
    }

    /** Whether every coefficient is known exactly. */
    public boolean isExact() {
        return numerator.isExact() && denominator.isExact();
    }

    /** With other coefficients. */
    public Fraction map(UnaryOperator<Coefficient> change) {
        return of(numerator.map(change), denominator.map(change));
    }

    /** With each coefficient at an end of the interval in which it lies, chosen at random; or, for no coins, at its middle. */
    public Fraction moved(java.util.@org.jspecify.annotations.Nullable Random coins) {
        return of(numerator.moved(coins), denominator.moved(coins));
    }

    /** Refuses a quotient whose numerator is not of a lower degree than its denominator. */
    void requireProper(String what) {
        if (numerator.degree() >= denominator.degree()) {
            throw new NoValue(what + " needs a numerator of a lower degree than the denominator; here the degrees are "
                    + numerator.degree() + " and " + denominator.degree()
                    + ": divide first, and take the quotient and what is left apart");
        }
    }
}
