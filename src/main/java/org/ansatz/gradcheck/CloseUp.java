package org.ansatz.gradcheck;

import java.util.List;

/**
 * Slopes at a few steps far below those from which a slope was extrapolated. What all larger steps agree on is not of the point
 * where a quick change falls between them: of x + sin(2π·1024·x) every step from 1/8 to 1/1024 is a whole number of periods.
 *
 * @param levels the slopes across the centre, the largest step first; not a number where there are no values
 */
record CloseUp(List<Level> levels) {

    /** How many steps are looked at. */
    static final int STEPS = 3;

    /** Each step to the one before: 1/(44π), so that no two have a period in common, nor one with a power of two. */
    private static final double RATIO = 1 / (44 * Math.PI);

    /** Slopes contradict each other if they differ by more than so many times what explains it. */
    private static final double CERTAIN = 4;

    /** How fast plain central differences of smooth functions converge. */
    private static final double SMOOTH = 2;

    /** Powers that differ by no more are one. */
    private static final double ONE_POWER = 0.01;

    /** Copies. */
    CloseUp {
        levels = List.copyOf(levels);
    }

    /** The steps to look at below this one, the largest first. */
    static double[] steps(double finest) {
        double[] steps = new double[STEPS];
        double step = finest;
        for (int i = 0; i < STEPS; i++) {
            step *= RATIO;
            steps[i] = step;
        }
        return steps;
    }

    /**
     * The steps whose slopes are not what was found, by more than its error, their rounding and what plain differences may still
     * lack.
     *
     * @param finest the smallest step that was seen when it was found
     */
    CloseUp against(Slope.Smooth found, Level finest) {
        double lacking = Math.abs(finest.central() - found.value());
        double order = found.order() < SMOOTH ? Math.max(0, found.order()) : SMOOTH; // not a number: smooth to rounding
        return new CloseUp(levels.stream()
                .filter(level -> {
                    double left = lacking * Math.pow(level.step() / finest.step(), order);
                    double explained = found.error() + level.noise() + left;
                    return Math.abs(level.central() - found.value()) > CERTAIN * explained;
                })
                .toList());
    }

    /**
     * Whether the function does not grow steeper with one power of the step, as at a jump or a vertical tangent: its steepness has a
     * limit, to which it comes at least with the step, or grows with different powers. False if there are too few steps.
     *
     * @param here the value at the point
     */
    boolean isBounded(double here) {
        if (levels.size() < STEPS) {
            return false;
        }
        double far = levels.get(0).steepness(here);
        double near = levels.get(1).steepness(here);
        double nearest = levels.get(2).steepness(here);
        boolean hasLimit = Math.abs(nearest - near) <= RATIO * Math.abs(near - far);
        return hasLimit || !(Math.abs(growth(far, near) - growth(near, nearest)) <= ONE_POWER);
    }

    /** With which power of the step, which shrinks by one ratio, it grows. */
    private static double growth(double farther, double closer) {
        return Math.log(closer / farther) / Math.log(1 / RATIO);
    }

    /** What was found, with an error that covers these slopes. */
    Slope.Smooth covering(Slope.Smooth found) {
        double error = found.error();
        for (Level level : levels) {
            error = Math.max(error, Math.abs(level.central() - found.value()) + level.noise());
        }
        return new Slope.Smooth(found.value(), error, found.order());
    }
}
