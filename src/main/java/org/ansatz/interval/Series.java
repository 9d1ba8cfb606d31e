package org.ansatz.interval;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function of one variable on a set of its values: the coefficient {@code k} holds the k-th derivative over k! at every point
 * of the set. The first is the range; on a single point it is the Taylor series there. Recurrences after R. E. Moore, Interval
 * Analysis, 1966, chapter 11, and L. B. Rall, Automatic Differentiation, LNCS 120, 1981: a function whose derivative is known as
 * a function follows from one product of series.
 */
public final class Series {

    /** A value changes much on a set if its ends differ by this factor. */
    private static final double MUCH = 16;

    private final Interval[] coefficients;
    private final Regularity regularity;

    /** The last coefficient that is not zero, which in polynomials is soon; at least 0. */
    private final int degree;

    /** j times the coefficient j, once they were asked for. */
    private Interval @Nullable [] slopes;

    /** The coefficients relative to the value, where that changes so much on the set that they say more than the coefficients do. */
    private final @Nullable Ratios ratios;

    private Series(Interval[] coefficients, Regularity regularity) {
        this(coefficients, regularity, null);
    }

    private Series(Interval[] coefficients, Regularity regularity, @Nullable Ratios ratios) {
        this.coefficients = coefficients;
        this.regularity = regularity;
        this.ratios = ratios;
        int last = coefficients.length - 1;
        while (last > 0 && coefficients[last].isZero()) {
            last--;
        }
        degree = last;
    }

    /** A constant. */
    public static Series constant(Interval value, int order) {
        return new Series(constants(value, order), Regularity.SMOOTH);
    }

    /** The variable itself on a set. */
    public static Series variable(Interval set, int order) {
        Interval[] c = constants(set, order);
        if (order > 0) {
            c[1] = Interval.ONE;
        }
        return new Series(c, Regularity.SMOOTH);
    }

    /** A function without a value anywhere on the set. */
    public static Series nowhere(int order) {
        return new Series(unknown(Interval.ENTIRE, order), Regularity.NOWHERE);
    }

    private static Interval[] constants(Interval value, int order) {
        Interval[] c = new Interval[order + 1];
        java.util.Arrays.fill(c, Interval.ZERO);
        c[0] = value;
        return c;
    }

    /** A range, and nothing known of derivatives. */
    private static Interval[] unknown(Interval range, int order) {
        Interval[] c = new Interval[order + 1];
        java.util.Arrays.fill(c, Interval.ENTIRE);
        c[0] = range;
        return c;
    }

    /** How many derivatives it has. */
    public int order() {
        return coefficients.length - 1;
    }

    /** The range of the function on the set. */
    public Interval range() {
        return coefficients[0];
    }

    /** The k-th derivative over k!, on the set. */
    public Interval coefficient(int k) {
        return coefficients[k];
    }

    /** What is known of the function on the set. */
    public Regularity regularity() {
        return regularity;
    }

    /** Whether it does not depend on the variable. */
    public boolean isConstant() {
        return degree == 0;
    }

    /** The same function, of which no more than this is known. */
    public Series atMost(Regularity most) {
        return regularity.isAtLeast(most) && regularity != most ? new Series(coefficients, most, ratios) : this;
    }

    /** The same function with a range that is known to be no larger than this. */
    private Series within(Interval range) {
        Interval[] c = coefficients.clone();
        c[0] = c[0].and(range);
        return new Series(c, regularity, ratios);
    }

    // ---- coefficients relative to the value

    private static boolean changesMuch(Interval positive) {
        return !positive.isBounded() || positive.high() / MUCH > positive.low();
    }

    /** Those that are known, or follow; null if there are none. */
    private @Nullable Ratios ratios() {
        if (ratios != null) {
            return ratios;
        }
        if (isConstant()) {
            return Ratios.ofConstant(order());
        }
        return range().contains(0) ? null : Ratios.of(coefficients);
    }

    /** Ratios of both, if those of one say more than its coefficients; null if there are none. */
    private @Nullable Ratios joined(Series other, Joining operation) {
        if (ratios == null && other.ratios == null) {
            return null;
        }
        Ratios own = ratios();
        Ratios others = other.ratios();
        return own == null || others == null ? null : operation.of(own, others);
    }

    /** Ratios from those of two functions; null if they do not follow. */
    private interface Joining {
        @Nullable
        Ratios of(Ratios own, Ratios others);
    }

    /** The function with these coefficients, and these ratios if they are known. */
    private static Series of(Interval[] coefficients, Regularity regularity, @Nullable Ratios ratios) {
        if (ratios == null) {
            return new Series(coefficients, regularity);
        }
        Interval[] c = ratios.times(coefficients[0]);
        for (int k = 1; k < c.length; k++) {
            c[k] = c[k].and(coefficients[k]);
        }
        return new Series(c, regularity, ratios);
    }

    // ---- arithmetic

    /** {@code −this}. */
    public Series negate() {
        Interval[] c = new Interval[coefficients.length];
        for (int k = 0; k < c.length; k++) {
            c[k] = coefficients[k].negate();
        }
        return new Series(c, regularity, ratios);
    }

    /** {@code this + other}. */
    public Series plus(Series other) {
        Interval[] c = new Interval[coefficients.length];
        for (int k = 0; k < c.length; k++) {
            c[k] = coefficients[k].plus(other.coefficients[k]);
        }
        return of(c, regularity.and(other.regularity), joined(other, (own, others) -> ofSum(own, other, others)));
    }

    private @Nullable Ratios ofSum(Ratios own, Series other, Ratios others) {
        Interval a = range();
        Interval b = other.range();
        if (a.low() >= 0 && b.low() >= 0) {
            return Ratios.ofSum(a, own, b, others);
        }
        return a.high() <= 0 && b.high() <= 0 ? Ratios.ofSum(a.negate(), own, b.negate(), others) : null;
    }

    /** {@code this − other}. */
    public Series minus(Series other) {
        return plus(other.negate());
    }

    /** {@code this · other}. */
    public Series times(Series other) {
        Interval[] c = new Interval[coefficients.length];
        for (int k = 0; k < c.length; k++) {
            c[k] = product(other, k);
        }
        return of(c, regularity.and(other.regularity), joined(other, Ratios::times));
    }

    /** The coefficient k of a product. */
    private Interval product(Series other, int k) {
        return sum(coefficients, other.coefficients, Math.max(0, k - other.degree), Math.min(k, degree), k);
    }

    /** Σ aⱼ bₖ₋ⱼ from j = {@code first} to {@code last}. */
    static Interval sum(Interval[] a, Interval[] b, int first, int last, int k) {
        double low = 0;
        double high = 0;
        for (int j = first; j <= last; j++) {
            Interval x = a[j];
            Interval y = b[k - j];
            if (!x.isZero() && !y.isZero()) {
                low = Interval.sumDown(low, x.timesDown(y));
                high = Interval.sumUp(high, x.timesUp(y));
            }
        }
        return new Interval(low, high);
    }

    /** {@code this · this}, whose range is never negative. */
    public Series square() {
        return times(this).within(range().square());
    }

    /** {@code this / other}; it may have a pole where {@code other} holds zero. */
    public Series over(Series other) {
        Interval[] b = other.coefficients;
        Regularity joint = regularity.and(other.regularity);
        if (b[0].contains(0)) {
            boolean pole = b[0].isPoint();
            return pole
                    ? nowhere(order())
                    : new Series(unknown(coefficients[0].over(b[0]), order()), joint.and(Regularity.PARTIAL));
        }
        Interval[] c = new Interval[coefficients.length];
        for (int k = 0; k < c.length; k++) {
            c[k] = coefficients[k]
                    .minus(sum(b, c, 1, Math.min(k, other.degree), k))
                    .over(b[0]);
        }
        return of(c, joint, joined(other, Ratios::over));
    }

    /** A whole power, with 1 for the power 0. */
    public Series power(int n) {
        if (n < 0) {
            return constant(Interval.ONE, order()).over(power(-n));
        }
        if (n == 0) {
            return constant(Interval.ONE, order()).atMost(regularity);
        }
        Series power = null;
        Series square = this;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = power == null ? square : power.times(square);
            }
            square = left > 1 ? square.square() : square;
        }
        return java.util.Objects.requireNonNull(power).within(IntervalFunctions.power(range(), n));
    }

    /** A real power of what is not negative; elsewhere it has no value. */
    public Series power(Series exponent) {
        if (range().high() < 0) {
            return nowhere(order());
        }
        Interval range = IntervalFunctions.power(range(), exponent.range());
        if (range().low() > 0) {
            return log().times(exponent).exp().within(range);
        }
        boolean defined = range().low() >= 0 && exponent.range().low() > 0;
        Regularity local = defined ? Regularity.CONTINUOUS : Regularity.PARTIAL;
        return new Series(
                unknown(range, order()), regularity.and(exponent.regularity).and(local));
    }

    // ---- elementary functions

    /** A function of this one, by its value on the range and its derivative as a function of this one. */
    private Series chain(Interval value, Function<Series, Series> slope) {
        if (order() == 0) {
            return new Series(new Interval[] {value}, regularity);
        }
        Series g = slope.apply(shortened());
        Interval[] c = new Interval[coefficients.length];
        c[0] = value;
        for (int k = 1; k < c.length; k++) {
            c[k] = moment(g.coefficients, k).over(k);
        }
        return new Series(c, regularity.and(g.regularity));
    }

    /** Without the last coefficient. */
    private Series shortened() {
        return new Series(java.util.Arrays.copyOf(coefficients, coefficients.length - 1), regularity);
    }

    /** The exponential. */
    public Series exp() {
        Interval[] c = new Interval[coefficients.length];
        Interval value = IntervalFunctions.exp(range());
        boolean isRelative = changesMuch(value);
        c[0] = isRelative ? Interval.ONE : value;
        for (int k = 1; k < c.length; k++) {
            c[k] = moment(c, k).over(k);
        }
        return isRelative ? relative(value, new Ratios(c)) : new Series(c, regularity);
    }

    /** A function of this one with this range, whose value is nowhere zero. */
    private Series relative(Interval range, Ratios ratios) {
        return new Series(ratios.times(range), regularity, ratios);
    }

    /** Σ j uⱼ gₖ₋ⱼ from j = 1 on. */
    private Interval moment(Interval[] g, int k) {
        if (slopes == null) {
            slopes = new Interval[coefficients.length];
            for (int j = 0; j < slopes.length; j++) {
                slopes[j] = j == 0 ? Interval.ZERO : coefficients[j].times(j);
            }
        }
        return sum(slopes, g, 1, Math.min(k, degree), k);
    }

    /** The natural logarithm of what is positive; at zero and below it has no value. */
    public Series log() {
        return ratios != null && range().low() > 0
                ? new Series(ratios.log(IntervalFunctions.log(range())), regularity)
                : onPositive(IntervalFunctions.log(range()), 0, Series::reciprocal);
    }

    /** log(1 + this). */
    public Series log1p() {
        return onPositive(
                IntervalFunctions.log1p(range()), -1, u -> u.plus(one(u)).reciprocal());
    }

    private Series onPositive(Interval value, double above, Function<Series, Series> slope) {
        if (range().high() <= above) {
            return nowhere(order());
        }
        return range().low() > above
                ? chain(value, slope)
                : new Series(unknown(value, order()), regularity.and(Regularity.PARTIAL));
    }

    private Series reciprocal() {
        return one(this).over(this);
    }

    private static Series one(Series like) {
        return constant(Interval.ONE, like.order());
    }

    /** The square root of what is not negative; below zero it has no value. */
    public Series sqrt() {
        if (range().high() < 0) {
            return nowhere(order());
        }
        Interval value = range().sqrt();
        if (ratios != null && range().low() > 0) {
            return relative(value, ratios.sqrt());
        }
        if (range().low() > 0) {
            Interval[] c = new Interval[coefficients.length];
            c[0] = value;
            for (int k = 1; k < c.length; k++) {
                c[k] = coefficients[k].minus(sum(c, c, 1, k - 1, k)).over(value.times(2));
            }
            return new Series(c, regularity);
        }
        Regularity local = range().low() == 0 ? Regularity.CONTINUOUS : Regularity.PARTIAL;
        return isConstant()
                ? constant(value, order()).atMost(regularity.and(local))
                : new Series(unknown(value, order()), regularity.and(local));
    }

    /** The sine of an angle in radians. */
    public Series sin() {
        return waves(true);
    }

    /** The cosine of an angle in radians. */
    public Series cos() {
        return waves(false);
    }

    private Series waves(boolean isSine) {
        Interval[] s = new Interval[coefficients.length];
        Interval[] c = new Interval[coefficients.length];
        s[0] = IntervalFunctions.sin(range());
        c[0] = IntervalFunctions.cos(range());
        for (int k = 1; k < c.length; k++) {
            s[k] = moment(c, k).over(k);
            c[k] = moment(s, k).negate().over(k);
        }
        return new Series(isSine ? s : c, regularity);
    }

    /** The tangent, with poles. */
    public Series tan() {
        Interval value = IntervalFunctions.tan(range());
        return value.isBounded()
                ? tangent(value)
                : new Series(unknown(value, order()), regularity.and(Regularity.PARTIAL));
    }

    /** t' = (1 + t²) u'. */
    private Series tangent(Interval value) {
        Interval[] t = new Interval[coefficients.length];
        Interval[] slope = new Interval[coefficients.length];
        t[0] = value;
        slope[0] = Interval.ONE.plus(value.square());
        for (int k = 1; k < t.length; k++) {
            t[k] = moment(slope, k).over(k);
            slope[k] = sum(t, t, 0, k, k);
        }
        return new Series(t, regularity);
    }

    /** The hyperbolic sine. */
    public Series sinh() {
        return hyperbolic(true);
    }

    /** The hyperbolic cosine. */
    public Series cosh() {
        return hyperbolic(false);
    }

    private Series hyperbolic(boolean isSine) {
        Interval[] s = new Interval[coefficients.length];
        Interval[] c = new Interval[coefficients.length];
        Interval cosh = IntervalFunctions.cosh(range());
        boolean isRelative = !isSine && changesMuch(cosh);
        s[0] = isRelative ? IntervalFunctions.tanh(range()) : IntervalFunctions.sinh(range());
        c[0] = isRelative ? Interval.ONE : cosh;
        for (int k = 1; k < c.length; k++) {
            s[k] = moment(c, k).over(k);
            c[k] = moment(s, k).over(k);
        }
        return isRelative ? relative(cosh, new Ratios(c)) : new Series(isSine ? s : c, regularity);
    }

    /**
     * The hyperbolic tangent, whose derivative is 1/cosh², which keeps its digits in saturation and is small there on wide intervals, as
     * is its own: (1/cosh²)' = −2 tanh/cosh².
     */
    public Series tanh() {
        Interval[] t = new Interval[coefficients.length];
        Interval[] slope = new Interval[coefficients.length];
        Interval[] product = new Interval[coefficients.length];
        t[0] = IntervalFunctions.tanh(range());
        slope[0] = Interval.ONE.over(IntervalFunctions.cosh(range()).square());
        for (int k = 1; k < t.length; k++) {
            product[k - 1] = sum(t, slope, 0, k - 1, k - 1);
            t[k] = moment(slope, k).over(k);
            slope[k] = moment(product, k).times(2).negate().over(k);
        }
        return new Series(t, regularity);
    }

    /** The angle from −π/2 to π/2 with this sine; outside −1 to 1 it has no value. */
    public Series asin() {
        return onUnit(IntervalFunctions.asin(range()), 1);
    }

    /** The angle from 0 to π with this cosine; outside −1 to 1 it has no value. */
    public Series acos() {
        return onUnit(IntervalFunctions.acos(range()), -1);
    }

    private Series onUnit(Interval value, int sign) {
        if (range().low() > 1 || range().high() < -1) {
            return nowhere(order());
        }
        if (range().low() > -1 && range().high() < 1) {
            return chain(value, u -> {
                Series root = one(u).minus(u).times(one(u).plus(u)).sqrt();
                return constant(Interval.of(sign), u.order()).over(root);
            });
        }
        boolean inside = range().low() >= -1 && range().high() <= 1;
        Regularity local = inside ? Regularity.CONTINUOUS : Regularity.PARTIAL;
        return new Series(unknown(value, order()), regularity.and(local));
    }

    /** The angle from −π/2 to π/2 with this tangent. */
    public Series atan() {
        return chain(
                IntervalFunctions.atan(range()), u -> one(u).plus(u.square()).reciprocal());
    }

    /** The number with this hyperbolic sine. */
    public Series asinh() {
        return chain(
                IntervalFunctions.asinh(range()),
                u -> one(u).plus(u.square()).sqrt().reciprocal());
    }

    /** The number from 0 on with this hyperbolic cosine; below 1 it has no value. */
    public Series acosh() {
        if (range().high() < 1) {
            return nowhere(order());
        }
        Interval value = IntervalFunctions.acosh(range());
        if (range().low() > 1) {
            return chain(
                    value, u -> u.minus(one(u)).times(u.plus(one(u))).sqrt().reciprocal());
        }
        Regularity local = range().low() == 1 ? Regularity.CONTINUOUS : Regularity.PARTIAL;
        return new Series(unknown(value, order()), regularity.and(local));
    }

    /** The number with this hyperbolic tangent; outside −1 to 1 it has no value. */
    public Series atanh() {
        if (range().low() >= 1 || range().high() <= -1) {
            return nowhere(order());
        }
        Interval value = IntervalFunctions.atanh(range());
        return range().low() > -1 && range().high() < 1
                ? chain(value, u -> one(u).minus(u).times(one(u).plus(u)).reciprocal())
                : new Series(unknown(value, order()), regularity.and(Regularity.PARTIAL));
    }

    /** 1/(1 + exp(−this)): with t(x) = σ(−x) the derivatives are σ' = σ·t and t' = −σ·t, both together. */
    public Series sigmoid() {
        Interval[] s = new Interval[coefficients.length];
        Interval[] t = new Interval[coefficients.length];
        Interval[] slope = new Interval[coefficients.length];
        s[0] = IntervalFunctions.sigmoid(range());
        t[0] = IntervalFunctions.sigmoid(range().negate());
        slope[0] = s[0].times(t[0]);
        for (int k = 1; k < s.length; k++) {
            s[k] = moment(slope, k).over(k);
            t[k] = s[k].negate();
            slope[k] = sum(s, t, 0, k, k);
        }
        return new Series(s, regularity);
    }

    /** log(1 + exp(this)). */
    public Series softplus() {
        return chain(IntervalFunctions.softplus(range()), Series::sigmoid);
    }

    /** The error function. */
    public Series erf() {
        return chain(
                IntervalFunctions.erf(range()),
                u -> u.bell(1).over(number(Interval.PI.sqrt(), u)).times(number(2, u)));
    }

    /** 1 less the error function, with all digits of its tail. */
    public Series erfc() {
        return chain(
                IntervalFunctions.erfc(range()),
                u -> u.bell(1).over(number(Interval.PI.sqrt(), u)).times(number(-2, u)));
    }

    /** The probability that a standard normal variable is above this. */
    public Series gaussianTail() {
        return chain(
                IntervalFunctions.gaussianTail(range()),
                u -> u.bell(2).over(number(Interval.PI.times(2).sqrt(), u)).negate());
    }

    /** The number with this {@link #gaussianTail}; from 0 down and from 1 up it has no value. */
    public Series gaussianTailInverse() {
        if (range().low() >= 1 || range().high() <= 0) {
            return nowhere(order());
        }
        Interval value = IntervalFunctions.gaussianTailInverse(range());
        return range().low() > 0 && range().high() < 1
                ? chain(
                        value,
                        p -> number(Interval.PI.times(2).sqrt(), p)
                                .over(p.gaussianTailInverse().bell(2))
                                .negate())
                : new Series(unknown(value, order()), regularity.and(Regularity.PARTIAL));
    }

    /** exp(−this²/divisor). */
    private Series bell(int divisor) {
        return square().over(number(divisor, this)).negate().exp();
    }

    /** sin(πx)/(πx) at x = this, with 1 at 0, or its derivative {@code n} by x. */
    public Series sinc(int n) {
        return chain(CardinalSine.derivative(n, range()), x -> x.sinc(n + 1));
    }

    private static Series number(int number, Series like) {
        return number(Interval.of(number), like);
    }

    private static Series number(Interval number, Series like) {
        return constant(number, like.order());
    }

    /** The angle of the point (x, this) from −π to π; it jumps across the negative axis, and there is none at the origin. */
    public Series angle(Series x) {
        boolean cut = range().contains(0) && x.range().low() <= 0;
        Regularity joint = regularity.and(x.regularity);
        if (cut) {
            Regularity local = x.range().high() < 0 ? Regularity.DEFINED : Regularity.PARTIAL;
            Interval all = new Interval(-Interval.PI.high(), Interval.PI.high());
            return new Series(unknown(all, order()), joint.and(local));
        }
        Interval value = IntervalFunctions.atan2(range(), x.range());
        if (order() == 0) {
            return new Series(new Interval[] {value}, joint);
        }
        Series square = square().plus(x.square()).shortened();
        Series slope = x.shortened()
                .times(derivative())
                .minus(shortened().times(x.derivative()))
                .over(square);
        Interval[] c = new Interval[coefficients.length];
        c[0] = value;
        for (int k = 1; k < c.length; k++) {
            c[k] = slope.coefficients[k - 1].over(k);
        }
        return new Series(c, joint.and(slope.regularity));
    }

    /** The function of the variable with the other sign. */
    public Series mirrored() {
        Interval[] c = coefficients.clone();
        for (int k = 1; k < c.length; k += 2) {
            c[k] = c[k].negate();
        }
        return new Series(c, regularity);
    }

    /** The series of the derivative, one coefficient shorter. */
    public Series derivative() {
        Interval[] c = new Interval[coefficients.length - 1];
        for (int k = 0; k < c.length; k++) {
            c[k] = coefficients[k + 1].times(k + 1);
        }
        return new Series(c, regularity);
    }

    /**
     * This function where its variable is another function, on whose range it was taken.
     *
     * @param inner of the order of this
     */
    public Series at(Series inner) {
        Interval[] away = inner.coefficients.clone();
        away[0] = Interval.ZERO;
        Series moved = new Series(away, inner.regularity);
        Series sum = constant(coefficients[order()], order());
        for (int k = order() - 1; k >= 0; k--) {
            sum = sum.times(moved).plus(constant(coefficients[k], order()));
        }
        return sum.atMost(regularity.and(inner.regularity));
    }

    /** A function of which no more than its range is known, and that it has a value. */
    public static Series ranging(Interval range, int order, Regularity regularity) {
        return new Series(unknown(range, order), regularity);
    }

    // ---- what has kinks and jumps

    /** The absolute value. */
    public Series abs() {
        if (range().low() >= 0) {
            return this;
        }
        return range().high() <= 0 ? negate() : kinked(range().abs(), negate());
    }

    /** The larger of the two. */
    public Series max(Series other) {
        Interval a = range();
        Interval b = other.range();
        boolean either = a.low() < b.high() && b.low() < a.high();
        Regularity joint = regularity.and(other.regularity);
        return either ? kinked(a.max(b), other).atMost(joint) : (a.low() >= b.high() ? this : other).atMost(joint);
    }

    /** The smaller of the two. */
    public Series min(Series other) {
        return negate().max(other.negate()).negate();
    }

    /** Here this function, there the other, and equal where it changes from one to the other. */
    private Series kinked(Interval range, Series other) {
        Interval[] c = unknown(range, order());
        if (order() > 0) {
            c[1] = coefficients[1].hull(other.coefficients[1]);
        }
        return new Series(c, regularity.and(other.regularity).and(Regularity.CONTINUOUS));
    }

    /** Here this function, there the other, and nobody knows where. */
    public Series or(Series other) {
        if (regularity == Regularity.NOWHERE || other.regularity == Regularity.NOWHERE) {
            return (regularity == Regularity.NOWHERE ? other : this).atMost(Regularity.PARTIAL);
        }
        boolean same = isConstant() && other.isConstant() && range().isPoint() && range().equals(other.range());
        Regularity joint = regularity.and(other.regularity);
        return same
                ? atMost(joint)
                : new Series(unknown(range().hull(other.range()), order()), joint.and(Regularity.DEFINED));
    }

    /** The largest whole number that is not above it. */
    public Series floor() {
        Interval whole = range().floor();
        return whole.isPoint()
                ? constant(whole, order()).atMost(regularity)
                : new Series(unknown(whole, order()), regularity.and(Regularity.DEFINED));
    }

    /** −1, 0 or 1. */
    public Series sign() {
        return stepped(
                range().sign() != 0 || range().isPoint(), Math.signum(range().low()), Math.signum(range().high()));
    }

    /** 1 where it is positive, else 0. */
    public Series step() {
        return stepped(range().low() > 0 || range().high() <= 0, range().low() > 0 ? 1 : 0, range().high() > 0 ? 1 : 0);
    }

    private Series stepped(boolean settled, double from, double to) {
        return settled
                ? constant(Interval.of(from), order()).atMost(regularity)
                : new Series(unknown(new Interval(from, to), order()), regularity.and(Regularity.DEFINED));
    }

    /** this − m·floor(this/m), from 0 to m. */
    public Series modulo(Series m) {
        if (m.range().contains(0)) {
            return m.range().isPoint()
                    ? nowhere(order())
                    : new Series(unknown(m.range().hull(Interval.ZERO), order()), Regularity.PARTIAL);
        }
        Series periods = over(m).floor();
        Series rest = minus(m.times(periods));
        return rest.within(Interval.ZERO.hull(m.range()));
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(coefficients) + " " + regularity;
    }
}
