package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The hierarchical softmax of word2vec: p(w|h) = Π_j σ(±v_j·h) over the inner nodes on the way to w, + where the bit is 0.
 *
 * <p>With s = 1 − 2·bit: term Σ_j softplus(−s v_j·h), derivative by the logit v_j·h −s σ(−s v_j·h), which is σ(v_j·h) − (1 −
 * bit). The terms of a path are summed, not averaged. The probabilities of all words sum to 1 whatever the vectors. Source:
 * Morin and Bengio, "Hierarchical probabilistic neural network language model", AISTATS 2005; Mikolov et al., NIPS 2013, eq.
 * 3. Unlike word2vec.c, no node is skipped and no sigmoid read from a table.
 */
public final class HierarchicalSoftmax implements OutputLayer {

    private final WordTree tree;
    private final Labels targets;
    private final double factor;

    /**
     * A tree in which these words should be found.
     *
     * @throws IllegalArgumentException if the targets are of another vocabulary
     */
    public HierarchicalSoftmax(WordTree tree, Labels targets, Reduction reduction) {
        if (tree.words() != targets.classes()) {
            throw new IllegalArgumentException(
                    "targets of " + targets.classes() + " words for a tree of " + tree.words());
        }
        this.tree = tree;
        this.targets = targets;
        this.factor = reduction.factor(targets.count(), targets.count());
    }

    @Override
    public int examples() {
        return targets.count();
    }

    @Override
    public int vectors() {
        return tree.innerNodes();
    }

    @Override
    public OutputGradient at(Matrix hidden, Matrix vectors) {
        Shapes.require(this, hidden, vectors);
        int dimension = hidden.columns();
        double[] terms = new double[examples()];
        double[] byHidden = new double[hidden.entries().length];
        double[] byVectors = new double[vectors.entries().length];
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            int word = targets.at(i);
            for (int step = 0; step < tree.depth(word); step++) {
                int at = tree.node(word, step) * dimension;
                double sign = 1 - 2 * tree.bit(word, step);
                double logit = sign * Matrix.dot(vectors.entries(), at, hidden.entries(), i * dimension, dimension);
                terms[i] += Logistic.softplus(-logit);
                double slope = -factor * sign * Logistic.sigmoid(-logit);
                Matrix.add(slope, hidden.entries(), i * dimension, byVectors, at, dimension);
                Matrix.add(slope, vectors.entries(), at, byHidden, i * dimension, dimension);
            }
            sum += terms[i];
        }
        return new OutputGradient(
                factor * sum,
                Matrix.column(terms),
                Matrix.over(hidden.rows(), dimension, byHidden),
                Matrix.over(vectors.rows(), dimension, byVectors));
    }

    /**
     * The probability of every word after each hidden vector.
     *
     * @param hidden m × D
     * @param vectors (V − 1) × D
     * @return m × V
     * @throws IllegalArgumentException if shapes do not fit
     */
    public static Matrix probabilities(WordTree tree, Matrix hidden, Matrix vectors) {
        Shapes.require(hidden.rows(), hidden, tree.innerNodes(), vectors);
        Matrix logits = hidden.timesTransposed(vectors);
        double[] p = new double[hidden.rows() * tree.words()];
        for (int i = 0; i < hidden.rows(); i++) {
            for (int word = 0; word < tree.words(); word++) {
                double surprise = 0;
                for (int step = 0; step < tree.depth(word); step++) {
                    double sign = 1 - 2 * tree.bit(word, step);
                    surprise += Logistic.softplus(-sign * logits.at(i, tree.node(word, step)));
                }
                p[i * tree.words() + word] = Math.exp(-surprise);
            }
        }
        return Matrix.over(hidden.rows(), tree.words(), p);
    }
}
