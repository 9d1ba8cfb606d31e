package org.ansatz.field.circuit.simulation;

import java.util.BitSet;
import java.util.List;

/**
 * A circuit's way through time, by the ends of its steps.
 *
 * @param ends from 0 s on, in order
 * @param doubtful how wrong the times may be, in seconds, at which switches changed
 */
record Steps(List<End> ends, double doubtful) {

    /** So many steps before an instant tell how wrong the course is there. */
    private static final int REMEMBERED = 12;

    /** Copies the list. */
    Steps {
        ends = List.copyOf(ends);
    }

    /**
     * The end of a step: the charges of both courses, and the unknowns of the finer one with their doubts.
     *
     * @param time in seconds
     * @param fine the charges after the halves of steps
     * @param coarse the charges after whole steps
     * @param unknowns voltages and currents of the finer course
     * @param apart by how much the two courses differ in each of them
     * @param closed the switches that are closed from here on
     * @param isSwitched whether one of them has just changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record End(
            double time,
            double[] fine,
            double[] coarse,
            double[] unknowns,
            double[] apart,
            BitSet closed,
            boolean isSwitched) {}

    /** The number of the last end that is not after an instant. */
    int before(double time) {
        int low = 0;
        int high = ends.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ends.get(middle).time() <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** By how much the two courses differed at most over the last ends up to one of them, for each unknown. */
    double[] apart(int last) {
        double[] most = new double[ends.get(last).apart().length];
        for (int k = Math.max(0, last - REMEMBERED); k <= last; k++) {
            double[] apart = ends.get(k).apart();
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], apart[i]);
            }
        }
        return most;
    }
}
