package org.ansatz.judge;

/**
 * Every number that decides what <em>agreed</em>, <em>equal</em>, <em>met</em>, <em>independent of</em> and <em>ahead of the
 * next</em> mean, each with the reason for its value. A change of any of them changes verdicts: {@code DecisionsTest} holds
 * each of them from both sides, with evidence that lies just inside and just outside.
 *
 * <p>When two sides of a comparison inside a claim are tied is decided where claims are evaluated
 * ({@code expression.Ties}), to the same six digits, and so it is, where routes find values, whether one is what is left of
 * terms that cancel ({@code route.Ask}); by how much the edge of a printed digit is widened, stands with tolerances
 * ({@link org.ansatz.problem.Tolerance#EDGE}). How far off a numerical method may be is estimated by the method itself.
 */
public final class Decisions {

    /**
     * How far apart, relative to their size, two routes' values may be whatever their errors say. Six digits are more than any
     * published key has, and fewer than any sound numerical method gives; two different formulas that share six digits at all
     * sample points by chance are not met with.
     */
    static final double AGREED = 1e-6;

    /**
     * How many times their own errors together two values may be apart. Errors are estimates, from a spread over a few
     * simulations or from a second result of lower order; the true error is seldom more than three times as large. A larger
     * factor would let two routes agree because they know little.
     */
    static final double OWN_ERRORS = 3;

    /**
     * How well two values must be known together, relative to their size, to settle anything by the digits that they share, if
     * not within what the question tolerates. Two routes that compute what cancels alike share all the digits that rounding made;
     * three digits are what a reply needs, and more than anything sound leaves open.
     */
    static final double SETTLED = 1e-3;

    /**
     * How well a value must be known, relative to its size, to decide anything at an edge of the domain, or to speak for the
     * equality of two formulas: as well as two routes must agree.
     */
    static final double KNOWN = AGREED;

    /**
     * How far, relative to its size, a response or key that is written as a formula may be from the value. A formula is exact
     * but for rounding and for constants that were written to seven digits.
     */
    static final double FORMULA = 1e-6;

    /**
     * How far values may be apart, relative to their size, that must not depend on an arbitrary symbol, besides their errors.
     * Rounding leaves about 1e-15, a dependence that anybody would ask about far more than a billionth.
     */
    static final double INDEPENDENT = 1e-9;

    /** How large an imaginary part may be, relative to the value, that rounding left of a real number. */
    static final double REAL = 1e-9;

    /**
     * A relative residual below this counts as met where every option is judged by itself. A right option that is exact leaves
     * 1e-15; one that is printed to three digits leaves 1e-4, and has not met the condition.
     */
    public static final double MET = 1e-6;

    /**
     * How far the best option must be ahead of the next, as a factor. Options rounded for print leave a small residual; one
     * that is not even twice as good as the next was not meant to be told from it.
     */
    public static final double AHEAD = 2;

    /**
     * How many times their estimated errors two formulas may be apart at a point, to be seen as the same there. Errors come
     * from few simulations.
     */
    static final double SAME = 4;

    /**
     * How many times their estimated errors two formulas must be apart at a point, to be different for certain. Between this
     * and {@link #SAME} the point decides nothing.
     */
    static final double DIFFERENT = 64;

    /** At how many points two formulas must be seen as the same, to be called equal: chance agreement at one is not rare. */
    static final int POINTS_FOR_EQUALITY = 8;

    /** Two options whose values are nearer than this, relative to their size, are the same option: nothing but rounding. */
    static final double SAME_OPTION = 1e-12;

    /**
     * Nobody can give more digits than the data have: with data of two digits a response of two is taken to be rounded. One
     * digit is not enough: {@code 1 kohm} and {@code 5 V} are mostly meant as they are.
     */
    static final int LEAST_DIGITS = 2;

    /** The largest part of a number that two digits leave open: half a unit of the last of 1.0. */
    static final double COARSEST = 0.05;

    /** How near a response must be to a power of ten times the right value, relative to it, to be off by its prefix alone. */
    static final double PREFIX = 1e-9;

    /** A wrong number that is off by less than this fraction is called close. */
    static final double CLOSE = 0.05;

    /**
     * Closer than this to the right option, relative to the larger of the two, a wrong one may be taken for it by rounding:
     * intermediate results of two or three digits move a result by about as much.
     */
    static final double NEAR = 0.02;

    /** The same for levels, in dB: 0.2 dB are 2.3 % of an amplitude. */
    static final double NEAR_LEVEL = 0.2;

    /** How near, relative to an option, a value must be to mean it, if it has not its digits: options are rounded. */
    static final double MEANT = 0.02;

    /** How many times as far as from the option that it means, a value must be from every other. */
    static final double FROM_OTHERS = 4;

    /**
     * How well two zeros must be known, in SI, of which no terms say how small that is: what is found to be zero by a method that
     * is wrong by a part of one, as a solution that stays at rest is, is known far better.
     */
    static final double ZERO = 1e-6;

    private Decisions() {}

    /**
     * How far two routes' values of this size may be apart, in SI.
     *
     * @param size the larger magnitude of the two
     * @param errors both values' own errors together
     * @param tolerance the difference that the question tolerates; their errors explain no more than that
     * @param stated the difference that an author states to be none, or 0: six digits of it are as good as six digits of the
     *     value, so that two zeros up to rounding agree
     */
    static double agreement(double size, double errors, double tolerance, double stated) {
        return Math.max(AGREED * Math.max(size, stated), Math.min(OWN_ERRORS * errors, tolerance));
    }

    /**
     * Whether so much is known of two routes' values that their agreement says something.
     *
     * @param errors both values' own errors together
     * @param size the larger magnitude of the two; where they are nothing but their errors, of the terms whose difference they are;
     *     0 of two zeros of which no terms are known, which settle something if they are known to {@link #ZERO}
     * @param tolerance the difference that the question tolerates
     */
    static boolean settles(double errors, double size, double tolerance) {
        return errors <= Math.max(size == 0 ? ZERO : SETTLED * size, tolerance);
    }

    /**
     * How far apart, in SI, the right option and a wrong one may be that rounding leads from one to the other.
     *
     * @param size the larger magnitude of the two
     * @param level whether they are levels, whose size says nothing
     */
    public static double nearOption(double size, boolean level) {
        return level ? NEAR_LEVEL : NEAR * size;
    }

    /**
     * Whether a value means the option that is nearest to it.
     *
     * @param nearest how far it is from that
     * @param next how far from the option that is next to it
     * @param size magnitude of the nearest option
     */
    public static boolean isMeant(double nearest, double next, double size) {
        return nearest <= MEANT * size && next >= FROM_OTHERS * nearest;
    }

    /** Whether values this far apart are one option, given the larger magnitude of the two. */
    public static boolean areSameOption(double distance, double size) {
        return Double.isFinite(distance) && distance <= SAME_OPTION * size;
    }
}
