package org.ansatz.expression;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an expression rests on, computed from its checked tree and never declared.
 *
 * @param engines the engines other than plain arithmetic
 * @param names the declared names it reads, directly or through steps
 * @param steps the steps it goes through
 */
public record Uses(Set<Engine> engines, Set<String> names, Set<String> steps) {

    /** Nothing. */
    public static final Uses NOTHING = new Uses(Set.of(), Set.of(), Set.of());

    /** All that either uses. */
    public Uses and(Uses other) {
        return new Uses(union(engines, other.engines), union(names, other.names), union(steps, other.steps));
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Set<T> all = new TreeSet<>(a);
        all.addAll(b);
        return Collections.unmodifiableSet(all);
    }
}
