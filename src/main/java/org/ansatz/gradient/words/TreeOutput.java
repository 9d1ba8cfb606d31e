package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.HierarchicalSoftmax;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/** A decision at each node on the way to a word, as in word2vec. */
record TreeOutput(NamedTree tree) implements Output {

    @Override
    public String name() {
        return "a hierarchical softmax over " + tree.name();
    }

    @Override
    public String loss() {
        return "negative log-likelihood, summed over the path in the tree";
    }

    @Override
    public int vectors() {
        return tree.tree().innerNodes();
    }

    @Override
    public OutputLayer whole(Labels targets) {
        return new HierarchicalSoftmax(tree.tree(), targets, Reduction.MEAN);
    }

    @Override
    public OutputLayer batch(Labels targets, NumpyRandom random) {
        return whole(targets);
    }

    @Override
    public String score() {
        return "probability, multiplied along the path";
    }

    @Override
    public double[] scores(Matrix hidden, Matrix nodes) {
        return HierarchicalSoftmax.probabilities(tree.tree(), hidden, nodes).entries();
    }

    @Override
    public List<Measure> measures(double[] scores) {
        return List.of(Ranking.sum(scores));
    }

    @Override
    public List<Landmark> landmarks(WordExamples examples) {
        Landmark coins = tree.coins(examples);
        return List.of(
                new Landmark("zero vectors", coins.name() + ", " + coins.reason(), coins.loss()),
                Landmark.least("its context", new ContextCounts(examples).entropy()));
    }
}
