package org.ansatz.field.information;

import java.util.function.DoubleSupplier;

/** A distribution in which two symbols are equally likely, before and after probability moves from one to the other. */
public final class Perturbation {

    private final double[] before;
    private final double[] after;
    private final double shift;
    private final double entropyBefore;
    private final double entropyAfter;

    private Perturbation(double[] before, double[] after, double shift) {
        this.before = before;
        this.after = after;
        this.shift = shift;
        this.entropyBefore = Entropy.of(before);
        this.entropyAfter = Entropy.of(after);
    }

    /**
     * Moves probability in a given distribution.
     *
     * @param before probabilities that sum to 1; copied
     * @param raised the symbol that gains, from 0
     * @param lowered the symbol that loses, from 0
     * @param shift how much, from 0 to the probability of {@code lowered}
     * @throws IllegalArgumentException if the two symbols are not equally likely, or the shift is out of range
     */
    public static Perturbation of(double[] before, int raised, int lowered, double shift) {
        if (raised == lowered || before[raised] != before[lowered]) {
            throw new IllegalArgumentException("symbols of probability " + before[raised] + " and " + before[lowered]);
        }
        if (!(shift >= 0 && shift <= before[lowered])) {
            throw new IllegalArgumentException("a shift of " + shift + " from a probability of " + before[lowered]);
        }
        double[] after = before.clone();
        after[raised] += shift;
        after[lowered] -= shift;
        return new Perturbation(before.clone(), after, shift);
    }

    /**
     * Draws the distribution uniformly under its condition, and the shift uniformly from a thousandth of the probability
     * that is lowered to all of it: a smaller one would change the entropy by less than its rounding.
     *
     * @param symbols how many, more than {@code raised} and {@code lowered}
     * @param uniform gives numbers from 0 (included) to 1 (excluded)
     */
    public static Perturbation drawn(int symbols, int raised, int lowered, DoubleSupplier uniform) {
        double[] before = RandomDistribution.withEqual(symbols, raised, lowered, uniform);
        return of(before, raised, lowered, (1 - 0.999 * uniform.getAsDouble()) * before[lowered]);
    }

    /** The number of symbols. */
    public int symbols() {
        return before.length;
    }

    /** The probability that is moved. */
    public double shift() {
        return shift;
    }

    /** The probabilities before. */
    public double[] before() {
        return before.clone();
    }

    /** The probabilities after. */
    public double[] after() {
        return after.clone();
    }

    /** The change of the entropy in bits: that after minus that before. */
    public double entropyChange() {
        return entropyAfter - entropyBefore;
    }

    /** A bound on the rounding error of {@link #entropyChange}. */
    public double rounding() {
        return before.length * Math.ulp(Math.max(1, entropyBefore));
    }
}
