package org.ansatz.field.circuit;

import java.util.List;
import java.util.Locale;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.linear.TwoPort;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * A network between ports as expressions see it.
 *
 * @param reference of scattering parameters, in ohms
 * @param frequency the variable whose value is the frequency; null at rest
 */
record TwoPortModel(TwoPort network, double reference, Binding.@Nullable Variable frequency) implements Model {

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
        String name = export.name();
        TwoPort.Kind kind = TwoPort.Kind.valueOf(name.substring(0, 1).toUpperCase(Locale.ROOT));
        try {
            Phasor value = network.parameter(
                    kind, name.charAt(1) - '0', name.charAt(2) - '0', 2 * Math.PI * hertz(frame), reference);
            return frequency == null
                    ? Estimate.of(value.re(), value.error())
                    : new Estimate(new Value.Complex(value.re(), value.im()), value.error());
        } catch (IllegalArgumentException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }

    private double hertz(Frame frame) {
        if (frequency == null) {
            return 0;
        }
        Value f = frame.value(frequency);
        if (f == null) {
            throw new NoValue("say at which frequency: a given f, or run: dc for a network of resistors");
        }
        if (f instanceof Value.Dual) {
            throw new NoValue("a solved network is not differentiated; use differences");
        }
        return Arithmetic.real(f);
    }
}
