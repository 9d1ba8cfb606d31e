package org.ansatz.field.ode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.proof.Breaks;
import org.jspecify.annotations.Nullable;

/**
 * Differential equations along a solution: enclosures over the states that it goes through say where it passes a jump, a kink or a
 * pulse, however narrow, which a step may go across without having looked inside.
 */
final class StateTerms implements Passages {

    /** The most parts of the time that are looked at for one place. */
    private static final int MAX_PARTS = 4000;

    /** A part that is no wider, relative to the whole, is a place. */
    private static final double NARROW = 0x1p-46;

    private final List<Enclosing> equations = new ArrayList<>();
    private final int unknowns;

    /**
     * The equations.
     *
     * @param residuals left side minus right side of each
     * @param inputs the time and the lower derivatives, in the order of the state
     * @param highest the highest derivatives, in which they are linear
     */
    StateTerms(List<Term> residuals, List<Binding.Variable> inputs, List<Binding.Variable> highest, Frame frame) {
        List<Binding.Variable> variables = new ArrayList<>(inputs);
        variables.addAll(highest);
        unknowns = highest.size();
        for (Term residual : residuals) {
            addEnclosed(residual, variables, frame);
        }
    }

    /** Adds an equation, if it encloses itself. */
    private void addEnclosed(Term residual, List<Binding.Variable> variables, Frame frame) {
        Interval[] box = new Interval[variables.size()];
        Arrays.fill(box, Interval.of(0.5));
        try {
            Enclosing equation = frame.enclosing(residual, variables);
            equation.on(box, 0, 1);
            equations.add(equation);
        } catch (NoEnclosure e) {
            // Then its bands are seen at the steps alone.
        }
    }

    @Override
    public @Nullable Place next(Trajectory solution, double[] steps, double after) {
        boolean down = solution.end() < solution.start();
        Interval times =
                new Interval(Math.min(solution.start(), solution.end()), Math.max(solution.start(), solution.end()));
        Interval left = down ? new Interval(times.low(), after) : new Interval(after, times.high());
        if (equations.isEmpty() || left.isPoint()) {
            return null;
        }
        Walked walked = new Walked(solution, times);
        Place jump = jump(walked, left, down);
        double end = jump == null ? solution.end() : jump.low();
        Unseen unseen = new Unseen(equations, unknowns, walked);
        Place pulse = first(unseen.first(solution.steps(), after, end), unseen.first(steps, after, end), down);
        return pulse == null ? jump : pulse; // which was looked for before the jump alone
    }

    private static @Nullable Place first(@Nullable Place one, @Nullable Place other, boolean down) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return (down ? one.high() >= other.high() : one.low() <= other.low()) ? one : other;
    }

    /** The first jump or kink in a part of the time. */
    private @Nullable Place jump(Walked walked, Interval left, boolean down) {
        Interval times = walked.times();
        Deque<Interval> open = new ArrayDeque<>();
        open.push(left);
        for (int parts = 0; !open.isEmpty() && parts < MAX_PARTS; parts++) {
            Interval part = open.pop();
            if (regularity(walked.box(part)) == Regularity.SMOOTH) {
                continue;
            }
            if (part.width() <= NARROW * times.width() || Breaks.isPoint(part, times)) {
                return new Place(List.of(part.low(), part.high()), /* isPulse= */ false);
            }
            double middle =
                    part.middle(); // a kink just there shows in the boxes of both halves, which are wider than these
            open.push(down ? new Interval(part.low(), middle) : new Interval(middle, part.high()));
            open.push(down ? new Interval(middle, part.high()) : new Interval(part.low(), middle));
        }
        return null;
    }

    private Regularity regularity(Interval[] states) {
        Interval[] box = Arrays.copyOf(states, states.length + unknowns);
        Arrays.fill(box, states.length, box.length, Interval.ZERO);
        Regularity least = Regularity.SMOOTH;
        for (Enclosing equation : equations) {
            least = least.and(equation.on(box, 0, 1).regularity());
        }
        return least;
    }
}
