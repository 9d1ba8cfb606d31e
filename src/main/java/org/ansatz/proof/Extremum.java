package org.ansatz.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;

/**
 * The largest value of a function on a box, by branch and bound (E. R. Hansen, G. W. Walster, Global Optimization Using Interval
 * Analysis, 2004): the box whose upper bound is largest is divided until no other can hold anything larger. Where the function
 * is monotone in a variable, one face of the box is left; where it bends down in its only variable, the zero of its slope.
 */
public final class Extremum {

    /** The most boxes that are looked at. */
    private static final int MAX_BOXES = 20_000;

    /** The same where every place is wanted: of a plateau there is no end. */
    private static final int MAX_PLACES = 2000;

    /** Once more boxes are open, all are bounded by Taylor polynomials as well: the function is flat, and slopes do not suffice. */
    private static final int MANY_BOXES = 32;

    /** Its order. */
    private static final int ORDER = 8;

    /** Bounds this near, relative to the value, cannot be told apart: a few roundings. */
    private static final double TOLERANCE = 0x1p-50;

    /** A point so far from a corner, relative to the way to the middle, is not beyond an end by rounding. */
    private static final double INSIDE = 0x1p-20;

    /** The most doubles of a narrow interval that are tried. */
    private static final int MAX_TRIED = 16;

    private final Enclosing function;
    private final Condition condition;
    private final double[] smallest;
    private final PriorityQueue<Box> open = new PriorityQueue<>();
    private final List<Box> settled = new ArrayList<>();
    private final boolean wantsPlaces;
    private boolean isFlat;
    private double reached = Double.NEGATIVE_INFINITY;
    private Interval @Nullable [] nowhere;

    /** Which points of a box count. */
    public interface Condition {
        /** All points count. */
        Condition NONE = box -> Met.EVERYWHERE;

        /** Where on the box it is met. */
        Met on(Interval[] box);
    }

    /** Where on a box a condition is met. */
    public enum Met {
        /** At every point. */
        EVERYWHERE,
        /** At some points, perhaps. */
        PERHAPS,
        /** At no point. */
        NOWHERE
    }

    /** A part of the domain, and what the function cannot exceed there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by its sides
    private record Box(Interval[] sides, double bound) implements Comparable<Box> {
        @Override
        public int compareTo(Box other) {
            return Double.compare(other.bound, bound);
        }
    }

    /**
     * What was found.
     *
     * @param value an interval that holds the largest value
     * @param places all boxes in which it may be taken
     * @param isReached whether some value was met at all
     * @param nowhere a part of the domain that was seen to have no value, side by side; empty if none was
     */
    public record Found(Interval value, List<Interval[]> places, boolean isReached, List<Interval> nowhere) {}

    private Extremum(Enclosing function, Condition condition, Interval[] domain, boolean wantsPlaces) {
        this.wantsPlaces = wantsPlaces;
        this.function = function;
        this.condition = condition;
        smallest = new double[domain.length];
        for (int i = 0; i < domain.length; i++) {
            smallest[i] = domain[i].width() * 0x1p-52;
        }
    }

    /**
     * The largest value on a box.
     *
     * @param domain bounded sides
     * @throws org.ansatz.interval.NoEnclosure if the function does not enclose itself
     */
    public static Found largest(Enclosing function, Condition condition, Interval[] domain) {
        return of(function, condition, domain, false);
    }

    /** The largest value, and every place where it may be taken, as narrow as can be told. */
    public static Found placed(Enclosing function, Condition condition, Interval[] domain) {
        return of(function, condition, domain, true);
    }

    private static Found of(Enclosing function, Condition condition, Interval[] domain, boolean wantsPlaces) {
        Extremum search = new Extremum(function, condition, domain, wantsPlaces);
        search.corners(domain);
        search.add(domain);
        return search.run();
    }

    /** Values in the corners are met first: a monotone function takes its largest in one of them. */
    private void corners(Interval[] domain) {
        for (Interval[] point : cornersOf(domain)) {
            reach(point);
            noteBeside(point, domain);
        }
    }

    /** The doubles of a narrow box, of several variables its corners: a condition may hold in one of them alone. */
    private void reachAll(Interval[] box) {
        if (box.length > 1) {
            cornersOf(box).forEach(this::reach);
            return;
        }
        double at = box[0].low();
        for (int i = 0; i < MAX_TRIED && at <= box[0].high(); i++) {
            reach(new Interval[] {Interval.of(at)});
            at = Math.nextUp(at);
        }
    }

    private static List<Interval[]> cornersOf(Interval[] box) {
        List<Interval[]> corners = new ArrayList<>();
        for (int corner = 0; corner < 1 << Math.min(box.length, 10); corner++) {
            Interval[] point = new Interval[box.length];
            for (int i = 0; i < box.length; i++) {
                point[i] = Interval.of((corner >> i & 1) == 0 ? box[i].low() : box[i].high());
            }
            corners.add(point);
        }
        return corners;
    }

    /** Remembers a corner at which there is no value if there is none a little inside either, where rounding cannot lead. */
    private void noteBeside(Interval[] corner, Interval[] domain) {
        Interval[] inside = new Interval[corner.length];
        for (int i = 0; i < corner.length; i++) {
            double towards = domain[i].middle() - corner[i].low();
            inside[i] = Interval.of(corner[i].low() + INSIDE * towards);
        }
        boolean isNowhere = condition.on(inside) != Met.NOWHERE
                && function.on(corner, 0, 0).regularity() == Regularity.NOWHERE
                && function.on(inside, 0, 0).regularity() == Regularity.NOWHERE;
        nowhere = isNowhere ? inside : nowhere;
    }

    private void reach(Interval[] point) {
        if (condition.on(point) == Met.EVERYWHERE) {
            Series there = function.on(point, 0, 0);
            if (there.regularity().isAtLeast(Regularity.DEFINED)) {
                reached = Math.max(reached, there.range().low());
            }
        }
    }

    private Found run() {
        int boxes = 0;
        while (!open.isEmpty()) {
            isFlat |= open.size() > MANY_BOXES;
            Box box = open.remove();
            if (box.bound < reached) {
                break; // nor can any other reach more
            }
            if (++boxes > (wantsPlaces ? MAX_PLACES : MAX_BOXES)) {
                settled.add(box);
                settled.addAll(open);
                break;
            }
            if (!wantsPlaces && (box.bound == reached || isNear(box.bound))) {
                settled.add(box);
            } else {
                divide(box);
            }
        }
        double bound = reached;
        List<Interval[]> places = new ArrayList<>();
        for (Box box : settled) {
            if (box.bound >= reached) {
                bound = Math.max(bound, box.bound);
                places.add(box.sides);
            }
        }
        return new Found(
                bound == Double.NEGATIVE_INFINITY ? Interval.ENTIRE : new Interval(reached, bound),
                places,
                reached > Double.NEGATIVE_INFINITY,
                nowhere == null ? List.of() : List.of(nowhere));
    }

    /** Of no value that counts nothing is near. */
    private boolean isNear(double bound) {
        return reached > Double.NEGATIVE_INFINITY && bound - reached <= TOLERANCE * Math.abs(reached);
    }

    /** Remembers a part of the domain on which there is no value; what is as narrow as rounding is no part. */
    private void note(Interval[] box) {
        boolean isWide = true;
        for (int i = 0; i < box.length; i++) {
            isWide &= box[i].width() > smallest[i] * 0x1p20 || smallest[i] == 0;
        }
        nowhere = isWide && nowhere == null ? box : nowhere;
    }

    private void add(Interval[] sides) {
        Met met = condition.on(sides);
        if (met == Met.NOWHERE) {
            return;
        }
        Interval[] box = sides.clone();
        Interval range = Interval.ENTIRE;
        boolean known = true;
        Interval[] slopes = new Interval[box.length];
        for (int i = 0; i < box.length; i++) {
            Series on = function.on(box, i, 1);
            if (on.regularity() == Regularity.NOWHERE) {
                note(box);
                return;
            }
            range = range.and(on.range());
            slopes[i] = on.coefficient(1);
            boolean continuous = on.regularity().isAtLeast(Regularity.CONTINUOUS);
            known &= continuous;
            if (continuous && met == Met.EVERYWHERE && slopes[i].sign() != 0 && !box[i].isPoint()) {
                box[i] = Interval.of(slopes[i].sign() > 0 ? box[i].high() : box[i].low());
                range = range.and(function.on(box, i, 0).range());
            }
        }
        Interval[] middle = new Interval[box.length];
        for (int i = 0; i < box.length; i++) {
            middle[i] = Interval.of(box[i].middle());
        }
        reach(middle);
        if (known) {
            Interval mean = function.on(middle, 0, 0).range();
            for (int i = 0; i < box.length; i++) {
                mean = mean.plus(slopes[i].times(box[i].minus(middle[i])));
            }
            range = range.and(mean);
            if (box.length == 1 && isFlat && range.high() >= reached) {
                range = range.and(polynomial(box[0], middle[0]));
            }
        }
        if (range.high() >= reached) {
            Box kept = new Box(box, range.high());
            if (isSmall(box) || isRounding(range, middle)) {
                if (reached == Double.NEGATIVE_INFINITY) {
                    reachAll(box);
                }
                settled.add(kept);
            } else {
                open.add(kept);
            }
        }
    }

    /** What a Taylor polynomial about the middle of an interval, with its remainder, comes to. */
    private Interval polynomial(Interval x, Interval middle) {
        Series on = function.on(x, ORDER);
        if (on.regularity() != Regularity.SMOOTH) {
            return Interval.ENTIRE;
        }
        Series about = function.on(middle, ORDER);
        Interval away = x.minus(middle);
        Interval sum = on.coefficient(ORDER);
        for (int k = ORDER - 1; k >= 0; k--) {
            sum = about.coefficient(k).plus(sum.times(away));
        }
        return sum;
    }

    private boolean isSmall(Interval[] box) {
        boolean small = true;
        for (int i = 0; i < box.length; i++) {
            small &= Monotone.isTight(box[i]) || box[i].width() <= smallest[i];
        }
        return small;
    }

    /**
     * Whether a smaller box would be known no better: nothing but rounding is left between the bound and a value in its middle,
     * which counts; where places are wanted, between the bound and all values, for else a part of it may be none.
     */
    private boolean isRounding(Interval range, Interval[] middle) {
        Series there = function.on(middle, 0, 0);
        double least = wantsPlaces ? range.low() : there.range().low();
        return condition.on(middle) == Met.EVERYWHERE
                && there.regularity().isAtLeast(Regularity.DEFINED)
                && range.high() - least <= 2 * there.range().width();
    }

    private void divide(Box box) {
        if (box.sides.length == 1 && bends(box.sides[0])) {
            return;
        }
        int widest = 0;
        double most = -1;
        for (int i = 0; i < box.sides.length; i++) {
            double width = box.sides[i].width() / smallest[i];
            if (width > most && !Monotone.isTight(box.sides[i])) {
                most = width;
                widest = i;
            }
        }
        double between = Zeros.split(box.sides[widest]);
        Interval[] lower = box.sides.clone();
        Interval[] upper = box.sides.clone();
        lower[widest] = new Interval(box.sides[widest].low(), between);
        upper[widest] = new Interval(between, box.sides[widest].high());
        add(lower);
        add(upper);
    }

    /** Settles an interval on which the function bends down: its largest value is where the slope is zero, or at an end. */
    private boolean bends(Interval x) {
        Series curved = function.on(x, 2);
        // A curvature that may be zero would do as well, for the slope does not rise; but Newton's method has nothing
        // to divide by.
        if (curved.regularity() != Regularity.SMOOTH
                || curved.coefficient(2).high() >= 0
                || condition.on(new Interval[] {x}) != Met.EVERYWHERE) {
            return false;
        }
        Monotone.Place place = new Monotone(function, 1).zero(x);
        // Without a zero the falling slope has one sign, which one of the ends may be too near to zero to show.
        boolean rises = slopeAt(x.low()).sign() > 0 || slopeAt(x.high()).sign() > 0;
        Interval at = place != null ? place.at() : Interval.of(rises ? x.high() : x.low());
        reach(new Interval[] {Interval.of(at.middle())});
        settled.add(new Box(new Interval[] {at}, function.on(at, 0).range().high()));
        return true;
    }

    private Interval slopeAt(double x) {
        return function.on(Interval.of(x), 1).coefficient(1);
    }
}
