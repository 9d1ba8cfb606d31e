package org.ansatz.problem;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;

/**
 * What a route rests on.
 *
 * @param engines its engines; plain arithmetic if there is no other
 * @param definitions the problem's own steps it goes through that do more than convert one given
 * @param parts what each part of the answer rests on, where they rest on different things; otherwise none
 */
public record Footing(Set<Engine> engines, Set<String> definitions, List<Footing> parts) {

    /** Sorts and copies; a route without an engine rests on plain arithmetic. */
    public Footing {
        engines = engines.isEmpty() ? Set.of(Engine.ARITHMETIC) : Collections.unmodifiableSet(new TreeSet<>(engines));
        definitions = Collections.unmodifiableSet(new TreeSet<>(definitions));
        parts = List.copyOf(parts);
    }

    /** What a route rests on all of whose evidence rests on the same. */
    public Footing(Set<Engine> engines, Set<String> definitions) {
        this(engines, definitions, List.of());
    }

    /** What a route rests on that finds each part of the answer by itself. */
    public static Footing of(List<Footing> parts) {
        Set<Engine> engines = new TreeSet<>();
        Set<String> definitions = new TreeSet<>();
        for (Footing part : parts) {
            engines.addAll(part.engines);
            definitions.addAll(part.definitions);
        }
        engines.removeIf(engine -> engine.equals(Engine.ARITHMETIC));
        return new Footing(engines, definitions, parts);
    }

    /** What a part of the answer rests on. */
    public Footing part(int index) {
        return parts.isEmpty() ? this : parts.get(index);
    }

    /** Whether the two share nothing. */
    public boolean isApartFrom(Footing other) {
        return Collections.disjoint(engines, other.engines) && Collections.disjoint(definitions, other.definitions);
    }

    // Written out, for the generated methods of a record link method handles, which costs start-up time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Footing
                && ((Footing) other).engines.equals(engines)
                && ((Footing) other).definitions.equals(definitions)
                && ((Footing) other).parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * engines.hashCode() + definitions.hashCode()) + parts.hashCode();
    }
}
