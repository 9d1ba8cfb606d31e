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
 * @param reads how often it reads a declared name, directly or through steps
 */
public record Uses(Set<Engine> engines, Set<String> names, Set<String> steps, int reads) {

    private static final int MOST_READS = 1 << 20;

    /** Nothing. */
    public static final Uses NOTHING = new Uses(Set.of(), Set.of(), Set.of(), 0);

    /** An engine. */
    public static Uses of(Engine engine) {
        return engine.equals(Engine.ARITHMETIC) ? NOTHING : new Uses(Set.of(engine), Set.of(), Set.of(), 0);
    }

    /** One reading of a declared name. */
    static Uses ofName(String name) {
        return new Uses(Set.of(), Set.of(name), Set.of(), 1);
    }

    /** A step. */
    static Uses ofStep(String name) {
        return new Uses(Set.of(), Set.of(), Set.of(name), 0);
    }

    /** All that either uses. */
    public Uses and(Uses other) {
        return new Uses(
                union(engines, other.engines),
                union(names, other.names),
                union(steps, other.steps),
                Math.min(reads + other.reads, MOST_READS));
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
