package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Wire;

/** A schematic read as a person reads it: which ends of which symbols the wires join. */
final class ReadBack {

    private final Schematic schematic;
    private final Map<Cell, Cell> parents = new HashMap<>();

    private ReadBack(Schematic schematic) {
        this.schematic = schematic;
    }

    /** For each end of each part by its name, in the order of its symbol's ends, what it is joined to: a number for each net. */
    static Map<String, List<Integer>> of(Schematic schematic) {
        return new ReadBack(schematic).nets();
    }

    private Map<String, List<Integer>> nets() {
        for (Wire wire : schematic.wires()) {
            join(wire.from(), wire.to());
        }
        // A wire that ends on another one is joined to it; one that crosses it is not, unless there is a joint.
        for (Wire wire : schematic.wires()) {
            for (Wire other : schematic.wires()) {
                for (Cell end : List.of(other.from(), other.to())) {
                    if (isOn(end, wire)) {
                        join(end, wire.from());
                    }
                }
            }
            schematic.joints().stream().filter(joint -> isOn(joint, wire)).forEach(joint -> join(joint, wire.from()));
            for (Symbol symbol : schematic.symbols()) {
                symbol.ends().stream().filter(end -> isOn(end, wire)).forEach(end -> join(end, wire.from()));
            }
        }
        joinRails();
        Map<Cell, Integer> numbers = new HashMap<>();
        Map<String, List<Integer>> nets = new HashMap<>();
        for (Symbol symbol : schematic.symbols()) {
            List<Integer> joined = new ArrayList<>();
            for (Cell end : symbol.ends()) {
                joined.add(numbers.computeIfAbsent(root(end), cell -> numbers.size()));
            }
            nets.put(symbol.name(), joined);
        }
        return nets;
    }

    /** Signs of one name are one node. */
    private void joinRails() {
        Map<String, Cell> first = new HashMap<>();
        for (Symbol symbol : schematic.symbols()) {
            if (symbol.kind() == Kind.GROUND || symbol.kind() == Kind.SUPPLY || symbol.kind() == Kind.LOW_SUPPLY) {
                join(symbol.at(), first.computeIfAbsent(symbol.name(), name -> symbol.at()));
            }
        }
    }

    private static boolean isOn(Cell cell, Wire wire) {
        return cell.x() >= wire.from().x()
                && cell.x() <= wire.to().x()
                && cell.y() >= wire.from().y()
                && cell.y() <= wire.to().y();
    }

    private Cell root(Cell cell) {
        Cell parent = parents.getOrDefault(cell, cell);
        return parent.equals(cell) ? cell : root(parent);
    }

    private void join(Cell a, Cell b) {
        parents.put(root(a), root(b));
    }
}
