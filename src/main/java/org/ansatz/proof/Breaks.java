package org.ansatz.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;

/** Where a function is not as regular as asked: its jumps, its kinks. */
public final class Breaks {

    /** The most parts that are looked at, besides those that lead to a place. */
    private static final int MAX_PARTS = 4000;

    /** A place is found by so many halvings, each of two parts. */
    private static final int PARTS_OF_A_PLACE = 120;

    /** The most places for which it is looked on. */
    private static final int MAX_PLACES = 1000;

    /** Until nothing is left of a double. */
    private static final int HALVINGS = 60;

    private Breaks() {}

    /** How regular a function is on a set. */
    public interface Regular {
        /** What is known of it there. */
        Regularity on(Interval set);
    }

    /**
     * The places in an interval at which a function is not seen to be as regular as {@code least}, each as narrow as can be
     * told, in order. Where there are too many, those that were found.
     */
    public static List<Interval> in(Interval domain, Regularity least, Regular function) {
        List<Interval> places = new ArrayList<>();
        Deque<Interval> open = new ArrayDeque<>();
        open.push(domain);
        int most = MAX_PARTS;
        double last = Double.NEGATIVE_INFINITY;
        for (int parts = 0; !open.isEmpty() && parts < Math.min(most, MAX_PLACES * PARTS_OF_A_PLACE); parts++) {
            Interval part = open.pop();
            if (function.on(part).isAtLeast(least)) {
                continue;
            }
            if (isPoint(part, domain)) {
                // Where it is nowhere regular, every part is a place next to the one before: there it is not looked on
                // for more.
                most += part.low() > Math.nextUp(last) ? PARTS_OF_A_PLACE : 0;
                last = part.high();
                places.add(part);
            } else {
                double middle = part.middle();
                open.push(new Interval(middle, part.high()));
                open.push(new Interval(part.low(), middle));
                Interval seam = Interval.around(middle);
                if (!function.on(seam).isAtLeast(least)) {
                    places.add(seam); // a kink just where a part is halved shows in neither half
                }
            }
        }
        return merged(places);
    }

    /** Whether nothing happens on a set. */
    public interface Quiet {
        /** Whether that is seen. */
        boolean on(Interval set);
    }

    /** A place made as narrow as can be told by leaving out at either end what is seen to be quiet. */
    public static Interval narrowed(Interval place, Quiet quiet) {
        double low = edge(place.low(), place.high(), quiet);
        return new Interval(low, Math.max(low, edge(place.high(), low, quiet)));
    }

    /** How far from an end, towards another point, it is quiet. */
    private static double edge(double end, double towards, Quiet quiet) {
        double known = end;
        double open = towards;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = known + (open - known) / 2;
            if (middle == known || middle == open) {
                break;
            }
            if (quiet.on(new Interval(Math.min(known, middle), Math.max(known, middle)))) {
                known = middle;
            } else {
                open = middle;
            }
        }
        return known;
    }

    /** Whether a part cannot be halved, or is nothing beside the whole. */
    public static boolean isPoint(Interval part, Interval whole) {
        double middle = part.middle();
        return middle <= part.low() || middle >= part.high() || part.width() <= whole.width() * 0x1p-60;
    }

    /** Places that meet are one. */
    public static List<Interval> merged(List<Interval> places) {
        List<Interval> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingDouble(Interval::low));
        List<Interval> merged = new ArrayList<>();
        for (Interval place : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && place.low() <= Math.nextUp(merged.get(last).high())) {
                merged.set(last, merged.get(last).hull(place));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }
}
