package org.ansatz.gradcheck;

/**
 * Slopes at one step, from five points: the centre, and one and two steps to either side.
 *
 * @param step the distance to the nearer points
 * @param below the value one step below
 * @param above the value one step above
 * @param central the slope across the centre, by the nearer points
 * @param left the slope of the side below, exact for parabolas; NaN without the farther points
 * @param right likewise of the side above
 * @param noise how much rounding may move any of the slopes
 */
record Level(double step, double below, double above, double central, double left, double right, double noise) {

    /** Functions are assumed to be good to so many units of rounding. */
    private static final double ROUNDING = 16 * 0x1p-53;

    /** Slopes of the two sides are apart if they differ by more than so many times what rounding explains. */
    private static final double CERTAIN = 8;

    /** Kinks that change the slope by less than this fraction do not matter. */
    private static final double NEGLIGIBLE = 1e-8;

    /** One-sided slopes of a smooth function come together eight times as close at half the step. */
    private static final double COMING_TOGETHER = 0.4;

    /** Before the first step. */
    static final Level NONE = new Level(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /**
     * The slopes at a step.
     *
     * @param farther the level of twice the step
     * @param grid how finely steps can be told apart
     * @param least how much the values may be wrong by at least
     */
    static Level of(double step, double below, double here, double above, Level farther, double grid, double least) {
        double central = (above - below) / (2 * step);
        double right = (4 * above - 3 * here - farther.above) / (2 * step);
        double left = (3 * here - 4 * below + farther.below) / (2 * step);
        double size = Math.max(Math.abs(here), Math.max(Math.abs(below), Math.abs(above)));
        double noise = Math.max(ROUNDING * size, least) / step + Math.abs(central) * grid / step;
        return new Level(step, below, above, central, left, right, noise);
    }

    /** Whether all values are finite. */
    boolean exists() {
        return Double.isFinite(central);
    }

    /** By how much the slope jumps at the centre. */
    double jump() {
        return right - left;
    }

    /** The larger of the slopes to both sides, by the nearer points alone. */
    double steepness(double here) {
        return Math.max(Math.abs(above - here), Math.abs(here - below)) / step;
    }

    private double size() {
        return Math.max(Math.abs(central), Math.abs(left + right) / 2);
    }

    /** Whether the two sides have different slopes for certain. */
    boolean isTorn() {
        return Math.abs(jump()) > Math.max(CERTAIN * noise, NEGLIGIBLE * size());
    }

    /** Whether the two sides do not come together as those of a smooth function do. */
    boolean staysTorn(Level farther) {
        return isTorn() && Math.abs(jump()) > COMING_TOGETHER * Math.abs(farther.jump());
    }

    /** Whether rounding would hide such a jump here. */
    boolean hides(double jump) {
        return 4 * CERTAIN * noise > Math.abs(jump);
    }
}
