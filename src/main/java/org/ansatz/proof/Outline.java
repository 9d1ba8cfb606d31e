package org.ansatz.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/**
 * What a function of which little is known is like in outline: where something stands out in it, what its integral and its largest value
 * lie in. Sets are far wider than they need be, and shrink with those on which the function is asked for; so nothing narrow is overlooked.
 */
public final class Outline {

    /** The parts in which places are looked for. */
    private static final int PARTS = 128;

    /** The parts in which an integral or an extreme inside another is added up: they are asked for often. */
    private static final int PARTS_INSIDE = 48;

    /** The parts in which a zero is looked for, of which those around a single one get as narrow as a double of the interval. */
    private static final int PARTS_OF_ZERO = 104;

    /** What is unknown of a largest value may be so many times what is unknown of a single one. */
    private static final double HARDLY_MORE = 1.5;

    /** What is so many times wider than it is elsewhere stands out. */
    private static final double OUT = 8;

    private Outline() {}

    /** A function on a set of its one variable. */
    public interface On {
        /** What is known of it there, by other variables. */
        Series on(Interval set);
    }

    private record Part(Interval at, Series on) {
        double doubt() {
            return on.range().width() * at.width();
        }
    }

    private static List<Part> parts(On function, Interval domain, int most) {
        PriorityQueue<Part> open = new PriorityQueue<>(Comparator.comparingDouble(part -> -part.doubt()));
        open.add(new Part(domain, function.on(domain)));
        List<Part> tight = new ArrayList<>();
        while (!open.isEmpty() && open.element().doubt() > 0 && open.size() + tight.size() < most) {
            Part part = open.remove();
            if (Breaks.isPoint(part.at, domain)) {
                tight.add(part);
                continue;
            }
            double middle = part.at.middle();
            Interval left = new Interval(part.at.low(), middle);
            Interval right = new Interval(middle, part.at.high());
            open.add(new Part(left, function.on(left)));
            open.add(new Part(right, function.on(right)));
        }
        tight.addAll(open);
        tight.sort(Comparator.comparingDouble(part -> part.at.low()));
        return tight;
    }

    /** The integral over an interval. */
    public static Series integral(On function, Interval domain) {
        Series sum = null;
        for (Part part : parts(function, domain, PARTS_INSIDE)) {
            Interval width = Interval.of(part.at.high()).minus(Interval.of(part.at.low()));
            Series more = part.on.times(Series.constant(width, part.on.order()));
            sum = sum == null ? more : sum.plus(more);
        }
        return Objects.requireNonNull(sum);
    }

    /**
     * The largest value on an interval: no smaller than what is reached on any part, no larger than what any part may hold. Parts are
     * halved until what is unknown is hardly more than it is at a single point, for the sake of other variables.
     */
    public static Series largest(On function, Interval domain) {
        Climb climb = new Climb(function, domain, PARTS_INSIDE);
        Part top = climb.open.element();
        Interval range = top.on.range();
        Regularity regularity = Regularity.CONTINUOUS; // another point may take over at any time
        for (Part part : climb.open) {
            range = range.max(part.on.range());
            regularity = regularity.and(part.on.regularity());
        }
        return Series.ranging(range, top.on.order(), regularity);
    }

    /** The places in an interval that may hold the largest value, in order. */
    public static List<Interval> peaks(On function, Interval domain) {
        Climb climb = new Climb(function, domain, PARTS);
        List<Interval> places = new ArrayList<>();
        for (Part part : climb.open) {
            if (part.on.range().high() >= climb.reached) {
                places.add(part.at);
            }
        }
        return Breaks.merged(places);
    }

    /** A search for the largest value, of which the part that may hold it is halved time and again. */
    private static final class Climb {
        private final PriorityQueue<Part> open = new PriorityQueue<>(
                Comparator.comparingDouble(part -> -part.on.range().high()));
        private double reached;

        Climb(On function, Interval domain, int most) {
            open.add(new Part(domain, function.on(domain)));
            reached = open.element().on.range().low();
            while (open.size() < most && !Breaks.isPoint(open.element().at, domain)) {
                Part top = open.remove();
                double middle = top.at.middle();
                Interval alone = function.on(Interval.of(middle)).range();
                reached = Math.max(reached, alone.low());
                if (top.on.range().high() - reached <= HARDLY_MORE * alone.width()) {
                    open.add(top);
                    return;
                }
                for (Interval half : List.of(new Interval(top.at.low(), middle), new Interval(middle, top.at.high()))) {
                    open.add(new Part(half, function.on(half)));
                }
            }
        }
    }

    /**
     * What holds all zeros in an interval.
     *
     * @throws NoEnclosure if there is none
     */
    public static Interval zero(On function, Interval domain) {
        List<Interval> places = zeros(function, domain);
        if (places.isEmpty()) {
            throw new NoEnclosure("a root that there is not everywhere");
        }
        return places.get(0).hull(places.get(places.size() - 1));
    }

    /** The places in an interval that may hold zeros, in order. */
    public static List<Interval> zeros(On function, Interval domain) {
        List<Interval> open = List.of(domain);
        for (int asked = 0; asked < PARTS_OF_ZERO && !open.isEmpty(); asked += 2 * open.size()) {
            List<Interval> parts = new ArrayList<>();
            for (Interval part : open) {
                parts.add(new Interval(part.low(), part.middle()));
                parts.add(new Interval(part.middle(), part.high()));
            }
            parts.removeIf(part -> !function.on(part).range().contains(0));
            open = parts;
        }
        return Breaks.merged(open);
    }

    /** What is known of a function in outline: where something stands out, and what its integral lies in. */
    public record Found(List<Interval> places, Interval integral) {
        /** Copies the list. */
        public Found {
            places = List.copyOf(places);
        }
    }

    /** How wide the range is over half of the domain, at most. */
    private static double usual(List<Part> parts, Interval domain) {
        List<Part> byWidth = new ArrayList<>(parts);
        byWidth.sort(Comparator.comparingDouble(part -> part.on.range().width()));
        double covered = 0;
        int next = 0;
        while (next < byWidth.size() - 1 && covered + byWidth.get(next).at.width() < domain.width() / 2) {
            covered += byWidth.get(next++).at.width();
        }
        return byWidth.get(next).on.range().width();
    }

    /** The places in an interval at which more may happen than elsewhere, in order, and the integral. */
    public static Found of(On function, Interval domain) {
        List<Part> parts = parts(function, domain, PARTS);
        double usual = usual(parts, domain);
        List<Interval> places = new ArrayList<>();
        Interval integral = Interval.ZERO;
        for (Part part : parts) {
            if (part.on.range().width() > OUT * usual) {
                places.add(part.at);
            }
            Interval width = Interval.of(part.at.high()).minus(Interval.of(part.at.low()));
            integral =
                    integral.plus(part.on.range().isBounded() ? part.on.range().times(width) : Interval.ENTIRE);
        }
        List<Interval> narrowed = new ArrayList<>();
        for (Interval place : Breaks.merged(places)) {
            narrowed.add(Breaks.narrowed(place, set -> function.on(set).range().width() <= OUT * usual));
        }
        return new Found(narrowed, integral);
    }
}
