package org.ansatz.field.circuit.analysis;

import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Solution;

/** Curves of a transient, looked at where its card shows them, and at {@value #LEAST_PANELS} places at least. */
record OverTime(Solution solution, Analysis.Course course) implements Along {

    static final int LEAST_PANELS = 2000;

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double from() {
        return course.from();
    }

    @Override
    public double to() {
        return course.stop();
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public double[] points(double from, double to) {
        return Along.even(from, to, (int) Math.max(LEAST_PANELS, Math.ceil((to - from) / course.step())));
    }

    @Override
    public Waveforms.Curve curve(Measurement.Quantity quantity) {
        Probe probe = quantity.probe();
        return t -> (probe.isCurrent()
                        ? solution.current(probe.of(), t)
                        : solution.voltage(probe.of(), probe.against(), t))
                .value();
    }
}
