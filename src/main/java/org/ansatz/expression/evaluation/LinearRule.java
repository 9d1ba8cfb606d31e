package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.term.Term;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.polynomial.HalfPlane;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Where a sequence settles whose rule is linear with constant coefficients, y[n] = a_1 y[n−1] + … + a_m y[n−m] + u: at u over one less the
 * sum of the coefficients, if all roots of the characteristic polynomial lie inside the unit circle, which Routh's array of its map tells
 * (S. Elaydi, An Introduction to Difference Equations, 3rd ed., section 2.5).
 */
final class LinearRule {

    /** How well the slope of a rule is known everywhere, relative to it, if it is one number. */
    private static final double NARROW = 1e-12;

    /** From which index on the rule is looked at: where a linear rule settles does not rest on how it began. */
    private static final double FAR_OUT = 0x1p40;

    private LinearRule() {}

    /**
     * An interval that holds the limit; null if the rule is not linear.
     *
     * @param lags how far back it reaches
     * @throws NoExpansion if the sequence does not settle, or is not seen to
     */
    static @Nullable Interval limit(Term.Recurrence recurrence, int lags, Frame frame) {
        Interval always = new Interval(FAR_OUT, Double.POSITIVE_INFINITY);
        List<Interval> anywhere = Collections.nCopies(lags, Interval.ENTIRE);
        List<Interval> slopes = new ArrayList<>();
        for (int by = 0; by < lags; by++) {
            Series image = EnclosedElements.next(recurrence, anywhere, by, always, frame);
            Interval slope = image.coefficient(1);
            boolean isConstant = image.regularity().isAtLeast(Regularity.CONTINUOUS)
                    && slope.isBounded()
                    && slope.width() <= NARROW * Math.max(slope.magnitude(), Double.MIN_NORMAL);
            if (!isConstant) {
                return null;
            }
            slopes.add(slope);
        }
        requireStable(recurrence, slopes);
        Interval rest = Interval.ONE;
        for (Interval slope : slopes) {
            rest = rest.minus(slope);
        }
        List<Interval> zeros = Collections.nCopies(lags, Interval.ZERO);
        FixedPoint.requireSameRule(recurrence, zeros, always, frame);
        return EnclosedElements.next(recurrence, zeros, 0, always, frame)
                .range()
                .over(rest);
    }

    private static void requireStable(Term.Recurrence recurrence, List<Interval> slopes) {
        List<Coefficient> upward = new ArrayList<>();
        for (int i = slopes.size() - 1; i >= 0; i--) {
            Interval slope = slopes.get(i);
            upward.add(
                    (slope.isPoint() ? Coefficient.of(Rational.exactly(slope.low())) : Coefficient.of(slope)).negate());
        }
        upward.add(Coefficient.ONE);
        Polynomial characteristic = Polynomial.of(upward);
        Polynomial mapped = HalfPlane.ofCircle(characteristic);
        boolean isInside = mapped.degree() == characteristic.degree()
                && HalfPlane.of(mapped).isLeft();
        if (!isInside) {
            throw new NoExpansion(
                    "the recurrence " + recurrence.name()
                            + ", which does not settle: not all roots of its characteristic polynomial lie inside the unit circle");
        }
    }
}
