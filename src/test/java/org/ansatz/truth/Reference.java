package org.ansatz.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansatz.truth.Doubles.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Zeros, extremes and the integral of a tree by dense samples, slowly, in arithmetic of its own. Where the tree takes another
 * branch between two samples, the place is narrowed down to a double; between such places it is smooth.
 */
final class Reference {

    private static final int MAX_RESTARTS = 40;
    private static final int MAX_BREAKS = 4000;
    private static final int MAX_PANELS = 20_000;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double[] NODES = new double[12];
    private static final double[] WEIGHTS = new double[12];
    private static final double[] FOCUS = {
        0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01, 1.2, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 20
    };

    static {
        legendre();
    }

    private final Tree tree;
    private final double low;
    private final double high;
    private final TreeSet<Double> grid = new TreeSet<>();
    private final TreeMap<Double, Spot> spots = new TreeMap<>();
    private final List<Zone> zones = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private double scale;

    /** Where another branch is taken, as near as can be told. */
    private record Zone(double from, double to) {}

    /** A stretch of one branch, with samples from end to end. */
    private record Piece(List<Spot> spots) {
        Spot first() {
            return spots.get(0);
        }

        Spot last() {
            return spots.get(spots.size() - 1);
        }
    }

    /** A number, and how wrong it may be. */
    record Number(double value, double error) {}

    /** A set of numbers. */
    record Range(double low, double high) {
        boolean meets(double from, double to) {
            return low <= to && from <= high;
        }
    }

    /**
     * The largest value.
     *
     * @param value a set that holds it
     * @param place a set that holds every place where it is taken, or null if there are several
     */
    record Largest(Range value, Range place) {}

    /**
     * The zeros.
     *
     * @param simple where the sign changes without a jump
     * @param touching where it comes too near to zero to say more
     * @param vanishes whether it may be zero on a whole interval
     */
    record Zeros(List<Range> simple, List<Range> touching, boolean vanishes) {}

    /** A branch that the samples had overlooked. */
    private static final class Overlooked extends RuntimeException {
        private static final long serialVersionUID = 1;
        final double x;

        Overlooked(double x) {
            super(null, null, false, false);
            this.x = x;
        }
    }

    /**
     * A tree on an interval.
     *
     * @param points so many samples, besides those around its pulses
     * @throws NoReference if it has no value somewhere
     */
    Reference(Tree tree, double low, double high, int points) {
        this.tree = tree;
        this.low = low;
        this.high = high;
        for (int i = 0; i <= points; i++) {
            grid.add(i == points ? high : low + (high - low) * i / points);
        }
        for (int i = 1; i < 40; i++) {
            grid.add(low + (high - low) * Math.scalb(1.0, -i));
            grid.add(high - (high - low) * Math.scalb(1.0, -i));
        }
        for (Tree.Pulse pulse : Tree.pulses(tree)) {
            double centre = Double.parseDouble(pulse.centre());
            double width = Double.parseDouble(pulse.width());
            for (double part : FOCUS) {
                addInside(centre - part * width);
                addInside(centre + part * width);
            }
        }
        look();
    }

    private void addInside(double x) {
        if (x > low && x < high) {
            grid.add(x);
        }
    }

    private interface Search<T> {
        T run();
    }

    /** Starts again with more samples where a branch was overlooked. */
    private <T> T settled(Search<T> search) {
        for (int i = 0; i < MAX_RESTARTS; i++) {
            try {
                return search.run();
            } catch (Overlooked e) {
                for (int k = 4; k < 50; k += 3) {
                    addInside(e.x - (high - low) * Math.scalb(1.0, -k));
                    addInside(e.x + (high - low) * Math.scalb(1.0, -k));
                }
                addInside(e.x);
                look();
            }
        }
        throw new NoReference("too many branches");
    }

    private Spot at(double x) {
        return spots.computeIfAbsent(x, at -> Doubles.at(tree, at));
    }

    private void look() {
        zones.clear();
        pieces.clear();
        Spot before = null;
        for (double x : grid) {
            Spot spot = at(x);
            scale = Math.max(scale, Math.abs(spot.value()));
            if (before != null) {
                breaks(before, spot, 0);
            }
            if (spot.ambiguous()) {
                addZone(x, x);
            }
            before = spot;
        }
        zones.sort((a, b) -> Double.compare(a.from, b.from));
        double from = low;
        for (Zone zone : zones) {
            if (zone.from > from) {
                addPiece(from, zone.from);
            }
            from = Math.max(from, zone.to);
        }
        if (from < high) {
            addPiece(from, high);
        }
    }

    private void addPiece(double from, double to) {
        List<Spot> inside = new ArrayList<>();
        inside.add(at(from));
        for (double x : grid.subSet(from, false, to, false)) {
            inside.add(at(x));
        }
        inside.add(at(to));
        pieces.add(new Piece(inside));
    }

    private void breaks(Spot from, Spot to, int depth) {
        if (from.trail() == to.trail() || zones.size() > MAX_BREAKS) {
            if (zones.size() > MAX_BREAKS) {
                throw new NoReference("too many branches");
            }
            return;
        }
        Spot a = from;
        Spot b = to;
        while (true) {
            double middle = a.x() + (b.x() - a.x()) / 2;
            if (middle <= a.x() || middle >= b.x()) {
                break;
            }
            Spot between = Doubles.at(tree, middle);
            if (between.trail() == a.trail()) {
                a = between;
            } else {
                b = between;
            }
        }
        addZone(a.x(), b.x());
        if (b.x() < to.x() && depth < 200) {
            breaks(b, to, depth + 1);
        }
    }

    /** Widens a place until both sides of it are clear. */
    private void addZone(double from, double to) {
        double least = Math.max(Math.ulp(from), Math.ulp(to));
        double left = from;
        for (double step = least; left > low && Doubles.at(tree, left).ambiguous(); step *= 2) {
            left = Math.max(low, from - step);
        }
        double right = to;
        for (double step = least; right < high && Doubles.at(tree, right).ambiguous(); step *= 2) {
            right = Math.min(high, to + step);
        }
        zones.add(new Zone(left, right));
    }

    private Spot inside(Piece piece, double x) {
        Spot spot = Doubles.at(tree, x);
        long trail = piece.spots.get(piece.spots.size() / 2).trail();
        if (spot.trail() != trail && piece.spots.size() > 2) {
            throw new Overlooked(x);
        }
        return spot;
    }

    // ---- the integral

    /** The integral. */
    Number integral() {
        return settled(this::quadrature);
    }

    private static void legendre() {
        int n = NODES.length;
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < 20; step++) {
                double p = 1;
                double before = 0;
                for (int k = 1; k <= n; k++) {
                    double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
                    before = p;
                    p = next;
                }
                slope = n * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private Number quadrature() {
        double[] sum = new double[4]; // integral, its compensation, error, magnitude
        for (Zone zone : zones) {
            double a = at(zone.from).value();
            double b = at(zone.to).value();
            double width = zone.to - zone.from;
            add(
                    sum,
                    width * (a + b) / 2,
                    width * (Math.abs(a) + Math.abs(b) + at(zone.from).error()));
        }
        TreeSet<Double> seams = new TreeSet<>();
        for (Tree.Pulse pulse : Tree.pulses(tree)) {
            double centre = Double.parseDouble(pulse.centre());
            double width = Double.parseDouble(pulse.width());
            for (double part : new double[] {0, 1, 3, 6, 12, 30}) {
                seams.add(centre - part * width);
                seams.add(centre + part * width);
            }
        }
        int first = grid.size() / 50; // more samples, more panels to begin with
        for (int i = 1; i < first; i++) {
            seams.add(low + (high - low) * i / first);
        }
        int[] panels = {MAX_PANELS};
        for (Piece piece : pieces) {
            double from = piece.first().x();
            for (double seam :
                    seams.subSet(piece.first().x(), false, piece.last().x(), false)) {
                panel(piece, from, seam, rule(piece, from, seam), sum, 0, panels);
                from = seam;
            }
            panel(piece, from, piece.last().x(), rule(piece, from, piece.last().x()), sum, 0, panels);
        }
        return new Number(sum[0] + sum[1], sum[2] + 4e-16 * sum[3]);
    }

    private static void add(double[] sum, double part, double error) {
        double next = sum[0] + part;
        sum[1] += Math.abs(sum[0]) > Math.abs(part) ? sum[0] - next + part : part - next + sum[0];
        sum[0] = next;
        sum[2] += error;
        sum[3] += Math.abs(part);
    }

    /** Integral, the share of rounding in its error, and the integral of the magnitude. */
    private double[] rule(Piece piece, double from, double to) {
        double half = (to - from) / 2;
        double middle = from + half;
        double sum = 0;
        double noise = 0;
        double size = 0;
        for (int i = 0; i < NODES.length; i++) {
            double x = Math.min(to, Math.max(from, middle + half * NODES[i]));
            Spot spot = inside(piece, x);
            sum += WEIGHTS[i] * spot.value();
            size += WEIGHTS[i] * Math.abs(spot.value());
            noise += WEIGHTS[i] * spot.error();
        }
        double place = Math.ulp(middle); // a node is rounded, and the function changes over that
        double change = Math.abs(inside(piece, to).value() - inside(piece, from).value());
        return new double[] {half * sum, half * noise + place * change, half * size};
    }

    private void panel(Piece piece, double from, double to, double[] whole, double[] sum, int depth, int[] panels) {
        double middle = from + (to - from) / 2;
        if (middle <= from || middle >= to) {
            add(sum, whole[0], whole[1] + whole[2]);
            return;
        }
        double[] lower = rule(piece, from, middle);
        double[] upper = rule(piece, middle, to);
        double difference = Math.abs(whole[0] - lower[0] - upper[0]);
        double wanted = 1e-16 * scale * (high - low) * Math.max(1e-6, (to - from) / (high - low));
        boolean rounding = difference <= 4 * (lower[1] + upper[1]) || difference <= 1e-15 * (lower[2] + upper[2]);
        if (difference <= wanted || rounding || depth > 45) {
            add(sum, lower[0], difference + lower[1]);
            add(sum, upper[0], upper[1]);
            return;
        }
        if (panels[0]-- < 0) {
            throw new NoReference("the integral does not settle");
        }
        panel(piece, from, middle, lower, sum, depth + 1, panels);
        panel(piece, middle, to, upper, sum, depth + 1, panels);
    }

    // ---- the largest value

    /** The largest value of the tree, or with −1 of its negative. */
    Largest largest(int sign) {
        return settled(() -> top(sign));
    }

    /** A candidate: a place, its value with the sign, and how much larger it may be nearby. */
    private record Peak(double x, double value, double error) {}

    private Largest top(int sign) {
        List<Peak> peaks = new ArrayList<>();
        for (Piece piece : pieces) {
            peaks(piece, sign, peaks);
        }
        double lowest = Double.NEGATIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        Peak best = null;
        for (Peak peak : peaks) {
            lowest = Math.max(lowest, peak.value - peak.error);
            highest = Math.max(highest, peak.value + peak.error);
            best = best == null || peak.value > best.value ? peak : best;
        }
        for (Zone zone : zones) {
            Spot tie = Doubles.at(tree, zone.from + (zone.to - zone.from) / 2, true);
            highest = Math.max(highest, sign * tie.value() + tie.error());
        }
        for (Spot spot : spots.values()) {
            Spot tie = spot.ambiguous() ? Doubles.at(tree, spot.x(), true) : spot;
            lowest = spot.ambiguous() ? lowest : Math.max(lowest, sign * spot.value() - spot.error());
            highest = Math.max(highest, sign * tie.value() + tie.error());
        }
        if (best == null || highest > 1e12 || highest - lowest > 1e-3 * Math.max(scale, 1e-300)) {
            throw new NoReference("no largest value that can be told");
        }
        return new Largest(new Range(lowest, highest), place(best, peaks, sign, highest));
    }

    private void peaks(Piece piece, int sign, List<Peak> peaks) {
        List<Spot> all = piece.spots;
        int last = all.size() - 1;
        addEnd(all.get(0).x(), all.get(Math.min(1, last)).x(), sign, peaks);
        addEnd(all.get(last).x(), all.get(Math.max(0, last - 1)).x(), sign, peaks);
        double best = Double.NEGATIVE_INFINITY;
        for (Spot spot : all) {
            best = Math.max(best, sign * spot.value());
        }
        for (int i = 1; i < last; i++) {
            double y = sign * all.get(i).value();
            double before = sign * all.get(i - 1).value();
            double after = sign * all.get(i + 1).value();
            boolean promising = y + 2 * (2 * y - before - after) >= best;
            if (y >= before && y >= after && promising) {
                peaks.add(golden(piece, all.get(i - 1).x(), all.get(i + 1).x(), sign, false));
            }
        }
        if (last > 0) {
            peaks.add(golden(piece, all.get(0).x(), all.get(1).x(), sign, false));
            peaks.add(golden(piece, all.get(last - 1).x(), all.get(last).x(), sign, false));
        }
    }

    /** The limit at an end of a piece, which the function may reach or not. */
    private void addEnd(double end, double next, int sign, List<Peak> peaks) {
        Spot spot = at(end);
        double slack = 0;
        if (end > low && end < high) {
            Zone zone = zones.stream()
                    .filter(one -> one.from == end || one.to == end)
                    .findFirst()
                    .orElse(new Zone(end, end));
            double away = Math.min(Math.abs(next - end), 2 * (zone.to - zone.from));
            double near = next > end ? end + away : end - away;
            slack = 4 * Math.abs(Doubles.at(tree, near).value() - spot.value());
        }
        peaks.add(new Peak(end, sign * spot.value(), spot.error() + slack));
    }

    private Peak golden(Piece piece, double from, double to, int sign, boolean size) {
        double a = from;
        double b = to;
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        Spot atC = inside(piece, c);
        Spot atD = inside(piece, d);
        Spot best = atC;
        for (int i = 0; i < 70 && b - a > 2 * Math.ulp(Math.max(Math.abs(a), Math.abs(b))); i++) {
            best = of(atC, sign, size) > of(best, sign, size) ? atC : best;
            best = of(atD, sign, size) > of(best, sign, size) ? atD : best;
            if (of(atC, sign, size) > of(atD, sign, size)) {
                b = d;
                d = c;
                atD = atC;
                c = b - GOLDEN * (b - a);
                atC = inside(piece, c);
            } else {
                a = c;
                c = d;
                atC = atD;
                d = a + GOLDEN * (b - a);
                atD = inside(piece, d);
            }
        }
        return new Peak(best.x(), of(best, sign, size), 4 * best.error());
    }

    private static double of(Spot spot, int sign, boolean size) {
        return size ? -Math.abs(spot.value()) : sign * spot.value();
    }

    /** Everything around the best place that is as good as far as can be told, or null if there is more elsewhere. */
    private Range place(Peak best, List<Peak> peaks, int sign, double highest) {
        double enough = best.value - 4 * best.error - 1e-15 * Math.abs(best.value) - 2 * (highest - best.value);
        double left = best.x;
        for (double step = 2 * Math.ulp(best.x); left > low && reaches(left, sign, enough); step *= 1.5) {
            left = Math.max(low, best.x - step);
        }
        double right = best.x;
        for (double step = 2 * Math.ulp(best.x); right < high && reaches(right, sign, enough); step *= 1.5) {
            right = Math.min(high, best.x + step);
        }
        boolean narrow = right - left <= 1e-5 * (high - low);
        for (Peak peak : peaks) {
            boolean apart = peak.x < left || peak.x > right;
            narrow &= !(apart && peak.value + peak.error >= enough - 1e-9 * scale);
        }
        for (Zone zone : zones) {
            Spot tie = Doubles.at(tree, zone.from, true);
            boolean apart = zone.to < left || zone.from > right;
            narrow &= !(apart && sign * tie.value() + tie.error() >= enough);
        }
        return narrow ? new Range(left, right) : null;
    }

    private boolean reaches(double x, int sign, double enough) {
        Spot spot = Doubles.at(tree, x);
        return spot.ambiguous() || sign * spot.value() + spot.error() >= enough;
    }

    // ---- the zeros

    /** The zeros. */
    Zeros zeros() {
        return settled(this::roots);
    }

    private Zeros roots() {
        List<Range> simple = new ArrayList<>();
        List<Range> touching = new ArrayList<>();
        boolean vanishes = false;
        for (Piece piece : pieces) {
            List<Spot> all = piece.spots;
            int zero = 0;
            for (int i = 0; i < all.size(); i++) {
                Spot spot = all.get(i);
                boolean end = i == 0 || i == all.size() - 1;
                if (isZero(spot)) {
                    zero++;
                    vanishes |= zero > 2;
                    if (end || !parted(piece, all.get(i - 1), spot, all.get(i + 1), simple)) {
                        touching.add(around(spot.x()));
                    }
                    continue;
                }
                zero = 0;
                if (i > 0 && !isZero(all.get(i - 1))) {
                    between(piece, all, i, simple, touching);
                }
                if (end && Math.abs(spot.value()) < 1e-7 * scale) {
                    nearEnd(spot, i == 0 ? all.get(1) : all.get(i - 1), touching);
                }
            }
        }
        for (Zone zone : zones) {
            if (zone.to - zone.from > 1e-9 * (high - low)) {
                throw new NoReference("branches that cannot be told apart");
            }
            Spot tie = Doubles.at(tree, zone.from + (zone.to - zone.from) / 2, true);
            boolean maybe = isZero(at(zone.from)) || isZero(at(zone.to));
            if (maybe || Math.abs(tie.value()) <= 4 * tie.error() + 1e-14 * scale) {
                touching.add(new Range(zone.from - 1e-14 * (high - low), zone.to + 1e-14 * (high - low)));
            }
        }
        return new Zeros(simple, merged(touching), vanishes);
    }

    private static boolean isZero(Spot spot) {
        return Math.abs(spot.value()) <= 2 * spot.error();
    }

    /** A limit of zero at a jump, which may be reached or not. */
    private void nearEnd(Spot end, Spot next, List<Range> touching) {
        double away = 1e-9 * (high - low);
        if (Math.abs(next.x() - end.x()) <= away) {
            touching.add(around(end.x()));
            return;
        }
        double slope = Math.abs(Doubles.at(tree, next.x() > end.x() ? end.x() + away : end.x() - away)
                        .value()
                - end.value());
        if (Math.abs(end.value()) <= 1e-3 * slope) {
            touching.add(around(end.x()));
        }
    }

    private void between(Piece piece, List<Spot> all, int i, List<Range> simple, List<Range> touching) {
        Spot left = all.get(i - 1);
        Spot right = all.get(i);
        if (left.value() < 0 != right.value() < 0) {
            crossing(piece, left, right, simple);
            return;
        }
        double before = i > 1 ? Math.abs(all.get(i - 2).value()) : Double.POSITIVE_INFINITY;
        double after = i + 1 < all.size() ? Math.abs(all.get(i + 1).value()) : Double.POSITIVE_INFINITY;
        double y = Math.min(Math.abs(left.value()), Math.abs(right.value()));
        boolean dips = before >= Math.abs(left.value()) && after >= Math.abs(right.value());
        boolean near = y
                <= 3
                                * (Math.min(before, 1e300)
                                        - Math.abs(left.value())
                                        + Math.min(after, 1e300)
                                        - Math.abs(right.value()))
                        + 1e-9 * scale;
        if (!dips || !near) {
            return;
        }
        Peak lowest = golden(piece, left.x(), right.x(), 1, true);
        Spot there = inside(piece, lowest.x);
        double few = 8 * Math.ulp(lowest.x);
        double beside = Math.max(
                Math.abs(Doubles.at(tree, Math.max(low, lowest.x - few)).value()),
                Math.abs(Doubles.at(tree, Math.min(high, lowest.x + few)).value()));
        if (isZero(there) || Math.abs(there.value()) < 0.9 * beside) { // as near as doubles are to each other
            if (!parted(piece, left, there, right, simple)) {
                touching.add(around(there.x()));
            }
        } else if (there.value() < 0 != left.value() < 0) {
            crossing(piece, left, there, simple);
            crossing(piece, there, right, simple);
        }
    }

    /** Whether what seems to touch zero passes it twice, next to each other. */
    private boolean parted(Piece piece, Spot left, Spot zero, Spot right, List<Range> simple) {
        boolean alike = !isZero(left) && !isZero(right) && left.value() < 0 == right.value() < 0;
        Spot other = alike ? otherSign(left, zero, right) : null;
        if (other != null) {
            crossing(piece, left, other, simple);
            crossing(piece, other, right, simple);
        }
        return other != null;
    }

    /** A place beside a zero where the sign is not what it is on both sides of it, however near; null if there is none. */
    private @Nullable Spot otherSign(Spot left, Spot zero, Spot right) {
        for (double away = right.x() - left.x(); away > Math.ulp(zero.x()); away /= 2) {
            for (double x : new double[] {zero.x() - away, zero.x() + away}) {
                Spot spot = x > left.x() && x < right.x() ? Doubles.at(tree, x) : left;
                if (!isZero(spot) && spot.value() < 0 != left.value() < 0) {
                    return spot;
                }
            }
        }
        return null;
    }

    private void crossing(Piece piece, Spot from, Spot to, List<Range> simple) {
        double a = from.x();
        double b = to.x();
        while (true) {
            double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) {
                break;
            }
            Spot spot = inside(piece, middle);
            if (isZero(spot)) {
                a = lastLike(from, a, middle);
                b = lastLike(to, b, middle);
                break;
            }
            if (spot.value() < 0 == from.value() < 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        double size = Math.max(Math.abs(at(a).value()), Math.abs(at(b).value()));
        boolean isSeen = to.x() - from.x() > 64 * Math.ulp(Math.max(Math.abs(from.x()), Math.abs(to.x())));
        if (size > 0.5 * Math.max(Math.abs(from.value()), Math.abs(to.value())) && isSeen) {
            throw new NoReference("a pole");
        }
        simple.add(new Range(a, b));
    }

    /** Between a place where the sign is as in a spot and one where it may not be, the last where it clearly is. */
    private double lastLike(Spot like, double clear, double unclear) {
        double a = clear;
        double b = unclear;
        while (true) {
            double middle = a + (b - a) / 2;
            if (middle == a || middle == b) {
                return a;
            }
            Spot spot = Doubles.at(tree, middle);
            if (!isZero(spot) && spot.value() < 0 == like.value() < 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
    }

    /** All around a zero that cannot be told from it. */
    private Range around(double x) {
        double left = x;
        for (double step = 2 * Math.ulp(x); left > low && isZero(Doubles.at(tree, left)); step *= 1.5) {
            left = Math.max(low, x - step);
        }
        double right = x;
        for (double step = 2 * Math.ulp(x); right < high && isZero(Doubles.at(tree, right)); step *= 1.5) {
            right = Math.min(high, x + step);
        }
        return new Range(left, right);
    }

    private static List<Range> merged(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort((a, b) -> Double.compare(a.low, b.low));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && range.low <= merged.get(last).high) {
                merged.set(last, new Range(merged.get(last).low, Math.max(range.high, merged.get(last).high)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** How large the function becomes. */
    double scale() {
        return scale;
    }

    /** The exact value of a tree at a point, with the error that is left. */
    static BigDecimal[] exactly(Tree tree, BigDecimal x) {
        Decimals numbers = new Decimals();
        BigDecimal value = tree.in(numbers, x, BigDecimal.ZERO);
        return new BigDecimal[] {value, numbers.error(value)};
    }
}
