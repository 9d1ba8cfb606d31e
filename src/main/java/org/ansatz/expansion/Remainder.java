package org.ansatz.expansion;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.ansatz.expansion.Monomial.Term;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What a convergent series adds up to from its m-th term on. The terms' expansion says what kind of series it is: where they fall as
 * an exponential, a geometric series bounds the rest; where they fall as powers, each power of the expansion is added up by the
 * Euler–Maclaurin formula (DLMF 2.10.1), and what the terms differ from their expansion, as seen at some of them, bounds what is
 * left. Neither says anything before the expansion has settled: then all that it was made of is dominated by its first term.
 */
public final class Remainder {

    /** Bernoulli numbers B_2, B_4, … over (2k)!. */
    private static final double[] BERNOULLI = {
        1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000.0, 1.0 / 74724249600.0
    };

    private static final double SAFETY = 4;

    /** The first term of an exponent outweighs what is so many times smaller: further out it does so ever more. */
    private static final double OUTWEIGHED = 1.25;

    /** So many terms are compared with their expansion. */
    private static final int NEIGHBOURS = 4;

    private static final double ROUNDINGS = 0x1p-51;

    /** Of what is known by its size alone, samples may have been small by chance: so much more is allowed for. */
    private static final double UNSEEN = 1e4;

    private final Expansion block;
    private final List<Expansion> parts;
    private final LongToDoubleFunction term;
    private final LongToDoubleFunction rounding;

    /**
     * The rest of a series.
     *
     * @param block how a term behaves for large m
     * @param parts what it was made of
     * @param term the m-th term
     * @param rounding how wrong the m-th term may be for roundings
     */
    public Remainder(Expansion block, List<Expansion> parts, LongToDoubleFunction term, LongToDoubleFunction rounding) {
        this.block = block;
        this.parts = List.copyOf(parts);
        this.term = term;
        this.rounding = rounding;
    }

    /** Whether a series converges. */
    public enum Kind {
        /** It does. */
        CONVERGES,
        /** It does not, for certain. */
        DIVERGES,
        /** That is not known. */
        UNKNOWN
    }

    /** Whether the series converges. */
    public Kind kind() {
        for (Term part : block.terms()) {
            if (!isSummable(part.growth())) {
                boolean isSlow = part.growth().isAlgebraic()
                        && part.growth().power().equals(Rational.of(-1))
                        && part.growth().logs() < -1;
                return isSlow || !part.factor().hasSign() ? Kind.UNKNOWN : Kind.DIVERGES;
            }
        }
        Monomial rest = block.rest();
        return rest == null || isSummable(rest) ? Kind.CONVERGES : Kind.UNKNOWN;
    }

    /** Whether the sizes of all terms that it is made of are known, without which it never settles. */
    public boolean canSettle() {
        for (Expansion part : parts) {
            List<Term> terms = part.terms();
            for (int k = 1; k < terms.size(); k++) {
                if (!terms.get(k).factor().range().isBounded()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSummable(Monomial growth) {
        return growth.isAlgebraic() ? growth.power().compareTo(Rational.of(-1)) < 0 : growth.trend() < 0;
    }

    /**
     * What is left.
     *
     * @param value of all terms from the m-th on
     * @param error how far from the truth it may be; infinite where nothing is known yet
     */
    public record Sum(double value, double error) {
        static final Sum UNKNOWN = new Sum(0, Double.POSITIVE_INFINITY);
    }

    /** The sum of all terms from the m-th on, m being at least 8. */
    public Sum from(long m) {
        for (Expansion part : parts) {
            if (!isSettled(part, (double) m)) {
                return Sum.UNKNOWN;
            }
        }
        if (!isSettled(block, (double) m)) {
            return Sum.UNKNOWN;
        }
        if (block.isZero()) {
            return new Sum(0, 0);
        }
        Monomial rest = block.rest();
        boolean isExponential = block.terms().isEmpty()
                ? rest != null && !rest.isAlgebraic()
                : !block.terms().get(0).growth().isAlgebraic();
        return isExponential ? exponential(m) : algebraic(m);
    }

    // ---- whether what is known far out holds from m on

    /** Whether the first of an expansion's terms dominates all others from m on, and the same in each exponent. */
    private static boolean isSettled(Expansion part, double m) {
        List<Term> terms = part.terms();
        for (Term other : terms) {
            if (!isMonotone(other.growth(), m)) {
                return false;
            }
        }
        for (int k = 1; k < terms.size(); k++) {
            Term lead = terms.get(0);
            double size = logSize(terms.get(k), m) - logSize(lead, m);
            boolean isSmall = size <= -Math.log(2) * k;
            Monomial ratio = terms.get(k).growth().times(lead.growth().to(Rational.of(-1)));
            if (!isSmall || !isMonotone(ratio, m)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the first term of the exponent outweighs from m on all that goes the other way, in the derivative of the growth's
     * logarithm. What falls or rises with it only helps: 0.01^n/n! falls from the beginning.
     */
    private static boolean isMonotone(Monomial growth, double m) {
        if (growth.isAlgebraic()) {
            return Math.abs(growth.logs())
                    <= Math.log(m) * Math.max(1, Math.abs(growth.power().toDouble()));
        }
        double lead = slope(growth.exponent().get(0), m);
        double power = growth.exponent().get(0).growth().power().toDouble();
        boolean isSteep = power >= 1 || lead * m >= SAFETY * (1 / Math.max(power, 1e-3) - 1);
        return isSteep && lead >= OUTWEIGHED * others(growth, m);
    }

    /** What goes against the first term of the exponent, in the derivative of the growth's logarithm. */
    private static double others(Monomial growth, double m) {
        int way = way(growth.exponent().get(0));
        double others = against(way, growth.power().toDouble()) / m + against(way, growth.logs()) / (m * Math.log(m));
        for (Term term : growth.exponent().subList(1, growth.exponent().size())) {
            others += way != 0 && way(term) == way ? 0 : slope(term, m);
        }
        return others;
    }

    /** The size of a number that does not have this sign, else 0. */
    private static double against(int way, double number) {
        return number * way > 0 ? 0 : Math.abs(number);
    }

    /** Whether a term of an exponent rises, 1, or falls, −1, from the beginning; 0 where that is not known. */
    private static int way(Term term) {
        boolean isPlain = term.growth().power().signum() > 0 && term.growth().logs() >= 0;
        return isPlain ? term.factor().range().sign() : 0;
    }

    /** The size of the derivative of a term of an exponent, at most. */
    private static double slope(Term term, double m) {
        double p = Math.abs(term.growth().power().toDouble());
        double q = Math.abs(term.growth().logs());
        double log = Math.log(m);
        double factor = Math.max(
                Math.abs(term.factor().range().low()),
                Math.abs(term.factor().range().high()));
        return factor * Math.pow(m, p - 1) * Math.pow(log, term.growth().logs()) * (p + q / log);
    }

    private static double logSize(Term term, double m) {
        double factor = Math.max(
                Math.abs(term.factor().range().low()),
                Math.abs(term.factor().range().high()));
        return Math.log(factor) + logSize(term.growth(), m);
    }

    private static double logSize(Monomial growth, double m) {
        double sum = growth.power().toDouble() * Math.log(m) + growth.logs() * Math.log(Math.log(m));
        for (Term term : growth.exponent()) {
            sum += term.factor().range().middle()
                    * Math.pow(m, term.growth().power().toDouble())
                    * Math.pow(Math.log(m), term.growth().logs());
        }
        return sum;
    }

    // ---- exponential series

    private Sum exponential(long last) {
        double m = last;
        boolean isKnown = !block.terms().isEmpty();
        @Nullable Monomial bound = isKnown ? block.terms().get(0).growth() : block.rest();
        if (bound == null) {
            return Sum.UNKNOWN;
        }
        if (!isMonotone(bound, m)) {
            return Sum.UNKNOWN;
        }
        double size = 0;
        for (long at = Math.max(3, last - 64); at <= last; at++) {
            double value = Math.abs(term.applyAsDouble(at));
            // Below the smallest normal number a double says nothing of how large a term is; it is an error by itself.
            boolean isSeen = value >= Double.MIN_NORMAL;
            size = Math.max(size, isSeen ? Math.exp(Math.log(value) - logSize(bound, (double) at)) : 0);
        }
        if (isKnown) {
            double limit = Math.abs(block.terms().get(0).factor().range().middle());
            double now = Math.abs(term.applyAsDouble(last));
            double expected = limit * Math.exp(logSize(bound, m));
            boolean isNear = now <= 2 * expected && expected <= 2 * now || expected < Double.MIN_NORMAL;
            if (!isNear) {
                return Sum.UNKNOWN;
            }
            size = Math.max(size, limit);
        }
        double terms = 1 + SAFETY / (slope(bound.exponent().get(0), m) - others(bound, m));
        double left = size * Math.exp(logSize(bound, m)) * terms * (isKnown ? SAFETY : UNSEEN);
        return Double.isFinite(left) ? new Sum(0, left + Double.MIN_NORMAL) : Sum.UNKNOWN;
    }

    // ---- powers

    private Sum algebraic(long first) {
        double m = first;
        if (block.isErratic()) {
            return Sum.UNKNOWN;
        }
        double value = 0;
        double error = 0;
        for (Term part : block.terms()) {
            if (!part.growth().isAlgebraic()) {
                error += Math.exp(logSize(part, m)) * m;
                continue;
            }
            if (part.growth().logs() < 0 || !part.factor().range().isBounded()) {
                return Sum.UNKNOWN;
            }
            double power = -part.growth().power().toDouble();
            Sum tail = powers(power, part.growth().logs(), m);
            double factor = part.factor().range().middle();
            value += factor * tail.value;
            error += Math.abs(factor) * tail.error
                    + part.factor().range().width() * Math.abs(tail.value)
                    + Math.ulp(factor * tail.value);
        }
        Monomial rest = block.rest();
        double order = rest == null || !rest.isAlgebraic() ? 2 : -rest.power().toDouble();
        double left = 0;
        for (long at = first; at < first + NEIGHBOURS; at++) {
            left = Math.max(left, Math.max(apart(at), noise(at)));
        }
        for (long at : new long[] {first + first / 2, 2 * first, 3 * first}) {
            if (apart(at) > 2 * left * Math.pow(m / at, order) + noise(at)) {
                return Sum.UNKNOWN; // it does not fall as it should yet
            }
        }
        error += SAFETY * left * m / (order - 1);
        return Double.isFinite(value) && Double.isFinite(error) ? new Sum(value, error) : Sum.UNKNOWN;
    }

    /** How far a term is from its expansion. */
    private double apart(long m) {
        double sum = 0;
        for (int k = block.terms().size() - 1; k >= 0; k--) {
            sum += valueAt(block.terms().get(k), (double) m);
        }
        return Math.abs(term.applyAsDouble(m) - sum);
    }

    private static double valueAt(Term part, double m) {
        Monomial growth = part.growth();
        double algebraic = Math.pow(m, growth.power().toDouble()) * Math.pow(Math.log(m), growth.logs());
        double factor = part.factor().range().middle();
        return factor * (growth.isAlgebraic() ? algebraic : Math.exp(logSize(growth, m)));
    }

    /** How far it may seem to be for roundings alone. */
    private double noise(long m) {
        double size = 0;
        for (Term part : block.terms()) {
            size += Math.abs(valueAt(part, (double) m));
        }
        return ROUNDINGS * size + SAFETY * rounding.applyAsDouble(m);
    }

    /** Σ k^−power·log(k)^logs from m on, by Euler and Maclaurin. */
    static Sum powers(double power, int logs, double m) {
        double log = Math.log(m);
        // ∫ k^−s log^q = m^(1−s)/(s−1)·(log^q + q/(s−1)·(log^(q−1) + …)).
        double integral = 0;
        double factor = Math.pow(m, 1 - power) / (power - 1);
        for (int q = logs; q >= 0; q--) {
            integral += factor * Math.pow(log, q);
            factor *= q / (power - 1);
        }
        double[] derivative = new double[logs + 1];
        derivative[logs] = 1;
        double s = power;
        double sum = integral + at(derivative, s, m) / 2;
        double last = 0;
        for (int k = 0; k < BERNOULLI.length; k++) {
            derivative = differentiated(derivative, s++);
            if (k > 0) {
                derivative = differentiated(derivative, s++);
            }
            last = BERNOULLI[k] * at(derivative, s, m);
            sum -= last;
        }
        return new Sum(sum, SAFETY * Math.abs(last) + SAFETY * Math.ulp(sum));
    }

    /** The derivative of k^−s·Σ c_q log(k)^q, as that of k^−(s+1). */
    private static double[] differentiated(double[] c, double s) {
        double[] result = new double[c.length];
        for (int q = 0; q < c.length; q++) {
            result[q] += -s * c[q];
            if (q > 0) {
                result[q - 1] += q * c[q];
            }
        }
        return result;
    }

    private static double at(double[] c, double s, double m) {
        double log = Math.log(m);
        double sum = 0;
        for (int q = c.length - 1; q >= 0; q--) {
            sum = sum * log + c[q];
        }
        return sum * Math.pow(m, -s);
    }
}
