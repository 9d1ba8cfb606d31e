package org.ansatz.gradient.model;

import org.ansatz.gradient.numeric.Matrix;

/**
 * Full-batch gradient descent with a constant step: θ ← θ − α·dL/dθ, all parameters from the same pass.
 *
 * @param learningRate α, positive
 */
public record GradientDescent(double learningRate) {

    /**
     * Checks the learning rate.
     *
     * @throws IllegalArgumentException if it is not finite and positive
     */
    public GradientDescent {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate must be finite and positive, but is " + learningRate);
        }
    }

    /** What is seen before each update. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * Sees the state after so many updates.
         *
         * @param updates made so far, from 0
         * @param parameters after them
         * @param loss at these parameters
         */
        void see(int updates, Parameters parameters, double loss);
    }

    /**
     * The parameters after so many updates.
     *
     * @param watcher sees the loss and parameters before each update
     * @throws Divergence if a loss is not finite before the last update
     */
    public Parameters descend(LinearModel model, Parameters start, int updates, Watcher watcher) {
        Parameters parameters = start;
        for (int step = 0; step < updates; step++) {
            LinearGradient gradient = at(model, parameters, step);
            watcher.see(step, parameters, gradient.loss());
            parameters = parameters.descended(learningRate, gradient.byParameters());
        }
        return parameters;
    }

    /**
     * The loss and its gradient after so many updates.
     *
     * @throws Divergence if the loss is not finite
     */
    public static LinearGradient at(LinearModel model, Parameters parameters, int updates) {
        Matrix scores = model.scores(parameters);
        try {
            return model.at(parameters, scores);
        } catch (IllegalArgumentException e) {
            // The shapes fit, or there would be no scores: what a loss refuses now is its own value.
            throw new Divergence("at step " + updates, e);
        }
    }
}
