package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.proof.Zeros;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The integral over a half-line of what oscillates around zero and dies out slowly, as sin(x)/x: integrals from zero to zero
 * alternate, and the limit of their sums is extrapolated by the ε algorithm (P. Wynn, MTAC 10, 1956).
 */
final class Oscillation {

    /** Half-waves that are added up; more are asked for than are used, so that the first, irregular ones do not count. */
    private static final int HALF_WAVES = 40;

    private static final int MAX_DOUBLINGS = 20;

    /** The width of the first window; no wave that anyone writes down has a zero where a window ends, and so in two of them. */
    private static final double OFF_THE_GRID = 0.8346268416740731;

    private static final double NARROWER = 64;
    private static final double NARROWEST = 1e-8;

    /** Parts of one stretch in which zeros are looked for; a wave that shows needs few. */
    private static final int MAX_PARTS = 1000;

    private final Enclosing function;
    private final Pieces pieces;

    Oscillation(Enclosing function, Pieces pieces) {
        this.function = function;
        this.pieces = pieces;
    }

    /**
     * The integral from an end to infinity, or null if the function is not seen to oscillate.
     *
     * @param side 1 upward, −1 downward
     */
    @Nullable
    Estimate beyond(Rational end, int side) {
        List<Double> zeros = zeros(end.toDouble(), side);
        if (zeros.size() < HALF_WAVES) {
            return null;
        }
        Estimate sum = Estimate.of(0, 0);
        List<Double> sums = new ArrayList<>();
        Rational start = end;
        double last = 0;
        for (double at : zeros.subList(0, HALF_WAVES)) {
            Rational zero = Rational.exactly(at);
            Estimate wave = side > 0 ? pieces.between(start, zero) : pieces.between(zero, start);
            double value = Arithmetic.real(wave.value());
            boolean alternates = sums.size() < HALF_WAVES / 2 || value * last < 0 && Math.abs(value) <= Math.abs(last);
            if (!alternates) {
                return null;
            }
            last = value;
            sum = sum.plus(wave);
            sums.add(Arithmetic.real(sum.value()));
            start = zero;
        }
        double limit = extrapolated(sums);
        double before = extrapolated(sums.subList(0, sums.size() - 2));
        double error = sum.error() + 4 * Math.abs(limit - before) + Math.ulp(limit) * HALF_WAVES;
        return Estimate.of(limit, error);
    }

    /** Zeros beyond an end in order, looked for in ever narrower windows where a wide one holds too many. */
    private List<Double> zeros(double from, int side) {
        for (double width = OFF_THE_GRID; width >= NARROWEST; width /= NARROWER) {
            List<Double> zeros = zeros(from, side, Math.max(width, Math.abs(from) / 8 * width));
            if (zeros.size() >= HALF_WAVES) {
                return zeros;
            }
        }
        return List.of();
    }

    private List<Double> zeros(double from, int side, double first) {
        List<Double> zeros = new ArrayList<>();
        double start = from;
        double width = first;
        for (int i = 0; i < MAX_DOUBLINGS && zeros.size() < HALF_WAVES; i++) {
            double end = start + side * width;
            List<Double> found = new ArrayList<>();
            Interval window = new Interval(Math.min(start, end), Math.max(start, end));
            for (Zeros.Zero zero : Zeros.of(function, window, MAX_PARTS).places()) {
                double at = zero.at().middle();
                if (zero.kind() == Zeros.Kind.SIMPLE && at != start) {
                    found.add(side > 0 ? found.size() : 0, at);
                } else if (zero.kind() == Zeros.Kind.UNDECIDED || zero.kind() == Zeros.Kind.WHOLE) {
                    return List.of();
                }
            }
            zeros.addAll(found);
            start = end;
            width *= found.size() < 4 ? 2 : 1;
        }
        return zeros;
    }

    private static double extrapolated(List<Double> sums) {
        int n = sums.size();
        double[] before = new double[n + 1];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = sums.get(i);
        }
        double best = row[n - 1];
        for (int k = 1; k < n; k++) {
            double[] next = new double[n - k];
            for (int i = 0; i < n - k; i++) {
                double gap = row[i + 1] - row[i];
                if (gap == 0) {
                    return k % 2 == 1 ? row[i + 1] : best;
                }
                next[i] = before[i + 1] + 1 / gap;
            }
            before = row;
            row = next;
            best = k % 2 == 0 ? row[row.length - 1] : best;
        }
        return best;
    }
}
