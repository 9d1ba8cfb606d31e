package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The vectors of the words of each context side by side: x = (C[w₁], C[w₂], …), a row of (n − 1)·D entries for each example.
 */
final class ContextVectors {

    private final int vocabulary;
    private final int length;
    private final int[][] contexts;

    /** Contexts of the same length, at least one word. */
    ContextVectors(int vocabulary, int[][] contexts, int examples) {
        this.vocabulary = vocabulary;
        this.contexts = Shapes.rows("contexts", contexts, examples, vocabulary);
        this.length = contexts[0].length;
        for (int i = 0; i < examples; i++) {
            if (contexts[i].length != length) {
                throw new IllegalArgumentException("the context of example " + (i + 1) + " has " + contexts[i].length
                        + " words, the first " + length);
            }
        }
    }

    /** How many words a context has. */
    int length() {
        return length;
    }

    /** The vectors side by side, m × (n − 1)·D. */
    Matrix of(Matrix features) {
        int dimension = features.columns();
        features.require("word features C", vocabulary, dimension).requireFinite("word features C");
        double[] x = new double[contexts.length * length * dimension];
        for (int i = 0; i < contexts.length; i++) {
            for (int j = 0; j < length; j++) {
                int to = (i * length + j) * dimension;
                System.arraycopy(features.entries(), contexts[i][j] * dimension, x, to, dimension);
            }
        }
        return Matrix.over(contexts.length, length * dimension, x);
    }

    /** The gradient by the features, V × D: a word that stands in several places gathers from all of them. */
    Matrix byFeatures(Matrix byX) {
        int dimension = byX.columns() / length;
        double[] byFeatures = new double[vocabulary * dimension];
        for (int i = 0; i < contexts.length; i++) {
            for (int j = 0; j < length; j++) {
                int from = (i * length + j) * dimension;
                Matrix.add(1, byX.entries(), from, byFeatures, contexts[i][j] * dimension, dimension);
            }
        }
        return Matrix.over(vocabulary, dimension, byFeatures);
    }
}
