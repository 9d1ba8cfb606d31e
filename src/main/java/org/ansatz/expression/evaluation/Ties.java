package org.ansatz.expression.evaluation;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.ansatz.quantity.Notation;

/**
 * Ties in comparisons. Exact numbers are compared exactly. Where claims are judged, inexact ones that differ by no more than
 * their own simulated error are tied: they satisfy {@code ==}, {@code <=} and {@code >=}.
 */
final class Ties {

    private static final int TRIALS = 4;
    private static final int MAX_TRIALS = 12;
    private static final double SAFETY = 4;
    private static final double FAR = 1000;

    /** To so much, relative to what they are made of, sides that are tied must be known; as two routes must agree. */
    private static final double KNOWN = 1e-6;

    private Ties() {}

    /** Whether two neighbours in a comparison are tied, the left one being operand {@code index}. */
    static boolean areTied(Term.Comparison term, int index, Value left, Value right, Frame frame) {
        if (isDiscrete(left) && isDiscrete(right) || !areAlike(left, right)) {
            return false;
        }
        Value apart = minus(left, right);
        double difference = Arrays.size(apart);
        double spread = 0;
        Side one = new Side(term.operands().get(index), left);
        Side other = new Side(term.operands().get(index + 1), right);
        for (int trial = 1; trial <= MAX_TRIALS; trial++) {
            Frame jittered = frame.jittered(trial);
            Value moved = minus(one.moved(jittered), other.moved(jittered));
            spread = Math.max(spread, Arrays.distance(moved, apart));
            if (difference <= SAFETY * spread) {
                requireKnown(spread, one, other, term, frame);
                return true;
            }
            // Simulated errors may cancel in one trial; a spread of zero says nothing yet.
            boolean known = spread > 0 && trial >= (difference > FAR * spread ? 2 : TRIALS);
            if (known) {
                return false;
            }
        }
        return false;
    }

    /** One side of a comparison, and how far simulated errors have moved it. */
    private static final class Side {
        private final Term term;
        private final Value value;
        private double spread;

        Side(Term term, Value value) {
            this.term = term;
            this.value = value;
        }

        Value moved(Frame jittered) {
            Value moved = jittered.value(term);
            spread = Math.max(spread, Arrays.distance(moved, value));
            return moved;
        }

        /** How large it is, if it is known by itself and not what is left of terms that cancel; else 0. */
        double known() {
            double size = Arrays.size(value);
            return SAFETY * spread <= KNOWN * size ? size : 0;
        }
    }

    /**
     * Refuses to call two sides equal of which little is known. Errors are small beside the side that is known. Where none is,
     * both may be what is left of terms that cancel, and errors are small beside these terms.
     */
    private static void requireKnown(double spread, Side one, Side other, Term.Comparison term, Frame frame) {
        double known = Math.max(one.known(), other.known());
        double scale = known > 0 ? known : Math.max(frame.scale(one.term), frame.scale(other.term));
        if (SAFETY * spread > KNOWN * scale) {
            throw ExpressionFault.undecided(
                    term.span(),
                    "this cannot be decided: its sides are known to " + Notation.number(spread, 2)
                            + " (SI) only, which hides whether they differ");
        }
    }

    private static Value minus(Value left, Value right) {
        return Arrays.entrywise(left, right, Arithmetic::subtract);
    }

    /** Two numbers, or two matrices of one shape. */
    private static boolean areAlike(Value left, Value right) {
        if (!(left instanceof Value.Array) || !(right instanceof Value.Array)) {
            return !(left instanceof Value.Array) && !(right instanceof Value.Array);
        }
        Value.Array a = (Value.Array) left;
        Value.Array b = (Value.Array) right;
        return a.rows() == b.rows() && a.columns() == b.columns();
    }

    private static boolean isDiscrete(Value value) {
        return value instanceof Value.Exact || value instanceof Truth;
    }
}
