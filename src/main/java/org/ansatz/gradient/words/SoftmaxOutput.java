package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.FullSoftmax;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.numeric.Matrix;

/** A softmax over all words. */
record SoftmaxOutput(int vectors) implements Output {

    @Override
    public String name() {
        return "a softmax over all words";
    }

    @Override
    public String loss() {
        return "negative log-likelihood";
    }

    @Override
    public OutputLayer whole(Labels targets) {
        return new FullSoftmax(targets, Reduction.MEAN);
    }

    @Override
    public OutputLayer batch(Labels targets, NumpyRandom random) {
        return whole(targets);
    }

    @Override
    public String score() {
        return "probability, by the softmax of u·v";
    }

    @Override
    public double[] scores(Matrix hidden, Matrix output) {
        return Softmax.of(hidden.timesTransposed(output).entries());
    }

    @Override
    public List<Measure> measures(double[] scores) {
        return List.of(Ranking.sum(scores));
    }

    @Override
    public List<Landmark> landmarks(WordExamples examples) {
        return List.of(
                new Landmark("zero vectors", "every word equally likely, ln " + vectors, Math.log(vectors)),
                Landmark.least("its context", new ContextCounts(examples).entropy()));
    }
}
