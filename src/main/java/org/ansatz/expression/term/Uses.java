package org.ansatz.expression.term;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;

/**
 * What an expression rests on, computed from its checked tree and never declared.
 *
 * @param engines the engines other than plain arithmetic
 * @param places the declared names it reads, directly, through steps or through a field block, with where their values stand
 * @param steps the steps it goes through
 * @param reads how often it reads a declared name, directly or through steps
 */
public record Uses(Set<Engine> engines, Set<Place> places, Set<String> steps, int reads) {

    private static final int MAX_READS = 1 << 20;

    /** Nothing. */
    public static final Uses NOTHING = new Uses(Set.of(), Set.of(), Set.of(), 0);

    /**
     * A declared name, and where its value stands in a frame.
     *
     * @param slot the place in the frame
     * @param name as it was declared
     * @param type of its value
     */
    public record Place(int slot, String name, Type type) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Integer.compare(slot, other.slot);
        }
    }

    /** An engine. */
    public static Uses of(Engine engine) {
        return engine.equals(Engine.ARITHMETIC) ? NOTHING : new Uses(Set.of(engine), Set.of(), Set.of(), 0);
    }

    /** One reading of a declared variable. */
    public static Uses of(Binding.Variable variable) {
        return ofPlace(variable.slot(), variable.name(), variable.type());
    }

    /** One reading of the function under test, and of its argument. */
    public static Uses of(Binding.AskedFunction asked) {
        return ofPlace(asked.slot(), asked.name(), asked.type()).and(of(asked.argument()));
    }

    private static Uses ofPlace(int slot, String name, Type type) {
        return new Uses(Set.of(), Set.of(new Place(slot, name, type)), Set.of(), 1);
    }

    /** A step. */
    public static Uses ofStep(String name) {
        return new Uses(Set.of(), Set.of(), Set.of(name), 0);
    }

    /** The declared names it reads, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        places.forEach(place -> names.add(place.name()));
        return names;
    }

    /** Whether the value that stands there is read. */
    public boolean readsSlot(int slot) {
        for (Place place : places) {
            if (place.slot() == slot) {
                return true;
            }
        }
        return false;
    }

    /** The same without the names whose values stand there. */
    public Uses without(Set<Integer> slots) {
        Set<Place> left = new TreeSet<>(places);
        left.removeIf(place -> slots.contains(place.slot()));
        return new Uses(engines, Collections.unmodifiableSet(left), steps, reads);
    }

    /** All that either uses. */
    public Uses and(Uses other) {
        return new Uses(
                union(engines, other.engines),
                union(places, other.places),
                union(steps, other.steps),
                Math.min(reads + other.reads, MAX_READS));
    }

    /** All that any of them uses. */
    public static Uses all(List<Uses> some) {
        Set<Engine> engines = new TreeSet<>();
        Set<Place> places = new TreeSet<>();
        Set<String> steps = new TreeSet<>();
        int reads = 0;
        for (Uses uses : some) {
            engines.addAll(uses.engines);
            places.addAll(uses.places);
            steps.addAll(uses.steps);
            reads = Math.min(reads + uses.reads, MAX_READS);
        }
        return new Uses(
                Collections.unmodifiableSet(engines),
                Collections.unmodifiableSet(places),
                Collections.unmodifiableSet(steps),
                reads);
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
