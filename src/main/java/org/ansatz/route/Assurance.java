package org.ansatz.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.RationalIdentity;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Sureness;
import org.ansatz.quantity.NoValue;

/** How sure it is what a route found: whether it was computed exactly, or an enclosure proves it. */
final class Assurance {

    /** The most boxes that a claim is looked at on. */
    private static final int MAX_BOXES = 2000;

    private Assurance() {}

    /**
     * How sure a value is.
     *
     * @throws NoValue if it lies outside the interval in which it is for certain
     */
    static Sureness of(Term term, Estimate found, Frame frame) {
        if (found.error() == 0 && frame.isExact(term)) {
            return Sureness.EXACT;
        }
        if (isDrawn(term)) {
            return Sureness.SAMPLED;
        }
        Enclosed enclosure;
        try {
            enclosure = frame.enclosure(term);
        } catch (NoEnclosure | NoValue e) {
            return frame.searchesBlindly(term)
                    ? Sureness.sampled("a search solves a field block at some values only")
                    : notEnclosed(e);
        }
        double size = Arrays.size(found.value());
        double distance = enclosure.distance(found.value());
        if (distance > Certainty.NARROW * size + 4 * found.error()) {
            throw new NoValue("what was computed contradicts what is proved; please report it");
        }
        boolean isNarrow = term.type().isCollection()
                ? areNarrow((Enclosed.Array) enclosure, (Value.Array) found.value())
                : enclosure.width() <= Certainty.NARROW * size;
        return isNarrow
                ? Sureness.PROVED
                : Sureness.estimated("the interval that holds it for certain is wider than a millionth of it");
    }

    /** Whether each number of a set, or each end of an interval, is known to a millionth of its own. */
    private static boolean areNarrow(Enclosed.Array enclosure, Value.Array found) {
        boolean areNarrow = enclosure.entries().size() == found.entries().size();
        for (int i = 0; areNarrow && i < found.entries().size(); i++) {
            double size = Arrays.size(found.entries().get(i));
            areNarrow = enclosure.entries().get(i).width() <= Certainty.NARROW * size;
        }
        return areNarrow;
    }

    private static Sureness notEnclosed(RuntimeException why) {
        return Sureness.estimated(
                why instanceof NoEnclosure
                        ? why.getMessage() + " is not enclosed"
                        : "its enclosure has no value, " + why.getMessage());
    }

    /** Whether outcomes are drawn at random for it. */
    private static boolean isDrawn(Term term) {
        return Inside.any(
                term,
                part -> part instanceof Term.Bound bound
                        && bound.rule().engine(bound.domains()).equals(Engine.SAMPLING));
    }

    /** How sure it is that a claim holds, or that it does not, with the names as they are in a frame. */
    static Sureness of(Term claim, boolean holds, Frame frame) {
        if (frame.isExact(claim)) {
            return Sureness.EXACT;
        }
        try {
            Enclosed.Truth truth = (Enclosed.Truth) frame.enclosure(claim);
            boolean other = holds ? truth.canFail() : truth.canHold();
            return other || !truth.regularity().isAtLeast(Regularity.DEFINED)
                    ? Sureness.estimated("what it compares is not enclosed narrowly enough")
                    : Sureness.PROVED;
        } catch (NoEnclosure | NoValue e) {
            return notEnclosed(e);
        }
    }

    /** Whether a claim holds for certain for all values of the arbitrary symbols that meet the conditions. */
    static boolean isProved(Term claim, Question question, Frame frame) {
        List<Binding.Variable> variables = new ArrayList<>();
        List<Interval> sides = new ArrayList<>();
        List<Term> conditions = new ArrayList<>();
        for (Expression condition : question.conditions()) {
            conditions.add(condition.term());
        }
        try {
            for (Ranged symbol : question.arbitrary()) {
                if (!(symbol.domain() instanceof RealInterval interval)) {
                    return false;
                }
                variables.add(symbol.variable());
                sides.add(interval.provedEnclosure(frame));
            }
            boolean isIdentity = isIdentity(claim, variables, frame);
            return holdsEverywhere(claim, isIdentity, conditions, variables, sides.toArray(new Interval[0]), frame);
        } catch (NoEnclosure | NoValue e) {
            return false;
        }
    }

    /** Whether a claim is made of equations only, between quotients of polynomials that are the same. */
    private static boolean isIdentity(Term claim, List<Binding.Variable> variables, Frame frame) {
        if (claim instanceof Term.Logic both && both.op() == Op.AND) {
            return isIdentity(both.left(), variables, frame) && isIdentity(both.right(), variables, frame);
        }
        if (!(claim instanceof Term.Comparison comparison)
                || comparison.ops().stream().anyMatch(op -> op != Op.EQUAL)) {
            return false;
        }
        List<Term> sides = comparison.operands();
        for (int i = 1; i < sides.size(); i++) {
            if (!new RationalIdentity(sides.get(i - 1), sides.get(i), variables, frame).isProved()) {
                return false;
            }
        }
        return true;
    }

    /** On all of the domain that the conditions leave; of an identity only that it has values is to be shown. */
    private static boolean holdsEverywhere(
            Term claim,
            boolean isIdentity,
            List<Term> conditions,
            List<Binding.Variable> variables,
            Interval[] domain,
            Frame frame) {
        Deque<Interval[]> open = new ArrayDeque<>();
        open.push(domain);
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            Interval[] box = open.pop();
            if (isOutside(conditions, variables, box, frame)) {
                continue;
            }
            Enclosed.Truth truth = frame.provingTruth(claim, variables, box);
            if (!truth.canHold() || boxes > MAX_BOXES) {
                return false;
            }
            if (truth.canFail() && !isIdentity || !truth.regularity().isAtLeast(Regularity.DEFINED)) {
                int widest = widest(box, domain);
                if (widest < 0) {
                    return false;
                }
                double middle = box[widest].middle();
                Interval[] upper = box.clone();
                upper[widest] = new Interval(middle, box[widest].high());
                box[widest] = new Interval(box[widest].low(), middle);
                open.push(upper);
                open.push(box);
            }
        }
        return true;
    }

    private static boolean isOutside(
            List<Term> conditions, List<Binding.Variable> variables, Interval[] box, Frame frame) {
        for (Term condition : conditions) {
            if (!frame.provingTruth(condition, variables, box).canHold()) {
                return true;
            }
        }
        return false;
    }

    /** The side that is widest for its domain, or −1 if none can be divided. */
    private static int widest(Interval[] box, Interval[] domain) {
        int widest = -1;
        double most = 0;
        for (int i = 0; i < box.length; i++) {
            double middle = box[i].middle();
            double part = box[i].width() / domain[i].width();
            if (part > most && middle > box[i].low() && middle < box[i].high()) {
                most = part;
                widest = i;
            }
        }
        return widest;
    }
}
