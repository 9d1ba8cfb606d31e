package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.field.circuit.netlist.Component;

/**
 * What the voltages and currents of a netlist can be asked of.
 *
 * @param nodes between which there are voltages
 * @param elements through which there are currents
 */
record Probed(List<String> nodes, List<String> elements) {

    /** Copies the lists, each name once. */
    Probed {
        nodes = List.copyOf(new LinkedHashSet<>(nodes));
        elements = List.copyOf(elements);
    }

    /** The nodes and elements of some components; a coupling of inductors carries no current. */
    static Probed of(List<Component> components) {
        Set<String> nodes = new LinkedHashSet<>();
        List<String> elements = new ArrayList<>();
        for (Component component : components) {
            nodes.addAll(component.nodes());
            if (!(component instanceof Component.Coupling)) {
                elements.add(component.name());
            }
        }
        return new Probed(List.copyOf(nodes), elements);
    }

    /** {@code v(a)}, {@code v(a, b)}, from one node to another. */
    Export voltage(Type volts, Engine engine) {
        List<Type> label = List.of(Type.OPAQUE);
        return new Export("v", label, label, volts, engine, "voltage of a node, or from one to another", nodes);
    }

    /** {@code i(R1)}, from the first node of an element to its second. */
    Export current(Type amperes, Engine engine) {
        List<Type> label = List.of(Type.OPAQUE);
        return new Export("i", label, List.of(), amperes, engine, "current through an element", elements);
    }
}
