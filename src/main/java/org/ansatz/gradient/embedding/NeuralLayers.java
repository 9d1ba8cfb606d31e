package org.ansatz.gradient.embedding;

import org.ansatz.gradient.embedding.NeuralLanguageModel.Layers;
import org.ansatz.gradient.embedding.NeuralLanguageModel.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/** The layers of the neural language model without a loss: forwards to the logits, and backwards from their gradient. */
final class NeuralLayers {

    private final int vocabulary;
    private final ContextVectors contexts;

    /** Layers behind these contexts, all of the same length. */
    NeuralLayers(int vocabulary, int[][] contexts, int examples) {
        this.vocabulary = vocabulary;
        this.contexts = new ContextVectors(vocabulary, contexts, examples);
    }

    /**
     * The gradients by everything before the logits.
     *
     * @param byParameters each of the shape of its parameter
     * @param byLayers each of the shape of its layer
     */
    record Backwards(Parameters byParameters, Layers byLayers) {}

    Layers forwards(Parameters at) {
        Matrix x = contexts.of(at.features());
        int hiddenUnits = at.hiddenWeights().rows();
        at.hiddenWeights().require("hidden weights H", hiddenUnits, x.columns());
        at.hiddenBias().require("hidden bias d", 1, hiddenUnits);
        at.outputWeights().require("output weights U", vocabulary, hiddenUnits);
        at.outputBias().require("output bias b", 1, vocabulary);
        Matrix hidden = tanh(x.timesTransposed(at.hiddenWeights())
                .plusToEachRow(at.hiddenBias().entries()));
        Matrix logits = hidden.timesTransposed(at.outputWeights())
                .plusToEachRow(at.outputBias().entries());
        Matrix direct = at.direct();
        if (direct != null) {
            direct.require("direct weights W", vocabulary, x.columns());
            logits = logits.plus(x.timesTransposed(direct));
        }
        return new Layers(x, hidden, logits);
    }

    /** From the gradient by the logits to those by all parameters and layers. */
    Backwards backwards(Parameters at, Layers layers, Matrix byLogits) {
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
                byFeatures(byX),
                byInner.transposedTimes(layers.x()),
                Matrix.row(byInner.columnSums()),
                byLogits.transposedTimes(layers.hidden()),
                Matrix.row(byLogits.columnSums()),
                byDirect);
        return new Backwards(byParameters, new Layers(byX, byHidden, byLogits));
    }

    /** The gradient by the word features from one by the context vectors. */
    Matrix byFeatures(Matrix byX) {
        return contexts.byFeatures(byX);
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
