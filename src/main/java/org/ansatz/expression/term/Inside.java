package org.ansatz.expression.term;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through all that a term is made of, each step once, however often it is used. */
public final class Inside {

    private final Predicate<Term> asked;
    private final Set<Integer> steps = new HashSet<>();

    private Inside(Predicate<Term> asked) {
        this.asked = asked;
    }

    /** Whether a term, or anything inside it, is as asked. */
    public static boolean any(Term term, Predicate<Term> asked) {
        return new Inside(asked).any(term);
    }

    private boolean any(Term term) {
        if (term instanceof Term.Step step && !steps.add(step.slot())) {
            return false;
        }
        return asked.test(term) || term.inside().stream().anyMatch(this::any);
    }

    /** The places in a frame that it reads, those of variables that are bound inside included. */
    public static Set<Integer> slots(Term term) {
        Set<Integer> slots = new HashSet<>();
        any(term, part -> {
            if (part instanceof Term.Named named) {
                slots.add(named.slot());
            }
            return false;
        });
        return slots;
    }

    /** Whether it reads any of these variables. */
    public static boolean reads(Term term, List<Generator> variables) {
        return any(
                term,
                part -> part instanceof Term.Named named
                        && variables.stream().anyMatch(variable -> variable.slot() == named.slot()));
    }
}
