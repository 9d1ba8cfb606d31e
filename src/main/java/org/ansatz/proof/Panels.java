package org.ansatz.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/** How finely a function has to be looked at, so that nothing of it is overlooked. */
public final class Panels {

    /** The derivative whose size says whether a function is seen in full by a method of high order. */
    private static final int ORDER = 8;

    /** The rest of a Taylor polynomial up to that derivative, relative to the function's largest value, that may be left. */
    private static final double UNSEEN = 1e-8;

    /** What a function may leave that is zero as far as doubles show: the bound of an underflow, by the slopes of what it depends on. */
    private static final double NOTHING = 1e-150;

    /** The most panels of a stretch. */
    private static final int MAX_PANELS = 4000;

    private Panels() {}

    /**
     * Panels that make up a stretch, in each of which a function is seen in full: a Taylor polynomial leaves next to nothing of it. Where
     * there would be too many, those that were found; the widest ones then do not show all. In no order.
     *
     * @param stretch on which the function is smooth
     */
    public static List<Interval> of(Interval stretch, Enclosing function) {
        List<Interval> done = new ArrayList<>();
        PriorityQueue<Unseen> open = new PriorityQueue<>(Comparator.comparingDouble((Unseen panel) -> -panel.rest));
        open.add(Unseen.of(function, stretch));
        double largest = 0;
        while (!open.isEmpty() && open.size() + done.size() < MAX_PANELS) {
            Unseen panel = open.remove();
            double middle = panel.set.middle();
            Interval there = function.on(Interval.of(middle), 0).range();
            largest = Math.max(largest, there.isBounded() ? there.magnitude() : 0);
            if (panel.rest <= UNSEEN * largest + NOTHING || Breaks.isPoint(panel.set, stretch)) {
                done.add(panel.set);
            } else {
                open.add(Unseen.of(function, new Interval(panel.set.low(), middle)));
                open.add(Unseen.of(function, new Interval(middle, panel.set.high())));
            }
        }
        open.forEach(panel -> done.add(panel.set));
        return done;
    }

    /**
     * How fast a function changes in one of its variables, wherever that is in a box: the coefficient of its Taylor series that {@link
     * #isSeen} looks at. NaN where it is not smooth, which no step sees in full.
     *
     * @param by the variable, from 0
     */
    public static double roughness(Enclosing function, Interval[] box, int by) {
        Series on = function.on(box, by, ORDER);
        return on.regularity() == Regularity.SMOOTH ? on.coefficient(ORDER).magnitude() : Double.NaN;
    }

    /** Whether a step of this width sees a function in full that is nowhere rougher, and whose largest value is this. */
    public static boolean isSeen(double roughness, double width, double largest) {
        return roughness * Math.pow(width / 2, ORDER) <= UNSEEN * largest + NOTHING;
    }

    /** A panel, and what a Taylor polynomial may leave of a function there. */
    private record Unseen(Interval set, double rest) {
        static Unseen of(Enclosing function, Interval set) {
            Series on = function.on(set, ORDER);
            return new Unseen(
                    set,
                    on.regularity() == Regularity.SMOOTH
                            ? on.coefficient(ORDER).magnitude() * Math.pow(set.width() / 2, ORDER)
                            : 0);
        }
    }
}
