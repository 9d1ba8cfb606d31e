package org.ansatz.gradient.embedding;

/** The distribution from which noise words are drawn: P_n(w) in proportion to a power of the word's count; a word that does not occur is not drawn. */
public final class NoiseDistribution {

    /** The exponent of Mikolov et al., NIPS 2013, section 2.2. */
    public static final double WORD2VEC_POWER = 0.75;

    private static final double TOTAL_TO = 1e-9;

    private NoiseDistribution() {}

    /**
     * The probabilities count^power/Σ count^power.
     *
     * @param power not negative: 0 for the uniform, 1 for the unigram distribution
     * @param counts how often each word occurs, at least 0
     * @throws IllegalArgumentException if they are not so, or no word occurs
     */
    public static double[] of(double power, long... counts) {
        if (!(power >= 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("the power must be finite and not negative, but is " + power);
        }
        double[] p = new double[counts.length];
        double total = 0;
        for (int w = 0; w < p.length; w++) {
            if (counts[w] < 0) {
                throw new IllegalArgumentException("word " + w + " occurs " + counts[w] + " times");
            }
            p[w] = counts[w] == 0 ? 0 : Math.pow((double) counts[w], power);
            total += p[w];
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no word of " + counts.length + " occurs");
        }
        for (int w = 0; w < p.length; w++) {
            p[w] /= total;
        }
        return p;
    }

    /** Checks a distribution over a vocabulary. */
    static void require(double[] p, int vocabulary) {
        if (p.length != vocabulary) {
            throw new IllegalArgumentException("noise probabilities of " + p.length + " words for " + vocabulary);
        }
        double total = 0;
        for (double x : p) {
            if (!(x >= 0)) {
                throw new IllegalArgumentException("a noise probability of " + x);
            }
            total += x;
        }
        if (!(Math.abs(total - 1) <= TOTAL_TO)) {
            throw new IllegalArgumentException("noise probabilities that sum to " + total);
        }
    }
}
