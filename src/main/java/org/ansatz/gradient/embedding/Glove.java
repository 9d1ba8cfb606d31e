package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/**
 * GloVe: word vectors whose inner products approximate the logarithms of how often words occur together.
 *
 * <p>J = Σ f(X_ij) D_ij² over the pairs that occur, D_ij = w_i·w̃_j + b_i + b̃_j − ln X_ij, f(x) = (x/x_max)^α below x_max, else 1.
 * With A = 2 f D: dW = A·W̃, dW̃ = Aᵀ·W, db = the row sums, db̃ = the column sums of A. {@link Reduction#SUM} is the paper's,
 * {@link Reduction#HALF_SUM} that of the released code; the mean divides by the number of pairs that occur. Source: Pennington,
 * Socher, Manning, "GloVe: Global vectors for word representation", EMNLP 2014, eqs. 8 and 9.
 */
public final class Glove {

    private final Matrix occurrences;
    private final Matrix weights;
    private final double factor;

    /**
     * A model of these co-occurrences.
     *
     * @param occurrences X, V × V, at least 0, not all 0
     * @param largest x_max, positive; 100 in the paper
     * @param alpha α, positive; 3/4 in the paper
     * @throws IllegalArgumentException if they are not so, or the reduction is the weighted mean
     */
    public Glove(Matrix occurrences, double largest, double alpha, Reduction reduction) {
        if (!(largest > 0) || !(alpha > 0) || Double.isInfinite(largest) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException(
                    "x_max and α must be finite and positive, but are " + largest + " and " + alpha);
        }
        this.occurrences = occurrences
                .require("co-occurrences X", occurrences.rows(), occurrences.rows())
                .requireFinite("co-occurrences X");
        double[] f = new double[occurrences.entries().length];
        int pairs = 0;
        for (int i = 0; i < f.length; i++) {
            double x = occurrences.entries()[i];
            if (x < 0) {
                throw new IllegalArgumentException("co-occurrences X (" + occurrences.shape() + ") have " + x);
            }
            f[i] = x >= largest ? 1 : Math.pow(x / largest, alpha);
            pairs += x > 0 ? 1 : 0;
        }
        if (pairs == 0) {
            throw new IllegalArgumentException("no pair occurs in X (" + occurrences.shape() + ")");
        }
        this.weights = Matrix.over(occurrences.rows(), occurrences.rows(), f);
        this.factor = reduction.factor(occurrences.rows(), pairs);
    }

    /**
     * Parameters, or a gradient by them.
     *
     * @param words W, V × D
     * @param contexts W̃, V × D
     * @param wordBias b, 1 × V
     * @param contextBias b̃, 1 × V
     */
    public record Parameters(Matrix words, Matrix contexts, Matrix wordBias, Matrix contextBias) {}

    /**
     * The loss and its gradients, the reduction included.
     *
     * @param loss the reduced loss
     * @param byParameters each of the shape of its parameter
     */
    public record Gradient(double loss, Parameters byParameters) {}

    /** The weight f(X) of each pair, 0 of those that do not occur. */
    public Matrix weights() {
        return weights;
    }

    /**
     * By how much each pair is missed, D; 0 where a pair does not occur.
     *
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    public Matrix misses(Parameters at) {
        int words = occurrences.rows();
        at.words().require("word vectors W", words, at.words().columns()).requireFinite("word vectors W");
        at.contexts().require("context vectors", words, at.words().columns()).requireFinite("context vectors");
        at.wordBias().require("word bias b", 1, words).requireFinite("word bias b");
        at.contextBias().require("context bias", 1, words).requireFinite("context bias");
        Matrix products = at.words()
                .timesTransposed(at.contexts())
                .plusToEachRow(at.contextBias().entries());
        double[] misses = new double[words * words];
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < words; j++) {
                if (occurrences.at(i, j) > 0) {
                    misses[i * words + j] = products.at(i, j) + at.wordBias().at(0, i) - Math.log(occurrences.at(i, j));
                }
            }
        }
        return Matrix.over(words, words, misses);
    }

    /**
     * The loss and its gradients.
     *
     * @throws IllegalArgumentException if shapes do not fit, or an entry is not finite
     */
    public Gradient at(Parameters at) {
        Matrix misses = misses(at);
        double[] slopes = misses.entries().clone();
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            double weighted = weights.entries()[i] * slopes[i];
            sum += weighted * slopes[i];
            slopes[i] = 2 * factor * weighted;
        }
        Matrix byProducts = Matrix.over(misses.rows(), misses.columns(), slopes);
        Parameters byParameters = new Parameters(
                byProducts.times(at.contexts()),
                byProducts.transposedTimes(at.words()),
                Matrix.row(byProducts.transposed().columnSums()),
                Matrix.row(byProducts.columnSums()));
        return new Gradient(factor * sum, byParameters);
    }
}
