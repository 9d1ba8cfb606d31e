package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Component.Line;

/**
 * A lossless line. At rest it is two wires. Through time the wave {@code v − Z₀ i} that comes out of a port is the wave
 * {@code v + Z₀ i} that went into the other one a delay before (F. H. Branin, Proc. IEEE 55, 1967, p. 2012).
 */
final class LineStamp implements Stamp {

    private final int[] plus;
    private final int[] minus;

    /** The unknowns of the currents into its ports, in whose sums its equations stand. */
    private final int[] row;

    private final double ohms;
    private final double delay;
    private final int[][] nodeSlots = new int[2][];
    private final int[][] voltageSlots = new int[2][];
    private final int[][] currentSlots = new int[2][];
    private final int[] acrossSlots;
    private final Wave[][] waves = new Wave[2][2];
    private boolean isAtRest = true;
    private int course;
    private double close;

    LineStamp(Layout layout, Line line) {
        plus = new int[] {layout.node(line.plus()), layout.node(line.secondPlus())};
        minus = new int[] {layout.node(line.minus()), layout.node(line.secondMinus())};
        row = new int[] {layout.branch(line.name()), layout.branch(line.second())};
        ohms = line.ohms();
        delay = line.delay();
        for (int port = 0; port < 2; port++) {
            nodeSlots[port] = new int[] {layout.slot(plus[port], row[port]), layout.slot(minus[port], row[port])};
            voltageSlots[port] = new int[] {layout.slot(row[port], plus[port]), layout.slot(row[port], minus[port])};
            currentSlots[port] = new int[] {layout.slot(row[port], row[0]), layout.slot(row[port], row[1])};
            waves[port][0] = new Wave();
            waves[port][1] = new Wave();
        }
        acrossSlots = new int[] {layout.slot(row[0], plus[1]), layout.slot(row[0], minus[1])};
    }

    /** How long a wave takes, in seconds. */
    double delay() {
        return delay;
    }

    /**
     * Goes on through time.
     *
     * @param x the unknowns until then
     * @param close times that are nearer to each other than this are one, in seconds
     */
    void begin(double[] x, double close) {
        isAtRest = false;
        this.close = close;
        for (int port = 0; port < 2; port++) {
            for (Wave wave : waves[port]) {
                wave.begin(leaving(port, x));
            }
        }
    }

    /** Takes waves of the one course or the other. */
    void follow(int course) {
        this.course = course;
    }

    /** The wave that goes into a port, in volts. */
    double leaving(int port, double[] x) {
        return x[plus[port]] - x[minus[port]] + ohms * x[row[port]];
    }

    /** The waves that went into a port, of a course. */
    Wave wave(int port, int course) {
        return waves[port][course];
    }

    @Override
    public void add(Sums sums) {
        for (int port = 0; port < 2; port++) {
            sums.current(plus[port], minus[port], sums.x[row[port]]);
            sums.slope[nodeSlots[port][0]] += 1;
            sums.slope[nodeSlots[port][1]] -= 1;
        }
        if (isAtRest) {
            rest(sums);
        } else {
            travelling(sums, 0);
            travelling(sums, 1);
        }
    }

    /** One voltage at both ports, and what goes in at one comes out at the other. */
    private void rest(Sums sums) {
        sums.add(row[0], sums.between(plus[0], minus[0]) - sums.between(plus[1], minus[1]));
        sums.slope[voltageSlots[0][0]] += 1;
        sums.slope[voltageSlots[0][1]] -= 1;
        sums.slope[acrossSlots[0]] -= 1;
        sums.slope[acrossSlots[1]] += 1;
        sums.add(row[1], sums.x[row[0]] + sums.x[row[1]]);
        sums.slope[currentSlots[1][0]] += 1;
        sums.slope[currentSlots[1][1]] += 1;
    }

    private void travelling(Sums sums, int port) {
        double arriving = waves[1 - port][course].at(sums.time - delay, close);
        sums.add(row[port], sums.between(plus[port], minus[port]) - ohms * sums.x[row[port]] - arriving);
        sums.slope[voltageSlots[port][0]] += 1;
        sums.slope[voltageSlots[port][1]] -= 1;
        sums.slope[currentSlots[port][port]] -= ohms;
    }

    @Override
    public double current(int terminal, Sums sums, double[] growth) {
        return sums.x[row[terminal / 2]] * (terminal % 2 == 0 ? 1 : -1);
    }

    @Override
    public int terminal() {
        return plus[0];
    }
}
