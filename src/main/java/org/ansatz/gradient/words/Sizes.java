package org.ansatz.gradient.words;

/** The sizes that the articles' models have in common. */
final class Sizes {

    /** Entries of a word's vector. */
    static final int EMBEDDING = 10;

    /** Words before the one to predict. */
    static final int CONTEXT = 3;

    /** Hidden units, and entries of a node's vector. */
    static final int HIDDEN = 16;

    /** How far apart neighbours stand at most. */
    static final int WINDOW = 2;

    /** k, the noise words of an example. */
    static final int NOISE = 5;

    private Sizes() {}
}
