package org.ansatz.expression.term;

import java.util.Set;
import org.ansatz.expression.type.Engine;

/** Whether a term may jump or have a kink, as far as its text tells. */
public final class Roughness {

    /** Functions of numbers that jump or have a kink. */
    private static final Set<String> FUNCTIONS = Set.of("abs", "max", "min", "sign", "floor", "ceil", "round", "mod");

    private Roughness() {}

    /** Whether it holds a condition, a search, what a block found, or a function that jumps or has a kink. */
    public static boolean isPossible(Term term) {
        return Inside.any(
                term,
                part -> part instanceof Term.Choice
                        || part instanceof Term.Comparison
                        || part instanceof Term.Exported
                        || part instanceof Term.Bound bound
                                && bound.rule().engine(bound.domains()).equals(Engine.SEARCH)
                        || part instanceof Term.Call call
                                && FUNCTIONS.contains(call.function().name()));
    }
}
