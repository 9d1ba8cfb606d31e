package org.ansatz.expression.term;

import java.util.HashSet;
import java.util.Set;

/** Which places in a frame a term reads, through steps and whatever else it is made of. */
public final class Slots {

    private Slots() {}

    /** All of them, those of variables that are bound inside included. */
    public static Set<Integer> of(Term term) {
        Set<Integer> slots = new HashSet<>();
        gather(term, slots, new HashSet<>());
        return slots;
    }

    private static void gather(Term term, Set<Integer> slots, Set<Integer> steps) {
        if (term instanceof Term.Named named) {
            slots.add(named.slot());
        }
        if (!(term instanceof Term.Step step) || steps.add(step.slot())) {
            term.inside().forEach(part -> gather(part, slots, steps));
        }
    }

    /** Whether a term reads any of these variables. */
    public static boolean reads(Term term, Iterable<Generator> variables) {
        Set<Integer> slots = of(term);
        for (Generator variable : variables) {
            if (slots.contains(variable.slot())) {
                return true;
            }
        }
        return false;
    }
}
