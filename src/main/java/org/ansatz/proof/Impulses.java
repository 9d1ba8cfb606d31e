package org.ansatz.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ansatz.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Where a function jumps of which the derivative is integrated: there the derivative has an impulse that no value of it shows, and an
 * integral of these values loses it. A jump keeps its height however narrow the set around it is; what is only steep, or changes its
 * formula without a jump, gets lower.
 */
public final class Impulses {

    /** The most sets that are looked at. */
    private static final int MAX_SETS = 6000;

    /** An interval without an end is followed so far. */
    private static final double FAR = 0x1p100;

    /** A place is so narrow, relative to the domain and to what it is away from zero. */
    private static final double NARROW = 0x1p-50;

    /** On so many times the width a function that does not jump differs far more. */
    private static final double AROUND = 0x1p14;

    /** What is so high beside what it is around the place, or higher, is a jump: of x^(1/6) at zero it is less. */
    private static final double SAME = 0.25;

    private Impulses() {}

    /** How far a function that is not seen to be continuous on a set may jump there. */
    public interface Heights {
        /** At most so far; 0 if it is continuous, and if nothing is known. */
        double on(Interval set);
    }

    /** The first place at which a function jumps; null if it is seen to jump nowhere. */
    public static @Nullable Interval first(Interval whole, Heights heights) {
        Interval domain = new Interval(Math.max(whole.low(), -FAR), Math.min(whole.high(), FAR));
        Deque<Interval> open = new ArrayDeque<>();
        open.push(domain);
        for (int sets = 0; !open.isEmpty() && sets < MAX_SETS; sets++) {
            Interval set = open.pop();
            double height = heights.on(set);
            if (height == 0) {
                continue;
            }
            if (set.width() > NARROW * Math.min(domain.width(), 1 + set.magnitude()) && !Monotone.isTight(set)) {
                open.push(new Interval(set.middle(), set.high()));
                open.push(Interval.around(
                        set.middle())); // what has a slope of its own on either half may jump between them
                open.push(new Interval(set.low(), set.middle()));
            } else if (height >= SAME * heights.on(around(set, domain))) {
                return set;
            }
        }
        return null;
    }

    private static Interval around(Interval set, Interval domain) {
        double more = AROUND * Math.max(set.width(), NARROW * Math.min(domain.width(), 1 + set.magnitude()));
        return new Interval(Math.max(domain.low(), set.low() - more), Math.min(domain.high(), set.high() + more));
    }
}
