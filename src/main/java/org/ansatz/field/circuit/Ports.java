package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.linear.TwoPort;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code ports: in 0, out 0} of a circuit, with which its two-port parameters are asked for, and {@code reference}, that of
 * its scattering parameters.
 *
 * @param reference null for 50 ohm
 */
record Ports(
        TwoPort.Port first, TwoPort.Port second, @Nullable Expression reference) {

    private static final String WRITTEN = "written ports: in 0, out 0, the two nodes of each port";
    private static final double USUAL_OHMS = 50;

    /** The ports that a route states; null for none. */
    static @Nullable Ports read(Fields route, Scope scope) {
        if (!route.has("ports")) {
            if (route.has("reference")) {
                throw route.text("reference").fault("a reference is that of scattering parameters, which need ports");
            }
            return null;
        }
        Written text = route.text("ports");
        String[] halves = text.text().strip().split("\\s*,\\s*");
        String[] first = halves[0].strip().split("\\s+");
        String[] second = halves.length == 2 ? halves[1].strip().split("\\s+") : new String[0];
        if (first.length != 2 || second.length != 2) {
            throw text.fault(WRITTEN);
        }
        Expression reference =
                route.has("reference") ? route.text("reference").formula(scope, Type.real(Dimension.IMPEDANCE)) : null;
        return new Ports(port(first), port(second), reference);
    }

    private static TwoPort.Port port(String[] nodes) {
        return new TwoPort.Port(ground(nodes[0]), ground(nodes[1]));
    }

    private static String ground(String node) {
        return node.equalsIgnoreCase("gnd") ? Netlist.GROUND : node;
    }

    /** Refuses ports at nodes that the netlist does not have. */
    void require(List<Component> components, Fields route) {
        Set<String> nodes = new TreeSet<>();
        nodes.add(Netlist.GROUND);
        components.forEach(component -> component.nodes().forEach(node -> nodes.add(Netlist.folded(node))));
        for (String node : List.of(first.plus(), first.minus(), second.plus(), second.minus())) {
            if (!nodes.contains(Netlist.folded(node))) {
                throw route.text("ports").fault("there is no node " + node + "; " + WRITTEN);
            }
        }
    }

    /** In ohms. */
    double ohms(Frame frame) {
        return reference == null ? USUAL_OHMS : Arithmetic.real(frame.value(reference.term()));
    }

    /** All parameters, {@code z11} to {@code s22}. */
    static List<Export> exports(NumberSet set, Engine engine) {
        List<Export> exports = new ArrayList<>();
        for (TwoPort.Kind kind : TwoPort.Kind.values()) {
            for (int row = 1; row <= 2; row++) {
                for (int column = 1; column <= 2; column++) {
                    String name = kind.name().toLowerCase(Locale.ROOT) + row + column;
                    Type type = Type.of(set, dimension(kind, row, column));
                    exports.add(Export.value(name, type, engine, "two-port parameter"));
                }
            }
        }
        return exports;
    }

    private static Dimension dimension(TwoPort.Kind kind, int row, int column) {
        Dimension siemens = Dimension.NONE.over(Dimension.IMPEDANCE);
        switch (kind) {
            case Z:
                return Dimension.IMPEDANCE;
            case Y:
                return siemens;
            case H:
                return row != column ? Dimension.NONE : row == 1 ? Dimension.IMPEDANCE : siemens;
            case G:
                return row != column ? Dimension.NONE : row == 1 ? siemens : Dimension.IMPEDANCE;
            case A:
                return row == column ? Dimension.NONE : row == 1 ? Dimension.IMPEDANCE : siemens;
            default:
                return Dimension.NONE;
        }
    }
}
