package org.ansatz.gradient;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ansatz.gradient.embedding.ContinuousBagOfWords;
import org.ansatz.gradient.embedding.ContrastiveLanguageModel;
import org.ansatz.gradient.embedding.EmbeddingGradient;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.FullSoftmax;
import org.ansatz.gradient.embedding.GaussianNoiseContrast;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.embedding.HierarchicalLanguageModel;
import org.ansatz.gradient.embedding.HierarchicalSoftmax;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.NoiseContrastiveGradient;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.embedding.Pooling;
import org.ansatz.gradient.embedding.SkipGram;
import org.ansatz.gradient.embedding.WordTree;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every gradient of an embedding model, block by block, against differences of its loss. */
final class EmbeddingDifferencesTest {

    private final int vocabulary = 7;
    private final int dimension = 3;
    private final int examples = 5;

    /** Checks the gradient by one block of parameters, all others held. */
    private static void check(String what, Matrix gradient, Matrix block, Function<Matrix, Double> loss) {
        ToDoubleFunction<double[]> ofEntries = entries -> loss.apply(Matrix.of(block.rows(), block.columns(), entries));
        CentralDifferences.check(what, gradient.entries(), ofEntries, block.entries());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void skipGramAndCbow(long seed) {
        Draws draws = new Draws(seed);
        Labels targets = draws.labels(examples, vocabulary);
        WordTree huffman = WordTree.huffman(draws.counts(vocabulary));
        for (OutputLayer layer : List.of(
                new FullSoftmax(targets, Reduction.MEAN),
                new NegativeSampling(targets, draws.raggedWords(examples, 4, vocabulary), Reduction.MEAN),
                ExpectedContrast.negativeSampling(targets, 3, draws.distribution(vocabulary), Reduction.MEAN),
                ExpectedContrast.noiseContrastive(targets, 5, draws.distribution(vocabulary), Reduction.SUM),
                new HierarchicalSoftmax(huffman, targets, Reduction.SUM),
                new HierarchicalSoftmax(WordTree.balanced(vocabulary), targets, Reduction.MEAN))) {
            Matrix in = draws.matrix(vocabulary, dimension);
            Matrix out = draws.matrix(layer.vectors(), dimension);
            SkipGram skipGram = new SkipGram(draws.labels(examples, vocabulary), layer);
            embedding("skip-gram", layer, seed, in, out, skipGram::at);
            for (Pooling pooling : Pooling.values()) {
                ContinuousBagOfWords cbow = new ContinuousBagOfWords(
                        vocabulary, draws.raggedWords(examples, 4, vocabulary), pooling, layer);
                embedding("CBOW " + pooling, layer, seed, in, out, cbow::at);
            }
        }
    }

    private static void embedding(
            String what,
            OutputLayer layer,
            long seed,
            Matrix in,
            Matrix out,
            BiFunction<Matrix, Matrix, EmbeddingGradient> model) {
        String named = what + " with " + layer.getClass().getSimpleName() + ", seed " + seed;
        EmbeddingGradient gradient = model.apply(in, out);
        check(
                named + ", input",
                gradient.byInput(),
                in,
                m -> model.apply(m, out).layer().loss());
        check(
                named + ", output",
                gradient.layer().byVectors(),
                out,
                m -> model.apply(in, m).layer().loss());
        check(
                named + ", hidden",
                gradient.layer().byHidden(),
                gradient.hidden(),
                m -> layer.at(m, out).loss());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noiseContrastiveEstimation(long seed) {
        Draws draws = new Draws(seed);
        NoiseContrastiveEstimation model = new NoiseContrastiveEstimation(
                draws.labels(examples, vocabulary),
                draws.words(examples, 3, vocabulary),
                draws.distribution(vocabulary),
                Reduction.MEAN);
        Matrix hidden = draws.matrix(examples, dimension);
        Matrix vectors = draws.matrix(vocabulary, dimension);
        Matrix bias = draws.matrix(vocabulary, 1);
        double c = draws.from(-1, 1);
        NoiseContrastiveGradient gradient = model.at(hidden, vectors, bias.entries(), c);
        String named = "seed " + seed;
        check(
                named,
                gradient.layer().byHidden(),
                hidden,
                m -> model.at(m, vectors, bias.entries(), c).layer().loss());
        check(
                named,
                gradient.layer().byVectors(),
                vectors,
                m -> model.at(hidden, m, bias.entries(), c).layer().loss());
        check(
                named,
                gradient.byBias(),
                bias,
                m -> model.at(hidden, vectors, m.entries(), c).layer().loss());
        check(
                named,
                Matrix.row(gradient.byLogScale()),
                Matrix.row(c),
                m -> model.at(hidden, vectors, bias.entries(), m.at(0, 0))
                        .layer()
                        .loss());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseContrastOfADensity(long seed) {
        Draws draws = new Draws(seed);
        GaussianNoiseContrast model = new GaussianNoiseContrast(draws.normals(6), draws.normals(18));
        GaussianNoiseContrast.Gradient gradient = model.at(1.3, -0.7);
        CentralDifferences.check(
                "seed " + seed,
                new double[] {gradient.byPrecision(), gradient.byLogScale()},
                x -> model.at(x[0], x[1]).loss(),
                new double[] {1.3, -0.7});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theNeuralLanguageModel(long seed) {
        Draws draws = new Draws(seed);
        NeuralLanguageModel model = new NeuralLanguageModel(
                draws.words(examples, 2, vocabulary), draws.labels(examples, vocabulary), Reduction.MEAN);
        Matrix c = draws.matrix(vocabulary, dimension);
        Matrix h = draws.matrix(4, 2 * dimension);
        Matrix d = draws.matrix(1, 4);
        Matrix u = draws.matrix(vocabulary, 4);
        Matrix b = draws.matrix(1, vocabulary);
        Matrix w = draws.matrix(vocabulary, 2 * dimension);
        NeuralLanguageModel.Parameters by =
                model.at(new NeuralLanguageModel.Parameters(c, h, d, u, b, w)).byParameters();
        String named = "seed " + seed;
        check(named + " C", by.features(), c, m -> loss(model, m, h, d, u, b, w));
        check(named + " H", by.hiddenWeights(), h, m -> loss(model, c, m, d, u, b, w));
        check(named + " d", by.hiddenBias(), d, m -> loss(model, c, h, m, u, b, w));
        check(named + " U", by.outputWeights(), u, m -> loss(model, c, h, d, m, b, w));
        check(named + " b", by.outputBias(), b, m -> loss(model, c, h, d, u, m, w));
        check(named + " W", Objects.requireNonNull(by.direct()), w, m -> loss(model, c, h, d, u, b, m));
    }

    private static double loss(NeuralLanguageModel model, Matrix c, Matrix h, Matrix d, Matrix u, Matrix b, Matrix w) {
        return model.at(new NeuralLanguageModel.Parameters(c, h, d, u, b, w)).loss();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theContrastiveLanguageModel(long seed) {
        Draws draws = new Draws(seed);
        ContrastiveLanguageModel model = new ContrastiveLanguageModel(
                draws.words(examples, 2, vocabulary),
                new NoiseContrastiveEstimation(
                        draws.labels(examples, vocabulary),
                        draws.words(examples, 3, vocabulary),
                        draws.distribution(vocabulary),
                        Reduction.MEAN));
        NeuralLanguageModel.Parameters layers = new NeuralLanguageModel.Parameters(
                draws.matrix(vocabulary, dimension),
                draws.matrix(4, 2 * dimension),
                draws.matrix(1, 4),
                draws.matrix(vocabulary, 4),
                draws.matrix(1, vocabulary),
                seed % 2 == 0 ? draws.matrix(vocabulary, 2 * dimension) : null);
        Matrix z = draws.matrix(1, 2 * dimension);
        Matrix z0 = draws.matrix(1, 1);
        ContrastiveLanguageModel.Parameters by =
                model.at(new ContrastiveLanguageModel.Parameters(layers, z, z0)).byParameters();
        String named = "seed " + seed;
        check(named + " z", by.normaliser(), z, m -> contrast(model, layers, m, z0));
        check(named + " z₀", by.normaliserBias(), z0, m -> contrast(model, layers, z, m));
        check(
                named + " C",
                by.layers().features(),
                layers.features(),
                m -> contrast(model, withFeatures(layers, m), z, z0));
    }

    private static double contrast(
            ContrastiveLanguageModel model, NeuralLanguageModel.Parameters layers, Matrix z, Matrix z0) {
        return model.at(new ContrastiveLanguageModel.Parameters(layers, z, z0)).loss();
    }

    private static NeuralLanguageModel.Parameters withFeatures(NeuralLanguageModel.Parameters of, Matrix features) {
        return new NeuralLanguageModel.Parameters(
                features, of.hiddenWeights(), of.hiddenBias(), of.outputWeights(), of.outputBias(), of.direct());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theHierarchicalLanguageModel(long seed) {
        Draws draws = new Draws(seed);
        HierarchicalLanguageModel model = new HierarchicalLanguageModel(
                seed % 2 == 0 ? WordTree.balanced(vocabulary) : WordTree.huffman(draws.counts(vocabulary)),
                draws.words(examples, 2, vocabulary),
                draws.labels(examples, vocabulary),
                Reduction.MEAN);
        Matrix c = draws.matrix(vocabulary, dimension);
        Matrix w = draws.matrix(4, 2 * dimension);
        Matrix u = draws.matrix(4, 5);
        Matrix n = draws.matrix(vocabulary - 1, 5);
        Matrix hidden = draws.matrix(1, 4);
        Matrix beta = draws.matrix(1, 4);
        Matrix alpha = draws.matrix(1, vocabulary - 1);
        HierarchicalLanguageModel.Parameters by = model.at(
                        new HierarchicalLanguageModel.Parameters(c, w, u, n, hidden, beta, alpha))
                .byParameters();
        String named = "seed " + seed;
        check(named + " C", by.features(), c, m -> loss(model, m, w, u, n, hidden, beta, alpha));
        check(named + " W", by.contextWeights(), w, m -> loss(model, c, m, u, n, hidden, beta, alpha));
        check(named + " U", by.nodeWeights(), u, m -> loss(model, c, w, m, n, hidden, beta, alpha));
        check(named + " N", by.nodes(), n, m -> loss(model, c, w, u, m, hidden, beta, alpha));
        check(named + " c", by.hiddenBias(), hidden, m -> loss(model, c, w, u, n, m, beta, alpha));
        check(named + " β", by.outputWeights(), beta, m -> loss(model, c, w, u, n, hidden, m, alpha));
        check(named + " α", by.nodeBias(), alpha, m -> loss(model, c, w, u, n, hidden, beta, m));
    }

    private static double loss(
            HierarchicalLanguageModel model,
            Matrix c,
            Matrix w,
            Matrix u,
            Matrix n,
            Matrix hidden,
            Matrix beta,
            Matrix alpha) {
        return model.at(new HierarchicalLanguageModel.Parameters(c, w, u, n, hidden, beta, alpha))
                .loss();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void glove(long seed) {
        Draws draws = new Draws(seed);
        double[] x = draws.weights(vocabulary * vocabulary);
        for (int i = 0; i < x.length; i += 3) {
            x[i] = 0;
        }
        Matrix occurrences = Matrix.over(vocabulary, vocabulary, x);
        Matrix w = draws.matrix(vocabulary, dimension);
        Matrix v = draws.matrix(vocabulary, dimension);
        Matrix b = draws.matrix(1, vocabulary);
        Matrix d = draws.matrix(1, vocabulary);
        for (Reduction reduction : List.of(Reduction.SUM, Reduction.HALF_SUM, Reduction.MEAN)) {
            Glove model = new Glove(occurrences, 3, 0.75, reduction);
            Glove.Parameters by = model.at(new Glove.Parameters(w, v, b, d)).byParameters();
            String named = reduction + ", seed " + seed;
            check(
                    named,
                    by.words(),
                    w,
                    m -> model.at(new Glove.Parameters(m, v, b, d)).loss());
            check(
                    named,
                    by.contexts(),
                    v,
                    m -> model.at(new Glove.Parameters(w, m, b, d)).loss());
            check(
                    named,
                    by.wordBias(),
                    b,
                    m -> model.at(new Glove.Parameters(w, v, m, d)).loss());
            check(
                    named,
                    by.contextBias(),
                    d,
                    m -> model.at(new Glove.Parameters(w, v, b, m)).loss());
        }
    }
}
