package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * Terms that are affine in some unknowns, c + Σ aₖ uₖ, as their form shows, where c and a depend on some inputs. They are
 * evaluated on doubles, many times faster than as {@link Term}s, to the same values but for rounding. For one thread.
 */
public final class AffineTerms {

    private final Tape tape;
    private final AffineForm[] forms;
    private final Frame frame;
    private final Term first;

    private AffineTerms(Tape tape, AffineForm[] forms, Frame frame, Term first) {
        this.tape = tape;
        this.forms = forms;
        this.frame = frame;
        this.first = first;
    }

    /**
     * Real terms in this form, or null if they are not seen to have it: if an unknown stands in a function or meets another
     * one, or if they are made of more than arithmetic and functions of real numbers.
     *
     * @param frame gives the values of all names but inputs and unknowns, and counts the steps
     */
    public static @Nullable AffineTerms of(
            List<Term> terms, List<Binding.Variable> inputs, List<Binding.Variable> unknowns, Frame frame) {
        if (!frame.isPlain()) {
            return null;
        }
        TapeWriter writer = new TapeWriter(frame, inputs, unknowns);
        List<AffineForm> forms = new ArrayList<>();
        for (Term term : terms) {
            AffineForm form = writer.form(term);
            if (!form.isWritten()) {
                return null;
            }
            forms.add(form);
        }
        return new AffineTerms(writer.tape(), forms.toArray(new AffineForm[0]), frame, terms.get(0));
    }

    /**
     * Evaluates all coefficients.
     *
     * @return whether every operation has a finite value; if not, evaluating the terms themselves tells what is wrong
     * @throws ExpressionFault if that takes more steps than the frame allows
     */
    public boolean evaluate(double[] inputs) {
        frame.spend(tape.length() + 1L, first);
        return tape.run(inputs);
    }

    /** What is left of a term, as it was evaluated last, where all unknowns are zero. */
    public double constant(int term) {
        return tape.at(forms[term].constant());
    }

    /** The coefficient of an unknown in a term, as it was evaluated last. */
    public double coefficient(int term, int unknown) {
        int place = forms[term].coefficient(unknown);
        return place == AffineForm.NONE ? 0 : tape.at(place);
    }

    /** Whether an unknown occurs in a term. */
    public boolean contains(int term, int unknown) {
        return forms[term].coefficient(unknown) != AffineForm.NONE;
    }
}
