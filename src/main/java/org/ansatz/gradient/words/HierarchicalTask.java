package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.HierarchicalLanguageModel;
import org.ansatz.gradient.embedding.HierarchicalLanguageModel.Parameters;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;

/** The hierarchical language model of Morin and Bengio: a decision at each node on the way to the next word. */
public final class HierarchicalTask extends NextWordTask {

    private static final int INPUTS = Sizes.CONTEXT * Sizes.EMBEDDING;

    private final NamedTree tree;
    private final Blocks blocks;

    /** A model over a tree of the corpus's words. */
    public HierarchicalTask(Corpus corpus, NamedTree.Kind kind) {
        super(corpus);
        this.tree = NamedTree.of(kind, corpus);
        int nodes = tree.tree().innerNodes();
        this.blocks = new Blocks(List.of(
                Block.normal("word features C", vocabulary(), Sizes.EMBEDDING),
                Block.layer(INPUTS, "context weights W", Sizes.HIDDEN, INPUTS),
                Block.layer(Sizes.HIDDEN, "node weights U", Sizes.HIDDEN, Sizes.HIDDEN),
                Block.normal("node vectors N", nodes, Sizes.HIDDEN),
                Block.layer(INPUTS, "hidden bias c", 1, Sizes.HIDDEN),
                Block.layer(Sizes.HIDDEN, "output weights β", 1, Sizes.HIDDEN),
                Block.zero("node bias α", 1, nodes)));
    }

    @Override
    public String title() {
        return "hierarchical language model over " + tree.name();
    }

    @Override
    public String loss() {
        return "mean negative log-likelihood of the next word, summed over its path in the tree";
    }

    @Override
    public Setting setting() {
        return new Setting(Setting.RATE, 4, 25);
    }

    @Override
    public Blocks parameters() {
        return blocks;
    }

    @Override
    public Objective whole() {
        return objective(data());
    }

    @Override
    public Objective batch(int[] examples, NumpyRandom random) {
        return objective(data().only(examples));
    }

    private Objective objective(WordExamples some) {
        HierarchicalLanguageModel model =
                new HierarchicalLanguageModel(tree.tree(), some.contexts(), some.targets(), Reduction.MEAN);
        return row -> {
            HierarchicalLanguageModel.Gradient gradient = model.at(parameters(row));
            return new Objective.Value(gradient.loss(), blocks.row(matrices(gradient.byParameters())));
        };
    }

    private Parameters parameters(double[] row) {
        List<Matrix> m = blocks.matrices(row);
        return new Parameters(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6));
    }

    private static List<Matrix> matrices(Parameters of) {
        return List.of(
                of.features(),
                of.contextWeights(),
                of.nodeWeights(),
                of.nodes(),
                of.hiddenBias(),
                of.outputWeights(),
                of.nodeBias());
    }

    @Override
    public List<Landmark> landmarks() {
        return List.of(tree.coins(data()), uniform(), least());
    }

    @Override
    public String score() {
        return "probability, multiplied along the path";
    }

    @Override
    Ranking ranking(double[] parameters, int[] context, List<String> question) {
        Labels any = Labels.of(vocabulary(), 0);
        double[] p = new HierarchicalLanguageModel(tree.tree(), new int[][] {context}, any, Reduction.MEAN)
                .probabilities(parameters(parameters))
                .entries();
        return ranked(question, context, p, List.of(Ranking.sum(p)));
    }
}
