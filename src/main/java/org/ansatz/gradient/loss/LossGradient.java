package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The value of a loss and its gradient.
 *
 * @param loss the reduced loss
 * @param gradient by each score, the reduction included; of the shape of the scores
 */
public record LossGradient(double loss, Matrix gradient) {}
