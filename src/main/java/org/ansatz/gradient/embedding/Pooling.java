package org.ansatz.gradient.embedding;

/** How the vectors of context words become one. */
public enum Pooling {
    /** Their mean, as in the paper of Mikolov et al. 2013. */
    MEAN,
    /** Their sum, as in the first release of word2vec.c. */
    SUM;

    /** The share of each of so many words. */
    double share(int words) {
        return this == MEAN ? 1.0 / words : 1;
    }
}
