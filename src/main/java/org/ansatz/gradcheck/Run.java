package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps at which the two sides of a point come together, so that the slopes across it can be extrapolated.
 *
 * @param levels the slopes at these steps, the largest first
 */
record Run(List<Level> levels) {

    /** From so many steps on a run counts. */
    private static final int FEWEST = 4;

    /** So many further steps that do not better the extrapolation are enough. */
    private static final int STEPS_IN_VAIN = 4;

    /** An error that is good enough, as a part of the slope. */
    private static final double GOOD = 1e-12;

    /** Runs agree if their slopes differ by no more than so many times their errors. */
    private static final double AGREEING = 4;

    /** Central differences that converge with a lower power of the step do not converge. */
    private static final double DIVERGING = 0.1;

    /** Nor do they if they still move by more than this part of the slope. */
    private static final double UNSETTLED = 0.01;

    static final Run NONE = new Run(List.of());

    /** Copies. */
    Run {
        levels = List.copyOf(levels);
    }

    /** With the next smaller step. */
    Run and(Level level) {
        List<Level> all = new ArrayList<>(levels);
        all.add(level);
        return new Run(all);
    }

    boolean counts() {
        return levels.size() >= FEWEST;
    }

    /** Whether there are two steps, of which the error of the slope can be told. */
    boolean hasSlope() {
        return levels.size() > 1;
    }

    Level finest() {
        return levels.get(levels.size() - 1);
    }

    /** Whether smaller steps would show no more. */
    boolean isSettled() {
        if (!counts() || finest().isTorn()) {
            return false;
        }
        Tableau tableau = Tableau.of(levels);
        return tableau.since() >= STEPS_IN_VAIN || tableau.error() <= GOOD * Math.abs(tableau.best());
    }

    /** Of this and a run of smaller steps the more accurate if they agree, and the latter if they do not. */
    Run orBetter(Run later) {
        if (!later.counts() || !counts()) {
            return later.counts() || levels.isEmpty() ? later : this;
        }
        Tableau coarse = Tableau.of(levels);
        Tableau fine = Tableau.of(later.levels);
        boolean agree = Math.abs(coarse.best() - fine.best()) <= AGREEING * (coarse.error() + fine.error());
        return agree && coarse.error() < fine.error() ? this : later;
    }

    /** The slope across the point. */
    Slope slope() {
        Tableau tableau = Tableau.of(levels);
        double order = Order.ofCentralDifferences(levels);
        boolean unsettled = tableau.error() > UNSETTLED * Math.abs(tableau.best());
        double error = tableau.error() * Order.rest(Order.least(levels, Level::central));
        return unsettled && order < DIVERGING || Double.isInfinite(error)
                ? Differences.WITHOUT_BOUND
                : new Slope.Smooth(tableau.best(), error, order);
    }
}
