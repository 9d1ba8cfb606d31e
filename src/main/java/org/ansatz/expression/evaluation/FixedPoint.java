package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a sequence settles of which each element follows from those before it, by one rule for all of them. It is proved: of a linear
 * rule by {@link LinearRule}; of any other that follows from the one before by an interval that holds an element and is mapped by the
 * rule into itself, where its slope is below 1 in magnitude (Banach's theorem).
 */
final class FixedPoint {

    /** The element that is taken for near the limit; earlier ones are tried whether all after them is known. */
    private static final int LAST_TRIED = 4096;

    /** How much farther than the element the interval reaches. */
    private static final double WIDER = 1.01;

    /** A slope above it is not told from 1. */
    private static final double STEEPEST = 0.999;

    /** How often the interval is mapped to make it narrow. */
    private static final int MAX_NARROWINGS = 20_000;

    /** How much wider than for one index what the rule makes may be for all, where it is the same for all. */
    private static final double SAME = 4;

    private final Term.Recurrence recurrence;
    private final Frame frame;

    private FixedPoint(Term.Recurrence recurrence, int lags, Frame frame) {
        if (lags > 1) {
            throw new NoExpansion("the recurrence " + recurrence.name()
                    + ", which is not linear and follows from more than the element before");
        }
        this.recurrence = recurrence;
        this.frame = frame;
    }

    /**
     * An interval that holds the limit.
     *
     * @throws NoExpansion if the sequence is not seen to settle
     */
    static Interval of(Term.Recurrence recurrence, Frame frame) {
        int lags = Lags.most(recurrence);
        if (lags < 1 || !recurrence.type().isScalar()) {
            throw new NoExpansion("the recurrence " + recurrence.name()
                    + ", whose elements do not all follow from those as far before them");
        }
        try {
            Interval limit = LinearRule.limit(recurrence, lags, frame);
            return limit == null ? new FixedPoint(recurrence, lags, frame).found() : limit;
        } catch (NoExpansion e) {
            throw e;
        } catch (NoEnclosure e) {
            throw new NoExpansion(
                    "the recurrence " + recurrence.name() + ", through which is not seen for " + e.getMessage());
        } catch (NoValue e) {
            throw new NoExpansion("the recurrence " + recurrence.name() + " (" + e.reason() + ")");
        }
    }

    private Interval found() {
        double near = Arithmetic.real(frame.value(element(LAST_TRIED)));
        for (int at = 1; at <= LAST_TRIED; at *= 2) {
            Interval element = Enclosed.real(Enclosures.of(element(at), frame)).range();
            double away = WIDER * Math.max(element.distance(near), Math.ulp(near));
            boolean isBehindStarts = (long) recurrence.first() + at >= recurrence.last();
            Interval limit = isBehindStarts && away < Double.POSITIVE_INFINITY
                    ? limitIn(new Interval(near - away, near + away), (long) recurrence.first() + at)
                    : null;
            if (limit != null) {
                return limit;
            }
        }
        throw new NoExpansion("the recurrence " + recurrence.name() + ", which is not seen to settle");
    }

    /** The element that is so many after the first. */
    private Term element(int after) {
        Value index = Value.Exact.of((long) recurrence.first() + after);
        Span span = recurrence.terms().get(0).span();
        return new Term.Element(span, recurrence, new Term.Constant(span, Type.INTEGER, index, false));
    }

    /** The limit, if this interval is mapped into itself by a contraction from an index on; else null. */
    private @Nullable Interval limitIn(Interval around, long index) {
        Interval always = new Interval(index, Double.POSITIVE_INFINITY);
        Series image = next(around, always);
        boolean contracts = image.regularity().isAtLeast(Regularity.CONTINUOUS)
                && image.coefficient(1).magnitude() <= STEEPEST
                && around.contains(range(image, around, always));
        if (!contracts) {
            return null;
        }
        Interval limit = around;
        for (int i = 0; i < MAX_NARROWINGS; i++) {
            Interval next = range(next(limit, always), limit, always);
            if (!(next.width() < limit.width())) {
                break;
            }
            limit = next.and(limit);
        }
        requireSameRule(recurrence, List.of(Interval.of(limit.middle())), always, frame);
        return limit;
    }

    /** What a rule makes of an interval: as it is enclosed, and by its slope from the middle, of which each may be wider. */
    private Interval range(Series image, Interval around, Interval always) {
        Interval middle = Interval.of(around.middle());
        Interval bySlope =
                next(middle, always).range().plus(image.coefficient(1).times(around.minus(middle)));
        return image.range().and(bySlope);
    }

    private Series next(Interval before, Interval index) {
        return EnclosedElements.next(recurrence, List.of(before), 0, index, frame);
    }

    /** Refuses a rule that is another one for each index: where it goes, is not seen. */
    static void requireSameRule(Term.Recurrence recurrence, List<Interval> before, Interval always, Frame frame) {
        Interval first = Interval.of(always.low());
        double forOne = EnclosedElements.next(recurrence, before, 0, first, frame)
                .range()
                .width();
        double forAll = EnclosedElements.next(recurrence, before, 0, always, frame)
                .range()
                .width();
        if (forAll > SAME * forOne + Double.MIN_NORMAL) {
            throw new NoExpansion("the recurrence " + recurrence.name() + ", whose rule changes with its index");
        }
    }
}
