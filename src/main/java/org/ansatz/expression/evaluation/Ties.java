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
        for (int trial = 1; trial <= MAX_TRIALS; trial++) {
            Frame jittered = frame.jittered(trial);
            Value moved = minus(
                    jittered.value(term.operands().get(index)),
                    jittered.value(term.operands().get(index + 1)));
            spread = Math.max(spread, Arrays.distance(moved, apart));
            if (difference <= SAFETY * spread) {
                requireKnown(spread, term, index, frame);
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

    /**
     * Refuses to call two sides equal of which little is known. Errors are small beside what the sides are made of, not beside
     * the sides, which may be differences that cancel; of what a field block sums up only the block knows, and it is trusted.
     */
    private static void requireKnown(double spread, Term.Comparison term, int index, Frame frame) {
        Term left = term.operands().get(index);
        Term right = term.operands().get(index + 1);
        double scale = Math.max(frame.scale(left), frame.scale(right));
        if (SAFETY * spread > KNOWN * scale && !isMeasured(left) && !isMeasured(right)) {
            throw ExpressionFault.undecided(
                    term.span(),
                    "this cannot be decided: its sides are known to " + Notation.number(spread, 2)
                            + " (SI) only, which hides whether they differ");
        }
    }

    private static boolean isMeasured(Term term) {
        return term instanceof Term.Exported || term.inside().stream().anyMatch(Ties::isMeasured);
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
