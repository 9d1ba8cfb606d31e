package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.List;

/** A wave that left a port of a line: what it was over time, a polynomial for each step that has been taken. */
final class Wave {

    private final List<Piece> pieces = new ArrayList<>();

    /** What it was before all steps. */
    private double before;

    /**
     * A step.
     *
     * @param start in seconds
     * @param length in seconds
     * @param places where its values are known, in lengths of the step from its start
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(double start, double length, double[] places, double[] values) {
        double at(double t) {
            return Wave.at((t - start) / length, places, values);
        }
    }

    /** Forgets all, and begins from what it was until 0 s. */
    void begin(double value) {
        pieces.clear();
        before = value;
    }

    /** Goes on with a step. */
    void add(double start, double length, double[] places, double[] values) {
        pieces.add(new Piece(start, length, places, values));
    }

    /**
     * What it was at an instant; where it jumps, just before.
     *
     * @param close times that are nearer to each other than this are one
     */
    double at(double t, double close) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).start() < t - close) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? before : pieces.get(low - 1).at(t);
    }

    /** The polynomial through values at places. */
    static double at(double place, double[] places, double[] values) {
        double sum = 0;
        for (int j = 0; j < places.length; j++) {
            double part = values[j];
            for (int k = 0; k < places.length; k++) {
                part *= k == j ? 1 : (place - places[k]) / (places[j] - places[k]);
            }
            sum += part;
        }
        return sum;
    }
}
