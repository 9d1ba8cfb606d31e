package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expansion.Remainder;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Accumulation;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A sum or product without an end. Whether it converges is read off the expansion of its terms, so that none that diverges has a
 * value; as many terms as are needed are added up one by one, and what is left is a {@link Remainder}. Terms whose signs change, as
 * (−1)^n/n, are taken together a few at a time.
 */
final class Unending {

    /** How many terms are taken together, one after the other until the expansion of each is known. */
    private static final int[] PERIODS = {1, 2, 4, 3, 6, 8, 12, 5, 10, 7, 9, 11, 13, 14, 15, 16, 18, 20, 24};

    private static final int FIRST = 32;

    /** The most groups that are added up one by one. */
    private static final int MAX_GROUPS = 1 << 18;

    /** A remainder that is this part of the sum is as good as rounding. */
    private static final double ENOUGH = 0x1p-48;

    /** A sum whose error is a larger part of the sum of magnitudes has not settled. */
    private static final double SETTLED = 1e-6;

    /** So many terms are evaluated at exact numbers. */
    private static final int EXACT = 64;

    /** Longer exact terms are evaluated as doubles. */
    private static final int LONG = 256;

    /** Terms that are exact numbers of more bits are not waited for. */
    private static final int MAX_BITS = 1 << 15;

    private static final double SAME = 1e-12;

    private final Loop loop;
    private final boolean isSum;
    private @Nullable Boolean inReals;
    private final int side;

    /** The first number, upward, or its opposite, downward. */
    private final long start;

    private Unending(Loop loop, boolean isSum) {
        this.loop = loop;
        this.isSum = isSum;
        side = ((Domain.Endless) loop.domain()).side();
        start = side * loop.first();
    }

    /**
     * The sum, or else the product, over the one domain, whole numbers without an end.
     *
     * @throws NoValue if it does not converge, or that is not known
     */
    static Estimate of(Loop loop, boolean isSum) {
        return new Unending(loop, isSum).value();
    }

    /** How groups of terms behave. */
    private record Groups(int period, Expansion re, Expansion im, List<Expansion> parts) {}

    private Estimate value() {
        Groups groups = loop.once(this::groups);
        Remainder re = new Remainder(
                groups.re,
                groups.parts,
                m -> Arithmetic.real(group(m, groups.period)),
                m -> rounding(m, groups.period));
        Remainder im = new Remainder(
                groups.im,
                groups.parts,
                m -> Arithmetic.imaginary(group(m, groups.period)),
                m -> rounding(m, groups.period));
        requireConvergence(re);
        requireConvergence(im);
        if (!re.canSettle()) {
            throw new NoValue(
                    "the " + word() + " converges, but it is made of numbers too far apart for its sum to be told");
        }
        Accumulation total = isSum ? Accumulation.sum() : Accumulation.product();
        double magnitude = 0;
        long done = start;
        @Nullable Estimate best = null;
        long firstGroup = Math.max(FIRST, start / groups.period + 1);
        for (long until = firstGroup; until - firstGroup <= MAX_GROUPS; until *= 2) {
            for (; done < until * groups.period; done++) {
                Value body = body(done);
                total.take(body);
                magnitude += size(body);
            }
            Remainder.Sum left = re.from(until);
            Remainder.Sum turned = im.from(until);
            if (!Double.isFinite(left.error() + turned.error())) {
                continue;
            }
            Estimate now = joined(total, left, turned, magnitude);
            if (best != null) {
                Estimate better = now.error() < best.error() ? now : best;
                double apart = size(Arithmetic.subtract(now.value(), best.value()));
                boolean isEnough = now.error() >= best.error() || best.error() <= ENOUGH * scale(magnitude);
                best = new Estimate(better.value(), isEnough ? better.error() + apart : better.error());
                if (isEnough) {
                    break;
                }
            } else {
                best = now;
            }
        }
        if (best == null || best.error() > SETTLED * scale(magnitude)) {
            throw new NoValue("the " + word() + " converges, but what is left of it after " + (done - start)
                    + " terms cannot be told well enough");
        }
        return best;
    }

    private double scale(double magnitude) {
        return isSum ? magnitude : 1;
    }

    private Estimate joined(Accumulation total, Remainder.Sum re, Remainder.Sum im, double magnitude) {
        Value start = total.value();
        if (isSum) {
            Value left = im.value() == 0 && im.error() == 0
                    ? new Value.Real(re.value())
                    : new Value.Complex(re.value(), im.value());
            Value sum = Arithmetic.add(start, left);
            return new Estimate(sum, total.error() + re.error() + im.error() + Math.ulp(1.0) * (magnitude + size(sum)));
        }
        Value product = Arithmetic.multiply(start, new Value.Real(Math.exp(re.value())));
        return new Estimate(product, total.error() + size(product) * (Math.expm1(re.error()) + 4 * Math.ulp(1.0)));
    }

    private String word() {
        return isSum ? "series" : "product";
    }

    private void requireConvergence(Remainder remainder) {
        Remainder.Kind kind = remainder.kind();
        if (kind == Remainder.Kind.DIVERGES) {
            throw new NoValue(
                    isSum
                            ? "the series diverges: its terms do not fall fast enough"
                            : "the product diverges: its factors do not go to 1 fast enough");
        }
        if (kind == Remainder.Kind.UNKNOWN) {
            throw new NoValue("whether the " + word() + " converges cannot be told");
        }
    }

    private static double size(Value value) {
        return Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
    }

    /** The body at the number k, upward, or −k, downward. */
    private Value body(long k) {
        Value body = loop.at(at(k));
        if (body instanceof Value.Exact exact && exact.number().bitLength() > MAX_BITS) {
            throw new NoValue("the terms of the " + word() + " grow too long to be taken one by one");
        }
        return body;
    }

    private Value at(long k) {
        boolean isLate = k >= start + EXACT;
        if (isLate && inReals == null) {
            inReals = isSameInReals();
        }
        return isLate && Boolean.TRUE.equals(inReals) ? new Value.Real(side * k) : Value.Exact.of(side * k);
    }

    /**
     * Exact numbers such as 0.999^n grow long, by themselves and inside of what is rounded anyway; then doubles will do where they give
     * the same.
     */
    private boolean isSameInReals() {
        try {
            boolean isShort = loop.at(Value.Exact.of(side * (start + EXACT))) instanceof Value.Exact exact
                    && exact.number().bitLength() <= LONG;
            if (isShort) {
                return false;
            }
            double apart = 0;
            double largest = 0; // one of them may be as good as zero
            for (long k = start + EXACT - 4; k < start + EXACT; k++) {
                Value exactly = loop.at(Value.Exact.of(side * k));
                Value near = loop.at(new Value.Real(side * k));
                apart = Math.max(apart, size(Arithmetic.subtract(near, exactly)));
                largest = Math.max(largest, size(exactly));
            }
            return apart <= SAME * largest;
        } catch (NoValue e) {
            return false;
        }
    }

    private double rounding(long m, int period) {
        double sum = 0;
        for (long k = m * period; k < (m + 1) * period; k++) {
            double size = size(body(k));
            double moved = loop.rounding(Value.Exact.of(side * k)) + Math.ulp(size);
            sum += isSum ? moved : moved / size;
        }
        return sum;
    }

    /** The terms of the m-th group, or the logarithms of its factors, added up. */
    private Value group(long m, int period) {
        Accumulation sum = Accumulation.sum();
        for (int r = 0; r < period; r++) {
            Value body = body(m * period + r);
            sum.take(isSum ? body : Arithmetic.log(body));
        }
        return sum.value();
    }

    private Groups groups() {
        String why = "";
        @Nullable Groups bounded = null;
        for (int period : PERIODS) {
            try {
                Groups groups = groups(period);
                if (kind(groups.re) == Remainder.Kind.UNKNOWN || kind(groups.im) == Remainder.Kind.UNKNOWN) {
                    why = "a part of its terms that oscillates or is not known well enough";
                } else if (isKnown(groups.re) && isKnown(groups.im)) {
                    return groups;
                } else {
                    bounded = bounded == null ? groups : bounded;
                }
            } catch (NoExpansion e) {
                why = e.what();
            }
        }
        if (bounded != null) {
            return bounded;
        }
        throw new NoValue("whether the " + word() + " converges cannot be told, because of " + why);
    }

    private static Remainder.Kind kind(Expansion groups) {
        return new Remainder(groups, List.of(), m -> 0, m -> 0).kind();
    }

    /** Whether more is known than a bound. */
    private static boolean isKnown(Expansion groups) {
        return groups.isZero() || !groups.terms().isEmpty();
    }

    private Groups groups(int period) {
        Expansion re = Expansion.of(0);
        Expansion im = Expansion.of(0);
        List<Expansion> parts = new ArrayList<>();
        for (int r = 0; r < period; r++) {
            Expansion n = Expansion.ofPower(Rational.ONE)
                    .times(Expansion.of((long) side * period))
                    .plus(Expansion.of((long) side * r));
            Loop.Expanded body = loop.expanded(n);
            parts.addAll(body.parts());
            Expansion real = isSum ? body.re() : body.re().log();
            if (!isSum && !body.im().isZero()) {
                throw new NoExpansion("factors that are complex");
            }
            requireVanishing(real);
            requireVanishing(body.im());
            re = re.plus(real);
            im = im.plus(body.im());
        }
        parts.add(re);
        return new Groups(period, re, im, parts);
    }

    private void requireVanishing(Expansion term) {
        Expansion.Limit limit = term.limit();
        if (limit.kind() == Expansion.Limit.Kind.UNKNOWN) {
            throw new NoExpansion("terms that oscillate or are not known well enough");
        }
        boolean vanishes =
                limit.kind() == Expansion.Limit.Kind.FINITE && limit.value().isZero();
        if (!vanishes
                && (limit.kind() != Expansion.Limit.Kind.FINITE || limit.value().hasSign())) {
            throw new NoValue(
                    isSum
                            ? "the series diverges: its terms do not go to zero"
                            : "the product diverges: its factors do not go to 1");
        }
        if (!vanishes) {
            throw new NoExpansion("terms that may or may not go to zero");
        }
    }
}
