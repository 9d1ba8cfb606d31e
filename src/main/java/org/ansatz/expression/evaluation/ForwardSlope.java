package org.ansatz.expression.evaluation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of a term by a variable where others move as well: with each value its slope is carried along, both as functions of
 * what moves. So a divergence in space encloses itself along each coordinate.
 */
final class ForwardSlope {

    private final Enclosures here;

    /** What is differentiated by, and the slopes of the parameters that rest on it. */
    private final Map<Integer, Series> slopes = new HashMap<>();

    /** Whether terms rest on what has slopes, as far as that was asked; anew in the body of each step that is written out. */
    private IdentityHashMap<Term, Boolean> resting = new IdentityHashMap<>();

    private ForwardSlope(Enclosures here) {
        this.here = here;
    }

    /**
     * The derivative of a term by the variable in a slot, where that is.
     *
     * @throws NoEnclosure of what is no sum, product, quotient or function of one number
     */
    static Series of(Term term, int slot, Enclosures here) {
        ForwardSlope forward = new ForwardSlope(here);
        forward.slopes.put(slot, Series.constant(Interval.ONE, here.order()));
        Series slope = forward.slope(term);
        return slope == null ? Series.constant(Interval.ZERO, here.order()) : slope;
    }

    /** The slope of a term, null if it does not rest on what is differentiated by. */
    private @Nullable Series slope(Term term) {
        if (!rests(term)) {
            return null;
        }
        if (!term.type().isScalar()) {
            throw new NoEnclosure("a derivative of a matrix");
        }
        if (term instanceof Term.Named named) {
            return slopes.get(named.slot());
        }
        if (term instanceof Term.Step step) {
            return slope(step.body());
        }
        if (term instanceof Term.Unary unary && unary.op() == Op.SUBTRACT) {
            return opposite(slope(unary.operand()));
        }
        if (term instanceof Term.Binary binary) {
            return ofBinary(binary);
        }
        if (term instanceof Term.Call call && call.arguments().size() == 1) {
            Term inner = call.arguments().get(0);
            return times(outer(inner, u -> call.function().enclosure(List.of(u))), slope(inner));
        }
        if (term instanceof Term.Inlined inlined) {
            return ofInlined(inlined);
        }
        throw new NoEnclosure("a derivative of what moves with another variable");
    }

    private boolean rests(Term term) {
        if (term instanceof Term.Named named) {
            return slopes.containsKey(named.slot());
        }
        Boolean known = resting.get(term);
        if (known == null) {
            known = term.inside().stream().anyMatch(this::rests)
                    || term instanceof Term.Inlined inlined && rests(inlined.body());
            resting.put(term, known);
        }
        return known;
    }

    private @Nullable Series ofBinary(Term.Binary term) {
        Term left = term.left();
        Term right = term.right();
        switch (term.op()) {
            case ADD:
                return plus(slope(left), slope(right));
            case SUBTRACT:
                return plus(slope(left), opposite(slope(right)));
            case MULTIPLY:
                return plus(times(value(right), slope(left)), times(value(left), slope(right)));
            case DIVIDE:
                Series under = value(right);
                Series falling = times(value(left).over(under.square()), slope(right));
                return plus(over(slope(left), under), opposite(falling));
            case POWER:
                if (rests(right)) {
                    throw new NoEnclosure("a derivative by an exponent");
                }
                Enclosed exponent = here.enclosure(right);
                Interval power = Enclosed.real(exponent).range();
                return times(
                        outer(left, u -> {
                            int order = Enclosed.real(u).order();
                            return EnclosedArithmetic.power(u, new Enclosed.Real(Series.constant(power, order)));
                        }),
                        slope(left));
            default:
                throw new NoEnclosure("a derivative of what moves with another variable");
        }
    }

    private @Nullable Series ofInlined(Term.Inlined term) {
        Map<Integer, Series> around = new HashMap<>(slopes);
        Map<Integer, Series> inside = new HashMap<>();
        for (int i = 0; i < term.slots().length; i++) {
            Series slope = slope(term.arguments().get(i));
            if (slope != null) {
                inside.put(term.slots()[i], slope);
            }
        }
        here.enclosure(term); // its parameters have their places from now on
        for (int slot : term.slots()) {
            slopes.remove(slot);
        }
        slopes.putAll(inside);
        IdentityHashMap<Term, Boolean> outside = resting;
        resting = new IdentityHashMap<>();
        Series slope = slope(term.body());
        resting = outside;
        slopes.clear();
        slopes.putAll(around);
        return slope;
    }

    /** A function of one number. */
    private interface OfOne {
        Enclosed on(Enclosed u);
    }

    /** The derivative of a function by its argument: one coefficient more holds it. */
    private Series outer(Term argument, OfOne function) {
        Series at = value(argument);
        Series by = Series.variable(at.range(), here.order() + 1).atMost(at.regularity());
        Series on = Enclosed.real(function.on(new Enclosed.Real(by)));
        if (!on.regularity().isAtLeast(Regularity.CONTINUOUS)) {
            return Series.ranging(Interval.ENTIRE, here.order(), on.regularity().and(Regularity.PARTIAL));
        }
        return on.regularity() == Regularity.SMOOTH
                ? on.derivative().at(at)
                : Series.ranging(on.coefficient(1), here.order(), Regularity.PARTIAL);
    }

    private Series value(Term term) {
        return Enclosed.real(here.enclosure(term));
    }

    private static @Nullable Series opposite(@Nullable Series a) {
        return a == null ? null : a.negate();
    }

    private static @Nullable Series plus(@Nullable Series a, @Nullable Series b) {
        return a == null ? b : b == null ? a : a.plus(b);
    }

    private static @Nullable Series over(@Nullable Series a, Series b) {
        return a == null ? null : a.over(b);
    }

    private static @Nullable Series times(Series a, @Nullable Series b) {
        return b == null ? null : a.times(b);
    }
}
