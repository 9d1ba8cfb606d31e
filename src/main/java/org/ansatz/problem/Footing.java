package org.ansatz.problem;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;

/**
 * What a route rests on.
 *
 * @param engines its engines; plain arithmetic if there is no other
 * @param definitions the problem's own steps it goes through that do more than convert one given
 */
public record Footing(Set<Engine> engines, Set<String> definitions) {

    /** Sorts and copies; a route without an engine rests on plain arithmetic. */
    public Footing {
        engines = engines.isEmpty() ? Set.of(Engine.ARITHMETIC) : Collections.unmodifiableSet(new TreeSet<>(engines));
        definitions = Collections.unmodifiableSet(new TreeSet<>(definitions));
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
                && ((Footing) other).definitions.equals(definitions);
    }

    @Override
    public int hashCode() {
        return 31 * engines.hashCode() + definitions.hashCode();
    }
}
