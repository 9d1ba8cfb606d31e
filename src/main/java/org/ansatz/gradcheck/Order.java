package org.ansatz.gradcheck;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** With which power of the step something goes to zero, observed where rounding does not blur it. */
final class Order {

    private static final double ABOVE_NOISE = 100;

    /** An order is known of which at least this part is certain. */
    private static final double KNOWN = 0.9;

    private Order() {}

    /** The order of plain central differences, coarsest level first; NaN if they differ by rounding alone. */
    static double ofCentralDifferences(List<Level> levels) {
        for (int i = levels.size() - 1; i >= 2; i--) {
            Change fine = Change.to(i, levels, Level::central);
            if (fine.isAboveNoise()) {
                return between(Change.to(i - 1, levels, Level::central).size(), fine.size());
            }
        }
        return Double.NaN;
    }

    /**
     * The least order that slopes can have, for rounding may have made the earlier change larger and the later smaller: at the
     * finest step at which it is known, and if it is at none, at the finest at which more than rounding is seen.
     *
     * @return NaN if only rounding is seen
     */
    static double least(List<Level> levels, ToDoubleFunction<Level> slope) {
        double finest = Double.NaN;
        for (int i = levels.size() - 1; i >= 2; i--) {
            Change fine = Change.to(i, levels, slope);
            Change coarse = Change.to(i - 1, levels, slope);
            if (fine.isAboveNoise()) {
                double least = between(Math.max(0, coarse.size() - 2 * coarse.noise()), fine.size() + 2 * fine.noise());
                if (least >= KNOWN * between(coarse.size(), fine.size())) {
                    return least;
                }
                finest = Double.isNaN(finest) ? least : finest;
            }
        }
        return finest;
    }

    /**
     * How much larger than the last change all further ones are together, where they shrink with less than the step; infinite where
     * they do not.
     */
    static double rest(double order) {
        return order < 1 ? 1 / Math.max(0, Math.expm1(order * Math.log(2))) : 1;
    }

    /** By how much a slope differs from that at the step before, and how much of it rounding explains. */
    private record Change(double size, double noise) {
        static Change to(int i, List<Level> levels, ToDoubleFunction<Level> slope) {
            double before = slope.applyAsDouble(levels.get(i - 1));
            return new Change(
                    Math.abs(slope.applyAsDouble(levels.get(i)) - before),
                    levels.get(i).noise());
        }

        boolean isAboveNoise() {
            return size > ABOVE_NOISE * noise;
        }
    }

    /** The order with which a function of one variable departs from a tangent at zero; NaN if only rounding is seen. */
    static double ofDeparture(DoubleUnaryOperator function, double here, double tangent) {
        double order = Double.NaN;
        double coarse = Double.NaN;
        for (double step = 0x1p-3; step > 0x1p-30; step /= 2) {
            double there = valueOrNaN(function, step);
            double fine = Math.abs(there - here - step * tangent);
            double noise = ABOVE_NOISE * 0x1p-50 * Math.max(Math.abs(here), Math.abs(there));
            if (fine > noise && Double.isFinite(coarse)) {
                order = between(coarse, fine);
            }
            coarse = fine;
        }
        return order;
    }

    private static double valueOrNaN(DoubleUnaryOperator function, double step) {
        try {
            return function.applyAsDouble(step);
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    /** The order of what is {@code coarse} at a step and {@code fine} at half of it. */
    static double between(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }
}
