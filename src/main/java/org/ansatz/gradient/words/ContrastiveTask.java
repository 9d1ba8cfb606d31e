package org.ansatz.gradient.words;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.ContrastiveLanguageModel;
import org.ansatz.gradient.embedding.ContrastiveLanguageModel.Parameters;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;

/**
 * The neural language model with a learnt normaliser, by noise-contrastive estimation with 5 noise words in proportion to
 * their counts.
 */
public final class ContrastiveTask extends NextWordTask {

    private static final int INPUTS = Sizes.CONTEXT * Sizes.EMBEDDING;

    private final NeuralShape shape;
    private final NoiseWords noise;
    private final Blocks blocks;

    private ContrastiveTask(Corpus corpus, boolean direct) {
        super(corpus);
        this.shape = new NeuralShape(vocabulary(), direct);
        this.noise = new NoiseWords(corpus, 1);
        List<Block> all = new ArrayList<>(shape.blocks());
        all.add(Block.layer(INPUTS, "normaliser z", 1, INPUTS));
        all.add(Block.layer(INPUTS, "normaliser bias z₀", 1, 1));
        this.blocks = new Blocks(all);
    }

    /** The article's: with direct connections. */
    public static ContrastiveTask of(Corpus corpus) {
        return new ContrastiveTask(corpus, true);
    }

    /** The context acts by way of the hidden units alone. */
    public static ContrastiveTask withoutDirectConnections(Corpus corpus) {
        return new ContrastiveTask(corpus, false);
    }

    @Override
    public String title() {
        return "neural language model by noise-contrastive estimation"
                + (shape.direct() ? "" : ", without direct connections");
    }

    @Override
    public String loss() {
        return "mean contrastive loss against " + Sizes.NOISE + " noise words, expected over their draws";
    }

    @Override
    public Setting setting() {
        return new Setting(Setting.RATE, 4, 20);
    }

    @Override
    public Blocks parameters() {
        return blocks;
    }

    @Override
    public Objective whole() {
        return objective(
                data(),
                ExpectedContrast.noiseContrastive(data().targets(), Sizes.NOISE, noise.distribution(), Reduction.MEAN));
    }

    @Override
    public Objective batch(int[] examples, NumpyRandom random) {
        WordExamples some = data().only(examples);
        int[][] drawn = noise.draw(some.count(), random);
        return objective(
                some, new NoiseContrastiveEstimation(some.targets(), drawn, noise.distribution(), Reduction.MEAN));
    }

    private Objective objective(WordExamples some, OutputLayer contrast) {
        ContrastiveLanguageModel model = new ContrastiveLanguageModel(some.contexts(), contrast);
        return row -> {
            ContrastiveLanguageModel.Gradient gradient = model.at(parameters(row));
            return new Objective.Value(gradient.loss(), blocks.row(matrices(gradient.byParameters())));
        };
    }

    private Parameters parameters(double[] row) {
        List<Matrix> m = blocks.matrices(row);
        int layers = shape.count();
        return new Parameters(shape.parameters(m.subList(0, layers)), m.get(layers), m.get(layers + 1));
    }

    private static List<Matrix> matrices(Parameters of) {
        List<Matrix> matrices = new ArrayList<>(NeuralShape.matrices(of.layers()));
        matrices.add(of.normaliser());
        matrices.add(of.normaliserBias());
        return matrices;
    }

    @Override
    public List<Landmark> landmarks() {
        return List.of(
                Output.untold(),
                new Landmark(
                        "least possible",
                        "each word as likely as it is after its context",
                        counts().leastContrast(noise.expected())));
    }

    /** The likelihood after all, which can be compared with that of the other models; and how far off the sums are. */
    @Override
    public List<Measure> measures(double[] parameters) {
        Matrix logs = logProbabilities(parameters, data().contexts(), data().targets());
        double loss = SoftmaxCrossEntropy.of(data().targets(), Reduction.MEAN).value(logs.entries());
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < logs.rows(); i++) {
            double sum = 0;
            for (int w = 0; w < logs.columns(); w++) {
                sum += Math.exp(logs.at(i, w));
            }
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        return List.of(
                new Measure("mean negative log-likelihood, renormalised over the vocabulary", loss),
                new Measure(
                        "that of " + uniform().name() + ", " + uniform().reason(),
                        uniform().loss()),
                new Measure("least sum of e^(s − ln Z) after a context of the sentences", least),
                new Measure("greatest such sum; nothing in the method makes them 1", most));
    }

    @Override
    public String score() {
        return "probability, e^(s − ln Z) renormalised over the vocabulary";
    }

    @Override
    Ranking ranking(double[] parameters, int[] context, List<String> question) {
        double[] logs = logProbabilities(parameters, new int[][] {context}, Labels.of(vocabulary(), 0))
                .entries();
        double unnormalised = 0;
        for (double log : logs) {
            unnormalised += Math.exp(log);
        }
        double[] p = Softmax.of(logs);
        return ranked(
                question,
                context,
                p,
                List.of(
                        Ranking.sum(p),
                        new Measure("before that, e^(s − ln Z), which are no probabilities, sum to", unnormalised)));
    }

    private Matrix logProbabilities(double[] row, int[][] contexts, Labels targets) {
        OutputLayer contrast =
                ExpectedContrast.noiseContrastive(targets, Sizes.NOISE, noise.distribution(), Reduction.MEAN);
        return new ContrastiveLanguageModel(contexts, contrast).logProbabilities(parameters(row));
    }
}
