package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The loss of an output layer and its gradients, the reduction included.
 *
 * @param loss the reduced loss
 * @param terms of each example before any reduction, m × 1
 * @param byHidden by the hidden vectors, m × D
 * @param byVectors by the output vectors
 */
public record OutputGradient(double loss, Matrix terms, Matrix byHidden, Matrix byVectors) {}
