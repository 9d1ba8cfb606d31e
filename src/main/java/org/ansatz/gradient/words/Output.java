package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.numeric.Matrix;

/** What stands behind the vectors of CBOW and skip-gram: how a hidden vector is turned into scores of words, and judged. */
public sealed interface Output permits SoftmaxOutput, TreeOutput, NoiseOutput {

    /** A softmax over all words. */
    static Output softmax(Corpus corpus) {
        return new SoftmaxOutput(corpus.words().size());
    }

    /** A decision at each node on the way to a word. */
    static Output hierarchical(Corpus corpus, NamedTree.Kind kind) {
        return new TreeOutput(NamedTree.of(kind, corpus));
    }

    /** Negative sampling with 5 noise words, drawn in proportion to their counts to the power 3/4. */
    static Output negativeSampling(Corpus corpus) {
        return new NoiseOutput(corpus);
    }

    /** What it is called after the model's name. */
    String name();

    /** What the loss of an example is. */
    String loss();

    /** How many output vectors there are. */
    int vectors();

    /** The layer behind all examples, without chance. */
    OutputLayer whole(Labels targets);

    /** The layer behind some examples. */
    OutputLayer batch(Labels targets, NumpyRandom random);

    /** What {@link #scores} are. */
    String score();

    /**
     * The score of each word.
     *
     * @param hidden 1 × D
     * @param vectors {@link #vectors} × D
     */
    double[] scores(Matrix hidden, Matrix vectors);

    /** What is to be said of scores. */
    List<Measure> measures(double[] scores);

    /** Losses to hold that of a run against. */
    List<Landmark> landmarks(WordExamples examples);

    /** The loss of one who cannot tell a word from noise. */
    static Landmark untold() {
        int coins = Sizes.NOISE + 1;
        return new Landmark("words and noise not told apart", coins + " ln 2", coins * Math.log(2));
    }
}
