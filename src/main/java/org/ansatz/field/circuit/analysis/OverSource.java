package org.ansatz.field.circuit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Solution;
import org.jspecify.annotations.Nullable;

/** Curves over the value of a source, looked at where its card shows them. */
final class OverSource implements Along {

    private final Analysis.Sweep sweep;
    private final Points points;
    private final String unit;
    private final TreeMap<Double, Solution> known = new TreeMap<>();

    /** Points of rest. */
    interface Points {
        /**
         * That where the source gives a value.
         *
         * @param near the point of a value next to it, from which it is looked for; null for none
         */
        Solution at(double value, @Nullable Solution near);
    }

    /**
     * Curves over a source.
     *
     * @param unit of what it gives
     * @throws ArithmeticException if the source goes downwards
     */
    OverSource(Analysis.Sweep sweep, String unit, Points points) {
        if (!(sweep.to() > sweep.from())) {
            throw new ArithmeticException("what is measured is measured along a source that rises");
        }
        this.sweep = sweep;
        this.unit = unit;
        this.points = points;
        // One after the other, as where they are shown: a circuit may have several points of rest.
        Solution last = null;
        for (int i = 0; i < sweep.points(); i++) {
            last = points.at(sweep.value(i), last);
            known.put(sweep.value(i), last);
        }
    }

    @Override
    public double least() {
        return sweep.from();
    }

    @Override
    public double from() {
        return sweep.from();
    }

    @Override
    public double to() {
        return sweep.value(sweep.points() - 1);
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public double[] points(double from, double to) {
        List<Double> all = new ArrayList<>(List.of(from));
        all.addAll(known.subMap(from, false, to, false).keySet());
        all.add(to);
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Solution at(double value) {
        Map.Entry<Double, Solution> below = known.floorEntry(value);
        return below != null && below.getKey() == value
                ? below.getValue()
                : points.at(value, below == null ? null : below.getValue());
    }

    @Override
    public Waveforms.Curve curve(Measurement.Quantity quantity) {
        Probe probe = quantity.probe();
        return value -> {
            Solution point = at(value);
            return (probe.isCurrent() ? point.current(probe.of(), 0) : point.voltage(probe.of(), probe.against(), 0))
                    .value();
        };
    }
}
