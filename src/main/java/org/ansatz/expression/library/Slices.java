package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Cubature;
import org.ansatz.proof.Integral;
import org.ansatz.proof.Outline;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * An integral over several variables. What is smooth is enclosed by {@link Cubature}. Jumps and kinks that run through the domain leave that
 * too wide; then the integral over the other variables, one less, is taken at samples of the first, {@link GaussKronrod}, between the places
 * at which the enclosure shows something, and held against the enclosure: so nothing narrow is overlooked, though the result is estimated.
 *
 * @param estimate the integral; null if it may be infinite somewhere
 * @param enclosure what it lies in for certain
 */
record Slices(@Nullable Estimate estimate, Interval enclosure) {

    /** An integral that is enclosed this well, relative to it, need not be sampled. */
    private static final double WELL = 1e-9;

    /** How well it is sampled over two variables; over more, where each sample is an integral over two, so well. */
    private static final double TOLERANCE = 1e-11;

    private static final double TOLERANCE_OF_MORE = 1e-5;

    /** More places are cut at as they are found. */
    private static final int MAX_PLACES = 16;

    /** Enough for a few jumps; of a slice that just touches one little is known, and little is needed. */
    private static final int PANELS = 400;

    /** The integral of a function over a box. */
    static Slices of(Enclosing function, Interval[] domain) {
        Cubature.Found found = Cubature.of(function, domain);
        if (!found.value().isBounded()) {
            return new Slices(null, found.value());
        }
        double tolerance = domain.length > 2 ? TOLERANCE_OF_MORE : TOLERANCE;
        Slice slice = overAll(function, domain, found, tolerance);
        double middle = slice.value.middle();
        double error = slice.value.isPoint() ? 0 : slice.value.distance(middle);
        return new Slices(Estimate.of(middle, error), found.value());
    }

    private static Slice overAll(Enclosing function, Interval[] domain, Cubature.Found found, double tolerance) {
        if (found.value().isPoint() || found.value().width() <= WELL * found.magnitude()) {
            return new Slice(found.value(), found.magnitude());
        }
        GaussKronrod.Found<Slice> sampled = GaussKronrod.over(
                new Slice(Interval.ZERO, 0),
                new Cuts(function, domain, tolerance),
                cells(domain[0], places(function, domain, found.rough())),
                tolerance);
        double error = sampled.errors()[0];
        Interval value = sampled.sum().value.plus(new Interval(-error, error));
        if (isSettled(found) && (!value.meets(found.value()) || error > GaussKronrod.SETTLED * sampled.sum().size)) {
            return new Slice(found.value(), found.magnitude());
        }
        if (!value.meets(found.value())) {
            throw new NoValue("the integral does not settle: there is more of it than samples show");
        }
        if (error > GaussKronrod.SETTLED * sampled.sum().size) {
            throw new NoValue("the integral does not settle: its error estimate is " + error + " of "
                    + sampled.sum().size + " after " + sampled.pieces() + " intervals");
        }
        return new Slice(value.and(found.value()), sampled.sum().size);
    }

    private static boolean isSettled(Cubature.Found found) {
        return found.value().width() <= Pieces.SETTLED * found.magnitude();
    }

    /** Where the integral over the other variables is not smooth along the first, or changes fast. */
    private static List<Interval> places(Enclosing function, Interval[] domain, List<Interval> rough) {
        List<Interval> places = new ArrayList<>(roughPlaces(function, domain, rough));
        places.addAll(atCorners(function, domain));
        return places;
    }

    /**
     * Where the function stands out along the first variable while each other one is at an end: there the integral over these
     * changes fast, as where a narrow ridge leaves the domain.
     */
    private static List<Interval> atCorners(Enclosing function, Interval[] domain) {
        List<Interval> places = new ArrayList<>();
        for (int corner = 0; corner < 1 << domain.length - 1; corner++) {
            Interval[] box = domain.clone();
            for (int i = 1; i < domain.length; i++) {
                boolean isLow = (corner >> i - 1 & 1) == 0;
                box[i] = Interval.of(isLow ? domain[i].low() : domain[i].high());
            }
            places.addAll(Outline.of(
                            set -> {
                                box[0] = set;
                                return function.on(box, 0, 0);
                            },
                            domain[0])
                    .places());
        }
        return places;
    }

    /** The places where it is rough, to the point: a jump next to an end of a cell would be seen by no sample. */
    private static List<Interval> roughPlaces(Enclosing function, Interval[] domain, List<Interval> rough) {
        if (rough.size() > MAX_PLACES) {
            return rough;
        }
        List<Interval> places = new ArrayList<>();
        for (Interval place : rough) {
            places.add(Breaks.narrowed(place, set -> {
                Interval[] slab = domain.clone();
                slab[0] = set;
                return Cubature.isSmooth(function, slab);
            }));
        }
        return places;
    }

    /** The first side cut where something begins or ends. */
    private static double[][] cells(Interval side, List<Interval> places) {
        TreeSet<Double> ends = new TreeSet<>(List.of(side.low(), side.high()));
        for (Interval place : places) {
            for (double at : new double[] {place.low(), place.high()}) {
                if (side.contains(at)) {
                    ends.add(at);
                }
            }
        }
        List<double[]> cells = new ArrayList<>();
        double from = side.low();
        for (double end : ends.tailSet(from, false)) {
            cells.add(new double[] {from, end});
            from = end;
        }
        return cells.toArray(new double[0][]);
    }

    /** The integral over all variables but the first, at values of that. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by its domain
    private record Cuts(Enclosing function, Interval[] domain, double tolerance)
            implements GaussKronrod.Integrand<Slice> {
        @Override
        public Slice at(double x) {
            Interval[] rest = Arrays.copyOfRange(domain, 1, domain.length);
            Enclosing cut = (box, by, order) -> {
                Interval[] all = new Interval[domain.length];
                all[0] = Interval.of(x);
                System.arraycopy(box, 0, all, 1, box.length);
                return function.on(all, by + 1, order);
            };
            if (rest.length > 1) {
                Cubature.Found found = Cubature.of(cut, rest);
                return isSettled(found)
                        ? new Slice(found.value(), found.magnitude())
                        : overAll(cut, rest, found, tolerance);
            }
            Integral.Found found = Integral.of(cut, rest[0].low(), rest[0].high(), PANELS);
            return new Slice(found.value(), found.magnitude());
        }

        @Override
        public NoValue infinite(double from, double to) {
            return new NoValue("the integral over the inner variables may be infinite or have no value");
        }
    }

    /** What an integral over all variables but the first lies in, and that of its magnitude. */
    private record Slice(Interval value, double size) implements GaussKronrod.Amount<Slice> {
        @Override
        public Slice plus(Slice other) {
            return new Slice(value.plus(other.value), size + other.size);
        }

        @Override
        public Slice times(double weight) {
            return new Slice(value.times(Interval.of(weight)), Math.abs(weight) * size);
        }

        @Override
        public double[] distances(Slice other) {
            return new double[] {Math.abs(value.middle() - other.value.middle())};
        }

        @Override
        public double[] sizes() {
            return new double[] {value.isBounded() ? Math.max(size, value.mignitude()) : Double.POSITIVE_INFINITY};
        }

        @Override
        public double[] doubts() {
            return new double[] {value.width()};
        }
    }
}
