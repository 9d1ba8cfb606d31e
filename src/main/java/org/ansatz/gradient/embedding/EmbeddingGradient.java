package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The loss of an embedding model and its gradients, the reduction included.
 *
 * @param layer the loss, its terms, and its gradients by hidden vectors and output vectors
 * @param hidden the hidden vectors, m × D
 * @param byInput by the input vectors, V × D
 */
public record EmbeddingGradient(OutputGradient layer, Matrix hidden, Matrix byInput) {}
