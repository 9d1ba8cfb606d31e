package org.ansatz.gradcheck;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** With which power of the step something goes to zero, observed where rounding does not blur it. */
final class Order {

    private static final double ABOVE_NOISE = 100;

    private Order() {}

    /** The order of plain central differences, coarsest level first; NaN if they differ by rounding alone. */
    static double ofCentralDifferences(List<Level> levels) {
        double order = Double.NaN;
        for (int i = 2; i < levels.size(); i++) {
            double coarse =
                    Math.abs(levels.get(i - 1).central() - levels.get(i - 2).central());
            double fine = Math.abs(levels.get(i).central() - levels.get(i - 1).central());
            if (fine > ABOVE_NOISE * levels.get(i).noise()) {
                order = between(coarse, fine);
            }
        }
        return order;
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
