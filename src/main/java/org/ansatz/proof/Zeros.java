package org.ansatz.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;

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

    /** Places so near to each other, relative to the interval, are one unless each is a simple zero for certain. */
    private static final double CLUSTER = 0x1p-40;

    /** How many widths of a place from it the value is known well, at most. */
    private static final double NEAR = 0x1p10;

    /** So near to an end, relative to the interval, a function that vanishes at the end is seen to differ from zero. */
    private static final double BESIDE_END = 0x1p-20;

    /** How many times farther off it is seen whether a function goes to zero at the side of a place. */
    private static final double FAR = 0x1p20;

    /** What shrinks by no more than this on half of the way does not go to zero: a root of a high order shrinks by more. */
    private static final double STEADY = 1.001;

    /** The most doubles of a narrow part at which the function is tried; more lie only near zero. */
    private static final int MAX_TRIED = 5;

    /** Off the middle, where a zero of a textbook seldom lies. */
    private static final double SPLIT = 0.4873;

    private final Enclosing function;
    private final double smallest;
    private final int maxParts;
    private final List<Zero> zeros = new ArrayList<>();
    private int parts;
    private boolean isPartial;

    /** 1 or −1 while the function rises or falls on all of the last parts, which has one zero at most; 0 where that is not known. */
    private int slope;

    /** Whether the last of the zeros lies on those parts. */
    private boolean hasZero;

    /** Whether the function has left zero behind on those parts, and goes on away from it. */
    private boolean isPast;

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
        int slopeHere = isContinuous(on) ? on.coefficient(1).sign() : 0;
        if (on.regularity() == Regularity.NOWHERE) {
            goOn(0);
            isPartial = true;
            return;
        }
        if (!on.range().contains(0)) {
            goOn(slopeHere);
            isPartial |= on.regularity() == Regularity.PARTIAL;
            return;
        }
        if (on.range().equals(Interval.ZERO) && on.regularity().isAtLeast(Regularity.DEFINED)) {
            add(x, Kind.WHOLE);
            return;
        }
        if (parts > maxParts || zeros.size() > MAX_ZEROS) {
            add(x, Kind.UNDECIDED);
            return;
        }
        if (slopeHere != 0) {
            goOn(slopeHere);
            addZero(x);
            return;
        }
        if (Monotone.isTight(x) || x.width() <= smallest) {
            isPartial |= on.regularity() == Regularity.PARTIAL;
            add(x, isContinuous(on) ? Kind.TOUCHING : Kind.JUMP);
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

    /** The next part: it belongs to those before it if the function goes the same way on it. */
    private void goOn(int slopeHere) {
        boolean adjoins = slopeHere != 0 && slopeHere == slope;
        hasZero &= adjoins;
        isPast &= adjoins;
        slope = slopeHere;
    }

    private void add(Interval x, Kind kind) {
        goOn(0);
        zeros.add(new Zero(x, kind));
    }

    private static boolean isContinuous(Series on) {
        return on.regularity().isAtLeast(Regularity.CONTINUOUS);
    }

    static double split(Interval x) {
        double at = x.low() + SPLIT * (x.high() - x.low());
        return at > x.low() && at < x.high() ? at : x.middle();
    }

    /** Adds the zero of a part on which the function is monotone, to the one that is known on the parts before it. */
    private void addZero(Interval x) {
        Monotone on = new Monotone(function, 0);
        Monotone.Place place = isPast ? null : on.zero(x);
        if (place == null) {
            return;
        }
        if (!place.isProved() && on.sign(x.low()) * slope > 0) {
            isPast = true;
            return;
        }
        Zero zero = zero(place);
        if (hasZero) {
            Zero last = zeros.remove(zeros.size() - 1);
            zeros.add(ofBoth(last, zero));
        } else {
            zeros.add(zero);
        }
        hasZero = true;
    }

    /** Of two places of one zero at most: the one at which there is one for certain, or else all of both. */
    private static Zero ofBoth(Zero a, Zero b) {
        return a.kind() == Kind.SIMPLE ? a : b.kind() == Kind.SIMPLE ? b : new Zero(a.at().hull(b.at()), Kind.TOUCHING);
    }

    private static Zero zero(Monotone.Place place) {
        return new Zero(place.at(), place.isProved() ? Kind.SIMPLE : Kind.TOUCHING);
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
        for (Interval part : known) {
            goOn(0);
            addZero(part);
        }
        for (Interval part : narrow) {
            if (function.on(part, 0).range().contains(0)) {
                add(part, Kind.TOUCHING);
            }
        }
    }

    /** What the sides of a place say at which the function is not known to be continuous: whether it comes from zero there. */
    private enum Side {
        /** It keeps away from zero. */
        APART,
        /** It goes to zero as a function does at a zero. */
        VANISHES,
        /** There is nothing on this side. */
        NONE,
        /** One or the other. */
        UNCLEAR
    }

    /** What a place is at which the function may jump, once its sides are known. */
    private Zero broken(Interval x, Interval domain) {
        for (double at : doubles(x)) {
            Series there = function.on(Interval.of(at), 0);
            boolean isEnd = at == domain.low() || at == domain.high();
            if (there.regularity().isAtLeast(Regularity.DEFINED)
                    && there.range().isZero()) {
                return new Zero(isEnd ? Interval.of(at) : x, Kind.TOUCHING);
            }
            if (isEnd && there.regularity() == Regularity.NOWHERE) {
                return new Zero(x, Kind.JUMP);
            }
        }
        Side below = side(x, -1, domain);
        Side above = side(x, 1, domain);
        if (below == Side.APART && above == Side.APART) {
            return new Zero(x, Kind.JUMP);
        }
        boolean isEdge = below == Side.NONE ^ above == Side.NONE;
        boolean vanishes =
                (below == Side.VANISHES || below == Side.NONE) && (above == Side.VANISHES || above == Side.NONE);
        boolean defined = isEdge || function.on(x, 0).regularity().isAtLeast(Regularity.DEFINED);
        return new Zero(x, vanishes && defined ? Kind.TOUCHING : Kind.UNDECIDED);
    }

    /** Looks at the nearest point of a side at which the value is known well, and at one much farther off. */
    private Side side(Interval x, int direction, Interval domain) {
        double end = direction < 0 ? x.low() : x.high();
        double least = Math.max(x.width(), Math.ulp(end));
        if (at(end + direction * least, domain).regularity() == Regularity.NOWHERE) {
            return Side.NONE;
        }
        for (double away = least; away <= NEAR * least; away *= 2) {
            Series near = at(end + direction * away, domain);
            double size = near.range().mignitude();
            if (sign(near) != 0 && near.range().width() <= size / 4) {
                double between = at(end + direction * Math.sqrt(FAR) * away, domain)
                        .range()
                        .magnitude();
                double before = at(end + direction * FAR * away, domain).range().magnitude();
                return between <= STEADY * size
                        ? Side.APART
                        : isPower(size, between, before) ? Side.VANISHES : Side.UNCLEAR;
            }
        }
        return Side.UNCLEAR;
    }

    /** Whether sizes at distances that grow by one factor grow by about one power of it, as those of a root do and of a jump do not. */
    private static boolean isPower(double near, double between, double far) {
        double first = Math.log(between / near);
        double second = Math.log(far / between);
        return first < 2 * second && second < 2 * first;
    }

    /** Doubles of a narrow part, all of them if they are few. */
    private static List<Double> doubles(Interval x) {
        List<Double> doubles = new ArrayList<>(List.of(x.low(), x.middle(), x.high()));
        double at = Math.nextUp(x.low());
        for (int i = 0; i < MAX_TRIED && at < x.high(); i++) {
            doubles.add(at);
            at = Math.nextUp(at);
        }
        if (x.contains(0)) {
            doubles.add(0.0);
        }
        return doubles;
    }

    private Series at(double x, Interval domain) {
        return function.on(Interval.of(Math.min(domain.high(), Math.max(domain.low(), x))), 0);
    }

    private static int sign(Series at) {
        return at.regularity().isAtLeast(Regularity.DEFINED) ? at.range().sign() : 0;
    }

    /** Places that meet are one, and what is known of one is asked once more where both sides of it are known. */
    private List<Zero> merged(Interval domain) {
        zeros.sort((a, b) -> Double.compare(a.at().low(), b.at().low()));
        List<Zero> apart = joined(zeros, (a, b) -> areNear(a.at(), b.at()));
        apart.replaceAll(zero -> zero.kind() == Kind.JUMP ? broken(zero.at(), domain) : zero);
        List<Zero> settled = new ArrayList<>();
        for (Zero zero : joined(apart, (a, b) -> isOneCluster(a, b, domain))) {
            Zero flat = zero.kind() == Kind.TOUCHING ? flatToEnd(zero.at(), domain) : null;
            if (flat != null) {
                settled.add(flat);
            } else if (zero.kind() == Kind.TOUCHING) {
                addSettled(zero, domain, settled);
            } else {
                settled.add(zero);
            }
        }
        return settled;
    }

    private static List<Zero> joined(List<Zero> zeros, BiPredicate<Zero, Zero> areOne) {
        List<Zero> joined = new ArrayList<>();
        for (Zero zero : zeros) {
            Zero last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || !areOne.test(last, zero)) {
                joined.add(zero);
                continue;
            }
            Kind kind = Collections.max(List.of(last.kind(), zero.kind(), Kind.TOUCHING)); // there may be two
            joined.set(joined.size() - 1, new Zero(last.at().hull(zero.at()), kind));
        }
        return joined;
    }

    private static boolean areNear(Interval a, Interval b) {
        return b.low() <= a.high() + 4 * Math.ulp(a.magnitude());
    }

    /**
     * Whether two places are so close that rounding may have made two of one: where the function only comes near to zero, it is
     * not known in how many of them it gets there.
     */
    private static boolean isOneCluster(Zero a, Zero b, Interval domain) {
        boolean touches = a.kind() == Kind.TOUCHING || b.kind() == Kind.TOUCHING;
        boolean mayBeZeros = a.kind().compareTo(Kind.TOUCHING) <= 0 && b.kind().compareTo(Kind.TOUCHING) <= 0;
        return touches && mayBeZeros && b.at().low() - a.at().high() <= CLUSTER * domain.width();
    }

    /**
     * A place at an end of the interval up to which the function cannot be told from zero, with all of that part; null if it can.
     * What tends to zero and never gets there, as tanh(x) - 1, rounds to zero from some point on.
     */
    private @Nullable Zero flatToEnd(Interval place, Interval domain) {
        int side = place.high() >= domain.high() ? 1 : place.low() <= domain.low() ? -1 : 0;
        double end = side > 0 ? domain.high() : domain.low();
        if (side == 0 || function.on(Interval.of(end), 0).range().equals(Interval.ZERO)) {
            return null;
        }
        double away = BESIDE_END * domain.width();
        double clear = end - side * away;
        while (away < domain.width() && sign(at(clear, domain)) == 0) {
            away *= 2;
            clear = end - side * away;
        }
        return away == BESIDE_END * domain.width()
                ? null
                : new Zero(domain.and(Interval.of(end).hull(Interval.of(clear))), Kind.UNDECIDED);
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
                settled.add(zero(place));
            }
            return;
        }
        settled.add(zero);
    }
}
