package org.ansatz.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/**
 * An interval that holds an integral (G. F. Corliss, L. B. Rall, Adaptive, self-validating numerical quadrature, SIAM J. Sci.
 * Stat. Comput. 8, 1987): on each panel the Taylor polynomial about its middle is integrated exactly, and the last coefficient,
 * enclosed on the whole panel, bounds what is left. Where the function is not smooth, its range times the width is what is
 * known; so panels shrink to jumps and kinks by themselves.
 */
public final class Integral {

    /** The highest derivative; even, so that the rest has one sign of power. */
    private static final int ORDER = 10;

    /** The most panels. */
    private static final int MAX_PANELS = 8000;

    /** The width of the enclosure, relative to the integral of the magnitude, at which it is good enough. */
    private static final double TOLERANCE = 1e-13;

    /** Where more than this part is left open by the last coefficient, the others are not worth their while. */
    private static final double WORTHWHILE = 1e-6;

    /** The most parts into which a smooth panel is divided at once: how wavy it is on the whole says too much of its parts. */
    private static final int MAX_PARTS = 8;

    /** What is known this well, relative to the largest value times the width, is as well known as rounding permits. */
    private static final double ROUNDING = 0x1p-46;

    /** A panel may be narrow enough to be lost in roundings if it is so narrow beside its place. */
    private static final double NARROW = 0x1p-30;

    /** An unbounded interval is followed up to this power of two from its start. */
    private static final int MAX_POWER = 400;

    private final Enclosing function;
    private final int maxPanels;
    private boolean isDown;
    private boolean isUp;
    private final PriorityQueue<Panel> open = new PriorityQueue<>();
    private final List<Panel> settled = new ArrayList<>();
    private boolean isUnbounded;

    private Integral(Enclosing function, int maxPanels) {
        this.function = function;
        this.maxPanels = maxPanels;
    }

    /**
     * A part of the interval, and what is known of the integral over it.
     *
     * @param parts into how many it is divided if that is not enough
     */
    private record Panel(
            Interval x, Interval integral, double magnitude, double rounding, Regularity regularity, int parts)
            implements Comparable<Panel> {

        static Panel rough(Interval x, Interval integral, double magnitude, Regularity regularity) {
            return new Panel(x, integral, magnitude, 0, regularity, 2);
        }

        static Panel smooth(Interval x, Interval integral, double magnitude, double rounding, int parts) {
            return new Panel(x, integral, magnitude, rounding, Regularity.SMOOTH, parts);
        }

        /** The same, of which no more can be known, for it is as narrow as a point: a jump, or a single value. */
        Panel asPoint() {
            double height = integral.isBounded() ? integral.width() / x.width() : 0;
            return smooth(x, integral, magnitude, height, 2);
        }

        /** Where one of the parts ends, from 1. A panel of more than two is so narrow that nothing overflows. */
        double endOf(int part) {
            return parts == 2 ? x.middle() : x.low() + (x.high() - x.low()) * part / parts;
        }

        double doubt() {
            return integral.width();
        }

        boolean isNowhere() {
            return regularity == Regularity.NOWHERE;
        }

        boolean isJump() {
            return regularity == Regularity.DEFINED && integral.isBounded();
        }

        boolean isRounding() {
            return doubt() <= rounding * x.width();
        }

        @Override
        public int compareTo(Panel other) {
            return Double.compare(other.doubt(), doubt());
        }
    }

    /**
     * What was found.
     *
     * @param value an interval that holds the integral; unbounded if the function may be infinite somewhere
     * @param magnitude about the integral of the function's magnitude
     * @param rounding how wide it is for nothing but rounding
     * @param last the share of the magnitude that the outermost parts of an unbounded interval have; otherwise 0
     * @param unbounded the places where the function may be infinite or have no value, in order; none if there are none
     */
    public record Found(Interval value, double magnitude, double rounding, double last, List<Interval> unbounded) {
        /** Copies the list. */
        public Found {
            unbounded = List.copyOf(unbounded);
        }
    }

    /**
     * The integral from {@code low} to {@code high}.
     *
     * @throws org.ansatz.interval.NoEnclosure if the function does not enclose itself
     */
    public static Found of(Enclosing function, double low, double high) {
        return of(function, low, high, MAX_PANELS);
    }

    /** The same with no more than so many panels, where the integral is one of many. */
    public static Found of(Enclosing function, double low, double high, int maxPanels) {
        Integral search = new Integral(function, maxPanels);
        search.add(new Interval(low, high));
        return search.run(high - low);
    }

    /**
     * The integral over an interval without a lower or an upper end, or without both, up to 2^400, or as far as the function can be
     * computed: on intervals that double in width the rest is seen to vanish, if it does.
     */
    public static Found ofUnbounded(Enclosing function, Interval domain) {
        Integral search = new Integral(function, MAX_PANELS);
        double from = domain.low();
        double to = domain.high();
        search.isDown = Double.isInfinite(from);
        search.isUp = Double.isInfinite(to);
        double near = search.isDown && search.isUp ? 0 : search.isDown ? to : from;
        if (search.isUp) {
            search.addDoubling(near, 1);
        }
        if (search.isDown) {
            search.addDoubling(near, -1);
        }
        return search.run(1);
    }

    private void addDoubling(double near, int side) {
        List<Panel> panels = new ArrayList<>();
        double at = near;
        for (int power = 0; power <= MAX_POWER; power++) {
            double next = near + side * Math.scalb(1.0, power);
            panels.add(panel(new Interval(Math.min(at, next), Math.max(at, next))));
            at = next;
        }
        int known = panels.size();
        while (known > 1 && isBeyondDoubles(panels.get(known - 1), side)) {
            known--;
        }
        panels.subList(0, known).forEach(this::take);
    }

    /** Whether a part is so far out that values there are too large or too small for a double: halving it would not help. */
    private boolean isBeyondDoubles(Panel panel, int side) {
        Interval end = function.on(Interval.of(side > 0 ? panel.x.high() : panel.x.low()), 0)
                .range();
        if (!panel.integral.isBounded()) {
            return !panel.isNowhere() && !end.isBounded();
        }
        return panel.magnitude == 0 && panel.doubt() > 0 && panel.doubt() <= 4 * end.width() * panel.x.width();
    }

    private Found run(double width) {
        Found found = sum();
        while (!open.isEmpty() && !(found.value.width() <= TOLERANCE * found.magnitude)) {
            // What matters is halved before everything is added up again.
            double share = TOLERANCE * found.magnitude / (4 * panels());
            double worth = Math.max(open.element().doubt() / 8, share);
            if (open.element().doubt() < worth || panels() > maxPanels) {
                break;
            }
            while (!open.isEmpty() && open.element().doubt() >= worth && panels() <= maxPanels && !arePlacesKnown()) {
                divide(open.remove(), width);
            }
            found = sum();
            if (arePlacesKnown()) {
                break;
            }
        }
        return found;
    }

    /** Whether all places are known where the function may be infinite or have no value: there is no integral without them. */
    private boolean arePlacesKnown() {
        return isUnbounded
                && (open.isEmpty() || !Double.isInfinite(open.element().doubt()));
    }

    private int panels() {
        return open.size() + settled.size();
    }

    private void divide(Panel panel, double width) {
        if (Monotone.isTight(panel.x) || panel.x.width() <= width * 0x1p-60 || panel.isJump() && isBlurred(panel.x)) {
            settle(panel.asPoint());
            return;
        }
        double from = panel.x.low();
        for (int part = 1; part < panel.parts; part++) {
            double to = panel.endOf(part);
            addPart(new Interval(from, to), panel);
            from = to;
        }
        addPart(new Interval(from, panel.x.high()), panel);
    }

    /** Whether roundings hide at most points of a narrow panel on which side of a jump they are: then halving it is in vain. */
    private boolean isBlurred(Interval x) {
        return x.width() <= NARROW * x.magnitude()
                && isBlurredAt(x.middle())
                && isBlurredAt(x.low() + x.width() / 4)
                && isBlurredAt(x.low() + x.width() * 3 / 4);
    }

    private boolean isBlurredAt(double x) {
        Series there = function.on(Interval.of(x), 0);
        return there.range().isBounded() && there.regularity() == Regularity.DEFINED;
    }

    private void add(Interval x) {
        take(panel(x));
    }

    /** Whether steps count more than how often it is asked. */
    private boolean isOneOfMany() {
        return maxPanels < MAX_PANELS;
    }

    private void addPart(Interval x, Panel of) {
        take(isOneOfMany() && of.isJump() ? panel(x, onPart(x)) : panel(x));
    }

    private void take(Panel panel) {
        if (panel.isNowhere() || panel.isRounding()) {
            settle(panel);
        } else {
            open.add(panel);
        }
    }

    private void settle(Panel panel) {
        settled.add(panel);
        isUnbounded |= !panel.integral.isBounded();
    }

    private Panel panel(Interval x) {
        return panel(x, function.on(x, ORDER));
    }

    private Panel panel(Interval x, Series on) {
        Interval width = Interval.of(x.high()).minus(Interval.of(x.low()));
        if (on.regularity() == Regularity.NOWHERE) {
            return Panel.rough(x, Interval.ENTIRE, 0, on.regularity());
        }
        Interval coarse = on.range().isBounded() ? on.range().times(width) : Interval.ENTIRE;
        double magnitude = on.range().mignitude() * width.high();
        if (on.regularity() != Regularity.SMOOTH || !on.range().isBounded()) {
            return Panel.rough(x, coarse, magnitude, on.regularity());
        }
        if (isConstant(on.range())) {
            return Panel.smooth(x, coarse, magnitude, ROUNDING * on.range().magnitude(), 2);
        }
        double middle = x.middle();
        double rest = rest(on, width.high());
        if (!(rest <= WORTHWHILE * on.range().magnitude())) {
            // It will be divided anyway, unless nothing but rounding is left, as where a tail is below the smallest
            // double.
            return Panel.smooth(
                    x, coarse, magnitude, rounding(on, function.on(Interval.of(middle), 0)), parts(on, rest));
        }
        Interval left = Interval.of(x.low()).minus(Interval.of(middle));
        Interval right = Interval.of(x.high()).minus(Interval.of(middle));
        Series about = function.on(Interval.of(middle), ORDER);
        Interval sum = Interval.ZERO;
        Interval powerLeft = left;
        Interval powerRight = right;
        for (int k = 0; k <= ORDER; k++) {
            Interval coefficient = k == ORDER ? on.coefficient(k) : about.coefficient(k);
            // From one power to the next the difference of both ends; of the last, which is even, it is not negative.
            Interval part = powerRight.minus(powerLeft).over(Interval.of(k + 1));
            sum = sum.plus(coefficient.times(part));
            powerLeft = powerLeft.times(left);
            powerRight = powerRight.times(right);
        }
        Interval fine = coarse.and(sum);
        return Panel.smooth(x, fine, Math.abs(fine.middle()), rounding(on, about), parts(on, rest));
    }

    /** On a part of what jumps derivatives are most likely of no use, and cost most: first it is asked for its range alone. */
    private Series onPart(Interval x) {
        Series range = function.on(x, 0);
        boolean isUseful =
                range.regularity() == Regularity.SMOOTH && range.range().isBounded() && !isConstant(range.range());
        return isUseful ? function.on(x, ORDER) : range;
    }

    /** Whether a range is as good as a single value. */
    private static boolean isConstant(Interval range) {
        return range.width() <= ROUNDING / 2 * range.magnitude();
    }

    /** The mean height that the last coefficient leaves open. Far out it may be beyond the largest double. */
    private static double rest(Series on, double width) {
        return on.coefficient(ORDER).width() * Math.pow(width / 2, ORDER) / (ORDER + 1);
    }

    /** Into how many parts a panel has to be divided if its rest falls with their width as the last power does. */
    private static int parts(Series on, double rest) {
        double parts = Math.ceil(Math.pow(rest / (TOLERANCE * on.range().magnitude()), 1.0 / ORDER));
        return Double.isFinite(parts) ? (int) Math.min(Math.max(parts, 2), MAX_PARTS) : 2;
    }

    private static double rounding(Series on, Series about) {
        return Math.max(ROUNDING * on.range().magnitude(), 4 * about.range().width());
    }

    private Found sum() {
        Interval value = Interval.ZERO;
        double magnitude = 0;
        double rounding = 0;
        List<Interval> unbounded = new ArrayList<>();
        List<Panel> all = new ArrayList<>(open);
        all.addAll(settled);
        all.sort((a, b) -> Double.compare(a.x.low(), b.x.low()));
        for (Panel panel : all) {
            value = value.plus(panel.integral);
            magnitude += panel.magnitude;
            rounding += panel.rounding * panel.x.width();
            if (!panel.integral.isBounded()) {
                int last = unbounded.size() - 1;
                if (last >= 0 && unbounded.get(last).high() >= panel.x.low()) {
                    unbounded.set(last, unbounded.get(last).hull(panel.x));
                } else {
                    unbounded.add(panel.x);
                }
            }
        }
        double last = (isDown ? all.get(0).magnitude : 0) + (isUp ? all.get(all.size() - 1).magnitude : 0);
        return new Found(value, magnitude, rounding, last, unbounded);
    }
}
