package org.ansatz.field.circuit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/** What capacitors and inductors hold when a transient begins. */
final class InitialState {

    private InitialState() {}

    /**
     * The circuit with capacitors and inductors that state what they hold at rest, while some nodes are kept at voltages, in volts.
     *
     * @throws ArithmeticException if there is no such point of rest
     */
    static List<Component> atRest(List<Component> components, Map<String, Double> nodes, Work work) {
        List<Component> held = new ArrayList<>(components);
        nodes.forEach((node, volts) -> held.add(new Element.VoltageSource(
                "V at the node " + node, node, Netlist.GROUND, new Waveform.Constant(volts))));
        Solution rest = rest(held, nodes, work);
        List<Component> stated = new ArrayList<>();
        for (Component component : components) {
            if (component instanceof Element.Capacitor c) {
                double volts = rest.voltage(c.plus(), c.minus(), 0).value();
                stated.add(new Element.Capacitor(c.name(), c.plus(), c.minus(), c.farads(), volts));
            } else if (component instanceof Component.Inductor l) {
                double amperes = rest.current(l.name(), 0).value();
                stated.add(new Component.Inductor(l.name(), l.plus(), l.minus(), l.henries(), amperes));
            } else {
                stated.add(component);
            }
        }
        return stated;
    }

    private static Solution rest(List<Component> held, Map<String, Double> nodes, Work work) {
        try {
            return Solvers.atRest(held, work);
        } catch (ArithmeticException e) {
            if (nodes.isEmpty()) {
                throw e;
            }
            throw new ArithmeticException(
                    "with the voltages of .ic there is no point of rest, and with uic none is needed: "
                            + e.getMessage());
        }
    }

    /** The circuit with capacitors between nodes whose voltages are given, in volts, that start from these; others as they state. */
    static List<Component> given(List<Component> components, Map<String, Double> nodes) {
        List<Component> stated = new ArrayList<>();
        for (Component component : components) {
            if (component instanceof Element.Capacitor c) {
                Double plus = at(c.plus(), nodes);
                Double minus = at(c.minus(), nodes);
                stated.add(
                        plus == null || minus == null
                                ? c
                                : new Element.Capacitor(c.name(), c.plus(), c.minus(), c.farads(), plus - minus));
            } else {
                stated.add(component);
            }
        }
        return stated;
    }

    private static @Nullable Double at(String node, Map<String, Double> nodes) {
        return node.equals(Netlist.GROUND) ? Double.valueOf(0) : nodes.get(node);
    }
}
