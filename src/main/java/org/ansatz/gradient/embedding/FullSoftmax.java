package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The softmax over all words: p(w|h) = e^(u_w·h)/Σ e^(u_v·h), term −ln p(target|h).
 *
 * <p>With P the probabilities, Y the one-hot targets and G = (P − Y), reduced: dL/dU = Gᵀ·h, dL/dh = G·U. Source: Mikolov et
 * al., "Distributed representations of words and phrases and their compositionality", NIPS 2013, eq. 2.
 */
public final class FullSoftmax implements OutputLayer {

    private final Labels targets;
    private final SoftmaxCrossEntropy loss;

    /** A softmax that should find these words. */
    public FullSoftmax(Labels targets, Reduction reduction) {
        this.targets = targets;
        this.loss = SoftmaxCrossEntropy.of(targets, reduction);
    }

    @Override
    public int examples() {
        return targets.count();
    }

    @Override
    public int vectors() {
        return targets.classes();
    }

    @Override
    public OutputGradient at(Matrix hidden, Matrix vectors) {
        Shapes.require(this, hidden, vectors);
        Matrix scores = hidden.timesTransposed(vectors);
        LossGradient inner = loss.at(scores);
        return new OutputGradient(
                inner.loss(),
                Matrix.column(loss.terms(scores.entries())),
                inner.gradient().times(vectors),
                inner.gradient().transposedTimes(hidden));
    }
}
