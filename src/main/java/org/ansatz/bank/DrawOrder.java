package org.ansatz.bank;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Given;

/** In which order the givens of a variant are drawn: that of the file, but each behind those that its draw reads. */
final class DrawOrder {

    private final Map<String, Given> givens = new LinkedHashMap<>();

    /** Where the draw of each given that is drawn is written, and what it reads. */
    private final Map<String, Written> texts = new HashMap<>();

    private final Map<String, Set<String>> reads = new HashMap<>();

    DrawOrder(List<Given> givens) {
        givens.forEach(given -> this.givens.put(given.name(), given));
    }

    /** Notes that a given is drawn. */
    void draws(String name, Written text) {
        texts.put(name, text);
        reads.put(name, new TreeSet<>());
    }

    /** Notes what the draw of a given reads. */
    void reads(String name, Set<String> names) {
        Objects.requireNonNull(reads.get(name)).addAll(names);
    }

    /** The order, in steps that grow with what is read; a circle is a fault of the file. */
    List<Given> order() {
        Map<String, Given> order = new LinkedHashMap<>();
        Set<String> begun = new HashSet<>();
        Deque<Given> open = new ArrayDeque<>();
        for (Given first : givens.values()) {
            open.push(first);
            while (!open.isEmpty()) {
                Given given = open.element();
                if (begun.add(given.name())) {
                    openWhatIsReadBy(given, order.keySet(), begun, open);
                }
                if (given.name().equals(open.element().name())) {
                    order.put(given.name(), open.pop());
                }
            }
        }
        return List.copyOf(order.values());
    }

    private void openWhatIsReadBy(Given given, Set<String> order, Set<String> begun, Deque<Given> open) {
        for (String name : read(given)) {
            Given before = givens.get(name);
            if (before != null && !order.contains(name)) {
                if (begun.contains(name)) {
                    throw fault(before);
                }
                open.push(before);
            }
        }
    }

    private Set<String> read(Given given) {
        return reads.getOrDefault(given.name(), given.published().uses().names());
    }

    private RuntimeException fault(Given given) {
        Written text = Objects.requireNonNull(
                texts.getOrDefault(given.name(), texts.values().iterator().next()));
        return text.fault(given.name() + " is drawn from itself, by way of " + String.join(", ", read(given))
                + ": one of them must be drawn from numbers");
    }
}
