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

    static final Slope WITHOUT_BOUND =
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

    /** The steps at which the two sides come together, since they last did not. */
    private Run whole = Run.NONE;

    /** Those at which they stay apart, since they last did not. */
    private Tear torn = Tear.NONE;

    /** The best of earlier runs, before rounding tore the sides apart. */
    private Run kept = Run.NONE;

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
        for (int i = 0; i < MAX_LEVELS && isTold(step) && !isSettled(farther); i++) {
            int ahead = 2 * (i % LEVELS_AT_ONCE);
            values = ahead == 0 ? values(step) : values;
            double before = known(values[ahead], -step);
            double after = known(values[ahead + 1], step);
            Level level = Level.of(step, before, here, after, farther, grid, noise);
            if (level.exists()) {
                sort(level, farther);
            } else {
                kept = Run.NONE; // what lies beyond a gap is not of this point
                whole = Run.NONE;
                torn = Tear.NONE;
            }
            farther = level;
            step /= 2;
        }
        return confirmed(verdict(), farther);
    }

    /**
     * What was found, if slopes much closer by do not contradict it; else what is found from there on. Where that is less certain,
     * as with noise, one slope stands, with an error that covers what was seen, and a kink does not.
     *
     * @param last the last step that was looked at
     */
    private Slope confirmed(Slope found, Level last) {
        if (found instanceof Slope.Smooth smooth) {
            Level finest = isTear() ? torn.finest() : run().finest();
            CloseUp against = closeUp(finest.step()).against(smooth, finest);
            if (against.levels().isEmpty()) {
                return found;
            }
            Slope.Smooth covering = against.covering(smooth);
            Slope below = new Differences(this).slope(against.levels().get(0).step());
            return below instanceof Slope.Smooth closer ? lessUncertain(covering, closer) : covering;
        }
        if (found instanceof Slope.Kink kink) {
            Slope.Smooth across = new Slope.Smooth((kink.left() + kink.right()) / 2, kink.error(), 1);
            CloseUp against = closeUp(last.step()).against(across, last);
            return against.levels().isEmpty()
                    ? found
                    : new Differences(this).slope(against.levels().get(0).step());
        }
        if (found == WITHOUT_BOUND) {
            CloseUp closeUp = closeUp(last.step());
            Slope below = closeUp.isBounded(here)
                    ? new Differences(this).slope(closeUp.levels().get(0).step())
                    : found;
            return below instanceof Slope.Undefined ? found : below;
        }
        return found;
    }

    /** What was found closer by, or what was found first with an error that covers it. */
    static Slope.Smooth lessUncertain(Slope.Smooth first, Slope.Smooth closer) {
        double error = Math.abs(first.value() - closer.value()) + closer.error();
        return closer.error() < first.error() ? closer : new Slope.Smooth(first.value(), error, first.order());
    }

    /** Whether points so far from zero can be told apart well enough. */
    private boolean isTold(double step) {
        return step >= 4 * grid;
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
        for (int i = 0; i < steps.length && isTold(steps[i]); i++) {
            double before = known(values[2 * i], -steps[i]);
            double after = known(values[2 * i + 1], steps[i]);
            levels.add(Level.of(steps[i], before, here, after, Level.NONE, grid, noise));
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
            torn = torn.and(level);
            kept = run();
            whole = Run.NONE;
        } else {
            kept = torn.exists() ? Run.NONE : kept; // it lies close by: what larger steps showed is not of this point
            torn = Tear.NONE;
            whole = whole.and(level);
        }
    }

    private Run run() {
        return kept.orBetter(whole);
    }

    /** Whether the sides part at the smallest steps, and not only where rounding can be seen, having come together before. */
    private boolean isTear() {
        return torn.exists() && !(torn.grows() && kept.counts());
    }

    /** Whether smaller steps would show no more. */
    private boolean isSettled(Level level) {
        return torn.exists() ? !isTear() || level.hides(torn.finest().jump()) : whole.isSettled();
    }

    private Slope verdict() {
        if (isTear()) {
            return torn.slope();
        }
        if (run().hasSlope()) {
            return run().slope();
        }
        return new Slope.Undefined(
                reason.isEmpty()
                        ? "no two steps show the same slope"
                        : "the function has values only on one side of the point, or at the point alone: " + reason);
    }
}
