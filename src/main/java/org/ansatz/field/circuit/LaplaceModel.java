package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.linear.NetworkFunctions;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Point;
import org.ansatz.quantity.NoValue;

/**
 * A linear network in the complex frequency s, as expressions see it.
 *
 * @param s the variable whose value it is, in 1/s
 */
record LaplaceModel(NetworkFunctions network, Binding.Variable s) implements Model {

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
        Value at = frame.value(s);
        if (at == null) {
            throw new NoValue("say at which " + s.name() + ": " + export.name() + "(" + label(arguments.get(0)) + "; "
                    + s.name() + " = 2), or ask for all of them: poles(" + export.name() + "("
                    + label(arguments.get(0)) + ") for " + s.name() + ")");
        }
        if (Arrays.isDual(at)) {
            throw new NoValue("a network in s is not differentiated; differences(…) needs values only");
        }
        Fraction.Found found = function(export, arguments).at(new Point(Arithmetic.real(at), Arithmetic.imaginary(at)));
        return s.type().set() == NumberSet.COMPLEX
                ? new Estimate(new Value.Complex(found.at().re(), found.at().im()), found.error())
                : Estimate.of(found.at().re(), found.error());
    }

    @Override
    public Quotient quotient(Export export, List<Value> arguments) {
        return new Quotient(function(export, arguments), s);
    }

    private Fraction function(Export export, List<Value> arguments) {
        String first = label(arguments.get(0));
        String second = arguments.size() > 1 ? label(arguments.get(1)) : Netlist.GROUND;
        if (!export.name().equals("zin") && !network.isDriven()) {
            throw new NoValue("no source has an amplitude in run: laplace; written V1 a 0 AC 1");
        }
        switch (export.name()) {
            case "i":
                return network.current(first);
            case "zin":
                return network.impedance(first, second);
            default:
                return network.voltage(first, second);
        }
    }

    private static String label(Value argument) {
        return (String) ((Value.Handle) argument).of();
    }
}
