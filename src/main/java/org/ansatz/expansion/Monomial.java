package org.ansatz.expansion;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.Rational;

/**
 * One kind of growth of a variable x that grows without bound: exp(P)·x^p·log(x)^q, where P is a sum of growths without an
 * exponential, each of which is unbounded itself. Any two of a kind can be compared: one of them is far larger than the other in
 * the end, or they are the same (G. H. Hardy, Orders of Infinity, 1910).
 *
 * @param exponent the terms of P, the largest first
 * @param power of x
 * @param logs the power of log(x)
 */
public record Monomial(List<Term> exponent, Rational power, int logs) {

    /** No growth at all. */
    public static final Monomial ONE = power(Rational.ZERO);

    /** What is smaller than anything of the kind that a formula could write down. */
    static final Monomial TINY =
            new Monomial(List.of(new Term(Coefficient.of(-1), power(Rational.of(1000)))), Rational.ZERO, 0);

    /** Copies the list. */
    public Monomial {
        exponent = List.copyOf(exponent);
    }

    /**
     * A growth and its factor.
     *
     * @param factor in front of it
     * @param growth of x
     */
    public record Term(Coefficient factor, Monomial growth) {}

    /** A power of x. */
    public static Monomial power(Rational power) {
        return new Monomial(List.of(), power, 0);
    }

    /** Whether nothing in it is an exponential. */
    public boolean isAlgebraic() {
        return exponent.isEmpty();
    }

    /** {@code this · other}. */
    public Monomial times(Monomial other) {
        return new Monomial(
                Expansion.sum(exponent, other.exponent), power.plus(other.power), Math.addExact(logs, other.logs));
    }

    /**
     * A rational power.
     *
     * @throws NoExpansion of a broken power of a logarithm
     */
    public Monomial to(Rational exponentOf) {
        Rational q = exponentOf.times(Rational.of(logs));
        if (!q.isInteger() || q.numerator().bitLength() > 20) {
            throw new NoExpansion("a broken power of a logarithm");
        }
        List<Term> scaled = new ArrayList<>();
        for (Term term : exponent) {
            if (exponentOf.signum() != 0) {
                scaled.add(new Term(term.factor().times(Coefficient.of(exponentOf)), term.growth()));
            }
        }
        return new Monomial(scaled, power.times(exponentOf), q.numerator().intValue());
    }

    /**
     * Whether it grows above (1) or falls below (−1) another in the end, or is the same (0).
     *
     * @throws NoExpansion if that is not known
     */
    public int compare(Monomial other) {
        if (exponent.isEmpty() && other.exponent.isEmpty()) {
            int byPower = power.compareTo(other.power);
            return byPower != 0 ? byPower : Integer.compare(logs, other.logs);
        }
        List<Term> opposite = new ArrayList<>();
        other.exponent.forEach(term -> opposite.add(new Term(term.factor().negate(), term.growth())));
        List<Term> difference = Expansion.sum(exponent, opposite);
        if (!difference.isEmpty()) {
            return difference.get(0).factor().sign();
        }
        int byPower = power.compareTo(other.power);
        return byPower != 0 ? byPower : Integer.compare(logs, other.logs);
    }

    /** Whether it grows without bound (1), vanishes (−1), or neither (0). */
    public int trend() {
        return compare(ONE);
    }
}
