package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Programs that were written once, for all frames of one set of declared names. */
final class Programs {

    /** A term for which no program could be written so often is not tried again. */
    private static final int MAX_FAILURES = 8;

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

    /** What is known of a term. */
    private static final class Entry {
        private final List<Compiled> programs = new ArrayList<>();
        private int failures;
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
        Entry entry = entries.computeIfAbsent(of, term -> new Entry());
        if (entry.failures >= MAX_FAILURES) {
            return null;
        }
        try {
            for (Compiled program : entry.programs) {
                Batch batch = program.takes(forms, frame) ? Batch.of(program, width, frame) : null;
                if (batch != null) {
                    return batch;
                }
            }
            Compiled written = new Compiler(frame, slots, forms, stepsDepend).compile(terms);
            entry.programs.add(written);
            return Batch.of(written, width, frame);
        } catch (Unwritten | NoValue e) {
            entry.failures++;
            return null; // and if a constant has no value, whoever needs it says why
        }
    }
}
