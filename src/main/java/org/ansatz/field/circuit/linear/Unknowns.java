package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Component.Line;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Netlist;
import org.jspecify.annotations.Nullable;

/**
 * The unknowns of a network by modified nodal analysis: first the voltages of its nodes but for the ground, then the currents of all
 * that fixes a voltage.
 */
final class Unknowns {

    private static final int MAX_UNKNOWNS = 400;

    /** The number of the ground, whose voltage is known. */
    static final int GROUND = -1;

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final List<String> nodeNames = new ArrayList<>();
    private final Map<String, Integer> branches = new HashMap<>();
    private final List<String> branchNames = new ArrayList<>();

    /**
     * The unknowns of these parts.
     *
     * @param further nodes to which, perhaps, none of them is joined
     * @throws IllegalArgumentException if there are too many
     */
    Unknowns(List<Component> parts, List<String> further) {
        for (Component part : parts) {
            part.nodes().forEach(this::addNode);
        }
        further.forEach(this::addNode);
        for (Component part : parts) {
            if (fixesVoltage(part)) {
                addBranch(part.name(), part.name());
            }
            if (part instanceof Line line) {
                addBranch(line.second(), line.name());
            }
        }
        if (size() > MAX_UNKNOWNS) {
            throw new IllegalArgumentException(
                    "a network of " + size() + " unknowns; " + MAX_UNKNOWNS + " are possible");
        }
    }

    private static boolean fixesVoltage(Component part) {
        return part instanceof VoltageSource
                || part instanceof Component.Inductor
                || part instanceof Component.Amplifier
                || part instanceof Component.Transformer
                || part instanceof Line
                || part instanceof Controlled controlled && controlled.control().givesVoltage();
    }

    private void addNode(String node) {
        if (!node.equals(Netlist.GROUND) && nodes.putIfAbsent(Netlist.folded(node), nodes.size()) == null) {
            nodeNames.add(node);
        }
    }

    private void addBranch(String current, String part) {
        branches.put(Netlist.folded(current), size());
        branchNames.add(part);
    }

    int size() {
        return nodeNames.size() + branchNames.size();
    }

    /** The names of the nodes other than the ground. */
    List<String> nodes() {
        return List.copyOf(nodeNames);
    }

    /**
     * The number of the voltage of a node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    int node(String name) {
        if (name.equals(Netlist.GROUND)) {
            return GROUND;
        }
        Integer number = nodes.get(Netlist.folded(name));
        if (number == null) {
            throw new IllegalArgumentException("there is no node " + name + "; the nodes are " + nodeNames);
        }
        return number;
    }

    /** The number of the current through a part, or null if it fixes no voltage. */
    @Nullable
    Integer branch(String part) {
        return branches.get(Netlist.folded(part));
    }

    /** The number of the current through a part that fixes a voltage. */
    int current(String part) {
        Integer branch = branch(part);
        if (branch == null) {
            throw new IllegalStateException(part + " fixes no voltage");
        }
        return branch;
    }

    /**
     * Why the equations do not fix an unknown.
     *
     * @param at where they hold, {@code at rest}
     */
    String undetermined(int unknown, String at) {
        return unknown < nodeNames.size()
                ? "nothing fixes the voltage of node " + nodeNames.get(unknown) + " " + at
                        + ": it floats, or rests on currents that have no other way, or a resonance has no loss"
                : "nothing fixes the current through " + branchNames.get(unknown - nodeNames.size()) + " " + at
                        + ": it closes a loop of ideal voltages, in which inductors count " + at
                        + ", or an amplifier has no feedback";
    }
}
