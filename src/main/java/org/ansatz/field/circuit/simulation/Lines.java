package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The lines of a circuit through time: the waves on them, and when a corner that went in at one end comes out at the other. */
final class Lines {

    /** Times are one if they are nearer to each other than this part of the whole. */
    private static final double CLOSE = 0x1p-46;

    /** How far apart two points are, in lengths of a step, whose values tell a slope. */
    private static final double MOMENT = 1e-3;

    /** The stages of two half steps, in lengths of the whole. */
    private static final double[] FINE = new double[2 * Radau.STAGES];

    /** The stages of a step. */
    private static final double[] COARSE = new double[Radau.STAGES];

    static {
        for (int i = 0; i < Radau.STAGES; i++) {
            COARSE[i] = Radau.at(i);
            FINE[i] = Radau.at(i) / 2;
            FINE[Radau.STAGES + i] = (1 + Radau.at(i)) / 2;
        }
    }

    /** Half steps are better than whole ones by 2^4 − 1 at their stages. */
    private static final double BETTER = 15;

    private final List<LineStamp> all = new ArrayList<>();
    private final TreeSet<Double> corners = new TreeSet<>();
    private double close;
    private double tolerance;

    /** When something last jumped that has not been seen yet; NaN for never. */
    private double corner;

    /** The largest wave so far. */
    private double largest;

    void add(LineStamp line) {
        all.add(line);
    }

    /**
     * Begins at 0 s.
     *
     * @param x the unknowns until then
     * @param stop the end, in seconds
     * @param tolerance how wrong a step may be, beside the largest wave
     */
    void begin(double[] x, double stop, double tolerance) {
        close = CLOSE * stop;
        this.tolerance = tolerance;
        largest = Double.MIN_NORMAL;
        corners.clear();
        all.forEach(line -> line.begin(x, close));
        corner(0);
    }

    /** Something may jump at an instant, or turn a corner; what then goes into a port is seen by the next step that is kept. */
    void corner(double t) {
        corner = t;
    }

    /** A corner arrives at the other end, unless it is too small to be told from what steps are wrong by. */
    private void send(LineStamp line, double t, double h, double[] waves, int port) {
        Wave wave = line.wave(port, 0);
        double moment = MOMENT * h;
        double now = Wave.at(0, FINE, waves);
        double before = wave.at(t, close);
        double slope = (Wave.at(MOMENT, FINE, waves) - now - before + wave.at(t - moment, close)) / moment;
        boolean isSeen =
                Math.abs(now - before) > tolerance * largest || Math.abs(slope) * line.delay() > tolerance * largest;
        double arrives = t + line.delay();
        Double next = corners.ceiling(arrives - close);
        if (isSeen && (next == null || next > arrives + close)) {
            corners.add(arrives);
        }
    }

    /** When a corner arrives next after an instant; infinity if none does. */
    double nextCorner(double t) {
        Double next = corners.higher(t);
        return next == null ? Double.POSITIVE_INFINITY : next;
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** No step may be longer, or what arrives in it has not left yet; in seconds, infinity if there are no lines. */
    double shortestDelay() {
        return all.stream().mapToDouble(LineStamp::delay).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Takes the waves of the finer course, or of the coarser. */
    void follow(boolean isFine) {
        all.forEach(line -> line.follow(isFine ? 0 : 1));
    }

    /** The waves that go into all ports, at the stages of a step. */
    double[][] leaving(Step step) {
        double[][] waves = new double[2 * all.size()][Radau.STAGES];
        for (int k = 0; k < waves.length; k++) {
            for (int i = 0; i < Radau.STAGES; i++) {
                waves[k][i] = all.get(k / 2).leaving(k % 2, step.stage(i));
            }
        }
        return waves;
    }

    /** The waves of two half steps, in one. */
    static double[][] joined(double[][] first, double[][] second) {
        double[][] waves = new double[first.length][2 * Radau.STAGES];
        for (int k = 0; k < waves.length; k++) {
            System.arraycopy(first[k], 0, waves[k], 0, Radau.STAGES);
            System.arraycopy(second[k], 0, waves[k], Radau.STAGES, Radau.STAGES);
        }
        return waves;
    }

    /** How wrong the waves of two half steps may be, beside the largest so far: by how much those of a whole step differ. */
    double error(double[][] whole, double[][] halves) {
        double apart = 0;
        for (int k = 0; k < halves.length; k++) {
            for (int i = 0; i < Radau.STAGES; i++) {
                apart = Math.max(apart, Math.abs(whole[k][i] - Wave.at(COARSE[i], FINE, halves[k])));
                largest = Math.max(largest, Math.abs(halves[k][i]));
            }
        }
        return apart / BETTER / largest;
    }

    /** Goes on with the two half steps of the finer course. */
    void keepFine(double t, double h, double[][] halves) {
        for (int k = 0; k < halves.length && t == corner; k++) {
            send(all.get(k / 2), t, h, halves[k], k % 2);
        }
        corner = Double.NaN;
        keep(t, h, FINE, halves, 0);
    }

    /** Goes on with a step of the coarser course. */
    void keepCoarse(double t, double h, double[][] whole) {
        keep(t, h, COARSE, whole, 1);
    }

    private void keep(double t, double h, double[] places, double[][] waves, int course) {
        for (int k = 0; k < waves.length; k++) {
            all.get(k / 2).wave(k % 2, course).add(t, h, places, waves[k]);
        }
    }
}
