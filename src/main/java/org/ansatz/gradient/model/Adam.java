package org.ansatz.gradient.model;

/**
 * Adam: descent with steps that are scaled, entry by entry, by running means of the gradient and of its square.
 *
 * <p>m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g², both from 0; since they begin there, they are divided by 1 − β₁ᵗ and 1 −
 * β₂ᵗ after t steps; then θ ← θ − α m̂/(√v̂ + ε). The first step of every entry is therefore α·sign(g) but for ε. Source: Kingma
 * and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1, with its ε outside the root.
 *
 * @param rate α, positive
 * @param beta1 β₁, the decay of the means of gradients, 0 to below 1
 * @param beta2 β₂, the decay of the means of squares, 0 to below 1
 * @param epsilon ε, positive: what the gradient is small against
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) {

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("the learning rate must be finite and positive, but is " + rate);
        }
        if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException(
                    "β₁ and β₂ must be at least 0 and below 1, but are " + beta1 + " and " + beta2);
        }
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("ε must be finite and positive, but is " + epsilon);
        }
    }

    /** Adam with the paper's β₁ = 0.9, β₂ = 0.999 and ε = 1e-8. */
    public static Adam of(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    /** The beginning of a descent of so many parameters. */
    public Descent descent(int parameters) {
        return new Descent(parameters);
    }

    /** A descent under way. It has a state and belongs to one thread. */
    public final class Descent {

        private final double[] means;
        private final double[] squares;
        private double power1 = 1;
        private double power2 = 1;

        private Descent(int parameters) {
            this.means = new double[parameters];
            this.squares = new double[parameters];
        }

        /**
         * Takes a step.
         *
         * @param parameters are moved
         * @param gradient at the parameters
         * @throws IllegalArgumentException if there are not as many as at the beginning
         */
        public void step(double[] parameters, double[] gradient) {
            if (parameters.length != means.length || gradient.length != means.length) {
                throw new IllegalArgumentException(parameters.length + " parameters and a gradient of "
                        + gradient.length + " in a descent of " + means.length);
            }
            power1 *= beta1;
            power2 *= beta2;
            for (int i = 0; i < means.length; i++) {
                double g = gradient[i];
                means[i] = beta1 * means[i] + (1 - beta1) * g;
                squares[i] = beta2 * squares[i] + (1 - beta2) * g * g;
                double mean = means[i] / (1 - power1);
                double square = squares[i] / (1 - power2);
                parameters[i] -= rate * mean / (Math.sqrt(square) + epsilon);
            }
        }
    }
}
