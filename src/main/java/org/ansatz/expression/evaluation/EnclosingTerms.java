package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Terms as functions of variables that enclose themselves, each evaluated by {@link Enclosures} wherever its variables are. */
final class EnclosingTerms {

    /** What differs by no more, relative to it, differs by roundings. */
    private static final double ROUNDING = 0x1p-46;

    /** On how many sets a complex term is kept: as many as the panels of a smooth integral, and no endless memory. */
    private static final int MAX_KEPT = 1000;

    private EnclosingTerms() {}

    /** A real term as a function of variables that have no values in the frame. */
    static Enclosing of(Term term, List<Generator> variables, Frame frame) {
        Whole whole = whole(term, variables, frame);
        return (box, by, order) -> Enclosed.real(whole.on(box, by, order));
    }

    /** A real term as a function of such variables, in outline. */
    static Enclosing outline(Term term, List<Generator> variables, Frame frame) {
        Fixed fixed = new Fixed();
        return (box, by, order) -> Enclosed.real(
                Enclosures.in(box, by, order, variables, frame, fixed).outline().enclosure(term));
    }

    /**
     * The innermost body of binders one inside the other, times the widths of their intervals.
     *
     * @param nest the outermost first
     * @param box where each variable is, its interval being measured from 0 to 1
     * @param fixed what is taken as it is evaluated; null if nothing is
     */
    static Series onCube(List<Term.Bound> nest, Interval[] box, int by, int order, Frame frame, @Nullable Fixed fixed) {
        List<Generator> variables = new ArrayList<>();
        nest.forEach(binder -> variables.addAll(binder.generators()));
        Enclosures inside = new Enclosures(frame, order, frame.places(), variables, fixed);
        Series volume = Series.constant(Interval.ONE, order);
        for (int i = 0; i < box.length; i++) {
            Series part = i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
            volume = volume.times(inside.place(variables.get(i), part));
        }
        Series body = Enclosed.real(inside.enclosure(nest.get(nest.size() - 1).body()));
        return body.times(volume);
    }

    /**
     * The real and the imaginary part of a term as functions of variables that have no values in the frame. Where both are asked
     * about one set, as where both are integrated, the term is enclosed once.
     */
    static List<Enclosing> parts(Term term, List<Generator> variables, Frame frame) {
        Whole whole = new Kept(whole(term, variables, frame), new HashMap<>());
        return List.of(
                (box, by, order) -> EnclosedArithmetic.re(whole.on(box, by, order)),
                (box, by, order) -> EnclosedArithmetic.im(whole.on(box, by, order)));
    }

    /** A term of any type as a function of real variables. */
    private interface Whole {
        Enclosed on(Interval[] box, int by, int order);
    }

    private static Whole whole(Term term, List<Generator> variables, Frame frame) {
        Fixed fixed = new Fixed();
        return (box, by, order) ->
                Enclosures.in(box, by, order, variables, frame, fixed).enclosure(term);
    }

    /** What keeps the first of what was asked. */
    private record Kept(Whole whole, Map<List<Object>, Enclosed> known) implements Whole {

        @Override
        public Enclosed on(Interval[] box, int by, int order) {
            List<Object> asked = List.of(List.of(box), by, order);
            Enclosed found = known.get(asked);
            if (found == null) {
                found = whole.on(box, by, order);
                if (known.size() < MAX_KEPT) {
                    known.put(asked, found);
                }
            }
            return found;
        }
    }

    /**
     * What is known of a term of any type as a function of the first of these variables, on a set.
     *
     * @throws NoEnclosure if it, or a part of it, does not say how it is enclosed
     */
    static Regularity regularity(Term term, Interval set, List<Generator> variables, Frame frame) {
        Interval[] box = {set};
        return EnclosedArithmetic.regularity(
                Enclosures.in(box, 0, 1, variables, frame, new Fixed()).enclosure(term));
    }

    /**
     * How far what is differentiated in a term may jump as one of these variables goes through a set.
     *
     * @param set in its interval
     * @param part where the others are in theirs, from 0 to 1
     */
    static double jump(Term term, int of, Interval set, double part, List<Generator> variables, Frame frame) {
        Enclosures inside = new Enclosures(frame, 0, frame.places(), variables, new Fixed());
        for (int i = 0; i < variables.size(); i++) {
            if (i == of) {
                inside.put(variables.get(i), set);
            } else {
                inside.place(variables.get(i), Series.constant(Interval.of(part), 0));
            }
        }
        double[] height = {0};
        try {
            inside.showDifferentiated(term, part, body -> height[0] = Math.max(height[0], jump(body)));
        } catch (NoEnclosure | NoValue e) {
            return height[0]; // of the rest nothing is known
        }
        return height[0];
    }

    /** The interval of one of these variables where those before it are at the same part of theirs. */
    static Interval domain(int of, double part, List<Generator> variables, Frame frame) {
        Enclosures inside = new Enclosures(frame, 0, frame.places(), variables, new Fixed());
        for (Generator before : variables.subList(0, of)) {
            inside.place(before, Series.constant(Interval.of(part), 0));
        }
        return inside.domain(variables.get(of));
    }

    private static double jump(Enclosed body) {
        if (body instanceof Enclosed.Array array) {
            return array.entries().stream()
                    .mapToDouble(EnclosingTerms::jump)
                    .max()
                    .orElse(0);
        }
        return Math.max(jump(EnclosedArithmetic.re(body)), jump(EnclosedArithmetic.im(body)));
    }

    /** What may have no bound, as at a pole, is no jump: then it is integrated, or diverges. */
    private static double jump(Series body) {
        Regularity regularity = body.regularity();
        boolean mayJump = regularity != Regularity.NOWHERE && !regularity.isAtLeast(Regularity.CONTINUOUS);
        Interval range = body.range();
        boolean isHigh = range.isBounded() && range.width() > ROUNDING * range.magnitude();
        return mayJump && isHigh ? range.width() : 0;
    }

    /** The same of a term all of which says how it is enclosed: nothing is taken as it is evaluated, so what follows is proved. */
    static Enclosing proving(Term term, List<Generator> variables, Frame frame) {
        return (box, by, order) -> Enclosed.real(
                Enclosures.in(box, by, order, variables, frame, null).enclosure(term));
    }

    /** A condition on variables that have no values in the frame. */
    static Enclosed.Truth condition(Term term, Interval[] box, List<Generator> variables, Frame frame) {
        return (Enclosed.Truth)
                Enclosures.in(box, 0, 0, variables, frame, new Fixed()).enclosure(term);
    }

    /** The same of a condition all of which says how it is enclosed. */
    static Enclosed.Truth provingCondition(Term term, Interval[] box, List<Generator> variables, Frame frame) {
        return (Enclosed.Truth) Enclosures.in(box, 0, 0, variables, frame, null).enclosure(term);
    }
}
