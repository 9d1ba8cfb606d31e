package org.ansatz.gradient.words;

import java.util.List;
import java.util.stream.IntStream;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;

/** GloVe on the co-occurrences of a corpus, each counted by 1/distance. */
public final class GloveTask extends NeighbourTask {

    /** x_max of the paper, meant for corpora of billions of words. */
    public static final double PAPERS_LARGEST = 100;

    private static final double ALPHA = 0.75;

    /** Half an entry over the dimension, as the released code starts. */
    private static final double START = 0.5 / Sizes.EMBEDDING;

    private final double largest;
    private final Matrix occurrences;
    private final int[] pairs;
    private final Blocks blocks;

    /**
     * A model of the pairs that occur.
     *
     * @param largest x_max, finite and positive: from here on pairs weigh 1
     * @throws IllegalArgumentException if it is not
     */
    public GloveTask(Corpus corpus, double largest) {
        super(corpus);
        this.largest = largest;
        this.occurrences = corpus.cooccurrences(Sizes.WINDOW);
        double[] x = occurrences.entries();
        this.pairs = IntStream.range(0, x.length).filter(i -> x[i] > 0).toArray();
        this.blocks = new Blocks(List.of(
                Block.within(START, "word vectors w", vocabulary(), Sizes.EMBEDDING),
                Block.within(START, "context vectors w̃", vocabulary(), Sizes.EMBEDDING),
                Block.within(START, "word bias b", 1, vocabulary()),
                Block.within(START, "context bias b̃", 1, vocabulary())));
        whole(); // refuses what is out of range
    }

    @Override
    public String title() {
        return "GloVe";
    }

    @Override
    public String loss() {
        return "mean of f(X)·D², f(X) = (X/" + plain(largest) + ")^0.75 up to X = " + plain(largest) + ", else 1";
    }

    private static String plain(double x) {
        return x == Math.rint(x) && x < 1e9 ? String.valueOf((long) x) : String.valueOf(x);
    }

    @Override
    public int examples() {
        return pairs.length;
    }

    @Override
    public String unit() {
        return "pairs that occur";
    }

    @Override
    public Setting setting() {
        return new Setting(Setting.RATE, pairs.length, 25);
    }

    @Override
    public Blocks parameters() {
        return blocks;
    }

    @Override
    public Objective whole() {
        return objective(occurrences);
    }

    @Override
    public Objective batch(int[] examples, NumpyRandom random) {
        double[] some = new double[occurrences.entries().length];
        for (int example : examples) {
            some[pairs[example]] = occurrences.entries()[pairs[example]];
        }
        return objective(Matrix.over(vocabulary(), vocabulary(), some));
    }

    private Objective objective(Matrix x) {
        Glove model = new Glove(x, largest, ALPHA, Reduction.MEAN);
        return row -> {
            Glove.Gradient gradient = model.at(parameters(row));
            Glove.Parameters by = gradient.byParameters();
            return new Objective.Value(
                    gradient.loss(), blocks.row(List.of(by.words(), by.contexts(), by.wordBias(), by.contextBias())));
        };
    }

    private Glove.Parameters parameters(double[] row) {
        List<Matrix> m = blocks.matrices(row);
        return new Glove.Parameters(m.get(0), m.get(1), m.get(2), m.get(3));
    }

    @Override
    public List<Landmark> landmarks() {
        double loss = whole().at(new double[blocks.size()]).loss();
        return List.of(new Landmark("all parameters 0", "every pair taken to occur once", loss));
    }

    /** What f(X) hides where no pair comes near x_max: how far ln X is missed. */
    @Override
    public List<Measure> measures(double[] parameters) {
        return List.of(
                new Measure("greatest X; where it is far below x_max, all losses are small", greatest()),
                new Measure("mean D² without the weights", meanSquare(parameters)),
                new Measure("the same with all parameters 0", meanSquare(new double[blocks.size()])));
    }

    private double greatest() {
        double greatest = 0;
        for (int pair : pairs) {
            greatest = Math.max(greatest, occurrences.entries()[pair]);
        }
        return greatest;
    }

    private double meanSquare(double[] parameters) {
        double[] misses = new Glove(occurrences, largest, ALPHA, Reduction.MEAN)
                .misses(parameters(parameters))
                .entries();
        double sum = 0;
        for (int pair : pairs) {
            sum += misses[pair] * misses[pair];
        }
        return sum / pairs.length;
    }

    @Override
    public String score() {
        return "w·w̃ + b + b̃, the model's ln X";
    }

    @Override
    public String seen() {
        return "X: how often it stands near in the sentences, by 1/distance";
    }

    @Override
    Ranking ranking(double[] parameters, int word, List<String> question) {
        Glove.Parameters at = parameters(parameters);
        double[] scores = row(at.words(), word)
                .timesTransposed(at.contexts())
                .plus(at.contextBias())
                .entries()
                .clone();
        for (int w = 0; w < scores.length; w++) {
            scores[w] += at.wordBias().at(0, word);
        }
        return Ranking.of(question, corpus().words(), scores, w -> occurrences.at(word, w), List.of());
    }
}
