package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;

/**
 * What of some terms rests on names that vary, and what does not: the largest parts of the latter are the constants of a program.
 * It depends on no value. {@link Unwritten} is what needs an engine other than arithmetic, or a frame of its own.
 */
final class Survey {

    private final Set<Integer> inputs = new HashSet<>();
    private final Set<Integer> parameters = new HashSet<>();
    private final boolean stepsDepend;
    private final List<Term> constants = new ArrayList<>();
    private final Set<Integer> steps = new HashSet<>();
    private boolean compares;

    /** Whether terms rest on an input, and whether they rest on a parameter, for those that were asked about. */
    private final IdentityHashMap<Term, Boolean> touching = new IdentityHashMap<>();

    private final IdentityHashMap<Term, Boolean> mentioning = new IdentityHashMap<>();

    /**
     * A survey of some terms.
     *
     * @param slots where the values of the names stand that vary
     * @param stepsDepend whether steps and blocks may rest on them
     * @throws Unwritten if no program can be written for the terms, whatever the values
     */
    Survey(List<Term> terms, int[] slots, boolean stepsDepend) {
        this.stepsDepend = stepsDepend;
        for (int slot : slots) {
            inputs.add(slot);
        }
        terms.forEach(this::gather);
    }

    /** The constants, in the order in which they are met. */
    List<Term> constants() {
        return constants;
    }

    /** Whether numbers that vary are compared. */
    boolean compares() {
        return compares;
    }

    /** Whether a term rests on a name that varies or, in the body of a step, on a parameter. */
    boolean varies(Term term) {
        return touches(term) || !parameters.isEmpty() && mentions(term);
    }

    private void gather(Term term) {
        if (!varies(term)) {
            constants.add(term);
            return;
        }
        requireWritten(term);
        compares |= term instanceof Term.Comparison;
        if (term instanceof Term.Step step) {
            if (steps.add(step.slot())) {
                gather(step.body());
            }
        } else if (term instanceof Term.Inlined inlined) {
            inlined.arguments().forEach(this::gather);
            for (int slot : inlined.slots()) {
                parameters.add(slot);
            }
            gather(inlined.body());
        } else {
            term.inside().forEach(this::gather);
        }
    }

    private static void requireWritten(Term term) {
        boolean isOther = term instanceof Term.Computed
                || term instanceof Term.Candidate
                || term instanceof Term.Exported
                || term instanceof Term.Derivative
                || term instanceof Term.Case
                || term instanceof Term.Bound
                || term instanceof Term.Element
                || term instanceof Term.Earlier;
        boolean isArithmetic =
                !(term instanceof Term.Call call) || call.function().engine().equals(Engine.ARITHMETIC);
        if (isOther || !isArithmetic) {
            throw new Unwritten(term.getClass().getSimpleName());
        }
    }

    /** Whether a term rests on an input, directly or through steps and their arguments. */
    private boolean touches(Term term) {
        Boolean known = touching.get(term);
        if (known == null) {
            known = isTouching(term);
            touching.put(term, known);
        }
        return known;
    }

    private boolean isTouching(Term term) {
        if (term instanceof Term.Named named) {
            return inputs.contains(named.slot());
        }
        if (term instanceof Term.Step && !stepsDepend) {
            return false;
        }
        boolean isOfFrame =
                term instanceof Term.Exported || term instanceof Term.Candidate || term instanceof Term.Computed;
        boolean isByInput = term instanceof Term.Derivative derivative && inputs.contains(derivative.slot());
        return isOfFrame && stepsDepend || isByInput || any(term.inside(), this::touches);
    }

    /** Whether a term in the body of a step rests on a parameter of it. */
    private boolean mentions(Term term) {
        Boolean known = mentioning.get(term);
        if (known == null) {
            known = term instanceof Term.Named named && parameters.contains(named.slot())
                    || any(term.inside(), this::mentions);
            mentioning.put(term, known);
        }
        return known;
    }

    private static boolean any(List<Term> terms, Predicate<Term> asked) {
        for (Term term : terms) {
            if (asked.test(term)) {
                return true;
            }
        }
        return false;
    }
}
