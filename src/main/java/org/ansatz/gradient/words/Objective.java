package org.ansatz.gradient.words;

import org.ansatz.gradient.numeric.Matrix;

/** A loss as a function of all parameters of a model, in one row; whatever noise it has was drawn before. */
@FunctionalInterface
public interface Objective {

    /**
     * The loss and its gradient.
     *
     * @throws IllegalArgumentException if it is no finite number, or there are not as many parameters as the model has
     */
    Value at(double[] parameters);

    /**
     * What an objective is worth.
     *
     * @param loss the mean over the examples
     * @param gradient by each parameter, in one row
     */
    record Value(double loss, Matrix gradient) {}
}
