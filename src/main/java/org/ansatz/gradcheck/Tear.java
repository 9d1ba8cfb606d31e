package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps at which the slopes of the two sides stay apart: at a kink by as much at every step, at a jump or a vertical tangent by
 * more and more, and where the slopes of the sides meet, but slowly, by less and less.
 *
 * @param levels the slopes at these steps, the largest first
 */
record Tear(List<Level> levels) {

    /** Fewer steps show nothing: the sides may come together yet. */
    private static final int FEWEST = 6;

    /** Over the last so many steps the jump of the slope at a kink changes by no more than this factor. */
    private static final double STEADY = 2;

    /** Slopes contradict each other if they differ by more than so many times what explains it. */
    private static final double CERTAIN = 4;

    static final Tear NONE = new Tear(List.of());

    /** Copies. */
    Tear {
        levels = List.copyOf(levels);
    }

    /** With the next smaller step. */
    Tear and(Level level) {
        List<Level> all = new ArrayList<>(levels);
        all.add(level);
        return new Tear(all);
    }

    boolean exists() {
        return levels.size() >= FEWEST;
    }

    Level finest() {
        return levels.get(levels.size() - 1);
    }

    /** By how much the jump of the slope grew over the last steps. */
    private double growth() {
        return Math.abs(finest().jump() / levels.get(levels.size() - FEWEST).jump());
    }

    /** Whether the sides part more and more. */
    boolean grows() {
        return growth() > STEADY;
    }

    /** What it says of the slope, if it exists. */
    Slope slope() {
        if (grows()) {
            return Differences.WITHOUT_BOUND;
        }
        if (growth() < 1 / STEADY) {
            double error = Math.abs(finest().jump()) + finest().noise();
            return new Slope.Smooth(finest().central(), error, Order.ofCentralDifferences(levels));
        }
        Slope.Kink kink = leastMoved();
        double rest =
                Math.max(Order.rest(Order.least(levels, Level::left)), Order.rest(Order.least(levels, Level::right)));
        return Double.isInfinite(rest)
                ? Differences.WITHOUT_BOUND
                : new Slope.Kink(kink.left(), kink.right(), kink.error() * rest);
    }

    /**
     * The slopes of the sides where the last halving of the step, and rounding, moved them least. What larger steps show is not of this
     * point if smaller ones contradict it.
     */
    private Slope.Kink leastMoved() {
        Slope.Kink least = moved(1);
        for (int i = 2; i < levels.size(); i++) {
            Slope.Kink now = moved(i);
            double explained = CERTAIN * (least.error() + levels.get(i).noise());
            least = now.error() < least.error() || distance(now, least) > explained ? now : least;
        }
        return least;
    }

    /** The slopes at a step, with what moved them since the step before, and their rounding, as error. */
    private Slope.Kink moved(int i) {
        Slope.Kink before =
                new Slope.Kink(levels.get(i - 1).left(), levels.get(i - 1).right(), 0);
        Slope.Kink now = new Slope.Kink(levels.get(i).left(), levels.get(i).right(), 0);
        double error = distance(now, before) + levels.get(i).noise();
        return new Slope.Kink(now.left(), now.right(), error);
    }

    private static double distance(Slope.Kink a, Slope.Kink b) {
        return Math.max(Math.abs(a.left() - b.left()), Math.abs(a.right() - b.right()));
    }
}
