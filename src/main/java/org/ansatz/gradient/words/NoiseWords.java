package org.ansatz.gradient.words;

import java.util.Arrays;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.NoiseDistribution;

/** The noise words of each example, drawn one by one from a distribution over the vocabulary; a target may be among them. */
final class NoiseWords {

    private final double[] distribution;

    /** In proportion to a power of the counts; the probability of a word stands at its number in the corpus. */
    NoiseWords(Corpus corpus, double power) {
        this.distribution = NoiseDistribution.of(power, corpus.counts());
    }

    /** The distribution over the vocabulary. */
    double[] distribution() {
        return distribution.clone();
    }

    /** How often each word is expected among the noise words of an example. */
    double[] expected() {
        return Arrays.stream(distribution).map(p -> Sizes.NOISE * p).toArray();
    }

    /** Noise words for so many examples. */
    int[][] draw(int examples, NumpyRandom random) {
        int[] drawn = random.choice(distribution, examples * Sizes.NOISE);
        int[][] noise = new int[examples][];
        for (int i = 0; i < examples; i++) {
            noise[i] = Arrays.copyOfRange(drawn, i * Sizes.NOISE, (i + 1) * Sizes.NOISE);
        }
        return noise;
    }
}
