package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Reading;

/**
 * A run and a second one with stretches half as long: their difference is what roundings and restarts add up to.
 *
 * @param stop when they end, in seconds
 */
record Course(Trajectory whole, Trajectory halved, double stop) {

    /** An instant times a frequency is wrong by no more roundings. */
    private static final int INSTANTS = 4;

    /** Both runs from given voltages of the capacitors. */
    static Course of(Simulation simulation, double[] volts, double stop) {
        double longest = simulation.frequency() == 0 ? stop : Math.min(stop, 1 / simulation.frequency());
        return new Course(simulation.run(volts, stop, longest), simulation.run(volts, stop, longest / 2), stop);
    }

    /**
     * A voltage at an instant.
     *
     * @param late the instant before whole periods were taken off
     */
    Reading voltage(int from, int to, double t, double late) {
        Reading now = whole.voltage(from, to, t);
        Reading beside = whole.voltage(from, to, beside(t, late));
        return now.against(halved.voltage(from, to, t)).give(Math.abs(beside.value() - now.value()));
    }

    /** The current through an element at an instant, likewise. */
    Reading current(Netlist netlist, int k, double t, double late) {
        int from = netlist.plus(k);
        int to = netlist.minus(k);
        double ohms = netlist.ohms(k);
        Reading now = whole.current(k, from, to, ohms, t);
        Reading beside = whole.current(k, from, to, ohms, beside(t, late));
        return now.against(halved.current(k, from, to, ohms, t)).give(Math.abs(beside.value() - now.value()));
    }

    /** An instant as far from another as that is rounded: what follows it, so that nothing jumps between them. */
    private double beside(double t, double late) {
        double rounding = INSTANTS * Math.ulp(late);
        return t + rounding <= stop ? t + rounding : Math.max(0, t - rounding);
    }

    /** When something jumps or has a kink, in seconds. */
    double[] corners() {
        return whole.corners();
    }
}
