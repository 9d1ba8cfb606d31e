package org.ansatz.gradient.words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.gradient.numeric.Logistic;

/** How often each word comes with each context, and how little any model that sees no more than the context can lose. */
final class ContextCounts {

    private final Map<List<Integer>, int[]> words = new LinkedHashMap<>();
    private final int vocabulary;
    private final int examples;

    ContextCounts(WordExamples examples) {
        this.vocabulary = examples.vocabulary();
        this.examples = examples.count();
        for (int i = 0; i < this.examples; i++) {
            words.computeIfAbsent(key(examples.contexts()[i]), context -> new int[vocabulary])[examples.target(i)]++;
        }
    }

    private static List<Integer> key(int[] context) {
        return Arrays.stream(context).boxed().toList();
    }

    /** How often a word comes with a context. */
    int of(int[] context, int word) {
        int[] counts = words.get(key(context));
        return counts == null ? 0 : counts[word];
    }

    /** The conditional entropy of the words in nats, −Σ ln(n_cw/n_c)/m: the least mean negative log-likelihood. */
    double entropy() {
        double sum = 0;
        for (int[] counts : words.values()) {
            int all = Arrays.stream(counts).sum();
            for (int count : counts) {
                sum += count == 0 ? 0 : count * Math.log((double) all / count);
            }
        }
        return sum / examples;
    }

    /**
     * The least mean of softplus(−Δ(target)) + Σ_w e_w softplus(Δ(w)) over all Δ that depend on context and word: it is where
     * Δ = ln(p/e), p the word's share of the context, and −∞ for words that never come. In negative sampling that is the
     * shifted mutual information of Levy and Goldberg (NIPS 2014, section 3.1).
     *
     * @param expected e, how often each word is expected among the noise words of an example
     */
    double leastContrast(double[] expected) {
        double sum = 0;
        for (int[] counts : words.values()) {
            int all = Arrays.stream(counts).sum();
            for (int w = 0; w < vocabulary; w++) {
                if (counts[w] > 0) {
                    double share = (double) counts[w] / all;
                    double best = Math.log(share / expected[w]);
                    double term = share * Logistic.softplus(-best) + expected[w] * Logistic.softplus(best);
                    sum += all * term;
                }
            }
        }
        return sum / examples;
    }
}
