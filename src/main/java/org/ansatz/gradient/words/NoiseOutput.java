package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NoiseDistribution;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/** Negative sampling. */
final class NoiseOutput implements Output {

    private final int vocabulary;
    private final NoiseWords noise;

    NoiseOutput(Corpus corpus) {
        this.vocabulary = corpus.words().size();
        this.noise = new NoiseWords(corpus, NoiseDistribution.WORD2VEC_POWER);
    }

    @Override
    public String name() {
        return "negative sampling";
    }

    @Override
    public String loss() {
        return "negative-sampling loss with " + Sizes.NOISE + " noise words, expected over their draws";
    }

    @Override
    public int vectors() {
        return vocabulary;
    }

    @Override
    public OutputLayer whole(Labels targets) {
        return ExpectedContrast.negativeSampling(targets, Sizes.NOISE, noise.distribution(), Reduction.MEAN);
    }

    @Override
    public OutputLayer batch(Labels targets, NumpyRandom random) {
        return new NegativeSampling(targets, noise.draw(targets.count(), random), Reduction.MEAN);
    }

    @Override
    public String score() {
        return "u·v, the logit that the pair is real and no noise: below 0 rather noise";
    }

    @Override
    public double[] scores(Matrix hidden, Matrix output) {
        return hidden.timesTransposed(output).entries();
    }

    @Override
    public List<Measure> measures(double[] scores) {
        return List.of();
    }

    @Override
    public List<Landmark> landmarks(WordExamples examples) {
        Landmark untold = Output.untold();
        return List.of(
                new Landmark("zero vectors", untold.name() + ", " + untold.reason(), untold.loss()),
                new Landmark(
                        "least possible",
                        "with a logit of its own for each pair",
                        new ContextCounts(examples).leastContrast(noise.expected())));
    }
}
