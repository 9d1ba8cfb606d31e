package org.ansatz.expansion;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Monomial.Term;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * How a function behaves as x grows without bound: a sum of growths with their factors, the largest first, and what is left, which
 * is at most a constant times a growth below all of them. Coefficients are exact or lie in intervals, so that what an expansion says
 * is certain; where it cannot be, {@link NoExpansion} is thrown. Powers of x and log(x) with one exponential around such sums are
 * known (the exp-log series of height one: J. van der Hoeven, Transseries and Real Differential Algebra, LNM 1888, 2006, chapter 4).
 */
public final class Expansion {

    /** The most terms that are kept, and the order of Taylor polynomials. */
    static final int MAX_TERMS = 14;

    private final List<Term> terms;

    /** What is left is O of it; null if nothing is. */
    private final @Nullable Monomial rest;

    /** Whether what is left may oscillate, so that a few samples say nothing of it. */
    private final boolean isErratic;

    private Expansion(List<Term> terms, @Nullable Monomial rest, boolean isErratic) {
        List<Term> kept = new ArrayList<>();
        Monomial bound = rest;
        for (Term term : terms) {
            if (bound != null && term.growth().compare(bound) <= 0) {
                break;
            }
            if (kept.size() == MAX_TERMS) {
                bound = term.growth();
                break;
            }
            kept.add(term);
        }
        this.terms = List.copyOf(kept);
        this.rest = bound;
        this.isErratic = isErratic;
    }

    /** A constant. */
    public static Expansion of(Coefficient constant) {
        return constant.isZero()
                ? new Expansion(List.of(), null, false)
                : new Expansion(List.of(new Term(constant, Monomial.ONE)), null, false);
    }

    /** A whole number. */
    public static Expansion of(long constant) {
        return of(Coefficient.of(constant));
    }

    /** A power of x. */
    public static Expansion ofPower(Rational power) {
        return growing(Monomial.power(power));
    }

    /** A growth. */
    static Expansion growing(Monomial growth) {
        return new Expansion(List.of(new Term(Coefficient.ONE, growth)), null, false);
    }

    /** What is known to be at most a constant times a growth, and no more. */
    public static Expansion atMost(Monomial growth) {
        return new Expansion(List.of(), growth, true);
    }

    /** What a polynomial leaves: about a constant times a growth in the end. */
    private static Expansion beyond(@Nullable Monomial growth) {
        return new Expansion(List.of(), growth, false);
    }

    /** Whether what is left may oscillate, so that a few samples say nothing of it. */
    boolean isErratic() {
        return isErratic;
    }

    /** The terms, the largest first. */
    public List<Term> terms() {
        return terms;
    }

    /** What is left is at most a constant times it; null if nothing is left. */
    public @Nullable Monomial rest() {
        return rest;
    }

    /** Whether it is zero for certain. */
    public boolean isZero() {
        return terms.isEmpty() && rest == null;
    }

    /** The constant that it is, exactly or within an interval; null if it varies, or might. */
    public @Nullable Coefficient constant() {
        if (rest != null || terms.size() > 1) {
            return null;
        }
        if (terms.isEmpty()) {
            return Coefficient.ZERO;
        }
        return terms.get(0).growth().equals(Monomial.ONE) ? terms.get(0).factor() : null;
    }

    /**
     * The first term, which is not zero.
     *
     * @throws NoExpansion if none is known
     */
    public Term lead() {
        if (terms.isEmpty()) {
            throw new NoExpansion("what may vanish");
        }
        Term first = terms.get(0);
        first.factor().sign();
        return first;
    }

    /**
     * Its sign in the end: −1, 0 if it is zero for certain, or 1.
     *
     * @throws NoExpansion if that is not known
     */
    public int sign() {
        return isZero() ? 0 : lead().factor().sign();
    }

    /** The sum of two sorted lists, of which what cancels exactly is gone. */
    static List<Term> sum(List<Term> a, List<Term> b) {
        List<Term> all = new ArrayList<>(a.size() + b.size());
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int order = i == a.size()
                    ? -1
                    : j == b.size() ? 1 : a.get(i).growth().compare(b.get(j).growth());
            if (order > 0) {
                all.add(a.get(i++));
            } else if (order < 0) {
                all.add(b.get(j++));
            } else {
                Coefficient factor = a.get(i).factor().plus(b.get(j).factor());
                if (!factor.isZero()) {
                    all.add(new Term(factor, a.get(i).growth()));
                }
                i++;
                j++;
            }
        }
        return all;
    }

    private static @Nullable Monomial larger(@Nullable Monomial a, @Nullable Monomial b) {
        return a == null ? b : b == null ? a : a.compare(b) >= 0 ? a : b;
    }

    /** {@code −this}. */
    public Expansion negate() {
        return times(Coefficient.of(-1));
    }

    /** {@code this + other}. */
    public Expansion plus(Expansion other) {
        return new Expansion(sum(terms, other.terms), larger(rest, other.rest), isErratic || other.isErratic);
    }

    /** {@code this − other}. */
    public Expansion minus(Expansion other) {
        return plus(other.negate());
    }

    /** {@code this · factor}. */
    public Expansion times(Coefficient factor) {
        if (factor.isZero()) {
            return of(0);
        }
        List<Term> scaled = new ArrayList<>();
        terms.forEach(term -> scaled.add(new Term(term.factor().times(factor), term.growth())));
        return new Expansion(scaled, rest, isErratic);
    }

    private Expansion times(Term by) {
        List<Term> scaled = new ArrayList<>();
        for (Term term : terms) {
            scaled.add(new Term(term.factor().times(by.factor()), term.growth().times(by.growth())));
        }
        return new Expansion(scaled, rest == null ? null : rest.times(by.growth()), isErratic);
    }

    /** {@code this · other}. */
    public Expansion times(Expansion other) {
        Expansion product = of(0);
        for (Term term : other.terms) {
            product = product.plus(times(term));
        }
        if (other.rest != null) {
            Monomial size = size();
            product = size == null
                    ? product
                    : product.plus(new Expansion(List.of(), size.times(other.rest), other.isErratic));
        }
        return product;
    }

    /** A growth that it is at most a constant times; null if it is zero. */
    private @Nullable Monomial size() {
        return terms.isEmpty() ? rest : terms.get(0).growth();
    }

    /**
     * {@code this / other}.
     *
     * @throws NoExpansion if the divisor may vanish
     */
    public Expansion over(Expansion other) {
        return times(other.power(Rational.of(-1)));
    }

    /** What is left beside the first term, relative to it: this = lead·(1 + it). */
    private Expansion beside(Term lead) {
        Term inverse = new Term(lead.factor().reciprocal(), lead.growth().to(Rational.of(-1)));
        return new Expansion(terms.subList(1, terms.size()), rest, isErratic).times(inverse);
    }

    /** A whole power that is not negative, by products. */
    private Expansion product(int exponent) {
        Expansion result = of(1);
        for (int i = 0; i < exponent; i++) {
            result = result.times(this);
        }
        return result;
    }

    /**
     * A power whose exponent is a rational number.
     *
     * @throws NoExpansion if the base may vanish or be negative where that matters
     */
    public Expansion power(Rational exponent) {
        boolean isSmall = exponent.isInteger() && exponent.signum() >= 0 && exponent.compareTo(Rational.of(12)) <= 0;
        if (isSmall) {
            return product(exponent.numerator().intValue());
        }
        if (isZero() && exponent.signum() > 0) {
            return this;
        }
        Term lead = lead();
        Coefficient[] binomial = new Coefficient[MAX_TERMS + 1];
        binomial[0] = Coefficient.ONE;
        for (int k = 1; k <= MAX_TERMS; k++) {
            Rational next = exponent.minus(Rational.of(k - 1L)).over(Rational.of(k));
            binomial[k] = binomial[k - 1].times(Coefficient.of(next));
        }
        Expansion powers = beside(lead).polynomial(binomial);
        return powers.times(
                new Term(lead.factor().power(exponent), lead.growth().to(exponent)));
    }

    /** Σ c_k·this^k with one more power left open, for what vanishes in the end. */
    private Expansion polynomial(Coefficient[] c) {
        Expansion sum = of(c[0]);
        if (isZero()) {
            return sum;
        }
        Expansion power = of(1);
        for (int k = 1; k < c.length; k++) {
            power = power.times(this);
            sum = sum.plus(power.times(c[k]));
            Monomial reached = power.size();
            if (sum.rest != null && reached != null && sum.rest.compare(reached) >= 0) {
                return sum;
            }
        }
        return sum.plus(beyond(power.times(this).size()));
    }

    /** A function by its Taylor coefficients at a constant. */
    public interface Taylor {
        /**
         * The coefficients at a constant, from the value up to this order.
         *
         * @throws NoExpansion if the function is not smooth there
         */
        Coefficient[] at(Coefficient constant, int order);
    }

    /** What is unbounded, what is constant and what vanishes. */
    record Split(Expansion unbounded, Coefficient constant, Expansion vanishing) {}

    /**
     * The parts of it.
     *
     * @throws NoExpansion if what is left does not vanish
     */
    Split split() {
        Monomial left = rest;
        if (left != null && left.trend() >= 0) {
            throw new NoExpansion("what need not settle");
        }
        List<Term> unbounded = new ArrayList<>();
        List<Term> vanishing = new ArrayList<>();
        Coefficient constant = Coefficient.ZERO;
        for (Term term : terms) {
            int trend = term.growth().trend();
            if (trend == 0) {
                constant = term.factor();
            } else {
                (trend > 0 ? unbounded : vanishing).add(term);
            }
        }
        return new Split(new Expansion(unbounded, null, false), constant, new Expansion(vanishing, left, isErratic));
    }

    /** Whether it stays bounded for certain. */
    public boolean isBounded() {
        Monomial size = size();
        return size == null || size.trend() <= 0;
    }

    /**
     * A function of it that is smooth at the constant that it tends to.
     *
     * @throws NoExpansion if it tends to none
     */
    public Expansion through(Taylor function) {
        Split split = split();
        if (!split.unbounded.isZero()) {
            throw new NoExpansion("a function at infinity");
        }
        return split.vanishing.polynomial(function.at(split.constant, MAX_TERMS));
    }

    private static Coefficient[] exponential(Coefficient factor) {
        Coefficient[] c = new Coefficient[MAX_TERMS + 1];
        c[0] = factor;
        for (int k = 1; k < c.length; k++) {
            c[k] = c[k - 1].times(Coefficient.of(Rational.of(1, k)));
        }
        return c;
    }

    /** {@code exp(this)}. */
    public Expansion exp() {
        Monomial left = rest;
        if (left != null && left.trend() == 0 && !terms.isEmpty()) {
            // What stays bounded in the exponent is a bounded factor.
            return atMost(unboundedOnly().exp().lead().growth());
        }
        if (isBounded() && left != null && left.trend() == 0) {
            return atMost(Monomial.ONE);
        }
        Split split = split();
        List<Term> exponent = new ArrayList<>();
        Rational power = Rational.ZERO;
        for (Term term : split.unbounded.terms) {
            if (!term.growth().isAlgebraic()) {
                boolean isFirst = exponent.isEmpty() && power.signum() == 0;
                if (isFirst && term.factor().sign() < 0) {
                    return atMost(Monomial.TINY);
                }
                throw new NoExpansion("an exponential in an exponent");
            }
            if (term.growth().power().signum() == 0 && term.growth().logs() == 1) {
                Rational exact = term.factor().rational();
                if (exact == null) {
                    throw new NoExpansion("a power of x that is not rational");
                }
                power = exact;
            } else {
                exponent.add(term);
            }
        }
        Expansion small = split.vanishing.polynomial(exponential(split.constant.exp()));
        return small.times(new Term(Coefficient.ONE, new Monomial(exponent, power, 0)));
    }

    private Expansion unboundedOnly() {
        List<Term> unbounded = new ArrayList<>();
        for (Term term : terms) {
            if (term.growth().trend() > 0) {
                unbounded.add(term);
            }
        }
        return new Expansion(unbounded, null, false);
    }

    /**
     * {@code log(this)}.
     *
     * @throws NoExpansion if it may vanish or be negative, or is a power of a logarithm
     */
    public Expansion log() {
        Term lead = lead();
        if (lead.factor().sign() < 0) {
            throw new NoExpansion("the logarithm of what is negative in the end");
        }
        if (lead.growth().logs() != 0) {
            throw new NoExpansion("the logarithm of a logarithm");
        }
        Coefficient[] c = new Coefficient[MAX_TERMS + 1];
        c[0] = Coefficient.ZERO;
        for (int k = 1; k < c.length; k++) {
            c[k] = Coefficient.of(Rational.of(k % 2 == 1 ? 1 : -1, k));
        }
        Coefficient constant = lead.factor().log();
        Expansion sum = beside(lead).polynomial(c).plus(of(constant));
        sum = sum.plus(new Expansion(lead.growth().exponent(), null, false));
        Monomial log = new Monomial(List.of(), Rational.ZERO, 1);
        return sum.plus(growing(log).times(Coefficient.of(lead.growth().power())));
    }

    /**
     * {@code this^exponent}, for a base that is positive in the end.
     *
     * @throws NoExpansion if that is not known
     */
    public Expansion power(Expansion exponent) {
        Coefficient constant = exponent.constant();
        Rational exact = constant == null ? null : constant.rational();
        return exact != null ? power(exact) : exponent.times(log()).exp();
    }

    /** Sine, or a quarter turn further cosine. */
    public Expansion sine(boolean cosine) {
        if (rest != null && rest.trend() >= 0) {
            return atMost(Monomial.ONE);
        }
        Split split = split();
        if (!split.unbounded.isZero()) {
            return atMost(Monomial.ONE);
        }
        return split.vanishing.polynomial(sines(split.constant, cosine));
    }

    /** sin(r·π), by the angle in the first quadrant that has the same sine, so that what cancels is seen to. */
    private static Coefficient sine(Rational halfTurns) {
        Rational two = Rational.of(2);
        Rational r = halfTurns.minus(halfTurns.over(two).floor().times(two));
        if (r.compareTo(Rational.ONE) >= 0) {
            return sine(r.minus(Rational.ONE)).negate();
        }
        Rational acute = r.compareTo(Rational.of(1, 2)) > 0 ? Rational.ONE.minus(r) : r;
        if (acute.signum() == 0 || acute.equals(Rational.of(1, 2)) || acute.equals(Rational.of(1, 6))) {
            return Coefficient.of(
                    acute.signum() == 0
                            ? Rational.ZERO
                            : acute.equals(Rational.of(1, 6)) ? Rational.of(1, 2) : Rational.ONE);
        }
        Series angle =
                Series.constant(Coefficient.PI.times(Coefficient.of(acute)).range(), 0);
        return Coefficient.constant("sin " + acute, angle.sin().range());
    }

    /** The same angle for every whole number x, without the whole turns that grow with x. */
    public Expansion withoutTurns() {
        List<Term> kept = new ArrayList<>();
        for (Term term : terms) {
            Rational halves = term.factor().multipleOfPi();
            boolean isTurn = isWholePower(term.growth())
                    && halves != null
                    && halves.over(Rational.of(2)).isInteger();
            if (!isTurn) {
                kept.add(term);
            }
        }
        return new Expansion(kept, rest, isErratic);
    }

    private static boolean isWholePower(Monomial growth) {
        return growth.isAlgebraic()
                && growth.logs() == 0
                && growth.power().isInteger()
                && growth.power().signum() > 0;
    }

    /**
     * Whether it is odd for every whole number x, or even for every one.
     *
     * @throws NoExpansion if that is not so
     */
    public boolean isOdd() {
        Rational rest = remainder(Rational.of(2));
        if (!rest.isInteger()) {
            throw new NoExpansion("a power of a negative number");
        }
        return rest.signum() != 0;
    }

    /**
     * What it leaves over a multiple of a number, from 0 up to that, the same for every whole number x.
     *
     * @param divisor positive
     * @throws NoExpansion if it is not the same for every one
     */
    public Rational remainder(Rational divisor) {
        Rational constant = Rational.ZERO;
        for (Term term : terms) {
            Rational factor = term.factor().rational();
            boolean isConstant = term.growth().equals(Monomial.ONE);
            boolean isMultiple = factor != null
                    && isWholePower(term.growth())
                    && factor.over(divisor).isInteger();
            if (rest != null || factor == null || !isConstant && !isMultiple) {
                throw new NoExpansion("what is left over a multiple of " + divisor);
            }
            constant = isConstant ? constant.plus(factor) : constant;
        }
        return constant.minus(constant.over(divisor).floor().times(divisor));
    }

    /** The angle whose tangent it is. */
    public Expansion atan() {
        if (!isBounded()) {
            Coefficient half = Coefficient.PI.times(Coefficient.of(Rational.of(sign(), 2)));
            return of(half).minus(power(Rational.of(-1)).atan());
        }
        return through((at, order) -> {
            Coefficient[] c = new Coefficient[order + 1];
            Series series = Series.variable(at.range(), order).atan();
            for (int k = 0; k <= order; k++) {
                c[k] = at.isZero() ? arctangent(k) : Coefficient.of(series.coefficient(k));
            }
            return c;
        });
    }

    /** The coefficients of the arctangent at zero, exactly. */
    private static Coefficient arctangent(int k) {
        return k % 2 == 0 ? Coefficient.ZERO : Coefficient.of(Rational.of(k % 4 == 1 ? 1 : -1, k));
    }

    private static Coefficient[] sines(Coefficient at, boolean cosine) {
        Coefficient sin;
        Coefficient cos;
        Rational halfTurns = at.multipleOfPi();
        if (halfTurns != null) {
            sin = sine(halfTurns);
            cos = sine(halfTurns.plus(Rational.of(1, 2)));
        } else {
            Series angle = Series.constant(at.range(), 0);
            sin = Coefficient.of(angle.sin().range());
            cos = Coefficient.of(angle.cos().range());
        }
        Coefficient[] c = new Coefficient[MAX_TERMS + 1];
        Rational factorial = Rational.ONE;
        for (int k = 0; k < c.length; k++) {
            int quarter = k + (cosine ? 1 : 0);
            Coefficient value = quarter % 2 == 0 ? sin : cos;
            factorial = k == 0 ? factorial : factorial.over(Rational.of(k));
            c[k] = value.times(Coefficient.of(quarter % 4 < 2 ? factorial : factorial.negate()));
        }
        return c;
    }

    /** The magnitude. */
    public Expansion abs() {
        return sign() < 0 ? negate() : this;
    }

    /** {@code erfc(this)} of what is unbounded: DLMF 7.12.1. */
    public Expansion gaussianTail() {
        if (sign() < 0) {
            return of(2).minus(negate().gaussianTail());
        }
        Expansion square = times(this);
        Expansion inverse = square.power(Rational.of(-1));
        Expansion sum = of(0);
        Expansion term = of(1);
        for (int k = 1; k < MAX_TERMS; k++) {
            sum = sum.plus(term);
            term = term.times(inverse).times(Coefficient.of(Rational.of(1 - 2L * k, 2)));
        }
        Expansion series = sum.plus(beyond(term.size()));
        Coefficient rootOfPi = Coefficient.of(Interval.PI.sqrt());
        return square.negate().exp().times(series).over(times(rootOfPi));
    }

    /** {@code log(factorial(this))} of what grows without bound: Stirling's series. */
    public Expansion logFactorial() {
        if (lead().growth().trend() <= 0 || sign() < 0) {
            throw new NoExpansion("a factorial");
        }
        // B_2k/(2k(2k − 1)): DLMF 5.11.1.
        long[][] bernoulli = {{1, 12}, {-1, 360}, {1, 1260}, {-1, 1680}, {1, 1188}, {-691, 360360}, {1, 156}};
        Expansion half = of(Coefficient.of(Rational.of(1, 2)));
        Coefficient twoPi = Coefficient.PI.times(Coefficient.of(2));
        Expansion sum = times(log()).minus(this).plus(times(twoPi).log().times(half));
        Expansion inverse = power(Rational.of(-1));
        Expansion power = inverse;
        for (long[] b : bernoulli) {
            sum = sum.plus(power.times(Coefficient.of(Rational.of(b[0], b[1]))));
            power = power.times(inverse).times(inverse);
        }
        return sum.plus(beyond(power.size()));
    }

    @Override
    public String toString() {
        return terms + (rest == null ? "" : " + O(" + rest + ")");
    }

    /** An interval that holds the limit of what is bounded and settles, or null if it does not settle or that is not known. */
    public Limit limit() {
        Monomial left = rest;
        boolean settles = left == null || left.trend() < 0;
        for (Term term : terms) {
            int trend = term.growth().trend();
            if (trend > 0) {
                return term.factor().hasSign() ? term.factor().sign() > 0 ? Limit.UP : Limit.DOWN : Limit.UNKNOWN;
            }
            if (trend == 0 && settles && term.factor().range().isBounded()) {
                return new Limit(Limit.Kind.FINITE, term.factor());
            }
        }
        boolean vanishes = terms.isEmpty() || terms.get(0).growth().trend() < 0;
        return settles && vanishes ? new Limit(Limit.Kind.FINITE, Coefficient.ZERO) : Limit.UNKNOWN;
    }

    /**
     * Where it goes.
     *
     * @param kind what is known
     * @param value the limit, if it is finite
     */
    public record Limit(Kind kind, Coefficient value) {
        static final Limit UP = new Limit(Kind.UP, Coefficient.ZERO);
        static final Limit DOWN = new Limit(Kind.DOWN, Coefficient.ZERO);
        static final Limit UNKNOWN = new Limit(Kind.UNKNOWN, Coefficient.ZERO);

        /** What is known of it. */
        public enum Kind {
            /** It tends to a number. */
            FINITE,
            /** It grows above every number. */
            UP,
            /** It falls below every number. */
            DOWN,
            /** It need not settle, or that is not known. */
            UNKNOWN
        }

        /** The interval in which the limit lies. */
        public Interval range() {
            return value.range();
        }
    }
}
