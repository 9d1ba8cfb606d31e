package org.ansatz.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * The model of memory behind FSRS-6: stability, difficulty and retrievability, from the weights w₀ to w₂₀. Source:
 * <a href="https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm">The Algorithm</a>, section FSRS-6; what
 * it leaves open (whole days, clamping, the floor of same-day reviews) is as in py-fsrs.
 */
final class Weights {

    /** How many there are. */
    static final int COUNT = 21;

    /** No stability is below this, in days. */
    static final double LEAST_STABILITY = 0.001;

    private static final double LEAST_DIFFICULTY = 1;
    private static final double MAX_DIFFICULTY = 10;
    /** The chance to know a question after as many days as its stability. */
    private static final double AT_STABILITY = 0.9;

    private final double[] w;
    private final double decay;
    private final double factor;

    /** From w₀ to w₂₀. */
    Weights(double... w) {
        if (w.length != COUNT) {
            throw new IllegalArgumentException("FSRS-6 has " + COUNT + " weights, not " + w.length);
        }
        this.w = w.clone();
        decay = -w[20];
        factor = Math.pow(AT_STABILITY, 1 / decay) - 1;
    }

    double[] values() {
        return w.clone();
    }

    /** The chance to know a question of this stability after {@code days}, from 0 to 1. */
    double retrievability(long days, double stability) {
        return Math.pow(1 + factor * days / stability, decay);
    }

    /** After how many days the chance to know a question of this stability has fallen to {@code retention}. */
    double interval(double stability, double retention) {
        return stability / factor * (Math.pow(retention, 1 / decay) - 1);
    }

    double firstStability(Rating rating) {
        return Math.max(w[rating.number() - 1], LEAST_STABILITY);
    }

    double firstDifficulty(Rating rating) {
        return clamp(unboundedDifficulty(rating));
    }

    private double unboundedDifficulty(Rating rating) {
        return w[4] - Math.exp(w[5] * (rating.number() - 1)) + 1;
    }

    /** The difficulty after one more review: it drifts towards that of an easy question. */
    double difficulty(double before, Rating rating) {
        double change = -w[6] * (rating.number() - 3);
        double damped = before + (MAX_DIFFICULTY - before) / 9 * change;
        return clamp(w[7] * unboundedDifficulty(Rating.EASY) + (1 - w[7]) * damped);
    }

    /** The stability after a review {@code days} after the last, from the difficulty before it. */
    double stability(Memory before, long days, Rating rating) {
        if (days < 1) {
            return sameDay(before.stability(), rating);
        }
        double chance = retrievability(days, before.stability());
        double after = rating == Rating.AGAIN ? lapse(before, chance) : recall(before, chance, rating);
        return Math.max(after, LEAST_STABILITY);
    }

    private double sameDay(double before, Rating rating) {
        double growth = Math.exp(w[17] * (rating.number() - 3 + w[18])) * Math.pow(before, -w[19]);
        double least = rating.number() >= Rating.GOOD.number() ? 1 : 0;
        return Math.max(before * Math.max(growth, least), LEAST_STABILITY);
    }

    private double recall(Memory before, double chance, Rating rating) {
        double hard = rating == Rating.HARD ? w[15] : 1;
        double easy = rating == Rating.EASY ? w[16] : 1;
        double growth = Math.exp(w[8])
                * (11 - before.difficulty())
                * Math.pow(before.stability(), -w[9])
                * Math.expm1((1 - chance) * w[10]);
        return before.stability() * (1 + growth * hard * easy);
    }

    private double lapse(Memory before, double chance) {
        double longTerm = w[11]
                * Math.pow(before.difficulty(), -w[12])
                * (Math.pow(before.stability() + 1, w[13]) - 1)
                * Math.exp((1 - chance) * w[14]);
        return Math.min(longTerm, before.stability() / Math.exp(w[17] * w[18]));
    }

    /** Whole days of 24 hours from one review to the next; none if a clock was set back. */
    static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private static double clamp(double difficulty) {
        return Math.min(Math.max(difficulty, LEAST_DIFFICULTY), MAX_DIFFICULTY);
    }
}
