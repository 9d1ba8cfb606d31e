package org.ansatz.gradient.embedding;

import org.ansatz.gradient.embedding.NeuralLanguageModel.Layers;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The neural language model with a normaliser that is learnt with the rest, to be trained by noise-contrastive estimation:
 * ln p(w|x) = y_w − ln Z(x), ln Z(x) = z·x + z₀, with y the logits and x the context vectors of {@link NeuralLanguageModel}.
 *
 * <p>Nothing makes these p sum to 1. With G the gradient by ln p: dL/dy = G, dL/d ln Z = minus the sum of each row of G, and
 * from there into z, z₀ and, besides what comes from y, into C. Source: Mnih and Teh, "A fast and simple algorithm for
 * training neural probabilistic language models", ICML 2012; the normaliser as a function of the context follows the article
 * on the method (dsplog.com, 2025).
 */
public final class ContrastiveLanguageModel {

    private final NeuralLayers layers;
    private final OutputLayer contrast;
    private final Matrix identity;

    /**
     * A model of these contexts.
     *
     * @param contexts the words before each target, as many for each
     * @param contrast is given ln p of all words as its hidden vectors, m × V, and unit vectors for its words
     * @throws IllegalArgumentException if there is not one context for each target, they differ in length, or a word is out of
     *     range
     */
    public ContrastiveLanguageModel(int[][] contexts, OutputLayer contrast) {
        int vocabulary = contrast.vectors();
        this.layers = new NeuralLayers(vocabulary, contexts, contrast.examples());
        this.contrast = contrast;
        this.identity = identity(vocabulary);
    }

    private static Matrix identity(int size) {
        double[] entries = new double[size * size];
        for (int i = 0; i < size; i++) {
            entries[i * size + i] = 1;
        }
        return Matrix.over(size, size, entries);
    }

    /**
     * Parameters, or a gradient by them.
     *
     * @param layers those of the layers up to the logits
     * @param normaliser z, 1 × (n − 1)·D
     * @param normaliserBias z₀, 1 × 1
     */
    public record Parameters(NeuralLanguageModel.Parameters layers, Matrix normaliser, Matrix normaliserBias) {}

    /**
     * The loss and its gradients, the reduction included.
     *
     * @param loss the reduced loss
     * @param terms of each example before any reduction, m × 1
     * @param byParameters each of the shape of its parameter
     */
    public record Gradient(double loss, Matrix terms, Parameters byParameters) {}

    /**
     * ln p of every word after each context, m × V; not normalised.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Matrix logProbabilities(Parameters at) {
        return logProbabilities(at, layers.forwards(at.layers()));
    }

    private static Matrix logProbabilities(Parameters at, Layers forwards) {
        Matrix x = forwards.x();
        at.normaliser().require("normaliser z", 1, x.columns());
        at.normaliserBias().require("normaliser bias z₀", 1, 1);
        Matrix logits = forwards.logits();
        double[] logs = logits.entries().clone();
        for (int i = 0; i < logs.length; i++) {
            int example = i / logits.columns();
            logs[i] -= at.normaliserBias().at(0, 0)
                    + Matrix.dot(at.normaliser().entries(), 0, x.entries(), example * x.columns(), x.columns());
        }
        return Matrix.over(logits.rows(), logits.columns(), logs);
    }

    /**
     * The loss and its gradients.
     *
     * @throws IllegalArgumentException if shapes do not fit, or a logarithm is not finite
     */
    public Gradient at(Parameters at) {
        Layers forwards = layers.forwards(at.layers());
        OutputGradient inner = contrast.at(logProbabilities(at, forwards), identity);
        Matrix byLogs = inner.byHidden();
        NeuralLanguageModel.Parameters by =
                layers.backwards(at.layers(), forwards, byLogs).byParameters();
        Matrix byNormaliser = Matrix.column(byLogs.transposed().columnSums()).times(Matrix.row(-1));
        NeuralLanguageModel.Parameters byLayers = new NeuralLanguageModel.Parameters(
                by.features().plus(layers.byFeatures(byNormaliser.times(at.normaliser()))),
                by.hiddenWeights(),
                by.hiddenBias(),
                by.outputWeights(),
                by.outputBias(),
                by.direct());
        Parameters byParameters = new Parameters(
                byLayers, byNormaliser.transposedTimes(forwards.x()), Matrix.row(byNormaliser.columnSums()));
        return new Gradient(inner.loss(), inner.terms(), byParameters);
    }
}
