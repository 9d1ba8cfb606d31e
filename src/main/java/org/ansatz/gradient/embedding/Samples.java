package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;

/**
 * A target and some noise words for each example, told apart by sigmoids: what negative sampling and noise-contrastive
 * estimation share.
 *
 * <p>With the logit d_w = u_w·h + o_w: term softplus(−d_target) + Σ softplus(d_noise); derivatives by the logits −σ(−d_target)
 * and σ(d_noise). A noise word that was drawn twice, or is the target, counts as often as it was drawn.
 */
final class Samples {

    private final Labels targets;
    private final int[][] noise;

    Samples(Labels targets, int[][] noise) {
        this.targets = targets;
        this.noise = Shapes.rows("noise words", noise, targets.count(), targets.classes());
    }

    int count() {
        return targets.count();
    }

    int vocabulary() {
        return targets.classes();
    }

    int target(int example) {
        return targets.at(example);
    }

    int[] noise(int example) {
        return noise[example];
    }

    /** The loss, times {@code factor}, and its gradients. */
    Gradient at(Matrix hidden, Matrix vectors, double[] offsets, double factor) {
        Shapes.require(count(), hidden, vocabulary(), vectors);
        Pass pass = new Pass(hidden, vectors, offsets, factor);
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            pass.add(i, target(i), 1);
            for (int word : noise[i]) {
                pass.add(i, word, -1);
            }
            sum += pass.terms[i];
        }
        return pass.gradient(factor * sum);
    }

    /**
     * The loss and its gradients, with that by the offset of each word.
     *
     * @param byOffsets V × 1
     */
    record Gradient(OutputGradient layer, Matrix byOffsets) {}

    private final class Pass {

        private final Matrix hidden;
        private final Matrix vectors;
        private final double[] offsets;
        private final double factor;
        private final int dimension;
        private final double[] terms = new double[count()];
        private final double[] byHidden;
        private final double[] byVectors;
        private final double[] byOffsets = new double[vocabulary()];

        Pass(Matrix hidden, Matrix vectors, double[] offsets, double factor) {
            this.hidden = hidden;
            this.vectors = vectors;
            this.offsets = offsets;
            this.factor = factor;
            this.dimension = hidden.columns();
            this.byHidden = new double[hidden.entries().length];
            this.byVectors = new double[vectors.entries().length];
        }

        /** Adds a word that should be likely (sign 1) or not (−1). */
        void add(int example, int word, int sign) {
            int at = word * dimension;
            int from = example * dimension;
            double logit = offsets[word] + Matrix.dot(vectors.entries(), at, hidden.entries(), from, dimension);
            terms[example] += Logistic.softplus(-sign * logit);
            double slope = -sign * factor * Logistic.sigmoid(-sign * logit);
            Matrix.add(slope, hidden.entries(), from, byVectors, at, dimension);
            Matrix.add(slope, vectors.entries(), at, byHidden, from, dimension);
            byOffsets[word] += slope;
        }

        Gradient gradient(double loss) {
            OutputGradient layer = new OutputGradient(
                    loss,
                    Matrix.column(terms),
                    Matrix.over(count(), dimension, byHidden),
                    Matrix.over(vocabulary(), dimension, byVectors));
            return new Gradient(layer, Matrix.column(byOffsets));
        }
    }
}
