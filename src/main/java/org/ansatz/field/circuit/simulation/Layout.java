package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.sparse.Pattern;

/**
 * Which unknowns a circuit has, and where its matrices have entries. Unknowns are the voltages of the nodes, then the currents of
 * what fixes a voltage and the voltages of nodes inside devices. Unknown 0 is the ground, which is never solved for: what is
 * added to it falls away.
 */
final class Layout {

    /** The ground among the unknowns. */
    static final int GROUND = 0;

    /** Where entries of the ground's row and column go. */
    static final int NOWHERE = 0;

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> branches = new LinkedHashMap<>();
    private final Pattern.Builder entries = new Pattern.Builder(); // only to number them
    private final List<int[]> places = new ArrayList<>();
    private final List<int[]> charges = new ArrayList<>();
    private final int nodeCount;
    private final List<Boolean> voltages = new ArrayList<>();

    Layout(List<Component> components) {
        names.add("ground");
        nodes.put(Netlist.GROUND, GROUND);
        for (Component component : components) {
            component.nodes().forEach(this::named);
        }
        nodeCount = names.size() - 1;
        names.forEach(name -> voltages.add(true));
    }

    private void named(String node) {
        if (nodes.putIfAbsent(Netlist.folded(node), names.size()) == null) {
            names.add(node);
        }
    }

    /** The unknown of a node. */
    int node(String name) {
        Integer found = nodes.get(Netlist.folded(name));
        if (found == null) {
            throw new IllegalArgumentException("there is no node " + name + "; the nodes are " + nodeNames());
        }
        return found;
    }

    /** A further unknown, the current of what fixes a voltage. */
    int branch(String part) {
        return branches.computeIfAbsent(Netlist.folded(part), key -> {
            names.add("the current of " + part);
            voltages.add(false);
            return names.size() - 1;
        });
    }

    /** The current of what fixes a voltage; −1 for any other part. */
    int find(String part) {
        return branches.getOrDefault(Netlist.folded(part), -1);
    }

    /** A further unknown, the voltage of a node inside a device. */
    int inner(String what) {
        names.add(what);
        voltages.add(true);
        return names.size() - 1;
    }

    /** Where an entry of the matrices stands. */
    int slot(int row, int column) {
        if (row == GROUND || column == GROUND) {
            return NOWHERE;
        }
        int slot = entries.slot(row - 1, column - 1);
        if (slot == places.size()) {
            places.add(new int[] {row, column});
        }
        return slot + 1;
    }

    /** A further charge, whose growth is a current out of one unknown's sum and into another's. */
    int charge(int from, int to) {
        charges.add(new int[] {from, to});
        return charges.size() - 1;
    }

    int[] chargeEnds(int charge) {
        return charges.get(charge);
    }

    int chargeCount() {
        return charges.size();
    }

    /** Row and column, unknowns both, of each slot from 1 on. */
    List<int[]> places() {
        return places;
    }

    /** How many unknowns there are besides the ground. */
    int size() {
        return names.size() - 1;
    }

    /** How many of the unknowns are voltages of the netlist's own nodes: those from 1 on. */
    int nodeCount() {
        return nodeCount;
    }

    /** Whether an unknown is a voltage, otherwise a current. */
    boolean isVoltage(int unknown) {
        return voltages.get(unknown);
    }

    /** What an unknown is. */
    String nameOf(int unknown) {
        return names.get(unknown);
    }

    /** The netlist's nodes but the ground. */
    List<String> nodeNames() {
        return List.copyOf(names.subList(1, nodeCount + 1));
    }
}
