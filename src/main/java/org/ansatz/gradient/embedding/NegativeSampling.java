package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/**
 * Negative sampling: term −ln σ(u_target·h) − Σ ln σ(−u_noise·h), the noise words of an example summed.
 *
 * <p>dL/dh = −σ(−u_target·h) u_target + Σ σ(u_noise·h) u_noise, and likewise for the output vectors. Source: Mikolov et al.,
 * "Distributed representations of words and phrases and their compositionality", NIPS 2013, eq. 4, which is maximised there;
 * gradients as in Rong, "word2vec parameter learning explained", 2014.
 */
public final class NegativeSampling implements OutputLayer {

    private final Samples samples;
    private final double factor;

    /**
     * Samples that were drawn before.
     *
     * @param noise the noise words of each example, at least one
     * @throws IllegalArgumentException if there is not a row for each target, or a word is out of range
     */
    public NegativeSampling(Labels targets, int[][] noise, Reduction reduction) {
        this.samples = new Samples(targets, noise);
        this.factor = reduction.factor(targets.count(), targets.count());
    }

    @Override
    public int examples() {
        return samples.count();
    }

    @Override
    public int vectors() {
        return samples.vocabulary();
    }

    @Override
    public OutputGradient at(Matrix hidden, Matrix vectors) {
        return samples.at(hidden, vectors, new double[vectors()], factor).layer();
    }
}
