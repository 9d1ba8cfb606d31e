package org.ansatz.field.circuit;

import java.util.List;

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
        Motion motion = motion(t);
        double[][] potentials = motion.mode().rows().potentials();
        double[] row = potentials[from].clone();
        Matrices.add(row, -1, potentials[to]);
        return motion.reading(row, t);
    }

    /** The current through an element, by number. */
    Reading current(int element, double t) {
        Motion motion = motion(t);
        return motion.reading(motion.mode().rows().currents()[element], t);
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
