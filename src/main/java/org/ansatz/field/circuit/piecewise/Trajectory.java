package org.ansatz.field.circuit.piecewise;

import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.solution.Reading;

/** The course of a circuit over time, piece by piece; at an instant at which it jumps, the values just after. */
final class Trajectory {

    private final Switching.Stretch[] stretches;
    private final double[] initial;
    private final double stop;

    Trajectory(List<Switching.Stretch> stretches, double[] initial, double stop) {
        this.stretches = stretches.toArray(new Switching.Stretch[0]);
        this.initial = initial.clone();
        this.stop = stop;
    }

    private Motion motion(double t) {
        int low = 0;
        int high = stretches.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (t < stretches[middle].end()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return stretches[low].motion();
    }

    /** The voltage between two nodes, by number, at 0 ≤ {@code t} ≤ stop. */
    Reading voltage(int from, int to, double t) {
        return motion(t).voltage(from, to, t);
    }

    /** The current through an element, by number, from one node to another; see {@link Motion#current}. */
    Reading current(int element, int from, int to, double ohms, double t) {
        return motion(t).current(element, from, to, ohms, t);
    }

    /** When its pieces end, in seconds. */
    double[] corners() {
        return Arrays.stream(stretches).mapToDouble(Switching.Stretch::end).toArray();
    }

    /** The voltages of the capacitors at the end. */
    double[] last() {
        if (stretches.length == 0) {
            return initial.clone();
        }
        Motion motion = stretches[stretches.length - 1].motion();
        return motion.stored(motion.state(stop));
    }
}
