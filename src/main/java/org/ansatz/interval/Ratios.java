package org.ansatz.interval;

import java.util.Arrays;

/**
 * The coefficients of a function's series relative to its value at the same point. Those of an exponential, or of the hyperbolic cosine,
 * are as small on a wide set as on a narrow one, though its value changes there by hundreds of orders of magnitude or overflows: only
 * by them is 1/(1 + exp(u)) seen to be next to constant away from u = 0.
 */
final class Ratios {

    /** The first is 1. */
    private final Interval[] ratios;

    /** Ratios of which the first is 1. */
    Ratios(Interval[] ratios) {
        this.ratios = ratios;
    }

    /** Those of a constant. */
    static Ratios ofConstant(int order) {
        Interval[] r = new Interval[order + 1];
        Arrays.fill(r, Interval.ZERO);
        r[0] = Interval.ONE;
        return new Ratios(r);
    }

    /** Those of a series whose range does not hold zero. */
    static Ratios of(Interval[] coefficients) {
        Interval[] r = new Interval[coefficients.length];
        r[0] = Interval.ONE;
        for (int k = 1; k < r.length; k++) {
            r[k] = coefficients[k].over(coefficients[0]);
        }
        return new Ratios(r);
    }

    /** The coefficients of a function with this range. */
    Interval[] times(Interval range) {
        Interval[] c = new Interval[ratios.length];
        Arrays.setAll(c, k -> range.times(ratios[k]));
        return c;
    }

    /** Those of a product. */
    Ratios times(Ratios other) {
        Interval[] r = new Interval[ratios.length];
        for (int k = 0; k < r.length; k++) {
            r[k] = Series.sum(ratios, other.ratios, 0, k, k);
        }
        return new Ratios(r);
    }

    /** Those of a quotient. */
    Ratios over(Ratios other) {
        Interval[] r = new Interval[ratios.length];
        for (int k = 0; k < r.length; k++) {
            r[k] = ratios[k].minus(Series.sum(other.ratios, r, 1, k, k));
        }
        return new Ratios(r);
    }

    /** Those of a square root. */
    Ratios sqrt() {
        Interval[] r = new Interval[ratios.length];
        r[0] = Interval.ONE;
        for (int k = 1; k < r.length; k++) {
            r[k] = ratios[k].minus(Series.sum(r, r, 1, k - 1, k)).over(2);
        }
        return new Ratios(r);
    }

    /** The coefficients of the logarithm, but for the first: k lₖ = k rₖ − Σ j lⱼ rₖ₋ⱼ. */
    Interval[] log(Interval value) {
        Interval[] l = new Interval[ratios.length];
        Interval[] slopes = new Interval[ratios.length];
        l[0] = value;
        for (int k = 1; k < l.length; k++) {
            slopes[k] = ratios[k].times(k).minus(Series.sum(slopes, ratios, 1, k - 1, k));
            l[k] = slopes[k].over(k);
        }
        return l;
    }

    /** Those of the sum of two functions that are nowhere negative and not both zero: the part that each has in the sum is from 0 to 1. */
    static Ratios ofSum(Interval a, Ratios as, Interval b, Ratios bs) {
        Interval ofA = part(a, b);
        Interval ofB = part(b, a);
        Interval[] r = new Interval[as.ratios.length];
        r[0] = Interval.ONE;
        for (int k = 1; k < r.length; k++) {
            r[k] = ofA.times(as.ratios[k]).plus(ofB.times(bs.ratios[k]));
        }
        return new Ratios(r);
    }

    /** a/(a + b), which grows with a and falls with b. */
    private static Interval part(Interval a, Interval b) {
        return new Interval(
                part(a.low(), b.high()).low(), part(a.high(), b.low()).high());
    }

    private static Interval part(double a, double b) {
        if (a == 0 || Double.isInfinite(b)) {
            return a == b || Double.isInfinite(a) ? new Interval(0, 1) : Interval.ZERO;
        }
        return Double.isInfinite(a)
                ? Interval.ONE
                : Interval.ONE.over(Interval.ONE.plus(Interval.of(b).over(Interval.of(a))));
    }
}
