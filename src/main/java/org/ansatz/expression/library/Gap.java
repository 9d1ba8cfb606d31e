package org.ansatz.expression.library;

import java.util.Arrays;

/**
 * What lies between an end of a piece and its outermost sample. A jump there leaves no trace in the rule: all samples lie on one side of
 * it. So the integrand is looked at next to the end, and held against the polynomial through the samples; where they differ, at points
 * that approach the end as powers do, for what becomes infinite there differs as well, and its integral is finite.
 */
final class Gap<A extends GaussKronrod.Amount<A>> {

    /** Each point lies so many times nearer to the end than the one before it. */
    private static final double NEARER = 0.25;

    /** The last of them, relative to the first. */
    private static final double NEAREST = 0x1p-52;

    /** The integrand is looked at there, too, relative to the first: what lies on both sides of a jump may meet at the very end. */
    private static final double[] BETWEEN = {0x1p-7, 0x1p-14};

    /** What is no larger than so many times its simulated roundings is nothing but rounding. */
    static final double ROUNDINGS = 16;

    /** No point is so few roundings away from the end. */
    private static final int LAST_PLACES = 4;

    private final GaussKronrod.Integrand<A> integrand;
    private final Interpolant<A> samples;
    private final double end;
    private final double half;

    /**
     * At one end of a piece.
     *
     * @param samples seen from this end
     * @param half from the end to the middle of the piece, with a sign
     */
    Gap(GaussKronrod.Integrand<A> integrand, Interpolant<A> samples, double end, double half) {
        this.integrand = integrand;
        this.samples = samples;
        this.end = end;
        this.half = half;
    }

    /**
     * How much of each quantity the rule may miss here.
     *
     * @param enough of each, so little that it is not looked at closer
     */
    double[] missed(double[] enough) {
        double width = 1 - Panel.NODES[0];
        double last = Math.max(width * NEAREST, LAST_PLACES * Math.ulp(end) / Math.abs(half));
        if (last >= width) {
            return new double[enough.length];
        }
        double[] atEnd = apart(last);
        double[] farthest = atEnd.clone();
        for (double part : BETWEEN) {
            double[] there = part * width > last ? apart(part * width) : atEnd;
            Arrays.setAll(farthest, k -> Math.max(farthest[k], there[k]));
        }
        double[] missed = new double[enough.length];
        boolean isSmall = true;
        for (int k = 0; k < missed.length; k++) {
            missed[k] = farthest[k] * width * Math.abs(half);
            isSmall &= missed[k] <= enough[k];
        }
        return isSmall ? missed : closer(width, last, atEnd);
    }

    private double[] closer(double width, double last, double[] atEnd) {
        double[] missed = new double[atEnd.length];
        double[] before = new double[atEnd.length];
        double at = width;
        while (at > last) {
            double next = Math.max(NEARER * at, last);
            double[] there = next == last ? atEnd : apart(next);
            for (int k = 0; k < missed.length; k++) {
                missed[k] += Math.max(before[k], there[k]) * (at - next) * Math.abs(half);
            }
            before = there;
            at = next;
        }
        for (int k = 0; k < missed.length; k++) {
            missed[k] += atEnd[k] * last * Math.abs(half);
        }
        return missed;
    }

    /** How far the integrand is from the polynomial, at a distance from the end that is relative to half the piece. */
    private double[] apart(double distance) {
        double x = end + half * distance;
        A y = integrand.at(x);
        double[] apart = y.distances(samples.at(distance));
        double[] doubts = y.doubts();
        double rounding = ROUNDINGS * integrand.rounding(x);
        for (int k = 0; k < apart.length; k++) {
            apart[k] = Math.max(0, apart[k] - doubts[k] - rounding);
        }
        return apart;
    }
}
