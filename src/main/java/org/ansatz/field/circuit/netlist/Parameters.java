package org.ansatz.field.circuit.netlist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of plain numbers, by {@code .param} or in a subcircuit, over those of what it stands in. */
public final class Parameters {

    private final @Nullable Parameters outer;
    private final Map<String, Deck.Number> values = new LinkedHashMap<>();

    Parameters(@Nullable Parameters outer) {
        this.outer = outer;
    }

    /** Adds one, unless it is there. */
    boolean add(String name, Deck.Number value) {
        return values.putIfAbsent(name, value) == null;
    }

    /** Those of what it stands in; null for none. */
    public @Nullable Parameters outer() {
        return outer;
    }

    /** Its own, in the order in which they are written. */
    public Map<String, Deck.Number> values() {
        return java.util.Collections.unmodifiableMap(values);
    }
}
