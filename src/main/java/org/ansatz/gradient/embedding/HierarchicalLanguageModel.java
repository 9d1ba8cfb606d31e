package org.ansatz.gradient.embedding;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The hierarchical language model of Morin and Bengio: a word is found by one decision at each inner node of a tree, and the
 * decisions share their weights.
 *
 * <p>At a node with vector N and bias α, after the context vectors x: P(bit = 1) = σ(α + β·u), u = tanh(c + W·x + U·N). Term:
 * −Σ ln P(bit) over the path, summed. With e = P(1) − bit and q = e·β ⊙ (1 − u²): dα = e, dβ = e·u, dc = q, dW = q·xᵀ, dU =
 * q·Nᵀ, dN = Uᵀ·q, dx = Wᵀ·q. Source: Morin and Bengio, "Hierarchical probabilistic neural network language model", AISTATS
 * 2005.
 */
public final class HierarchicalLanguageModel {

    private final WordTree tree;
    private final ContextVectors contexts;
    private final Labels targets;
    private final double factor;

    /**
     * A model of these contexts.
     *
     * @param contexts the words before each target, as many for each
     * @throws IllegalArgumentException if there is not one for each target, they differ in length, a word is out of range, or
     *     the tree is of another vocabulary
     */
    public HierarchicalLanguageModel(WordTree tree, int[][] contexts, Labels targets, Reduction reduction) {
        if (tree.words() != targets.classes()) {
            throw new IllegalArgumentException(
                    "targets of " + targets.classes() + " words for a tree of " + tree.words());
        }
        this.tree = tree;
        this.contexts = new ContextVectors(targets.classes(), contexts, targets.count());
        this.targets = targets;
        this.factor = reduction.factor(targets.count(), targets.count());
    }

    /**
     * Parameters, or a gradient by them.
     *
     * @param features C, V × D
     * @param contextWeights W, h × (n − 1)·D
     * @param nodeWeights U, h × M
     * @param nodes N, (V − 1) × M
     * @param hiddenBias c, 1 × h
     * @param outputWeights β, 1 × h
     * @param nodeBias α, 1 × (V − 1)
     */
    public record Parameters(
            Matrix features,
            Matrix contextWeights,
            Matrix nodeWeights,
            Matrix nodes,
            Matrix hiddenBias,
            Matrix outputWeights,
            Matrix nodeBias) {}

    /**
     * The loss and its gradients, the reduction included.
     *
     * @param loss the reduced loss
     * @param terms of each example before any reduction, m × 1
     * @param byParameters each of the shape of its parameter
     */
    public record Gradient(double loss, Matrix terms, Parameters byParameters) {}

    /**
     * The loss and its gradients.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Gradient at(Parameters at) {
        return new Pass(at).gradient();
    }

    /**
     * The probability of every word after each context, m × V; each row sums to 1.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Matrix probabilities(Parameters at) {
        Pass pass = new Pass(at);
        double[] p = new double[targets.count() * tree.words()];
        for (int i = 0; i < targets.count(); i++) {
            for (int word = 0; word < tree.words(); word++) {
                double surprise = 0;
                for (int step = 0; step < tree.depth(word); step++) {
                    double sign = 2 * tree.bit(word, step) - 1;
                    surprise += Logistic.softplus(-sign * pass.logit(i, tree.node(word, step)));
                }
                p[i * tree.words() + word] = Math.exp(-surprise);
            }
        }
        return Matrix.over(targets.count(), tree.words(), p);
    }

    private final class Pass {

        private final Parameters at;
        private final Matrix x;
        private final Matrix fromContext;
        private final Matrix fromNode;
        private final int hiddenUnits;
        private final double[] u;

        Pass(Parameters at) {
            this.at = at;
            this.x = contexts.of(at.features());
            this.hiddenUnits = at.contextWeights().rows();
            at.contextWeights().require("context weights W", hiddenUnits, x.columns());
            at.nodes().require("node vectors N", tree.innerNodes(), at.nodes().columns());
            at.nodeWeights().require("node weights U", hiddenUnits, at.nodes().columns());
            at.hiddenBias().require("hidden bias c", 1, hiddenUnits);
            at.outputWeights().require("output weights β", 1, hiddenUnits);
            at.nodeBias().require("node bias α", 1, tree.innerNodes());
            this.fromContext = x.timesTransposed(at.contextWeights())
                    .plusToEachRow(at.hiddenBias().entries());
            this.fromNode = at.nodes().timesTransposed(at.nodeWeights());
            this.u = new double[hiddenUnits];
        }

        /** The logit of bit 1 at a node; leaves u. */
        double logit(int example, int node) {
            for (int j = 0; j < hiddenUnits; j++) {
                u[j] = Math.tanh(fromContext.at(example, j) + fromNode.at(node, j));
            }
            return at.nodeBias().at(0, node) + Matrix.dot(at.outputWeights().entries(), 0, u, 0, hiddenUnits);
        }

        Gradient gradient() {
            double[] terms = new double[targets.count()];
            double[] byContext = new double[targets.count() * hiddenUnits]; // q, summed over each path
            double[] byNode = new double[tree.innerNodes() * hiddenUnits]; // q, summed over all visits of a node
            double[] byBeta = new double[hiddenUnits];
            double[] byAlpha = new double[tree.innerNodes()];
            double sum = 0;
            for (int i = 0; i < terms.length; i++) {
                int word = targets.at(i);
                for (int step = 0; step < tree.depth(word); step++) {
                    int node = tree.node(word, step);
                    double sign = 2 * tree.bit(word, step) - 1;
                    double logit = sign * logit(i, node);
                    terms[i] += Logistic.softplus(-logit);
                    double e = -factor * sign * Logistic.sigmoid(-logit);
                    byAlpha[node] += e;
                    for (int j = 0; j < hiddenUnits; j++) {
                        double q = e * at.outputWeights().at(0, j) * (1 - u[j]) * (1 + u[j]);
                        byBeta[j] += e * u[j];
                        byContext[i * hiddenUnits + j] += q;
                        byNode[node * hiddenUnits + j] += q;
                    }
                }
                sum += terms[i];
            }
            Matrix contextSums = Matrix.over(targets.count(), hiddenUnits, byContext);
            Matrix nodeSums = Matrix.over(tree.innerNodes(), hiddenUnits, byNode);
            Parameters byParameters = new Parameters(
                    contexts.byFeatures(contextSums.times(at.contextWeights())),
                    contextSums.transposedTimes(x),
                    nodeSums.transposedTimes(at.nodes()),
                    nodeSums.times(at.nodeWeights()),
                    Matrix.row(contextSums.columnSums()),
                    Matrix.row(byBeta),
                    Matrix.row(byAlpha));
            return new Gradient(factor * sum, Matrix.column(terms), byParameters);
        }
    }
}
