package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Outline;
import org.ansatz.quantity.NoValue;

/**
 * The integral of what does not enclose itself, from samples: {@link GaussKronrod} until its error is below 1e-13 of the integral of
 * the magnitude. Whoever knows of a narrow peak splits the interval there.
 *
 * @param integral the integral, which may carry derivatives
 * @param error how wrong it may be
 * @param magnitude the integral of the magnitude
 */
record SampledIntegral(Value integral, double error, double magnitude) {

    private static final int END_DECADES = 14;

    /** An integrand with more breaks is sampled as it is. */
    private static final int MAX_BREAKS = 1200;

    private static final double TOLERANCE = 1e-13;

    /** What is no larger than so many times its simulated roundings is nothing but rounding. */
    private static final double ROUNDINGS = 16;

    /**
     * The integral over the one domain.
     *
     * @throws NoValue if the integrand is infinite somewhere, or the error is too large a part of the integral
     */
    static SampledIntegral over(Loop loop) {
        Outline.Found outline = Outlined.of(loop, Outline::of, new Outline.Found(List.of(), Interval.ENTIRE));
        List<Interval> places = new ArrayList<>(loop.breaks());
        places.addAll(outline.places());
        GaussKronrod.Found<Sample> found = integrated(loop, between(Breaks.merged(places), loop));
        if (found.sum().size == 0 && loop.high() > loop.low()) {
            found = integrated(loop, piecesAtEnds(loop));
        }
        double error = found.errors()[0];
        double magnitude = found.sum().size;
        if (error > GaussKronrod.SETTLED * magnitude && magnitude > ROUNDINGS * roundings(loop)) {
            throw new NoValue("the integral does not settle: its error estimate is " + error + " of " + magnitude
                    + " after " + found.pieces() + " intervals");
        }
        double at = Arithmetic.real(found.sum().value);
        if (outline.integral().gap(at) > error + ROUNDINGS * Math.ulp(1.0) * magnitude) {
            throw new NoValue("the integral does not settle: there is more of it than samples show");
        }
        return new SampledIntegral(found.sum().value, error, magnitude);
    }

    private static GaussKronrod.Found<Sample> integrated(Loop loop, double[][] cells) {
        return GaussKronrod.over(
                new Sample(Arithmetic.ZERO, 0), new Integrand(loop, loop.mayBeRough()), cells, TOLERANCE);
    }

    private record Integrand(Loop loop, boolean mayBeRough) implements GaussKronrod.Integrand<Sample> {
        @Override
        public Sample at(double x) {
            Value y = loop.at(new Value.Real(x));
            return new Sample(y, magnitude(y));
        }

        @Override
        public NoValue infinite(double from, double to) {
            return new NoValue("the integrand is infinite inside " + from + ".." + to + ": end the interval there");
        }

        @Override
        public double rounding(double x) {
            return loop.rounding(new Value.Real(x));
        }
    }

    /** A value, and what the magnitudes that it was added up from come to. */
    private record Sample(Value value, double size) implements GaussKronrod.Amount<Sample> {
        @Override
        public Sample plus(Sample other) {
            return new Sample(Arithmetic.add(value, other.value), size + other.size);
        }

        @Override
        public Sample times(double weight) {
            return new Sample(Arithmetic.multiply(new Value.Real(weight), value), Math.abs(weight) * size);
        }

        @Override
        public double[] distances(Sample other) {
            return new double[] {magnitude(Arithmetic.subtract(value, other.value))};
        }

        @Override
        public double[] sizes() {
            return new double[] {size};
        }

        @Override
        public double[] doubts() {
            return new double[1];
        }
    }

    private static double magnitude(Value y) {
        return Math.hypot(Arithmetic.real(y), Arithmetic.imaginary(y));
    }

    /** What the integrand's roundings integrate to: where it is nothing else, as a difference that cancels, it is zero. */
    private static double roundings(Loop loop) {
        double width = (loop.high() - loop.low()) / 2;
        double centre = (loop.low() + loop.high()) / 2;
        double largest = 0;
        for (double node : Panel.NODES) {
            largest = Math.max(largest, loop.rounding(new Value.Real(centre - width * node)));
            largest = Math.max(largest, loop.rounding(new Value.Real(centre + width * node)));
        }
        return 2 * width * largest;
    }

    /** The interval cut where parts of the integrand jump or have a kink, however near to each other, or where it stands out. */
    private static double[][] between(List<Interval> places, Loop loop) {
        List<double[]> cells = new ArrayList<>();
        double from = loop.low();
        for (Interval place : places.size() > MAX_BREAKS ? List.<Interval>of() : places) {
            for (double at : new double[] {place.low(), place.high()}) {
                if (at > from && at < loop.high()) {
                    cells.add(new double[] {from, at});
                    from = at;
                }
            }
        }
        cells.add(new double[] {from, loop.high()});
        return cells.toArray(new double[0][]);
    }

    /** What seems to be zero all over may live close to an end, as a fast decay does: pieces that shrink towards both. */
    private static double[][] piecesAtEnds(Loop loop) {
        List<double[]> pieces = new ArrayList<>();
        double half = (loop.low() + loop.high()) / 2 - loop.low();
        double outer = half;
        for (int decade = 1; decade <= END_DECADES; decade++) {
            double inner = decade == END_DECADES ? 0 : half * Math.pow(10, -decade);
            pieces.add(new double[] {loop.low() + inner, loop.low() + outer});
            pieces.add(new double[] {loop.high() - outer, loop.high() - inner});
            outer = inner;
        }
        return pieces.toArray(new double[0][]);
    }
}
