package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.numeric.Matrix;

/**
 * Skip-gram: the vector of a word predicts its neighbours one by one, by any {@link OutputLayer}; an example is a pair of a
 * centre and a neighbour.
 *
 * <p>h = E_centre, and dL/dE_c sums dL/dh over the pairs with centre c. With {@code Reduction.MEAN} the loss is the mean over
 * pairs; the paper divides by the number of tokens instead. Source: Mikolov et al., "Distributed representations of words and
 * phrases and their compositionality", NIPS 2013, eqs. 1 to 4.
 */
public final class SkipGram {

    private final ContinuousBagOfWords pairs;

    /**
     * A model of these pairs.
     *
     * @param centres of the layer's targets, one for each
     * @throws IllegalArgumentException if the layer has another number of examples
     */
    public SkipGram(Labels centres, OutputLayer layer) {
        int[][] single = new int[centres.count()][];
        for (int i = 0; i < single.length; i++) {
            single[i] = new int[] {centres.at(i)};
        }
        this.pairs = new ContinuousBagOfWords(centres.classes(), single, Pooling.MEAN, layer);
    }

    /**
     * The loss and its gradients.
     *
     * @param input a vector for each word, V × D
     * @param output the vectors of the layer, of D columns
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    public EmbeddingGradient at(Matrix input, Matrix output) {
        return pairs.at(input, output);
    }
}
