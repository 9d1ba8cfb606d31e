package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Matrix;

/** How hidden vectors are scored against the words that should follow: what stands behind CBOW and skip-gram. */
public interface OutputLayer {

    /** The number of examples m. */
    int examples();

    /** How many output vectors there are: words or inner nodes. */
    int vectors();

    /**
     * The loss and its gradients.
     *
     * @param hidden one row for each example, m × D
     * @param vectors {@link #vectors} × D
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    OutputGradient at(Matrix hidden, Matrix vectors);
}
