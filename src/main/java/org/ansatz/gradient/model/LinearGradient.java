package org.ansatz.gradient.model;

import org.ansatz.gradient.numeric.Matrix;

/**
 * The loss of a linear model and its gradients, the reduction included.
 *
 * @param loss the reduced loss
 * @param byParameters by weights (k × n) and bias (k)
 * @param byScores by the scores, m × k
 * @param byExamples by the examples, m × n
 */
public record LinearGradient(double loss, Parameters byParameters, Matrix byScores, Matrix byExamples) {}
