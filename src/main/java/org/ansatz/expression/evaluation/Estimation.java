package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;

/**
 * How wrong the value of a term may be: what its enclosure proves where that is narrow, else the spread under simulated errors (the
 * CESTAC method: J. Vignes, Math. Comput. Simulation 35, 1993, 233–261).
 */
final class Estimation {

    /** The error of a value is so many times what a few simulations of it show. */
    private static final double SAFETY = 2;

    /** A proved error that is so many times what simulations show says more of the proof than of the error. */
    private static final double PROVED_FOR_SHOWN = 64;

    /** A proved error that is no more than this part of the value is all there is to know. */
    private static final double NARROW = 0x1p-40;

    /** Steps of a value whose error is proved besides, at most. */
    private static final long MAX_PROVED = 10_000;

    /** A step function of a rounded number moves seldom, and then by a whole step. */
    private static final int TRIALS_OF_STEPS = 16;

    /** Roundings that return in each step cancel in one simulation and add up in another. */
    private static final int TRIALS_OF_RECURRENCES = 12;

    private Estimation() {}

    /** The value with its error, as {@link Frame#estimate} says. */
    static Estimate of(Term term, int trials, Frame frame) {
        Frame.Found found = frame.found(term);
        Value value = found.value();
        boolean exact = isExact(value) && !found.isRounded();
        if (exact || value instanceof Value.Truth) {
            return Estimate.exact(value);
        }
        // An interval may be unbounded.
        double size = term.type().isCollection() ? Arrays.sizeOfFinite(value) : Arrays.size(value);
        if (Double.isInfinite(size)) {
            throw term.fault("is infinite, or larger than 1.8e308");
        }
        double rounding = Math.ulp(size);
        double least = Double.isFinite(rounding) ? rounding : 0;
        double proved = found.steps() <= MAX_PROVED ? proved(term, value, frame) : Double.POSITIVE_INFINITY;
        if (proved <= NARROW * size) {
            return new Estimate(value, Math.max(proved, least)); // there is nothing left to be shown
        }
        if (value instanceof Value.Exact) {
            double moved = spread(term, value, TRIALS_OF_STEPS, frame); // a step function of what was rounded
            return new Estimate(value, moved == 0 ? 0 : Math.nextUp(moved)); // a distance that is rounded itself
        }
        // In few simulations roundings can cancel that do not cancel in truth.
        boolean recurs = Inside.any(term, part -> part instanceof Term.Element);
        int simulations = recurs ? Math.max(trials, TRIALS_OF_RECURRENCES) : trials;
        double shown = Math.max(SAFETY * spread(term, value, simulations, frame), least);
        return new Estimate(value, proved <= PROVED_FOR_SHOWN * shown ? Math.max(shown, proved) : shown);
    }

    /** Whether a number is exact, or all of a matrix. */
    static boolean isExact(Value value) {
        return value instanceof Value.Array array
                ? array.entries().stream().allMatch(Estimation::isExact)
                : value instanceof Value.Exact;
    }

    private static double spread(Term term, Value value, int trials, Frame frame) {
        double spread = 0;
        for (int trial = 1; trial <= trials; trial++) {
            spread = Math.max(
                    spread, Arrays.distance(value, frame.jittered(trial).value(term)));
        }
        return spread;
    }

    /** The error of a real value that its enclosure proves; infinite if it proves none. */
    private static double proved(Term term, Value value, Frame frame) {
        if (!frame.isPlain() || frame.isDoubtful() || !(value instanceof Value.Real real)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            Interval range = Enclosed.real(Enclosures.of(term, frame)).range();
            return range.isBounded() ? range.distance(real.x()) : Double.POSITIVE_INFINITY;
        } catch (NoEnclosure | NoValue e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
