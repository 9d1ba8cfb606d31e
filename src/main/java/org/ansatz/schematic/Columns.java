package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.figure.Schematic.Kind;

/**
 * The nodes of a circuit in columns from left to right. Nodes above and below a transistor share a column. Columns are put in the order
 * that costs least: parts join neighbours, inputs lie to the left of outputs, sources on the left.
 */
final class Columns {

    /** So many columns are tried in every order; of more, two change places as long as that helps. */
    private static final int MAX_TRIED = 7;

    private static final double BACKWARDS = 5;
    private static final double SKIPPED = 1.5;

    private final Circuit circuit;
    private final List<List<String>> columns = new ArrayList<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<Part, Integer> transistors = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    Columns(Circuit circuit) {
        this.circuit = circuit;
        circuit.signals().forEach(node -> columns.add(new ArrayList<>(List.of(node))));
        circuit.parts().stream().filter(part -> part.kind().isTransistor()).forEach(this::stack);
        circuit.signals().forEach(node -> levels.putIfAbsent(node, 0));
        sort();
        for (int i = 0; i < columns.size(); i++) {
            for (String node : columns.get(i)) {
                order.put(node, i);
            }
        }
    }

    /** The nodes of each column. */
    List<List<String>> all() {
        return columns;
    }

    /** The column of a signal, from 0 on the left. */
    int of(String node) {
        return order.getOrDefault(node, -1);
    }

    /** How far below the middle a signal runs, in levels; negative above it. */
    int level(String node) {
        return levels.getOrDefault(node, 0);
    }

    /** The level of a transistor's base or gate. */
    int level(Part transistor) {
        return transistors.getOrDefault(transistor, 0);
    }

    /** Puts the nodes above and below a transistor into one column, unless one of them is above or below another transistor. */
    private void stack(Part transistor) {
        String above = transistor.node(1);
        String below = transistor.node(2);
        int level = 0;
        if (!circuit.isRail(below) && levels.containsKey(below)) {
            level = levels.get(below) - 1;
        } else if (!circuit.isRail(above) && levels.containsKey(above)) {
            level = levels.get(above) + 1;
        }
        boolean joins = !circuit.isRail(above)
                && !circuit.isRail(below)
                && !(levels.containsKey(above) && levels.containsKey(below))
                && !levels.containsKey(level < 0 ? above : below);
        transistors.put(transistor, level);
        if (!circuit.isRail(above)) {
            levels.putIfAbsent(above, level - 1);
        }
        if (!circuit.isRail(below)) {
            levels.putIfAbsent(below, level + 1);
        }
        if (joins && !above.equals(below)) {
            List<String> upper = column(above);
            List<String> lower = column(below);
            if (upper != lower) {
                upper.addAll(lower);
                columns.remove(lower);
            }
        }
    }

    private List<String> column(String node) {
        for (List<String> column : columns) {
            if (column.contains(node)) {
                return column;
            }
        }
        throw new IllegalStateException(node);
    }

    // ---- the order

    private void sort() {
        List<List<String>> best = new ArrayList<>(columns);
        if (columns.size() <= MAX_TRIED) {
            best = cheapest(new ArrayList<>(), new ArrayList<>(columns), best);
        } else {
            best = exchanged(best);
        }
        columns.clear();
        columns.addAll(best);
    }

    private List<List<String>> cheapest(List<List<String>> chosen, List<List<String>> left, List<List<String>> best) {
        if (left.isEmpty()) {
            return cost(chosen) < cost(best) - 1e-9 ? new ArrayList<>(chosen) : best;
        }
        List<List<String>> found = best;
        for (int i = 0; i < left.size(); i++) {
            List<String> next = left.remove(i);
            chosen.add(next);
            found = cheapest(chosen, left, found);
            chosen.remove(chosen.size() - 1);
            left.add(i, next);
        }
        return found;
    }

    /** Moves one column to another place as long as that costs less. */
    private List<List<String>> exchanged(List<List<String>> start) {
        List<List<String>> best = start;
        double least = cost(best);
        boolean improves = true;
        while (improves) {
            improves = false;
            for (int i = 0; i < start.size(); i++) {
                for (int j = 0; j < start.size(); j++) {
                    List<List<String>> moved = new ArrayList<>(best);
                    moved.add(j, moved.remove(i));
                    double cost = cost(moved);
                    if (cost < least - 1e-9) {
                        best = moved;
                        least = cost;
                        improves = true;
                    }
                }
            }
        }
        return best;
    }

    private double cost(List<List<String>> columns) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (String node : columns.get(i)) {
                at.put(node, i);
            }
        }
        double cost = 0;
        for (Part part : circuit.parts()) {
            cost += cost(part, at);
        }
        int last = columns.size() - 1;
        for (int i = 0; i < columns.size(); i++) {
            for (String node : columns.get(i)) {
                String name = node.toLowerCase(Locale.ROOT);
                cost += name.startsWith("out") ? 0.4 * (last - i) : name.startsWith("in") ? 0.4 * i : 0;
                cost += 0.02 * Math.abs(i - circuit.signals().indexOf(node));
            }
        }
        return cost;
    }

    private double cost(Part part, Map<String, Integer> at) {
        List<String> nodes = part.nodes();
        if (part.kind().isTransistor()) {
            String host = circuit.isRail(nodes.get(1)) ? nodes.get(2) : nodes.get(1);
            double cost = joined(nodes.get(0), host, at, true);
            return cost + joined(nodes.get(1), nodes.get(2), at, false);
        }
        if (part.kind() == Kind.AMPLIFIER) {
            return joined(nodes.get(0), nodes.get(2), at, true) + joined(nodes.get(1), nodes.get(2), at, true);
        }
        if (part.kind().hasTwoPorts()) {
            return joined(nodes.get(0), nodes.get(2), at, true);
        }
        boolean isSource = part.kind() == Kind.VOLTAGE_SOURCE || part.kind() == Kind.CURRENT_SOURCE;
        String signal = circuit.isRail(nodes.get(0)) ? nodes.get(1) : nodes.get(0);
        double left = isSource && !circuit.isBetweenSignals(part) ? 0.8 * at.getOrDefault(signal, 0) : 0;
        return left + joined(nodes.get(0), nodes.get(1), at, false);
    }

    private static double joined(String from, String to, Map<String, Integer> at, boolean isDirected) {
        Integer a = at.get(from);
        Integer b = at.get(to);
        if (a == null || b == null || a.equals(b)) {
            return 0;
        }
        int apart = Math.abs(a - b);
        double cost = apart + (apart > 1 ? SKIPPED : 0);
        return isDirected && a > b ? cost + BACKWARDS : cost;
    }
}
