package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.numeric.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The neural probabilistic language model: the words before predict the next one.
 *
 * <p>x = (C[w_{t−1}], …, C[w_{t−n+1}]), a = tanh(d + H·x), y = b + W·x + U·a, term −ln softmax(y) of the target; without direct
 * connections W is absent. With G = dL/dY: dU = Gᵀ·a, dW = Gᵀ·x, db = the column sums of G; with O = (1 − a²) ⊙ (G·U): dH =
 * Oᵀ·x, dd = the column sums of O; dx = O·H + G·W, and dC gathers the pieces of dx of every place where a word stands. Source:
 * Bengio, Ducharme, Vincent, Jauvin, "A neural probabilistic language model", JMLR 3, 2003, eq. 1, without its weight decay.
 */
public final class NeuralLanguageModel {

    private final NeuralLayers layers;
    private final SoftmaxCrossEntropy loss;

    /**
     * A model of these contexts.
     *
     * @param contexts the n − 1 words before each target, the most recent first
     * @throws IllegalArgumentException if there is not one for each target, they differ in length, or a word is out of range
     */
    public NeuralLanguageModel(int[][] contexts, Labels targets, Reduction reduction) {
        this.layers = new NeuralLayers(targets.classes(), contexts, targets.count());
        this.loss = SoftmaxCrossEntropy.of(targets, reduction);
    }

    /**
     * Parameters, or a gradient by them.
     *
     * @param features C, V × D
     * @param hiddenWeights H, h × (n − 1)·D
     * @param hiddenBias d, 1 × h
     * @param outputWeights U, V × h
     * @param outputBias b, 1 × V
     * @param direct W, V × (n − 1)·D, or nothing
     */
    public record Parameters(
            Matrix features,
            Matrix hiddenWeights,
            Matrix hiddenBias,
            Matrix outputWeights,
            Matrix outputBias,
            @Nullable Matrix direct) {}

    /**
     * What a pass computes.
     *
     * @param x the context vectors, m × (n − 1)·D
     * @param hidden a, m × h
     * @param logits y, m × V
     */
    public record Layers(Matrix x, Matrix hidden, Matrix logits) {}

    /**
     * The loss and its gradients, the reduction included.
     *
     * @param loss the reduced loss
     * @param terms of each example before any reduction, m × 1
     * @param byParameters each of the shape of its parameter
     * @param byLayers each of the shape of its layer
     */
    public record Gradient(double loss, Matrix terms, Parameters byParameters, Layers byLayers) {}

    /**
     * The layers, forwards.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Layers layers(Parameters at) {
        return layers.forwards(at);
    }

    /**
     * The loss and its gradients.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Gradient at(Parameters at) {
        Layers forwards = layers.forwards(at);
        LossGradient inner = loss.at(forwards.logits());
        NeuralLayers.Backwards backwards = layers.backwards(at, forwards, inner.gradient());
        Matrix terms = Matrix.column(loss.terms(forwards.logits().entries()));
        return new Gradient(inner.loss(), terms, backwards.byParameters(), backwards.byLayers());
    }
}
