package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;

/**
 * What negative sampling or noise-contrastive estimation costs on average over all draws of k noise words: the sum over the
 * drawn words becomes k times the expectation, and nothing is left to chance.
 *
 * <p>With Δ(w) = u_w·h + o_w: term softplus(−Δ(target)) + k Σ_w P_n(w) softplus(Δ(w)); derivatives by Δ: −σ(−Δ) of the target,
 * and k P_n(w) σ(Δ(w)) of each word. o_w is 0 in negative sampling, −ln(k P_n(w)) in noise-contrastive estimation. Source: Levy
 * and Goldberg, "Neural word embedding as implicit matrix factorization", NIPS 2014, eq. 4, and the sources of
 * {@link NegativeSampling} and {@link NoiseContrastiveEstimation}.
 */
public final class ExpectedContrast implements OutputLayer {

    private final Labels targets;
    private final double[] expected;
    private final double[] offsets;
    private final double factor;

    private ExpectedContrast(Labels targets, double[] expected, double[] offsets, Reduction reduction) {
        this.targets = targets;
        this.expected = expected;
        this.offsets = offsets;
        this.factor = reduction.factor(targets.count(), targets.count());
    }

    /**
     * The expectation of {@link NegativeSampling}.
     *
     * @param k noise words for each target, at least 1
     * @param distribution of the noise over the vocabulary
     * @throws IllegalArgumentException if they are not so, or the distribution does not sum to 1 to 1e-9
     */
    public static ExpectedContrast negativeSampling(Labels targets, int k, double[] distribution, Reduction reduction) {
        return new ExpectedContrast(
                targets, expected(k, distribution, targets), new double[distribution.length], reduction);
    }

    /**
     * The expectation of {@link NoiseContrastiveEstimation} with biases and ln Z of 0.
     *
     * @param k noise words for each target, at least 1
     * @param distribution of the noise over the vocabulary; positive for every target
     * @throws IllegalArgumentException if they are not so, or the distribution does not sum to 1 to 1e-9
     */
    public static ExpectedContrast noiseContrastive(Labels targets, int k, double[] distribution, Reduction reduction) {
        double[] expected = expected(k, distribution, targets);
        double[] offsets = new double[expected.length];
        for (int w = 0; w < offsets.length; w++) {
            offsets[w] = -Math.log(expected[w]);
        }
        for (int i = 0; i < targets.count(); i++) {
            if (Double.isInfinite(offsets[targets.at(i)])) {
                throw new IllegalArgumentException("word " + targets.at(i) + " has noise probability 0, but occurs");
            }
        }
        return new ExpectedContrast(targets, expected, offsets, reduction);
    }

    private static double[] expected(int k, double[] distribution, Labels targets) {
        if (k < 1) {
            throw new IllegalArgumentException(k + " noise words for each target");
        }
        NoiseDistribution.require(distribution, targets.classes());
        double[] expected = distribution.clone();
        for (int w = 0; w < expected.length; w++) {
            expected[w] *= k;
        }
        return expected;
    }

    @Override
    public int examples() {
        return targets.count();
    }

    @Override
    public int vectors() {
        return targets.classes();
    }

    @Override
    public OutputGradient at(Matrix hidden, Matrix vectors) {
        Shapes.require(this, hidden, vectors);
        Matrix scores = hidden.timesTransposed(vectors);
        double[] terms = new double[examples()];
        double[] slopes = new double[scores.entries().length];
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            int from = i * vectors();
            int target = targets.at(i);
            double own = scores.at(i, target) + offsets[target];
            terms[i] = Logistic.softplus(-own);
            slopes[from + target] = -factor * Logistic.sigmoid(-own);
            for (int w = 0; w < vectors(); w++) {
                if (expected[w] > 0) {
                    double delta = scores.at(i, w) + offsets[w];
                    terms[i] += expected[w] * Logistic.softplus(delta);
                    slopes[from + w] += factor * expected[w] * Logistic.sigmoid(delta);
                }
            }
            sum += terms[i];
        }
        Matrix byScores = Matrix.over(examples(), vectors(), slopes);
        return new OutputGradient(
                factor * sum, Matrix.column(terms), byScores.times(vectors), byScores.transposedTimes(hidden));
    }
}
