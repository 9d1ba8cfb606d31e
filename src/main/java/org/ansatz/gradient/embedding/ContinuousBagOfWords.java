package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/**
 * CBOW: the vectors of the words around a gap, pooled, predict the word in it, by any {@link OutputLayer}.
 *
 * <p>h = (1/|C|) Σ_{c∈C} E_c, or the sum alone; dL/dE_c = dL/dh·(1/|C|), once for each time that c occurs in C. Source:
 * Mikolov, Chen, Corrado, Dean, "Efficient estimation of word representations in vector space", 2013, section 3.1.
 */
public final class ContinuousBagOfWords {

    private final int vocabulary;
    private final int[][] contexts;
    private final Pooling pooling;
    private final OutputLayer layer;

    /**
     * A model of these windows.
     *
     * @param contexts the words around each gap, at least one; windows may differ in size
     * @throws IllegalArgumentException if there is not a row for each example of the layer, or a word is out of range
     */
    public ContinuousBagOfWords(int vocabulary, int[][] contexts, Pooling pooling, OutputLayer layer) {
        this.vocabulary = vocabulary;
        this.contexts = Shapes.rows("context words", contexts, layer.examples(), vocabulary);
        this.pooling = pooling;
        this.layer = layer;
    }

    /**
     * The loss and its gradients.
     *
     * @param input a vector for each word, V × D
     * @param output the vectors of the layer, of D columns
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    public EmbeddingGradient at(Matrix input, Matrix output) {
        Matrix hidden = hidden(input);
        OutputGradient inner = layer.at(hidden, output);
        return new EmbeddingGradient(inner, hidden, byInput(inner.byHidden()));
    }

    private Matrix hidden(Matrix input) {
        int dimension = input.columns();
        input.require("word vectors", vocabulary, dimension);
        double[] hidden = new double[contexts.length * dimension];
        for (int i = 0; i < contexts.length; i++) {
            for (int word : contexts[i]) {
                Matrix.add(1, input.entries(), word * dimension, hidden, i * dimension, dimension);
            }
            double share = pooling.share(contexts[i].length);
            for (int j = i * dimension; j < (i + 1) * dimension; j++) {
                hidden[j] *= share;
            }
        }
        return Matrix.over(contexts.length, dimension, hidden);
    }

    private Matrix byInput(Matrix byHidden) {
        int dimension = byHidden.columns();
        double[] byInput = new double[vocabulary * dimension];
        for (int i = 0; i < contexts.length; i++) {
            double share = pooling.share(contexts[i].length);
            for (int word : contexts[i]) {
                Matrix.add(share, byHidden.entries(), i * dimension, byInput, word * dimension, dimension);
            }
        }
        return Matrix.over(vocabulary, dimension, byInput);
    }
}
