package org.ansatz.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/**
 * An interval that holds an integral over several variables: on each box the product of Gauss's rules of five points, whose error is
 * bounded by the tenth derivative in each variable alone, enclosed on the whole box; mixed derivatives are not needed (A. H.
 * Stroud, Approximate Calculation of Multiple Integrals, 1971, chapter 5). Where the function is not smooth, its range times the volume
 * is what is known. The box of which least is known is halved first.
 */
public final class Cubature {

    /** The points of the rule along one variable; it is exact up to the degree 2·5 − 1. */
    private static final int POINTS = 5;

    /** The derivative that bounds its error. */
    private static final int ORDER = 2 * POINTS;

    /** Of the error on −1..1: 2^11·(5!)^4/(11·(10!)^2), for the coefficient of the tenth power. */
    private static final Interval ERROR = Interval.of(2048.0 * 120 * 120 * 120 * 120)
            .over(Interval.of(11))
            .over(Interval.of(3628800))
            .over(Interval.of(3628800));

    private static final Interval[] NODES = nodes();
    private static final Interval[] WEIGHTS = weights();

    /** The most boxes. */
    private static final int MAX_BOXES = 4000;

    /** After so many, only what still shrinks fast is worth more. */
    private static final int ROUND = 500;

    /** In so many it is seen whether a function is smooth. */
    private static final int FEW = 100;

    /** The width of the enclosure, relative to the integral of the magnitude, at which it is good enough. */
    private static final double TOLERANCE = 1e-13;

    /** What is known this well, relative to the largest value times the volume, is as well known as rounding permits. */
    private static final double ROUNDING = 0x1p-46;

    private final Enclosing function;
    private final PriorityQueue<Box> open = new PriorityQueue<>(Comparator.comparingDouble(box -> -box.doubt()));
    private final List<Box> settled = new ArrayList<>();

    private Cubature(Enclosing function) {
        this.function = function;
    }

    /**
     * A part of the domain, and what is known of the integral over it.
     *
     * @param longest the variable along which it is halved
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by its sides
    private record Box(
            Interval[] sides, Interval integral, double magnitude, double rounding, int longest, boolean isRough) {
        double doubt() {
            return integral.width();
        }
    }

    /**
     * What was found.
     *
     * @param value an interval that holds the integral; unbounded if the function may be infinite or have no value somewhere
     * @param magnitude the integral of the function's magnitude, at least
     * @param rough where the first variable is in boxes on which the function was not seen to be smooth, in order
     */
    public record Found(Interval value, double magnitude, List<Interval> rough) {
        /** Copies the list. */
        public Found {
            rough = List.copyOf(rough);
        }
    }

    /**
     * The integral over a box of bounded sides.
     *
     * @throws org.ansatz.interval.NoEnclosure if the function does not enclose itself
     */
    public static Found of(Enclosing function, Interval[] domain) {
        Cubature search = new Cubature(function);
        search.add(domain);
        return search.run();
    }

    /** Whether a function is seen to be smooth on a box with no more than a few parts. */
    public static boolean isSmooth(Enclosing function, Interval[] domain) {
        Deque<Interval[]> open = new ArrayDeque<>(List.<Interval[]>of(domain));
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            Interval[] sides = open.pop();
            if (function.on(sides, 0, 0).regularity() == Regularity.SMOOTH) {
                continue;
            }
            int widest = widest(sides);
            if (boxes > FEW || Monotone.isTight(sides[widest])) {
                return false;
            }
            for (Interval half : List.of(
                    new Interval(sides[widest].low(), sides[widest].middle()),
                    new Interval(sides[widest].middle(), sides[widest].high()))) {
                Interval[] part = sides.clone();
                part[widest] = half;
                open.push(part);
            }
        }
        return true;
    }

    private Found run() {
        Found found = sum();
        double before = Double.POSITIVE_INFINITY;
        int next = ROUND;
        while (!open.isEmpty() && !isGood(found) && boxes() < MAX_BOXES) {
            if (boxes() >= next) {
                // Where a jump goes through all boxes, halving them is long in vain; so it is where there may be no
                // value.
                boolean isLocated = found.value.width() <= found.magnitude / 2;
                if (!found.value.isBounded() || isLocated && found.value.width() > before / 2) {
                    break;
                }
                before = found.value.width();
                next = boxes() + ROUND;
            }
            double worth = open.element().doubt() / 8;
            while (!open.isEmpty() && open.element().doubt() >= worth && boxes() < MAX_BOXES) {
                halve(open.remove());
            }
            found = sum();
        }
        return found;
    }

    private static boolean isGood(Found found) {
        return found.value.width() <= TOLERANCE * found.magnitude;
    }

    private int boxes() {
        return open.size() + settled.size();
    }

    private void halve(Box box) {
        Interval side = box.sides[box.longest];
        double middle = side.middle();
        if (Monotone.isTight(side)) {
            settled.add(box);
            return;
        }
        Interval[] lower = box.sides.clone();
        Interval[] upper = box.sides.clone();
        lower[box.longest] = new Interval(side.low(), middle);
        upper[box.longest] = new Interval(middle, side.high());
        add(lower);
        add(upper);
    }

    private void add(Interval[] sides) {
        Box box = box(sides);
        boolean isRounding = box.doubt() <= box.rounding;
        if (isRounding) {
            settled.add(box);
        } else {
            open.add(box);
        }
    }

    private Box box(Interval[] sides) {
        Interval volume = Interval.ONE;
        for (Interval side : sides) {
            volume = volume.times(Interval.of(side.high()).minus(Interval.of(side.low())));
        }
        Interval range = Interval.ENTIRE;
        Interval rest = Interval.ZERO;
        double worst = -1;
        int longest = 0;
        boolean isSmooth = true;
        Series known = function.on(sides, 0, 0);
        if (known.regularity() == Regularity.SMOOTH
                && known.range().width() <= ROUNDING / 2 * known.range().magnitude()) {
            double size = known.range().magnitude() * volume.high();
            return new Box(sides, known.range().times(volume), size, ROUNDING * size, 0, false);
        }
        boolean isRough = known.regularity() != Regularity.SMOOTH;
        for (int i = 0; i < (isRough ? 1 : sides.length); i++) {
            Series on = function.on(sides, i, isRough ? 0 : ORDER);
            if (!on.regularity().isAtLeast(Regularity.DEFINED)) {
                return new Box(sides, Interval.ENTIRE, 0, 0, widest(sides), true);
            }
            range = range.and(on.range());
            isSmooth &= !isRough
                    && on.regularity() == Regularity.SMOOTH
                    && on.coefficient(ORDER).isBounded();
            if (isSmooth) {
                Interval part = remainder(on.coefficient(ORDER), sides[i], volume);
                rest = rest.plus(part);
                if (part.width() > worst) {
                    worst = part.width();
                    longest = i;
                }
            }
        }
        Interval coarse = range.isBounded() ? range.times(volume) : Interval.ENTIRE;
        double magnitude = range.mignitude() * volume.low();
        if (!isSmooth) {
            return new Box(sides, coarse, magnitude, 0, widest(sides), true);
        }
        double rounding = ROUNDING * range.magnitude() * volume.high();
        if (!(rest.width() < coarse.width())) {
            return new Box(sides, coarse, magnitude, rounding, longest, false);
        }
        Interval fine = coarse.and(rule(sides, volume).plus(rest));
        return new Box(sides, fine, Math.max(magnitude, fine.mignitude()), rounding, longest, false);
    }

    private static int widest(Interval[] sides) {
        int widest = 0;
        for (int i = 1; i < sides.length; i++) {
            widest = sides[i].width() > sides[widest].width() ? i : widest;
        }
        return widest;
    }

    /** The error of the rule along one variable, which is that on −1..1 for half the width, over its length there. */
    private static Interval remainder(Interval coefficient, Interval side, Interval volume) {
        Interval half = Interval.of(side.high()).minus(Interval.of(side.low())).over(2);
        Interval power = Interval.ONE;
        for (int k = 0; k < POINTS; k++) {
            power = power.times(half.square());
        }
        return coefficient.times(power).times(ERROR).times(volume).over(2);
    }

    private Interval rule(Interval[] sides, Interval volume) {
        Interval[][] places = new Interval[sides.length][POINTS];
        for (int i = 0; i < sides.length; i++) {
            Interval low = Interval.of(sides[i].low());
            Interval high = Interval.of(sides[i].high());
            for (int k = 0; k < POINTS; k++) {
                Interval half = high.minus(low).over(2);
                places[i][k] = low.plus(half.times(NODES[k].plus(Interval.ONE))).and(sides[i]);
            }
        }
        Interval sum = added(places, new Interval[sides.length], 0);
        Interval length = Interval.ONE;
        for (int i = 0; i < sides.length; i++) {
            length = length.times(2);
        }
        return sum.times(volume.over(length));
    }

    private Interval added(Interval[][] places, Interval[] point, int depth) {
        if (depth == point.length) {
            return function.on(point, 0, 0).range();
        }
        Interval sum = Interval.ZERO;
        for (int k = 0; k < POINTS; k++) {
            point[depth] = places[depth][k];
            sum = sum.plus(WEIGHTS[k].times(added(places, point, depth + 1)));
        }
        return sum;
    }

    private Found sum() {
        Interval value = Interval.ZERO;
        double magnitude = 0;
        List<Interval> rough = new ArrayList<>();
        for (List<Box> boxes : List.of(List.copyOf(open), settled)) {
            for (Box box : boxes) {
                value = value.plus(box.integral);
                magnitude += box.magnitude;
                if (box.isRough) {
                    rough.add(box.sides[0]);
                }
            }
        }
        return new Found(value, magnitude, Breaks.merged(rough));
    }

    /** The zeros of Legendre's polynomial of degree 5. */
    private static Interval[] nodes() {
        Interval root = Interval.of(10).over(7).sqrt().times(2);
        Interval inner = Interval.of(5).minus(root).sqrt().over(3);
        Interval outer = Interval.of(5).plus(root).sqrt().over(3);
        return new Interval[] {outer.negate(), inner.negate(), Interval.ZERO, inner, outer};
    }

    private static Interval[] weights() {
        Interval root = Interval.of(70).sqrt().times(13);
        Interval inner = Interval.of(322).plus(root).over(900);
        Interval outer = Interval.of(322).minus(root).over(900);
        return new Interval[] {outer, inner, Interval.of(128).over(225), inner, outer};
    }
}
