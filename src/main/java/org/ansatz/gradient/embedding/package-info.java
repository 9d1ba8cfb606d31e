/**
 * Models that learn vectors for words: the neural probabilistic language model, hierarchical softmax, noise-contrastive
 * estimation, CBOW, skip-gram and GloVe, each with its hand-derived gradients.
 *
 * <p>A word is a number from 0. Vectors are rows: an embedding of V words in D dimensions is V × D.
 */
@NullMarked
package org.ansatz.gradient.embedding;

import org.jspecify.annotations.NullMarked;
