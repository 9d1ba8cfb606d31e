package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Programs that were written once, for all frames of one set of declared names. What a frame is asked for, and in which order, does
 * not depend on which programs there are already, so that simulated errors are the same whenever they are. Frames of several
 * threads may share them.
 */
final class Programs {

    /** Where no programs are to be written. */
    static final Programs NONE = new Programs(false);

    private final boolean areWritten;
    private final IdentityHashMap<Term, Entry> entries = new IdentityHashMap<>();

    /** None yet. */
    Programs() {
        this(true);
    }

    private Programs(boolean areWritten) {
        this.areWritten = areWritten;
    }

    /** What is known of a term: what varies in it, unless no program can be written for it, and the programs. */
    private record Entry(@Nullable Survey survey, List<Written> programs) {}

    /**
     * A program for names and constants of these forms.
     *
     * @param isPlain whether no roundings are simulated
     * @param program null if there is none
     */
    private record Written(
            List<Form> forms, boolean isPlain, @Nullable Compiled program) {

        boolean isFor(List<Form> others, boolean plain) {
            boolean same = plain == isPlain;
            for (int i = 0; same && i < forms.size(); i++) {
                same = forms.get(i).isLike(others.get(i));
            }
            return same;
        }
    }

    /**
     * A program for some terms at work in a frame, or null if there is none.
     *
     * @param of what it is kept under
     * @param slots where the values of the names stand that vary
     * @param forms what they hold
     * @param stepsDepend whether steps and blocks may rest on them
     * @param width how many points stand side by side
     */
    @Nullable
    Batch batch(Term of, List<Term> terms, int[] slots, List<Form> forms, boolean stepsDepend, int width, Frame frame) {
        if (!areWritten || frame.isBroken(Engine.ARITHMETIC)) {
            return null;
        }
        Entry entry = entry(of, terms, slots, stepsDepend);
        Survey survey = entry.survey;
        if (survey == null || survey.compares() && frame.isJudging()) {
            return null;
        }
        try {
            List<Value> constants = new ArrayList<>(survey.constants().size());
            List<Form> all = new ArrayList<>(forms);
            for (Term constant : survey.constants()) {
                Value value = frame.value(constant);
                constants.add(value);
                all.add(Compiled.form(value));
            }
            Compiled program = program(entry, survey, terms, slots, all, frame.isPlain());
            return program == null ? null : Batch.of(program, constants, width, frame);
        } catch (Unwritten | NoValue e) {
            return null; // if a constant has no value, whoever needs it says why
        }
    }

    private synchronized Entry entry(Term of, List<Term> terms, int[] slots, boolean stepsDepend) {
        return entries.computeIfAbsent(of, term -> surveyed(terms, slots, stepsDepend));
    }

    private static Entry surveyed(List<Term> terms, int[] slots, boolean stepsDepend) {
        try {
            return new Entry(new Survey(terms, slots, stepsDepend), new ArrayList<>());
        } catch (Unwritten e) {
            return new Entry(null, List.of());
        }
    }

    private synchronized @Nullable Compiled program(
            Entry entry, Survey survey, List<Term> terms, int[] slots, List<Form> forms, boolean isPlain) {
        for (Written written : entry.programs) {
            if (written.isFor(forms, isPlain)) {
                return written.program;
            }
        }
        Compiled program = compiled(survey, terms, slots, forms, isPlain);
        entry.programs.add(new Written(forms, isPlain, program));
        return program;
    }

    private static @Nullable Compiled compiled(
            Survey survey, List<Term> terms, int[] slots, List<Form> forms, boolean isPlain) {
        try {
            return new Compiler(survey, slots, forms, isPlain).compile(terms);
        } catch (Unwritten e) {
            return null;
        }
    }
}
