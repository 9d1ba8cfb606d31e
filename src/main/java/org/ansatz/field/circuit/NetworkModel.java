package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Phasors;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * A circuit in phasors, or a linear network at rest, as expressions see it.
 *
 * @param frequency the variable whose value is the frequency of a probe; null at rest
 * @param tangent how the circuit changes with what is being differentiated by
 */
record NetworkModel(PhasorSolution network, Binding.@Nullable Variable frequency, Tangent tangent) implements Model {

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
        Value hertz = hertz(export, label(arguments.get(0)), frame);
        double omega = 2 * Math.PI * Arithmetic.real(hertz);
        Estimate value = estimate(probed(network, export, arguments, omega));
        int order = NetlistValues.same(tangent.values().order(), Arrays.latestOrder(hertz));
        if (order == 0) {
            return value;
        }
        CircuitRun.requireLinear(network instanceof LinearNetwork);
        Phasors slope = tangent.slope(2 * Math.PI * Arithmetic.real(Arithmetic.eps(hertz, order)));
        Estimate derivative = estimate(probed(slope, export, arguments, omega));
        return Estimate.exact(
                new Value.Dual(order, frame.result(export.engine(), value), frame.result(export.engine(), derivative)));
    }

    private static Phasor probed(Phasors phasors, Export export, List<Value> arguments, double omega) {
        String first = label(arguments.get(0));
        String second = arguments.size() > 1 ? label(arguments.get(1)) : Netlist.GROUND;
        switch (export.name()) {
            case "i":
                return phasors.current(first, omega);
            case "zin":
                return phasors.impedance(first, second, omega);
            default:
                return phasors.voltage(first, second, omega);
        }
    }

    @Override
    public List<String> remarks() {
        return network.remarks();
    }

    private Estimate estimate(Phasor phasor) {
        return frequency == null
                ? Estimate.of(phasor.re(), phasor.error())
                : new Estimate(new Value.Complex(phasor.re(), phasor.im()), phasor.error());
    }

    private static String label(Value argument) {
        return (String) ((Value.Handle) argument).of();
    }

    private Value hertz(Export export, String probe, Frame frame) {
        if (frequency == null) {
            return Arithmetic.ZERO;
        }
        if (!network.hasPhasors() && !export.name().equals("zin")) {
            throw new NoValue(
                    "no source has an amplitude in run: ac; written V1 a 0 AC 10, or AC 10 30 with its degrees");
        }
        Value f = frame.value(frequency);
        if (f == null) {
            throw new NoValue(
                    "say at which frequency: " + export.name() + "(" + probe + "; " + frequency.name() + " = 1 kHz)");
        }
        double hertz = Arithmetic.real(f);
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw new NoValue("a frequency is positive; this is " + hertz + " Hz; at rest say run: dc");
        }
        return f;
    }
}
