package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The loss of noise-contrastive estimation and its gradients, the reduction included.
 *
 * @param layer the loss, its terms, and its gradients by hidden vectors and word vectors
 * @param byBias by the bias of each word, V × 1
 * @param byLogScale by c
 */
public record NoiseContrastiveGradient(OutputGradient layer, Matrix byBias, double byLogScale) {}
