package org.ansatz.proof;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/**
 * All zeros of a function of one variable in an interval. The interval is halved; a part on which the range excludes zero has
 * none, one on which the function is monotone has at most one, which the interval Newton method encloses (R. E. Moore, R. B.
 * Kearfott, M. J. Cloud, 2009, chapter 8). Where a higher derivative has one sign, the zeros of each derivative separate those
 * of the one before it, so that double and triple zeros and clusters end soon.
 */
public final class Zeros {

    /** The most parts that are looked at. */
    private static final int MAX_PARTS = 6000;

    /** The most zeros that are told apart. */
    private static final int MAX_ZEROS = 200;

    /** The highest derivative whose sign is asked. */
    private static final int MAX_DERIVATIVE = 4;

    /** From so many halvings on the second derivative is asked, and all of them. */
    private static final int CURVED = 3;

    private static final int CLUSTERED = 12;

    /** The most doubles of a narrow part at which the function is tried; more lie only near zero. */
    private static final int MAX_TRIED = 5;

    /** Off the middle, where a zero of a textbook seldom lies. */
    private static final double SPLIT = 0.4873;

    /** How many times the width of a narrow part another value is asked for beside it. */
    private static final double AWAY = 0x1p26;

    private final Enclosing function;
    private final double smallest;
    private final int maxParts;
    private final List<Zero> zeros = new ArrayList<>();
    private int parts;
    private boolean isPartial;

    private Zeros(Enclosing function, Interval domain, int maxParts) {
        this.function = function;
        this.maxParts = maxParts;
        smallest = domain.width() * 0x1p-60;
    }

    /** What is known of a place at which the function may vanish. */
    public enum Kind {
        /** Exactly one zero, where the sign changes. */
        SIMPLE,
        /** The function comes so near to zero that a zero cannot be told from none, or one from several. */
        TOUCHING,
        /** The sign changes at a pole or a jump. */
        JUMP,
        /** The function is zero on the whole of it. */
        WHOLE,
        /** The search ended before this part was decided. */
        UNDECIDED
    }

    /**
     * A place at which the function may vanish.
     *
     * @param at where
     * @param kind what is known
     */
    public record Zero(Interval at, Kind kind) {}

    /**
     * All places at which a function may vanish.
     *
     * @param places in order; everywhere else it does not
     * @param isPartial whether the function may have no value somewhere else, too
     */
    public record Found(List<Zero> places, boolean isPartial) {
        /** Copies the list. */
        public Found {
            places = List.copyOf(places);
        }
    }

    /**
     * All zeros in an interval.
     *
     * @param domain bounded
     * @throws org.ansatz.interval.NoEnclosure if the function does not enclose itself
     */
    public static Found of(Enclosing function, Interval domain) {
        return of(function, domain, MAX_PARTS);
    }

    /** The same, looking at no more than so many parts. */
    public static Found of(Enclosing function, Interval domain, int maxParts) {
        Zeros search = new Zeros(function, domain, maxParts);
        search.isolate(domain, 0);
        return new Found(search.merged(domain), search.isPartial);
    }

    private void isolate(Interval x, int depth) {
        Series on = function.on(x, 1);
        parts++;
        if (on.regularity() == Regularity.NOWHERE) {
            isPartial = true;
            return;
        }
        if (!on.range().contains(0)) {
            isPartial |= on.regularity() == Regularity.PARTIAL;
            return;
        }
        if (on.range().equals(Interval.ZERO) && on.regularity().isAtLeast(Regularity.DEFINED)) {
            zeros.add(new Zero(x, Kind.WHOLE));
            return;
        }
        if (parts > maxParts || zeros.size() > MAX_ZEROS) {
            zeros.add(new Zero(x, Kind.UNDECIDED));
            return;
        }
        if (isContinuous(on) && !on.coefficient(1).contains(0)) {
            addZero(x);
            return;
        }
        if (Monotone.isTight(x) || x.width() <= smallest) {
            zeros.add(new Zero(x, kind(x, on)));
            return;
        }
        int highest = depth >= CLUSTERED ? MAX_DERIVATIVE : depth >= CURVED ? 2 : 0;
        if (on.regularity() == Regularity.SMOOTH && highest > 0) {
            Series curved = function.on(x, highest);
            for (int k = 2; k <= highest; k++) {
                if (!curved.coefficient(k).contains(0)) {
                    descend(x, k);
                    return;
                }
            }
        }
        double between = split(x);
        isolate(new Interval(x.low(), between), depth + 1);
        isolate(new Interval(between, x.high()), depth + 1);
    }

    private static boolean isContinuous(Series on) {
        return on.regularity().isAtLeast(Regularity.CONTINUOUS);
    }

    static double split(Interval x) {
        double at = x.low() + SPLIT * (x.high() - x.low());
        return at > x.low() && at < x.high() ? at : x.middle();
    }

    private void addZero(Interval x) {
        Monotone.Place place = new Monotone(function, 0).zero(x);
        if (place != null) {
            zeros.add(new Zero(place.at(), place.isProved() ? Kind.SIMPLE : Kind.TOUCHING));
        }
    }

    /** From a derivative of one sign down to the function: between the zeros of each, the one before it is monotone. */
    private void descend(Interval x, int derivative) {
        List<Interval> known = List.of(x);
        List<Interval> narrow = new ArrayList<>();
        for (int k = derivative - 1; k >= 1; k--) {
            List<Interval> next = new ArrayList<>();
            for (Interval part : known) {
                Monotone.Place place = new Monotone(function, k).zero(part);
                if (place == null) {
                    next.add(part);
                    continue;
                }
                narrow.add(place.at());
                if (place.at().low() > part.low()) {
                    next.add(new Interval(part.low(), place.at().low()));
                }
                if (place.at().high() < part.high()) {
                    next.add(new Interval(place.at().high(), part.high()));
                }
            }
            known = next;
        }
        List<Interval> monotone = known;
        monotone.forEach(this::addZero);
        for (Interval part : narrow) {
            if (function.on(part, 0).range().contains(0)) {
                zeros.add(new Zero(part, Kind.TOUCHING));
            }
        }
    }

    /**
     * What is known of a narrow part on which the function may vanish. At an end of its domain and where its slope is infinite, as of
     * a root of its argument, it may come near to zero like a continuous one; it does not where it is unbounded, or has two signs
     * on both sides and does not shrink towards it.
     */
    private Kind kind(Interval x, Series on) {
        isPartial |= on.regularity() == Regularity.PARTIAL;
        if (isContinuous(on) || isZeroAtSomeDouble(x)) {
            return Kind.TOUCHING;
        }
        double below = Math.nextDown(x.low());
        double above = Math.nextUp(x.high());
        int sides = sign(below) * sign(above);
        double away = AWAY * Math.max(x.width(), Math.ulp(x.magnitude()));
        boolean shrinks = shrinks(x.low() - away, below) && shrinks(x.high() + away, above);
        boolean leaps = sides < 0 && !shrinks || sides > 0 && on.regularity() == Regularity.DEFINED;
        return leaps || !on.range().isBounded() ? Kind.JUMP : Kind.TOUCHING;
    }

    /** Whether the value at {@code near} is less than half of that at {@code far}, which a jump's is not. */
    private boolean shrinks(double far, double near) {
        Series atFar = function.on(Interval.of(far), 0);
        Series atNear = function.on(Interval.of(near), 0);
        return atFar.regularity().isAtLeast(Regularity.DEFINED)
                && atNear.range().magnitude() < atFar.range().mignitude() / 2;
    }

    private boolean isZeroAtSomeDouble(Interval x) {
        double at = x.low();
        for (int i = 0; i < MAX_TRIED && at <= x.high(); i++) {
            if (isZeroAt(at)) {
                return true;
            }
            at = Math.nextUp(at);
        }
        return isZeroAt(x.high()) || x.contains(0) && isZeroAt(0);
    }

    private boolean isZeroAt(double x) {
        Series at = function.on(Interval.of(x), 0);
        return at.regularity().isAtLeast(Regularity.DEFINED) && at.range().isZero();
    }

    private int sign(double x) {
        Series at = function.on(Interval.of(x), 0);
        return at.regularity().isAtLeast(Regularity.DEFINED) ? at.range().sign() : 0;
    }

    /** Places that meet are one, and what is known of them is asked once more where both sides of them are known. */
    private List<Zero> merged(Interval domain) {
        zeros.sort((a, b) -> Double.compare(a.at().low(), b.at().low()));
        List<Zero> merged = new ArrayList<>();
        for (Zero zero : zeros) {
            Zero last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || !areNear(last.at(), zero.at())) {
                merged.add(zero);
                continue;
            }
            merged.set(merged.size() - 1, merged(last, zero));
        }
        List<Zero> settled = new ArrayList<>();
        for (Zero zero : merged) {
            if (zero.kind() != Kind.TOUCHING) {
                settled.add(zero);
            } else {
                addSettled(zero, domain, settled);
            }
        }
        return settled;
    }

    /** Two simple zeros are one only if they are the same number, where two parts meet. */
    private static Zero merged(Zero a, Zero b) {
        Interval at = a.at().hull(b.at());
        boolean areTwo = a.kind() == Kind.SIMPLE && b.kind() == Kind.SIMPLE && !at.isPoint();
        Kind kind = areTwo ? Kind.TOUCHING : a.kind().compareTo(b.kind()) > 0 ? a.kind() : b.kind();
        return new Zero(at, kind);
    }

    private static boolean areNear(Interval a, Interval b) {
        return b.low() <= a.high() + 4 * Math.ulp(a.magnitude());
    }

    /** With a little room on both sides, a zero at the seam of two parts is seen to be a simple one, or none. */
    private void addSettled(Zero zero, Interval domain, List<Zero> settled) {
        double room = Math.max(zero.at().width(), 4 * Math.ulp(zero.at().magnitude()));
        Interval wider =
                domain.and(new Interval(zero.at().low() - room, zero.at().high() + room));
        Series on = function.on(wider, 1);
        if (isContinuous(on) && !on.coefficient(1).contains(0)) {
            Monotone.Place place = new Monotone(function, 0).zero(wider);
            if (place != null) {
                settled.add(new Zero(place.at(), place.isProved() ? Kind.SIMPLE : Kind.TOUCHING));
            }
            return;
        }
        settled.add(zero);
    }
}
