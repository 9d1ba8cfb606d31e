package org.ansatz.route.gradient.embedding;

import org.ansatz.route.gradient.loss.Labels;
import org.ansatz.route.gradient.loss.LossGradient;
import org.ansatz.route.gradient.loss.Reduction;
import org.ansatz.route.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.route.gradient.numeric.Matrix;
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

    private final ContextVectors contexts;
    private final SoftmaxCrossEntropy loss;

    /**
     * A model of these contexts.
     *
     * @param contexts the n − 1 words before each target, the most recent first
     * @throws IllegalArgumentException if there is not one for each target, they differ in length, or a word is out of range
     */
    public NeuralLanguageModel(int[][] contexts, Labels targets, Reduction reduction) {
        this.contexts = new ContextVectors(targets.classes(), contexts, targets.count());
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
        Matrix x = contexts.of(at.features());
        int hiddenUnits = at.hiddenWeights().rows();
        at.hiddenWeights().require("hidden weights H", hiddenUnits, x.columns());
        at.hiddenBias().require("hidden bias d", 1, hiddenUnits);
        at.outputWeights().require("output weights U", loss.columns(), hiddenUnits);
        at.outputBias().require("output bias b", 1, loss.columns());
        Matrix hidden = tanh(x.timesTransposed(at.hiddenWeights())
                .plusToEachRow(at.hiddenBias().entries()));
        Matrix logits = hidden.timesTransposed(at.outputWeights())
                .plusToEachRow(at.outputBias().entries());
        Matrix direct = at.direct();
        if (direct != null) {
            direct.require("direct weights W", loss.columns(), x.columns());
            logits = logits.plus(x.timesTransposed(direct));
        }
        return new Layers(x, hidden, logits);
    }

    /**
     * The loss and its gradients.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Gradient at(Parameters at) {
        Layers layers = layers(at);
        LossGradient inner = loss.at(layers.logits());
        Matrix byLogits = inner.gradient();
        Matrix byHidden = byLogits.times(at.outputWeights());
        Matrix byInner = throughTanh(byHidden, layers.hidden());
        Matrix byX = byInner.times(at.hiddenWeights());
        Matrix direct = at.direct();
        Matrix byDirect = null;
        if (direct != null) {
            byX = byX.plus(byLogits.times(direct));
            byDirect = byLogits.transposedTimes(layers.x());
        }
        Parameters byParameters = new Parameters(
                contexts.byFeatures(byX),
                byInner.transposedTimes(layers.x()),
                Matrix.row(byInner.columnSums()),
                byLogits.transposedTimes(layers.hidden()),
                Matrix.row(byLogits.columnSums()),
                byDirect);
        Matrix terms = Matrix.column(loss.terms(layers.logits().entries()));
        return new Gradient(inner.loss(), terms, byParameters, new Layers(byX, byHidden, byLogits));
    }

    private static Matrix tanh(Matrix z) {
        double[] a = z.entries().clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.tanh(a[i]);
        }
        return Matrix.over(z.rows(), z.columns(), a);
    }

    /** The gradient before the hyperbolic tangent from that behind it: (1 − a²) ⊙ da. */
    private static Matrix throughTanh(Matrix byHidden, Matrix hidden) {
        double[] by = byHidden.entries().clone();
        for (int i = 0; i < by.length; i++) {
            double a = hidden.entries()[i];
            by[i] *= (1 - a) * (1 + a);
        }
        return Matrix.over(hidden.rows(), hidden.columns(), by);
    }
}
