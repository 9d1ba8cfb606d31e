package org.ansatz.route;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.RootSearch;
import org.ansatz.expression.library.Roots;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.proof.Zeros;
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

    /**
     * What meets the equation.
     *
     * @param value the only one in its domain
     * @param isProved whether it is for certain the only one, and lies within its error
     */
    record Solution(Estimate value, boolean isProved) {}

    /** The value of {@code variable} that meets the equation, the only one in its domain. */
    Solution solved(Frame frame, Binding.Variable variable, Domain domain) {
        if (!(domain instanceof RealInterval)) {
            throw new NoValue("an equation is solved over a real interval a..b");
        }
        RealInterval interval = (RealInterval) domain;
        double low = interval.low(frame);
        double high = interval.high(frame);
        try {
            Zeros.Found zeros = Roots.all(difference(frame, List.of(variable)), interval.enclosure(frame));
            Estimate root = frame.found(Engine.ROOT, Roots.only(zeros, low, high));
            return new Solution(root, Roots.isProved(zeros));
        } catch (NoEnclosure e) {
            Estimate root = RootSearch.onlyRoot(
                    x -> {
                        Frame at = frame.with(variable, new Value.Real(x));
                        return Arithmetic.real(Arithmetic.subtract(at.value(left), at.value(right)));
                    },
                    low,
                    high);
            return new Solution(frame.found(Engine.ROOT, root), false);
        }
    }

    /**
     * The difference of the sides, as a function of these variables that encloses itself.
     *
     * @throws NoEnclosure if it does not
     */
    Enclosing difference(Frame frame, List<Binding.Variable> variables) {
        Enclosing a = frame.enclosing(left, variables);
        Enclosing b = frame.enclosing(right, variables);
        return (box, by, order) -> a.on(box, by, order).minus(b.on(box, by, order));
    }
}
