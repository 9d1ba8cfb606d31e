package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/**
 * A differentiable function of the scores of some examples: how badly they miss the targets, which the loss holds.
 *
 * <p>Losses are immutable; several threads may use one. Every method refuses scores of another number
 * ({@code rows·columns}) and scores that are not numbers with an {@link IllegalArgumentException} that names them.
 */
public interface Loss {

    /** The number of examples m. */
    int rows();

    /** The number of scores of an example k. */
    int columns();

    /**
     * The loss; its gradient by each score is written to {@code gradient}. Allocates a work space of a few kilobytes or
     * rows, nothing in proportion to the examples.
     *
     * @param scores m × k, row after row
     * @param gradient of the same length, another array; the reduction is included
     */
    double gradient(double[] scores, double[] gradient);

    /** The terms of the loss before any reduction: one for each score or one for each example. */
    double[] terms(double[] scores);

    /** The loss alone. */
    default double value(double[] scores) {
        return gradient(scores, new double[scores.length]);
    }

    /** The loss and its gradient. */
    default LossGradient at(Matrix scores) {
        scores.require("scores", rows(), columns());
        double[] gradient = new double[scores.entries().length];
        double loss = gradient(scores.entries(), gradient);
        return new LossGradient(loss, Matrix.over(rows(), columns(), gradient));
    }
}
