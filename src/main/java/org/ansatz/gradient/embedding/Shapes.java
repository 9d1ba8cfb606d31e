package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/** Checks that are common to the models. */
final class Shapes {

    private Shapes() {}

    /** Checks hidden vectors and output vectors against what an output layer is for. */
    static void require(OutputLayer layer, Matrix hidden, Matrix vectors) {
        require(layer.examples(), hidden, layer.vectors(), vectors);
    }

    /** Checks {@code examples} hidden vectors against {@code count} output vectors of the same dimension. */
    static void require(int examples, Matrix hidden, int count, Matrix vectors) {
        if (hidden.rows() != examples || vectors.rows() != count || hidden.columns() != vectors.columns()) {
            throw new IllegalArgumentException(
                    "shapes do not fit: hidden vectors " + hidden.shape() + ", output vectors " + vectors.shape()
                            + " for " + examples + " examples and " + count + " vectors");
        }
        hidden.requireFinite("hidden vectors");
        vectors.requireFinite("output vectors");
    }

    /** A copy of the words, after a check that each is a word of the vocabulary. */
    static int[] words(String name, int[] words, int vocabulary) {
        for (int word : words) {
            if (word < 0 || word >= vocabulary) {
                throw new IllegalArgumentException(
                        name + ": word " + word + " is out of range, the vocabulary is 0 to " + (vocabulary - 1));
            }
        }
        return words.clone();
    }

    /** A copy of the rows of words, after a check that there are {@code rows} of them, none empty. */
    static int[][] rows(String name, int[][] words, int rows, int vocabulary) {
        if (words.length != rows) {
            throw new IllegalArgumentException(name + ": " + words.length + " rows for " + rows + " examples");
        }
        int[][] copies = new int[rows][];
        for (int i = 0; i < rows; i++) {
            if (words[i].length == 0) {
                throw new IllegalArgumentException(name + ": no words for example " + (i + 1));
            }
            copies[i] = words(name + " of example " + (i + 1), words[i], vocabulary);
        }
        return copies;
    }
}
