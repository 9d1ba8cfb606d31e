package org.ansatz.gradient.embedding;

/** How frequent words are thinned out before training; two rules that are not the same. */
public enum Subsampling {
    /** Kept with probability √(t/f), at most 1 (Mikolov et al., NIPS 2013, eq. 5): all up to f = t. */
    PAPER {
        @Override
        double unclipped(double ratio) {
            return Math.sqrt(ratio);
        }
    },
    /** Kept with probability (√(f/t) + 1)·t/f, at most 1, as in the code of word2vec.c: all up to f = 2.618 t. */
    WORD2VEC_C {
        @Override
        double unclipped(double ratio) {
            return Math.sqrt(ratio) + ratio;
        }
    };

    /** The rule before it is bounded by 1. */
    abstract double unclipped(double ratio);

    /**
     * The probability that an occurrence is kept.
     *
     * @param frequency f, the word's share of all tokens, above 0 and at most 1
     * @param threshold t, positive
     * @throws IllegalArgumentException if they are not so
     */
    public double keep(double frequency, double threshold) {
        return Math.min(1, bound(frequency, threshold));
    }

    /** The probability that an occurrence is discarded, 1 less that of {@link #keep}. */
    public double discard(double frequency, double threshold) {
        return Math.max(0, 1 - bound(frequency, threshold));
    }

    /**
     * What the probability of being kept would be if it could exceed 1.
     *
     * @throws IllegalArgumentException as {@link #keep}
     */
    public double bound(double frequency, double threshold) {
        if (!(frequency > 0 && frequency <= 1)) {
            throw new IllegalArgumentException("a frequency must be above 0 and at most 1, but is " + frequency);
        }
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException("the threshold must be finite and positive, but is " + threshold);
        }
        return unclipped(threshold / frequency);
    }
}
