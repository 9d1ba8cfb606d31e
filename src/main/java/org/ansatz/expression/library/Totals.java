package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sums or integrals of several quantities.
 *
 * @param values what they come to
 * @param errors how wrong each may be
 * @param sizes what the magnitudes come to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Totals(double[] values, double[] errors, double[] sizes) {

    static Totals none(int count) {
        return new Totals(new double[count], new double[count], new double[count]);
    }

    /** Single values, good to rounding. */
    static Totals of(double[] values) {
        double[] sizes = new double[values.length];
        double[] errors = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sizes[i] = Math.abs(values[i]);
            errors[i] = 0x1p-52 * sizes[i];
        }
        return new Totals(values, errors, sizes);
    }

    Totals plus(Totals other) {
        return combined(other, 1);
    }

    Totals less(Totals other) {
        return combined(other, -1);
    }

    private Totals combined(Totals other, int sign) {
        double[] sums = new double[values.length];
        double[] doubts = new double[values.length];
        double[] magnitudes = new double[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i] + sign * other.values[i];
            doubts[i] = Math.max(0, errors[i] + sign * other.errors[i]);
            magnitudes[i] = Math.max(0, sizes[i] + sign * other.sizes[i]);
        }
        return new Totals(sums, doubts, magnitudes);
    }

    /** Every value times a weight that is not negative. */
    Totals times(double weight) {
        double[] scaled = values.clone();
        double[] doubts = errors.clone();
        double[] magnitudes = sizes.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= weight;
            doubts[i] *= weight;
            magnitudes[i] *= weight;
        }
        return new Totals(scaled, doubts, magnitudes);
    }

    /** The same with so much more doubt. */
    Totals plusErrors(double[] more) {
        double[] doubts = errors.clone();
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] += more[i];
        }
        return new Totals(values, doubts, sizes);
    }

    /** The same, each with so much doubt more as is this part of it. */
    Totals doubted(double part) {
        double[] doubts = errors.clone();
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] += part * sizes[i];
        }
        return new Totals(values, doubts, sizes);
    }

    /** Puts pieces in the order of their errors for these totals. */
    void rank(PriorityQueue<Kronrod.Piece> pieces) {
        List<Kronrod.Piece> all = new ArrayList<>(pieces);
        pieces.clear();
        all.forEach(piece -> piece.rankFor(this));
        pieces.addAll(all);
    }
}
