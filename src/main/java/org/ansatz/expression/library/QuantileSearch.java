package org.ansatz.expression.library;

import java.util.function.DoubleFunction;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** Where a distribution function, known at each point with an error, first reaches a share. */
final class QuantileSearch {

    private static final int MAX_DOUBLINGS = 400;
    private static final int MAX_STEPS = 200;

    /** A number farther off than this is not looked for. */
    private static final double FARTHEST = 1e300;

    /** The first step of the search, by how wide the quantity is about: no sum of atoms that anyone writes down is hit by it. */
    private static final double WIDER = 1.0957;

    private final DoubleFunction<Estimate> below;
    private final Value share;

    /**
     * A search.
     *
     * @param below the probability of not more than a number
     * @param share the probability to be reached, between 0 and 1
     */
    QuantileSearch(DoubleFunction<Estimate> below, Value share) {
        this.below = below;
        this.share = share;
    }

    /** Two numbers, at the higher one of which the share is reached. */
    record Bracket(double low, double high) {}

    private boolean reaches(double x) {
        return Arithmetic.compare(below.apply(x).value(), share) >= 0;
    }

    /** By steps from a number, each twice the one before it; the first is about a width. Where none is known, they grow faster. */
    Bracket bracket(double start, double width) {
        double step = WIDER * Math.max(width, Math.max(Math.ulp(start), Double.MIN_NORMAL));
        double growth = width > 0 ? 2 : 64;
        double low = start;
        double high = start;
        if (reaches(start)) {
            for (int i = 0; reaches(low); i++) {
                requireNear(i, step, start);
                high = low;
                low -= step;
                step *= growth;
            }
        } else {
            for (int i = 0; !reaches(high); i++) {
                requireNear(i, step, start);
                low = high;
                high += step;
                step *= growth;
            }
        }
        return new Bracket(low, high);
    }

    private static void requireNear(int steps, double step, double start) {
        if (steps == MAX_DOUBLINGS || step > FARTHEST) {
            throw new NoValue("no quantile is found near " + start);
        }
    }

    /** The greatest double at which the share is not reached yet. */
    double jump(Bracket bracket) {
        double low = bracket.low;
        double high = bracket.high;
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                return low;
            }
            if (reaches(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    /** By secants (the Illinois method) and a half now and then, until the distribution function is not told from the share. */
    Estimate between(Bracket bracket) {
        double low = bracket.low;
        double high = bracket.high;
        double p = Arithmetic.real(share);
        double atLow = Arithmetic.real(below.apply(low).value()) - p;
        double atHigh = Arithmetic.real(below.apply(high).value()) - p;
        double before = low;
        double atBefore = atLow;
        int side = 0;
        for (int i = 1; i <= MAX_STEPS; i++) {
            double secant = low - atLow * (high - low) / (atHigh - atLow);
            double x = i % 8 == 0 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
            if (!(x > low && x < high)) {
                break;
            }
            Estimate there = below.apply(x);
            double at = Arithmetic.real(there.value()) - p;
            double doubt = there.error() + Math.ulp(p);
            if (Math.abs(at) <= doubt) {
                double slope = (at - atBefore) / (x - before);
                return around(x, slope > 0 ? 2 * (doubt + Math.abs(at)) / slope : Math.ulp(high - low));
            }
            before = x;
            atBefore = at;
            // The end that stays counts half where it has stayed before.
            if (at < 0) {
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                low = x;
                atLow = at;
            } else {
                atLow = side > 0 ? atLow / 2 : atLow;
                high = x;
                atHigh = at;
            }
            side = at < 0 ? -1 : 1;
        }
        return around(high, 0);
    }

    private Estimate around(double x, double near) {
        return Estimate.of(x, Math.max(away(x, -1, near), away(x, 1, near)));
    }

    /** How far from x the distribution function is certainly below the share, or certainly not; {@code near} may do. */
    private double away(double x, int side, double near) {
        double p = Arithmetic.real(share);
        double distance = Math.max(near, 2 * Math.ulp(x) + Double.MIN_NORMAL);
        for (int i = 0; i < MAX_DOUBLINGS; i++) {
            Estimate there = below.apply(x + side * distance);
            double at = side * (Arithmetic.real(there.value()) - p);
            if (at > there.error() + Math.ulp(p)) {
                return distance;
            }
            distance *= 4;
        }
        throw new NoValue("the quantile is not determined: the distribution function stays near " + p);
    }
}
