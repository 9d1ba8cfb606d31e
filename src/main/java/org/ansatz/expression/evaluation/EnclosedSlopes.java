package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/** What derivatives by one variable are known to lie in. */
final class EnclosedSlopes {

    private final Enclosures here;

    EnclosedSlopes(Enclosures here) {
        this.here = here;
    }

    /**
     * A derivative at a point where dual numbers have none, because a part of it is beyond the range of doubles: that of
     * 1/(1 + exp(u)) at u = 1000 is as good as 0, and (∞·0)/∞ is not a number.
     *
     * @param slope as dual numbers give it
     * @param point where it is
     * @return the slope itself if it is finite, or if its enclosure has no ends; otherwise the middle of that
     */
    static Estimate orEnclosed(Value slope, Term body, int slot, Value point, Frame frame) {
        if (!(slope instanceof Value.Real real && !Double.isFinite(real.x()))
                || !body.type().isScalar()) {
            return Estimate.exact(slope);
        }
        try {
            Series at = Enclosed.real(Enclosed.of(point, 0));
            Interval range = new EnclosedSlopes(Enclosures.in(frame, 0))
                    .at(at, body, slot)
                    .range();
            return range.isBounded()
                    ? new Estimate(new Value.Real(range.middle()), range.distance(range.middle()))
                    : Estimate.exact(slope);
        } catch (NoEnclosure e) {
            return Estimate.exact(slope);
        }
    }

    /**
     * The derivative by a name of what stands beside it.
     *
     * @throws NoEnclosure if the term rests on what does not say how it depends on the name, as on what a field block finds
     */
    Series whereItStands(Term body, int slot) {
        if (restsOnMore(body)) {
            throw new NoEnclosure("a derivative of what does not say what it rests on");
        }
        Enclosed set = here.at(slot);
        if (set != null && here.isFixedBut(slot, body)) {
            return at(Enclosed.real(set), body, slot);
        }
        if (set != null) {
            // Where samples are only held against it, it would cost more than they do.
            if (here.isOutline()) {
                throw new NoEnclosure("a derivative of what moves with another variable");
            }
            return ForwardSlope.of(body, slot, here);
        }
        Value value = here.frame().slot(slot);
        if (value == null) {
            throw new NoEnclosure("a name that has no value");
        }
        return at(Enclosed.real(Enclosed.of(value, here.order())), body, slot);
    }

    private static boolean restsOnMore(Term term) {
        return term instanceof Term.Exported
                || term instanceof Term.Candidate
                || term instanceof Term.Computed
                || term instanceof Term.Earlier
                || term instanceof Term.Element
                || term.inside().stream().anyMatch(EnclosedSlopes::restsOnMore);
    }

    /**
     * The derivative by a variable at a point that may move: one coefficient more holds it. At a kink there is no derivative, and
     * beside it one in the first coefficient; where the body may jump none is known.
     */
    Series at(Series point, Term body, int slot) {
        if (!body.type().isScalar()) {
            throw new NoEnclosure("a derivative of a matrix");
        }
        int order = here.order();
        Enclosures still = here.still();
        boolean isAlone = still.isFixedBut(slot, body);
        if (!isAlone && !here.isOutline()) {
            throw new NoEnclosure("a derivative of what moves with another variable"); // only its range is known
        }
        still.put(slot, new Enclosed.Real(Series.variable(point.range(), order + 1)));
        Series value = Enclosed.real(still.enclosure(body));
        if (!value.regularity().isAtLeast(Regularity.CONTINUOUS)) {
            return Series.ranging(Interval.ENTIRE, order, value.regularity().and(Regularity.PARTIAL));
        }
        if (isAlone && value.regularity() == Regularity.SMOOTH) {
            return value.derivative().at(point);
        }
        Regularity defined = value.regularity() == Regularity.SMOOTH ? Regularity.DEFINED : Regularity.PARTIAL;
        return Series.ranging(value.coefficient(1), order, defined.and(point.regularity()));
    }
}
