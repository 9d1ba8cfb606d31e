package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The derivative of a function of one variable at zero. Central differences at halved steps are extrapolated (C. J. F.
 * Ridders, Advances in Engineering Software 4, 1982, 75–76), and the best place in the tableau is taken, where truncation
 * and rounding together are least. At each step five points give the slopes of both sides: where these stay apart however
 * small the step, there is a kink; where they meet below some step, only smaller steps count. What was found is held against
 * slopes much closer by; where these contradict it, the search goes on there.
 */
public final class Differences {

    private static final int MAX_LEVELS = 56;
    private static final int LEVELS_OF_A_TEAR = 6;
    private static final int FEWEST_ROWS = 4;
    private static final int ROWS_IN_VAIN = 4;
    private static final double GOOD = 1e-12;

    /** Central differences that converge with a lower power of the step do not converge. */
    private static final double DIVERGING = 0.1;

    private static final double UNSETTLED = 0.01;

    /** Estimates agree if they differ by no more than so many times their errors. */
    private static final double AGREEING = 4;

    private static final Slope WITHOUT_BOUND =
            new Slope.Undefined("the slope grows without bound as the step shrinks: a jump, or a vertical tangent");

    /** A function of one variable that can be asked for several values at once. */
    public interface Line {
        /**
         * The value at a point.
         *
         * @throws ArithmeticException if there is none, with the reason
         */
        double at(double x);

        /** The values at some points; NaN where {@link #at(double)} is to be asked. */
        default double[] at(double[] xs) {
            double[] values = new double[xs.length];
            Arrays.fill(values, Double.NaN);
            return values;
        }
    }

    /** So many levels are asked for at once: fewer seldom do. */
    private static final int LEVELS_AT_ONCE = 4;

    private final Line function;
    private final double grid;
    private final double noise;
    private final double here;
    private String reason = "";

    /** Levels at which the two sides come together, since they last did not. */
    private final List<Level> whole = new ArrayList<>();

    /** Levels at which they stay apart, since they last did not. */
    private final List<Level> torn = new ArrayList<>();

    /** The best of earlier runs of levels at which the sides came together, before rounding tore them apart. */
    private List<Level> kept = List.of();

    /** @param noise how much the values may be wrong by at least */
    private Differences(Line function, double grid, double noise) {
        this.function = function;
        this.grid = grid;
        this.noise = noise;
        here = value(0);
    }

    /** The same function and point, to be looked at anew. */
    private Differences(Differences other) {
        function = other.function;
        grid = other.grid;
        noise = other.noise;
        here = other.here;
    }

    /**
     * The slope of {@code function} at zero.
     *
     * @param scale the largest step is about an eighth of it; the size of what is moved, or 1 if that is small
     * @param grid how finely steps can be told apart: a unit of rounding of what is moved
     */
    public static Slope at0(Line function, double scale, double grid) {
        double largest = Math.scalb(1.0, Math.getExponent(scale) - 3);
        return new Differences(function, grid, Noise.near0(function, grid, largest)).slope(largest);
    }

    /** The slope of {@code function} at {@code x}. */
    public static Slope at(Line function, double x) {
        return Double.isFinite(x)
                ? at0(new From(function, x), Math.max(1, Math.abs(x)), Math.ulp(x))
                : new Slope.Undefined("the point is " + x);
    }

    /** A function by the distance from a point. */
    private record From(Line function, double x) implements Line {
        @Override
        public double at(double step) {
            return function.at(x + step);
        }

        @Override
        public double[] at(double[] steps) {
            double[] xs = new double[steps.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x + steps[i];
            }
            return function.at(xs);
        }
    }

    private double value(double step) {
        try {
            double value = function.at(step);
            reason = Double.isFinite(value) ? reason : "its value is " + value;
            return value;
        } catch (ArithmeticException e) {
            reason = String.valueOf(e.getMessage());
            return Double.NaN;
        }
    }

    private Slope slope(double largest) {
        if (!Double.isFinite(here)) {
            return new Slope.Undefined("the function has no value at the point: " + reason);
        }
        Level farther = Level.NONE;
        double step = largest;
        double[] values = {};
        for (int i = 0; i < MAX_LEVELS && step >= 4 * grid && !isSettled(farther); i++) {
            int ahead = 2 * (i % LEVELS_AT_ONCE);
            values = ahead == 0 ? values(step) : values;
            double before = known(values[ahead], -step);
            double after = known(values[ahead + 1], step);
            Level level = Level.of(step, before, here, after, farther, grid, noise);
            if (level.exists()) {
                sort(level, farther);
            } else {
                whole.clear();
                torn.clear();
            }
            farther = level;
            step /= 2;
        }
        return confirmed(verdict(), farther);
    }

    /**
     * What was found, if slopes much closer by do not contradict it; else what is found from there on. Where that is less certain,
     * as with noise, what was found stands, with an error that covers what was seen.
     *
     * @param last the last step that was looked at
     */
    private Slope confirmed(Slope found, Level last) {
        if (found instanceof Slope.Smooth smooth) {
            Level finest = isTear() && !isNoise() ? last(torn) : last(better(kept, whole));
            CloseUp against = closeUp(finest.step()).against(smooth, finest);
            if (against.levels().isEmpty()) {
                return found;
            }
            Slope.Smooth covering = against.covering(smooth);
            Slope below = new Differences(this).slope(against.levels().get(0).step());
            return below instanceof Slope.Smooth closer ? lessUncertain(covering, closer) : covering;
        }
        if (found == WITHOUT_BOUND) {
            CloseUp closeUp = closeUp(last.step());
            Slope below = closeUp.isBounded()
                    ? new Differences(this).slope(closeUp.levels().get(0).step())
                    : found;
            return below instanceof Slope.Smooth ? below : found;
        }
        return found;
    }

    /** What was found closer by, or what was found first with an error that covers it. */
    private static Slope.Smooth lessUncertain(Slope.Smooth first, Slope.Smooth closer) {
        double error = Math.abs(first.value() - closer.value()) + closer.error();
        return closer.error() < first.error()
                ? closer
                : new Slope.Smooth(first.value(), Math.max(first.error(), error), first.order());
    }

    private CloseUp closeUp(double finest) {
        double[] steps = CloseUp.steps(finest);
        double[] both = new double[2 * steps.length];
        for (int i = 0; i < steps.length; i++) {
            both[2 * i] = -steps[i];
            both[2 * i + 1] = steps[i];
        }
        double[] values = function.at(both);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < steps.length && steps[i] >= 4 * grid; i++) {
            double before = known(values[2 * i], -steps[i]);
            double after = known(values[2 * i + 1], steps[i]);
            Level level = Level.of(steps[i], before, here, after, Level.NONE, grid, noise);
            if (level.exists()) {
                levels.add(level);
            }
        }
        return new CloseUp(levels);
    }

    /** The values of the next levels, before and after zero in turn; NaN where they are to be asked for. */
    private double[] values(double largest) {
        double[] steps = new double[2 * LEVELS_AT_ONCE];
        for (int i = 0; i < LEVELS_AT_ONCE; i++) {
            steps[2 * i] = -Math.scalb(largest, -i);
            steps[2 * i + 1] = Math.scalb(largest, -i);
        }
        return function.at(steps);
    }

    private double known(double value, double step) {
        return Double.isFinite(value) ? value : value(step);
    }

    private void sort(Level level, Level farther) {
        if (level.staysTorn(farther)) {
            torn.add(level);
            kept = better(kept, whole);
            whole.clear();
        } else if (!isTear() || !level.hides(last(torn).jump())) {
            kept = isKink() ? List.of() : kept; // it lies close by: what larger steps showed is not of this point
            torn.clear();
            whole.add(level);
        }
    }

    /** Of two runs of levels that agree the more accurate; of two that do not, that of the smaller steps. */
    static List<Level> better(List<Level> earlier, List<Level> later) {
        if (later.size() < FEWEST_ROWS || earlier.size() < FEWEST_ROWS) {
            return later.size() >= FEWEST_ROWS || earlier.isEmpty() ? List.copyOf(later) : earlier;
        }
        Tableau coarse = Tableau.of(earlier);
        Tableau fine = Tableau.of(later);
        boolean agree = Math.abs(coarse.best() - fine.best()) <= AGREEING * (coarse.error() + fine.error());
        return agree && coarse.error() < fine.error() ? earlier : List.copyOf(later);
    }

    /** By how much the tear grew over the last levels. */
    private double growth() {
        return Math.abs(
                last(torn).jump() / torn.get(torn.size() - LEVELS_OF_A_TEAR).jump());
    }

    private boolean isKink() {
        return isTear() && growth() >= 0.5 && growth() <= 2;
    }

    /** Whether the sides only part where rounding can be seen, having come together before. */
    private boolean isNoise() {
        return isTear() && growth() > 2 && kept.size() >= FEWEST_ROWS;
    }

    private boolean isTear() {
        return torn.size() >= LEVELS_OF_A_TEAR;
    }

    /** Whether smaller steps would show no more. */
    private boolean isSettled(Level level) {
        if (isTear()) {
            return isNoise() || level.hides(last(torn).jump());
        }
        if (whole.size() < FEWEST_ROWS || level.isTorn()) {
            return false;
        }
        Tableau tableau = Tableau.of(whole);
        return tableau.since() >= ROWS_IN_VAIN || tableau.error() <= GOOD * Math.abs(tableau.best());
    }

    private Slope verdict() {
        if (isTear() && !isNoise()) {
            return tear();
        }
        List<Level> run = better(kept, whole);
        if (run.size() < 2) {
            return new Slope.Undefined(
                    reason.isEmpty()
                            ? "no two steps show the same slope"
                            : "the function has values only on one side of the point, or at the point alone: "
                                    + reason);
        }
        Tableau tableau = Tableau.of(run);
        double order = Order.ofCentralDifferences(run);
        boolean unsettled = tableau.error() > UNSETTLED * Math.abs(tableau.best());
        double error = tableau.error() * rest(Order.least(run, Level::central));
        return unsettled && order < DIVERGING || Double.isInfinite(error)
                ? WITHOUT_BOUND
                : new Slope.Smooth(tableau.best(), error, order);
    }

    /**
     * How much larger than the last change all further ones are together, where they shrink with less than the step; infinite where
     * they do not.
     */
    private static double rest(double order) {
        return order < 1 ? 1 / Math.max(0, Math.expm1(order * Math.log(2))) : 1;
    }

    /** The sides stayed apart: by as much at every step, by less and less, or by more and more. */
    private Slope tear() {
        Level finest = last(torn);
        if (growth() > 2) {
            return WITHOUT_BOUND;
        }
        if (growth() < 0.5) {
            double error = Math.abs(finest.jump()) + finest.noise();
            return new Slope.Smooth(finest.central(), error, Order.ofCentralDifferences(torn));
        }
        double left = finest.left();
        double right = finest.right();
        double error = Double.POSITIVE_INFINITY;
        for (int i = 1; i < torn.size(); i++) {
            Level now = torn.get(i);
            Level before = torn.get(i - 1);
            double moved = Math.max(Math.abs(now.left() - before.left()), Math.abs(now.right() - before.right()));
            if (moved + now.noise() < error) {
                error = moved + now.noise();
                left = now.left();
                right = now.right();
            }
        }
        double rest = Math.max(rest(Order.least(torn, Level::left)), rest(Order.least(torn, Level::right)));
        return Double.isInfinite(rest) ? WITHOUT_BOUND : new Slope.Kink(left, right, error * rest);
    }

    private static Level last(List<Level> levels) {
        return levels.get(levels.size() - 1);
    }
}
