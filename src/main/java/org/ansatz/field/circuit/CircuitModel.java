package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Landmarks;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.piecewise.PeriodicState;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;

/**
 * A solved circuit as expressions see it.
 *
 * @param time the variable whose value is the time of a probe
 */
record CircuitModel(Solution solution, Binding.Variable time) implements Model {

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
        if (export.name().equals("multiplier")) {
            return estimate(((PeriodicState) solution).multiplier());
        }
        String first = label(arguments.get(0));
        double t = solution.isAtRest() ? 0 : time(export, first, frame);
        if (export.name().equals("ib")) {
            return estimate(solution.current(first, 1, t));
        }
        if (export.name().equals("i")) {
            return estimate(solution.current(first, t));
        }
        String second = arguments.size() > 1 ? label(arguments.get(1)) : Netlist.GROUND;
        return estimate(solution.voltage(first, second, t));
    }

    @Override
    public double readAt(Export export, List<Value> arguments, Frame frame) {
        return solution.isAtRest() || arguments.isEmpty() ? Double.NaN : time(export, label(arguments.get(0)), frame);
    }

    @Override
    public Landmarks landmarks(double low, double high) {
        return Landmarks.of(solution.corners(low, high), solution.steps(), low, high);
    }

    @Override
    public List<String> account() {
        return solution instanceof PeriodicState periodic
                ? List.of("a steady state: a period leaves of a disturbance no more than "
                        + Notation.number(periodic.multiplier().value(), 4) + " of it")
                : solution.account();
    }

    @Override
    public List<String> remarks() {
        return solution.remarks();
    }

    private static Estimate estimate(Reading reading) {
        return Estimate.of(reading.value(), reading.error());
    }

    private static String label(Value argument) {
        return (String) ((Value.Handle) argument).of();
    }

    private double time(Export export, String probe, Frame frame) {
        Value t = frame.value(time);
        if (t == null) {
            String call = export.name() + "(" + probe + "; " + time.name() + " = 1 ms)";
            throw new NoValue("say at which time: " + call);
        }
        if (t instanceof Value.Dual) {
            throw new NoValue("a solved circuit is not differentiated; the current through a capacitor is"
                    + " its voltage's slope times its capacitance");
        }
        return Arithmetic.real(t);
    }
}
