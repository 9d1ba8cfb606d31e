package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Reading;

/** A run and a second one with stretches half as long: their difference is what roundings and restarts add up to. */
record Course(Trajectory whole, Trajectory halved) {

    /** Both runs from given voltages of the capacitors. */
    static Course of(Simulation simulation, double[] volts, double stop) {
        double longest = simulation.frequency() == 0 ? stop : Math.min(stop, 1 / simulation.frequency());
        return new Course(simulation.run(volts, stop, longest), simulation.run(volts, stop, longest / 2));
    }

    Reading voltage(int from, int to, double t) {
        return whole.voltage(from, to, t).against(halved.voltage(from, to, t));
    }

    Reading current(Netlist netlist, int k, double t) {
        int from = netlist.plus(k);
        int to = netlist.minus(k);
        double ohms = netlist.ohms(k);
        return whole.current(k, from, to, ohms, t).against(halved.current(k, from, to, ohms, t));
    }

    /** When something jumps or has a kink, in seconds. */
    double[] corners() {
        return whole.corners();
    }
}
