package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a term that is a quotient of two polynomials with rational coefficients: bounds on their total degrees.
 * A polynomial of total degree d in v variables that is zero at every point k of a lattice with k₁ + … + kᵥ ≤ d is zero
 * (the principal lattice: Chung and Yao, SIAM J. Numer. Anal. 14, 1977, 735–743), so that an identity of such terms is
 * proved by evaluating them exactly.
 *
 * @param numerator a bound on the numerator's total degree
 * @param denominator a bound on the denominator's total degree
 */
public record RationalForm(int numerator, int denominator) {

    private static final int MOST = 64;
    private static final RationalForm CONSTANT = new RationalForm(0, 0);
    private static final RationalForm VARIABLE = new RationalForm(1, 0);

    /**
     * The form of a term, or null if it is not known to be rational, or of a degree above 64.
     *
     * @param term the term
     * @param variables what it is a function of
     * @param frame holds all other names
     */
    public static @Nullable RationalForm of(Term term, List<Binding.Variable> variables, Frame frame) {
        RationalForm form = form(term, variables, frame);
        return form == null || form.numerator > MOST || form.denominator > MOST ? null : form;
    }

    private static @Nullable RationalForm form(Term term, List<Binding.Variable> variables, Frame frame) {
        if (term instanceof Term.Constant) {
            return ((Term.Constant) term).value() instanceof Value.Exact ? CONSTANT : null;
        }
        if (term instanceof Term.Named) {
            int slot = ((Term.Named) term).slot();
            for (Binding.Variable variable : variables) {
                if (variable.slot() == slot) {
                    return term.type().isScalar() ? VARIABLE : null;
                }
            }
            return frame.slot(slot) instanceof Value.Exact ? CONSTANT : null;
        }
        if (term instanceof Term.Step
                || term instanceof Term.Unary && term.type().isNumber()) {
            return of(term.parts().get(0), variables, frame);
        }
        return term instanceof Term.Binary ? combined((Term.Binary) term, variables, frame) : null;
    }

    private static @Nullable RationalForm combined(Term.Binary term, List<Binding.Variable> variables, Frame frame) {
        RationalForm a = of(term.parts().get(0), variables, frame);
        if (a == null) {
            return null;
        }
        if (term.op().onEntries() == Op.POWER) {
            return a.power(term.parts().get(1));
        }
        RationalForm b = of(term.parts().get(1), variables, frame);
        return b == null ? null : a.combined(term.op().onEntries(), b);
    }

    private @Nullable RationalForm combined(Op op, RationalForm b) {
        switch (op) {
            case ADD:
            case SUBTRACT:
                return b.denominator == 0 && denominator == 0
                        ? new RationalForm(Math.max(numerator, b.numerator), 0)
                        : new RationalForm(
                                Math.max(numerator + b.denominator, b.numerator + denominator),
                                denominator + b.denominator);
            case MULTIPLY:
                return new RationalForm(numerator + b.numerator, denominator + b.denominator);
            case DIVIDE:
                return new RationalForm(numerator + b.denominator, denominator + b.numerator);
            default:
                return null;
        }
    }

    /** Only a whole exponent that is written out keeps it rational. */
    private @Nullable RationalForm power(Term exponent) {
        Value value = exponent instanceof Term.Constant ? ((Term.Constant) exponent).value() : null;
        if (!(value instanceof Value.Exact) || !((Value.Exact) value).number().isInteger()) {
            return null;
        }
        double n = ((Value.Exact) value).number().toDouble();
        if (Math.abs(n) > MOST) {
            return null;
        }
        int times = (int) Math.abs(n);
        return n >= 0
                ? new RationalForm(times * numerator, times * denominator)
                : new RationalForm(times * denominator, times * numerator);
    }

    /** A bound on the total degree of the numerator of the difference. */
    public int degreeOfDifference(RationalForm other) {
        return Math.max(numerator + other.denominator, other.numerator + denominator);
    }
}
