package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.numeric.Matrix;

/** The neural probabilistic language model, with a softmax over all words. */
public final class NeuralTask extends NextWordTask {

    private final NeuralShape shape;
    private final Blocks blocks;

    private NeuralTask(Corpus corpus, boolean direct) {
        super(corpus);
        this.shape = new NeuralShape(vocabulary(), direct);
        this.blocks = new Blocks(shape.blocks());
    }

    /** The article's: with direct connections. */
    public static NeuralTask of(Corpus corpus) {
        return new NeuralTask(corpus, true);
    }

    /** The paper's other model: the context acts by way of the hidden units alone. */
    public static NeuralTask withoutDirectConnections(Corpus corpus) {
        return new NeuralTask(corpus, false);
    }

    @Override
    public String title() {
        return "neural probabilistic language model" + (shape.direct() ? "" : " without direct connections");
    }

    @Override
    public String loss() {
        return "mean negative log-likelihood of the next word";
    }

    @Override
    public Setting setting() {
        return new Setting(Setting.RATE, 4, 10);
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
        NeuralLanguageModel model = new NeuralLanguageModel(some.contexts(), some.targets(), Reduction.MEAN);
        return parameters -> {
            NeuralLanguageModel.Gradient gradient = model.at(shape.parameters(blocks.matrices(parameters)));
            return new Objective.Value(gradient.loss(), blocks.row(NeuralShape.matrices(gradient.byParameters())));
        };
    }

    @Override
    public List<Landmark> landmarks() {
        return List.of(uniform(), least());
    }

    @Override
    public String score() {
        return "probability, by the softmax of the logits";
    }

    @Override
    Ranking ranking(double[] parameters, int[] context, List<String> question) {
        Labels any = Labels.of(vocabulary(), 0);
        Matrix logits = new NeuralLanguageModel(new int[][] {context}, any, Reduction.MEAN)
                .layers(shape.parameters(blocks.matrices(parameters)))
                .logits();
        double[] p = Softmax.of(logits.entries());
        return ranked(question, context, p, List.of(Ranking.sum(p)));
    }
}
