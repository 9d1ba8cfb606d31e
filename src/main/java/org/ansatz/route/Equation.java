package org.ansatz.route;

import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.RootSearch;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * An equation {@code left == right}: it brings its own scale, can be solved for a number, and says how far a candidate
 * is from meeting it.
 *
 * @param left the left side
 * @param right the right side
 * @param text as written
 */
record Equation(Term left, Term right, String text) {

    /** How far apart the sides are. */
    double difference(Frame frame) {
        return Arrays.distance(frame.value(left), frame.value(right));
    }

    /** How large the sides are. */
    double scale(Frame frame) {
        return Math.max(Arrays.size(frame.value(left)), Arrays.size(frame.value(right)));
    }

    /** The value of {@code variable} that meets the equation, the only one in its domain. */
    Estimate solved(Frame frame, Binding.Variable variable, Domain domain) {
        if (!(domain instanceof RealInterval)) {
            throw new NoValue("an equation is solved over a real interval a..b");
        }
        RealInterval interval = (RealInterval) domain;
        Estimate root = RootSearch.onlyRoot(
                x -> {
                    Frame at = frame.with(variable, new Value.Real(x));
                    return Arithmetic.real(Arithmetic.subtract(at.value(left), at.value(right)));
                },
                interval.low(frame),
                interval.high(frame));
        return frame.found(Engine.ROOT, root);
    }
}
