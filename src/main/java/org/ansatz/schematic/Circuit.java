package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.figure.Schematic.Kind;

/** The parts of a circuit, and which of its nodes are rails: ground, and what a source feeds beside transistors. */
final class Circuit {

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part> rails = new LinkedHashMap<>();
    private final Set<String> signals = new LinkedHashSet<>();

    /** Sorts the parts: a source that is drawn as a rail is none of them any more. */
    Circuit(List<Part> all) {
        boolean hasTransistors = all.stream().anyMatch(part -> part.kind().isTransistor());
        for (Part part : all) {
            String node = part.nodes().get(part.node(0).equals(Part.GROUND) ? 1 : 0);
            boolean isRail = hasTransistors
                    && part.rail() != Part.Rail.NONE
                    && !rails.containsKey(node)
                    && !isAtControl(node, all);
            if (isRail) {
                rails.put(node, part);
            } else {
                parts.add(part);
            }
        }
        for (Part part : parts) {
            for (String node : part.nodes()) {
                if (!isRail(node)) {
                    signals.add(node);
                }
            }
        }
    }

    private static boolean isAtControl(String node, List<Part> parts) {
        for (Part part : parts) {
            if (part.kind().isTransistor() && part.node(0).equals(node)) {
                return true;
            }
        }
        return false;
    }

    /** What is drawn as a symbol. */
    List<Part> parts() {
        return parts;
    }

    /** The nodes that are no rails, in the order in which they occur. */
    List<String> signals() {
        return new ArrayList<>(signals);
    }

    /** Whether a node is ground or another rail: it is drawn as a sign wherever something is joined to it. */
    boolean isRail(String node) {
        return node.equals(Part.GROUND) || rails.containsKey(node);
    }

    /** Whether a rail is drawn above what hangs on it. */
    boolean isAbove(String rail) {
        Part source = rails.get(rail);
        return source != null && source.rail() == Part.Rail.HIGH;
    }

    /** The sign of a rail. */
    Kind sign(String rail) {
        return rail.equals(Part.GROUND) ? Kind.GROUND : isAbove(rail) ? Kind.SUPPLY : Kind.LOW_SUPPLY;
    }

    /** The source that feeds a rail; of ground its own name. */
    String source(String rail) {
        Part source = rails.get(rail);
        return source == null ? rail : source.name();
    }

    /** What stands at the sign of a rail: the source that feeds it. */
    String label(String rail) {
        Part source = rails.get(rail);
        return source == null ? "" : source.label();
    }

    /** Whether everything has two ends, so that one line along the bottom is ground. */
    boolean isOfTwoEnds() {
        return parts.stream().allMatch(part -> part.kind().hasTwoEnds());
    }

    /** Whether a part with two ends lies between two signals. */
    boolean isBetweenSignals(Part part) {
        return part.kind().hasTwoEnds() && !isRail(part.node(0)) && !isRail(part.node(1));
    }
}
