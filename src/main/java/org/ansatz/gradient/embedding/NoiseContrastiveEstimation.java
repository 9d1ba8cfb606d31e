package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/**
 * Noise-contrastive estimation of an unnormalised model of words: ln p(w|h) = u_w·h + b_w + c, where c stands for −ln Z, is
 * learnt by telling targets from k noise words each.
 *
 * <p>With Δ(w) = u_w·h + b_w + c − ln(k P_n(w)): term softplus(−Δ(target)) + Σ softplus(Δ(noise)), the noise words of an
 * example summed. Derivatives by Δ: −σ(−Δ) of the target, σ(Δ) of noise. e^(u_w·h + b_w + c) need not sum to 1. Source:
 * Gutmann and Hyvärinen, "Noise-contrastive estimation of unnormalized statistical models", JMLR 13, 2012; for words Mnih and
 * Teh, ICML 2012.
 */
public final class NoiseContrastiveEstimation implements OutputLayer {

    private final Samples samples;
    private final double[] logNoise;
    private final double factor;

    /**
     * Samples that were drawn before.
     *
     * @param noise the k noise words of each example, as many for each
     * @param distribution of the noise over the vocabulary; positive for every target and noise word
     * @throws IllegalArgumentException if they are not so, a word is out of range, or the distribution does not sum to 1 to
     *     1e-9
     */
    public NoiseContrastiveEstimation(Labels targets, int[][] noise, double[] distribution, Reduction reduction) {
        this.samples = new Samples(targets, noise);
        this.factor = reduction.factor(targets.count(), targets.count());
        NoiseDistribution.require(distribution, targets.classes());
        int k = noise[0].length;
        this.logNoise = new double[distribution.length];
        for (int w = 0; w < distribution.length; w++) {
            logNoise[w] = Math.log(k * distribution[w]);
        }
        for (int i = 0; i < samples.count(); i++) {
            requireDrawable(samples.target(i));
            for (int word : samples.noise(i)) {
                requireDrawable(word);
            }
            if (samples.noise(i).length != k) {
                throw new IllegalArgumentException(
                        "example " + (i + 1) + " has " + samples.noise(i).length + " noise words, the first " + k);
            }
        }
    }

    private void requireDrawable(int word) {
        if (Double.isInfinite(logNoise[word])) {
            throw new IllegalArgumentException("word " + word + " has noise probability 0, but occurs");
        }
    }

    @Override
    public int examples() {
        return samples.count();
    }

    @Override
    public int vectors() {
        return samples.vocabulary();
    }

    /** The loss and its gradients with biases and c of 0. */
    @Override
    public OutputGradient at(Matrix hidden, Matrix vectors) {
        return at(hidden, vectors, new double[vectors()], 0).layer();
    }

    /**
     * The loss and its gradients.
     *
     * @param hidden m × D
     * @param vectors V × D
     * @param bias of each word
     * @param logScale c, the same for all; 0 where the model is taken for normalised
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    public NoiseContrastiveGradient at(Matrix hidden, Matrix vectors, double[] bias, double logScale) {
        Samples.Gradient gradient = samples.at(hidden, vectors, offsets(bias, logScale), factor);
        double byLogScale = gradient.byOffsets().columnSums()[0];
        return new NoiseContrastiveGradient(gradient.layer(), gradient.byOffsets(), byLogScale);
    }

    /**
     * Δ of the target (first column) and of the noise words of each example, m × (1 + k).
     *
     * @throws IllegalArgumentException as {@link #at}
     */
    public Matrix deltas(Matrix hidden, Matrix vectors, double[] bias, double logScale) {
        Shapes.require(samples.count(), hidden, samples.vocabulary(), vectors);
        double[] offsets = offsets(bias, logScale);
        Matrix scores = hidden.timesTransposed(vectors);
        int width = 1 + samples.noise(0).length;
        double[] deltas = new double[samples.count() * width];
        for (int i = 0; i < samples.count(); i++) {
            for (int j = 0; j < width; j++) {
                int word = j == 0 ? samples.target(i) : samples.noise(i)[j - 1];
                deltas[i * width + j] = scores.at(i, word) + offsets[word];
            }
        }
        return Matrix.over(samples.count(), width, deltas);
    }

    private double[] offsets(double[] bias, double logScale) {
        Matrix.row(bias).require("bias b", 1, logNoise.length).requireFinite("bias b");
        if (!Double.isFinite(logScale)) {
            throw new IllegalArgumentException("the logarithm of the scale is " + logScale);
        }
        double[] offsets = new double[bias.length];
        for (int w = 0; w < offsets.length; w++) {
            offsets[w] = bias[w] + logScale - logNoise[w];
        }
        return offsets;
    }
}
