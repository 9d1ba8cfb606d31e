package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.List;

/**
 * One seeded draw of everything that is arbitrary, from all over each domain or from its edges. Of the draws from all over,
 * the first two take both ends of every domain that can be counted off, where claims break most often ("only if N = 2").
 * The draws from the edges count through the corners: each domain takes its first edge or its next, at every combination
 * in turn.
 */
public final class Sample {

    /** Points from all over a domain at which formulas are compared. */
    private static final int POINTS = 13;

    /** How near to their first edges all arguments come together, so that terms of every size show. */
    private static final double[] SMALL = {1e-3, 1e-7, 1e-12};

    /** Corners of the domain at which formulas are compared besides, and how near to them. */
    private static final int CORNERS = 8;

    /** Corners of two intervals around zero: each has four edges. */
    private static final int ALL_CORNERS = 16;

    private static final double CLOSE = 1e-4;

    private static final double[] DEPTHS = {1e-2, 1e-4, 1e-9};

    private final int number;
    private final SplitMix random;
    private final double depth;
    private final boolean isCoincidence;
    private final double common;
    private int corner;

    private Sample(long seed, int number, double depth, int corner) {
        this(seed, number, depth, corner, false);
    }

    private Sample(long seed, int number, double depth, int corner, boolean isCoincidence) {
        this.number = number;
        this.random = new SplitMix(seed * 1_000_003 + number);
        this.depth = depth;
        this.corner = corner;
        this.isCoincidence = isCoincidence;
        common = isCoincidence ? 0.1 + 0.9 * random.uniform() : 0;
    }

    /**
     * A draw from all over the domains.
     *
     * @param seed of the whole series
     * @param number which draw of the series, from 0
     */
    public static Sample inside(long seed, int number) {
        return new Sample(seed, number, 1, 0);
    }

    /**
     * A draw from the edges.
     *
     * @param number which draw of the series, from 0; other than those from inside
     * @param corner which combination of edges, from 0, at which every domain takes its first
     * @param depth how far from the edge at most, as a fraction of the whole, below 1
     */
    public static Sample edge(long seed, int number, int corner, double depth) {
        return new Sample(seed, number, depth, corner);
    }

    /**
     * A draw in which amounts coincide: they are zero, at an end, equal, or equal but for the sign, as they never are by chance.
     *
     * @param number which draw of the series, from 0; other than those from inside
     */
    public static Sample coincidence(long seed, int number) {
        return new Sample(seed, number, 1, 0, true);
    }

    /** The draws from all over the domains at which formulas are compared. */
    public static List<Sample> inside(long seed) {
        List<Sample> draws = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            draws.add(inside(seed, i));
        }
        return draws;
    }

    /** The draws from the edges at which formulas are compared besides. */
    public static List<Sample> edges(long seed) {
        List<Sample> draws = new ArrayList<>();
        for (double depth : SMALL) {
            draws.add(edge(seed, POINTS + draws.size(), 0, depth));
        }
        for (int corner = 0; corner < CORNERS; corner++) {
            draws.add(edge(seed, POINTS + draws.size(), corner, DEPTHS[corner * DEPTHS.length / CORNERS]));
        }
        return draws;
    }

    /** Draws from so close to the corners that what happens only there is seen. */
    public static List<Sample> corners(long seed) {
        List<Sample> draws = new ArrayList<>(ALL_CORNERS);
        for (int corner = 0; corner < ALL_CORNERS; corner++) {
            draws.add(edge(seed, POINTS + SMALL.length + CORNERS + corner, corner, CLOSE));
        }
        return draws;
    }

    /** The generator of this draw. */
    public SplitMix random() {
        return random;
    }

    /** Whether amounts coincide in this draw. */
    public boolean isCoincidence() {
        return isCoincidence;
    }

    /** The amount from 0.1 to 1 that all share in a draw in which they coincide. */
    public double common() {
        return common;
    }

    /** The common amount, its opposite, or zero, where amounts coincide; otherwise any amount from −1 to 1. */
    public double symmetric() {
        return isCoincidence ? common * (random.below(3) - 1) : 2 * random.uniform() - 1;
    }

    /** Whether this draw is from the edges. */
    public boolean isEdge() {
        return depth < 1;
    }

    /** How far from its edge an amount is, as a fraction of the whole: from a tenth of the depth to all of it. */
    public double depth() {
        return depth * (0.1 + 0.9 * random.uniform());
    }

    /** Which of {@code edges} the next domain takes. */
    public int edge(int edges) {
        int edge = corner % edges;
        corner /= edges;
        return edge;
    }

    /** How far an amount is shrunk towards zero: not at all (0) in every other draw, up to all the way (1) in the rest. */
    public double spread() {
        return number % 2 == 0 ? 0 : random.uniform();
    }

    /** An integer from 0 to {@code last}: the first draw takes 0, the second {@code last}, those from the edges either. */
    public long upTo(long last) {
        if (isEdge()) {
            return edge(2) == 0 ? 0 : last;
        }
        return number == 0 ? 0 : number == 1 ? last : random.below(last + 1);
    }
}
