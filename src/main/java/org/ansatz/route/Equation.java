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
        try {
            Zeros.Found zeros = Roots.all(proving(frame, List.of(variable)), interval.provedEnclosure(frame));
            Estimate root = frame.found(Engine.ROOT, Roots.only(zeros, interval.low(frame), interval.high(frame)));
            return new Solution(root, Roots.isProved(zeros));
        } catch (NoEnclosure e) {
            Estimate root = doubted(unproved(frame, variable, interval), frame, variable, interval);
            return new Solution(frame.found(Engine.ROOT, root), false);
        }
    }

    /** The root of what rests on parts that do not enclose themselves: only the search is as sure as it can be. */
    private Estimate unproved(Frame frame, Binding.Variable variable, RealInterval interval) {
        double low = interval.low(frame);
        double high = interval.high(frame);
        try {
            return Roots.only(Roots.all(difference(frame, List.of(variable)), interval.enclosure(frame)), low, high);
        } catch (NoEnclosure e) {
            RootSearch.Sampled difference = new RootSearch.Sampled(
                    x -> signed(frame.with(variable, new Value.Real(x))),
                    x -> doubt(frame.with(variable, new Value.Real(x))),
                    low,
                    high);
            return RootSearch.onlyRoot(difference);
        }
    }

    /** A root with the errors of both sides: it lies where these could hide the sign of their difference. */
    private Estimate doubted(Estimate root, Frame frame, Binding.Variable variable, RealInterval interval) {
        double at = Arithmetic.real(root.value());
        double doubt = doubt(frame.with(variable, new Value.Real(at)));
        return Estimate.of(
                at,
                RootSearch.within(
                        x -> signed(frame.with(variable, new Value.Real(x))),
                        root,
                        doubt,
                        interval.low(frame),
                        interval.high(frame)));
    }

    /** Left side minus right side, of real numbers. */
    double signed(Frame frame) {
        return Arithmetic.real(Arithmetic.subtract(frame.value(left), frame.value(right)));
    }

    /** How wrong the difference of the sides may be. */
    double doubt(Frame frame) {
        return frame.estimate(left, Run.TRIALS).error()
                + frame.estimate(right, Run.TRIALS).error();
    }

    /**
     * The difference of the sides, as a function of these variables that encloses itself and so proves what is seen of it.
     *
     * @throws NoEnclosure if it does not
     */
    Enclosing proving(Frame frame, List<Binding.Variable> variables) {
        return minus(frame.proving(left, variables), frame.proving(right, variables));
    }

    /**
     * The same where parts that do not depend on these variables are taken as they are evaluated.
     *
     * @throws NoEnclosure if the rest does not enclose itself
     */
    Enclosing difference(Frame frame, List<Binding.Variable> variables) {
        return minus(frame.enclosing(left, variables), frame.enclosing(right, variables));
    }

    private static Enclosing minus(Enclosing a, Enclosing b) {
        return (box, by, order) -> a.on(box, by, order).minus(b.on(box, by, order));
    }
}
