package org.ansatz.expression.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Of what is no quotient of polynomials, as a matrix: of too high a degree. */
    private static final RationalForm NONE = new RationalForm(MOST + 1, 0);

    /**
     * The form of a term, or null if it is not known to be rational, or of a degree above 64.
     *
     * @param term the term
     * @param variables what it is a function of
     * @param frame holds all other names
     */
    public static @Nullable RationalForm of(Term term, List<Binding.Variable> variables, Frame frame) {
        Map<Integer, RationalForm> known = new HashMap<>();
        variables.forEach(variable -> known.put(variable.slot(), variable.type().isScalar() ? VARIABLE : NONE));
        return new Reading(known, frame).of(term);
    }

    /**
     * Reads terms.
     *
     * @param known the forms of what stands in slots, {@link #NONE} where it has none
     * @param frame holds all other names
     */
    private record Reading(Map<Integer, RationalForm> known, Frame frame) {

        @Nullable
        RationalForm of(Term term) {
            RationalForm form = form(term);
            return form == null || form.numerator > MOST || form.denominator > MOST ? null : form;
        }

        private @Nullable RationalForm form(Term term) {
            if (term instanceof Term.Constant constant) {
                return constant.value() instanceof Value.Exact ? CONSTANT : null;
            }
            if (term instanceof Term.Named named) {
                RationalForm form = known.get(named.slot());
                return form != null ? form : frame.slot(named.slot()) instanceof Value.Exact ? CONSTANT : null;
            }
            if (term instanceof Term.Inlined inlined) {
                return inlined(inlined);
            }
            if (term instanceof Term.Step
                    || term instanceof Term.Unary && term.type().isNumber()) {
                return of(term.parts().get(0));
            }
            return term instanceof Term.Binary binary ? combined(binary) : null;
        }

        /** The body, in which the parameters have the forms of the arguments. */
        private @Nullable RationalForm inlined(Term.Inlined term) {
            Map<Integer, RationalForm> inside = new HashMap<>(known);
            for (int i = 0; i < term.slots().length; i++) {
                RationalForm argument = of(term.arguments().get(i));
                inside.put(term.slots()[i], argument == null ? NONE : argument);
            }
            return new Reading(inside, frame).of(term.body());
        }

        private @Nullable RationalForm combined(Term.Binary term) {
            RationalForm a = of(term.parts().get(0));
            if (a == null) {
                return null;
            }
            if (term.op().onEntries() == Op.POWER) {
                return a.power(term.parts().get(1));
            }
            RationalForm b = of(term.parts().get(1));
            return b == null ? null : a.combined(term.op().onEntries(), b);
        }
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
