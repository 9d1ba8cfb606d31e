package org.ansatz.expression;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arrays;

/** How large the terms are of which a value is the sum: what is left of them where they cancel is small beside that. */
final class Scale {

    private Scale() {}

    /** The largest magnitude, in SI, among a term and those of its kind that it is made of; those without a value count for nothing. */
    static double of(Term term, Frame frame) {
        double scale = 0;
        if (term.type().isNumber() && term.type().set() != NumberSet.OPAQUE) {
            try {
                scale = Math.max(Arrays.size(frame.value(term)), summedUp(term, frame));
            } catch (ExpressionFault e) {
                return 0;
            }
        }
        for (Term part : term.parts()) {
            boolean alike = part.type().isNumber()
                    && part.type().dimensionOrNone().equals(term.type().dimensionOrNone());
            scale = Math.max(scale, alike ? of(part, frame) : 0);
        }
        return Double.isFinite(scale) ? scale : 0;
    }

    private static double summedUp(Term term, Frame frame) {
        if (!(term instanceof Term.Bound)) {
            return 0;
        }
        Term.Bound bound = (Term.Bound) term;
        return bound.rule().magnitude(new Loop(bound, inside -> inside.value(bound.body()), frame));
    }
}
