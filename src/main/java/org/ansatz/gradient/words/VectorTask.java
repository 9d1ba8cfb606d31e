package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.ContinuousBagOfWords;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.EmbeddingGradient;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.embedding.Pooling;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;

/** Skip-gram, where a word predicts its neighbours, and CBOW, where the mean of the words around a gap predicts it. */
public final class VectorTask extends NeighbourTask {

    private final String name;
    private final String unit;
    private final WordExamples data;
    private final ContextCounts neighbours;
    private final Output output;
    private final Setting setting;
    private final Blocks blocks;

    private VectorTask(Corpus corpus, String name, String unit, WordExamples data, Output output, Setting setting) {
        super(corpus);
        this.name = name;
        this.unit = unit;
        this.data = data;
        this.neighbours = new ContextCounts(WordExamples.neighbours(corpus, Sizes.WINDOW));
        this.output = output;
        this.setting = setting;
        this.blocks = new Blocks(List.of(
                Block.normal("input vectors v", vocabulary(), Sizes.EMBEDDING),
                Block.normal("output vectors u", output.vectors(), Sizes.EMBEDDING)));
    }

    /** Skip-gram: an example is a word and a neighbour. */
    public static VectorTask skipGram(Corpus corpus, Output output) {
        return new VectorTask(
                corpus,
                "skip-gram",
                "pairs of words at most " + Sizes.WINDOW + " apart",
                WordExamples.neighbours(corpus, Sizes.WINDOW),
                output,
                new Setting(Setting.RATE, 4, 25));
    }

    /** CBOW: an example is a word and all that stand around it. A window holds as many words as there are: none is filled up. */
    public static VectorTask continuousBagOfWords(Corpus corpus, Output output) {
        return new VectorTask(
                corpus,
                "CBOW",
                "words, each with those at most " + Sizes.WINDOW + " away",
                WordExamples.gaps(corpus, Sizes.WINDOW),
                output,
                new Setting(Setting.RATE, 3, 50));
    }

    @Override
    public String title() {
        return name + " with " + output.name();
    }

    @Override
    public String loss() {
        return "mean " + output.loss();
    }

    @Override
    public int examples() {
        return data.count();
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public Blocks parameters() {
        return blocks;
    }

    @Override
    public Objective whole() {
        return objective(data, output.whole(data.targets()));
    }

    @Override
    public Objective batch(int[] examples, NumpyRandom random) {
        WordExamples some = data.only(examples);
        return objective(some, output.batch(some.targets(), random));
    }

    /** Skip-gram is CBOW with contexts of one word. */
    private Objective objective(WordExamples some, OutputLayer layer) {
        ContinuousBagOfWords model = new ContinuousBagOfWords(vocabulary(), some.contexts(), Pooling.MEAN, layer);
        return row -> {
            List<Matrix> m = blocks.matrices(row);
            EmbeddingGradient gradient = model.at(m.get(0), m.get(1));
            return new Objective.Value(
                    gradient.layer().loss(),
                    blocks.row(List.of(gradient.byInput(), gradient.layer().byVectors())));
        };
    }

    @Override
    public List<Landmark> landmarks() {
        return output.landmarks(data);
    }

    @Override
    public String score() {
        return output.score();
    }

    @Override
    public String seen() {
        return "how often it stands near in the sentences";
    }

    @Override
    Ranking ranking(double[] parameters, int word, List<String> question) {
        List<Matrix> m = blocks.matrices(parameters);
        double[] scores = output.scores(row(m.get(0), word), m.get(1));
        int[] context = {word};
        return Ranking.of(question, corpus().words(), scores, w -> neighbours.of(context, w), output.measures(scores));
    }
}
