package org.ansatz.field.ode;

import java.util.List;

/**
 * What is known of a right-hand side as a function of t alone: where it jumps, so that no step goes across, and how long a step
 * may be where it changes fast, so that none goes over a pulse.
 */
public interface Legs {

    /** Nothing is known: one leg. */
    Legs ONE = (start, end) -> List.of(Leg.of(start, end));

    /**
     * A stretch on which the right-hand side is smooth in t.
     *
     * @param from where it begins
     * @param to where it ends; below {@code from} if it is followed backwards
     * @param longestStep the longest step, positive
     * @param first the first time at which the right-hand side is that of this leg and not of its neighbour; −∞ if it does not jump there
     * @param last the last such time; ∞ if it does not jump there
     */
    record Leg(double from, double to, double longestStep, double first, double last) {

        /** A leg without a jump at either end. */
        static Leg of(double from, double to) {
            return new Leg(from, to, Math.abs(to - from), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        /** The time nearest to {@code t} at which the right-hand side is that of this leg. */
        double inside(double t) {
            return Math.max(first, Math.min(last, t));
        }
    }

    /**
     * The same, with every jump at the other end of the narrow set in which it is known to lie; so that the difference of two
     * solutions shows what that may cost.
     */
    default Legs otherwise() {
        return this;
    }

    /** The legs from {@code start} to {@code end}, in the order in which they are followed; at least one. */
    List<Leg> between(double start, double end);
}
