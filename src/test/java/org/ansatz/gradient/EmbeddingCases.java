package org.ansatz.gradient;

import java.util.Arrays;
import java.util.Objects;
import org.ansatz.gradient.embedding.ContinuousBagOfWords;
import org.ansatz.gradient.embedding.EmbeddingGradient;
import org.ansatz.gradient.embedding.FullSoftmax;
import org.ansatz.gradient.embedding.GaussianNoiseContrast;
import org.ansatz.gradient.embedding.Glove;
import org.ansatz.gradient.embedding.HierarchicalSoftmax;
import org.ansatz.gradient.embedding.NegativeSampling;
import org.ansatz.gradient.embedding.NeuralLanguageModel;
import org.ansatz.gradient.embedding.NoiseContrastiveEstimation;
import org.ansatz.gradient.embedding.NoiseContrastiveGradient;
import org.ansatz.gradient.embedding.NoiseDistribution;
import org.ansatz.gradient.embedding.OutputGradient;
import org.ansatz.gradient.embedding.OutputLayer;
import org.ansatz.gradient.embedding.Pooling;
import org.ansatz.gradient.embedding.SkipGram;
import org.ansatz.gradient.embedding.Subsampling;
import org.ansatz.gradient.embedding.WordTree;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;

/** Computes the cases of sections 10 to 16. */
final class EmbeddingCases {

    private EmbeddingCases() {}

    static Results compute(GoldenCase golden) {
        return switch (golden.name().substring(0, 2)) {
            case "10" -> languageModel(golden);
            case "11" -> hierarchical(golden);
            case "12" -> golden.name().contains("gaussian") ? gaussian(golden) : contrastive(golden);
            case "13", "14" -> words(golden);
            case "15" -> golden.name().contains("noise") ? noise(golden) : subsampling(golden);
            default -> glove(golden);
        };
    }

    private static Results languageModel(GoldenCase golden) {
        Labels targets = golden.labels("targets", golden.matrix("C").rows());
        NeuralLanguageModel model = new NeuralLanguageModel(golden.words("contexts"), targets, golden.reduction());
        NeuralLanguageModel.Parameters at = new NeuralLanguageModel.Parameters(
                golden.matrix("C"),
                golden.matrix("H"),
                golden.row("d"),
                golden.matrix("U"),
                golden.row("b"),
                golden.has("W") ? golden.matrix("W") : null);
        NeuralLanguageModel.Gradient gradient = model.at(at);
        NeuralLanguageModel.Parameters by = gradient.byParameters();
        NeuralLanguageModel.Layers layers = model.layers(at);
        Results results = new Results()
                .gradient("C", by.features())
                .gradient("H", by.hiddenWeights())
                .gradient("d", by.hiddenBias())
                .gradient("U", by.outputWeights())
                .gradient("b", by.outputBias())
                .gradient("x", gradient.byLayers().x())
                .gradient("hidden", gradient.byLayers().hidden())
                .gradient("logits", gradient.byLayers().logits())
                .output("x", layers.x())
                .output("hidden", layers.hidden())
                .output("logits", layers.logits())
                .output("loss_elements", gradient.terms());
        if (golden.has("W")) {
            results.gradient("W", Objects.requireNonNull(by.direct()));
        }
        results.loss = gradient.loss();
        return results;
    }

    /** The tree is built anew, and must be that of the file. */
    private static WordTree tree(GoldenCase golden) {
        WordTree tree = WordTree.huffman(golden.counts("counts"));
        int[][] codes = golden.words("codes");
        int[][] points = golden.words("points");
        for (int w = 0; w < codes.length; w++) {
            int[] code = new int[tree.depth(w)];
            int[] path = new int[tree.depth(w)];
            for (int step = 0; step < code.length; step++) {
                code[step] = tree.bit(w, step);
                path[step] = tree.node(w, step);
            }
            if (!Arrays.equals(code, codes[w]) || !Arrays.equals(path, points[w])) {
                throw new AssertionError(golden + ": word " + w + " has the code " + tree.code(w));
            }
        }
        return tree;
    }

    private static Results hierarchical(GoldenCase golden) {
        WordTree tree = tree(golden);
        HierarchicalSoftmax layer =
                new HierarchicalSoftmax(tree, golden.labels("targets", tree.words()), golden.reduction());
        Matrix nodes = golden.matrix("nodes");
        if (!golden.has("centers")) {
            Matrix hidden = golden.matrix("hidden");
            OutputGradient gradient = layer.at(hidden, nodes);
            return layered(gradient)
                    .gradient("hidden", gradient.byHidden())
                    .gradient("nodes", gradient.byVectors())
                    .output("probabilities", HierarchicalSoftmax.probabilities(tree, hidden, nodes));
        }
        SkipGram model = new SkipGram(golden.labels("centers", tree.words()), layer);
        EmbeddingGradient gradient = model.at(golden.matrix("E"), nodes);
        return layered(gradient.layer())
                .gradient("E", gradient.byInput())
                .gradient("nodes", gradient.layer().byVectors())
                .gradient("h", gradient.layer().byHidden())
                .output("h", gradient.hidden())
                .output("probabilities", HierarchicalSoftmax.probabilities(tree, gradient.hidden(), nodes));
    }

    private static Results layered(OutputGradient gradient) {
        Results results = new Results().output("loss_elements", gradient.terms());
        results.loss = gradient.loss();
        return results;
    }

    private static Results contrastive(GoldenCase golden) {
        Matrix vectors = golden.matrix("V");
        Labels targets = golden.labels("targets", vectors.rows());
        NoiseContrastiveEstimation model = new NoiseContrastiveEstimation(
                targets, golden.words("noise"), golden.vector("noise_probabilities"), golden.reduction());
        double c = golden.has("c") ? golden.scalar("c") : 0;
        Matrix hidden = golden.matrix("hidden");
        NoiseContrastiveGradient gradient = model.at(hidden, vectors, golden.vector("b"), c);
        Matrix deltas = model.deltas(hidden, vectors, golden.vector("b"), c);
        double[] target = new double[deltas.rows()];
        double[] noise = new double[deltas.rows() * (deltas.columns() - 1)];
        for (int i = 0; i < deltas.rows(); i++) {
            target[i] = deltas.at(i, 0);
            for (int j = 1; j < deltas.columns(); j++) {
                noise[i * (deltas.columns() - 1) + j - 1] = deltas.at(i, j);
            }
        }
        return layered(gradient.layer())
                .gradient("hidden", gradient.layer().byHidden())
                .gradient("V", gradient.layer().byVectors())
                .gradient("b", gradient.byBias())
                .gradient("c", gradient.byLogScale())
                .output("delta_target", target)
                .output("delta_noise", noise);
    }

    private static Results gaussian(GoldenCase golden) {
        GaussianNoiseContrast model = new GaussianNoiseContrast(golden.vector("x"), golden.vector("noise"));
        GaussianNoiseContrast.Gradient gradient = model.at(golden.scalar("lambda"), golden.scalar("c"));
        Results results =
                new Results().gradient("lambda", gradient.byPrecision()).gradient("c", gradient.byLogScale());
        results.loss = gradient.loss();
        return results;
    }

    private static Results words(GoldenCase golden) {
        Matrix input = golden.matrix("E_in");
        Labels targets = golden.labels("targets", input.rows());
        boolean window = golden.has("sentence");
        Reduction reduction = window ? Reduction.SUM : golden.reduction();
        OutputLayer layer = golden.has("negatives")
                ? new NegativeSampling(targets, golden.words("negatives"), reduction)
                : new FullSoftmax(targets, reduction);
        EmbeddingGradient gradient = golden.has("contexts")
                ? new ContinuousBagOfWords(input.rows(), golden.words("contexts"), pooling(golden), layer)
                        .at(input, golden.matrix("E_out"))
                : new SkipGram(golden.labels("centers", input.rows()), layer).at(input, golden.matrix("E_out"));
        double perToken = window ? 1 / golden.parameter("T") : 1; // the paper divides by the tokens, not by the pairs
        Results results = layered(gradient.layer())
                .gradient("E_in", scaled(perToken, gradient.byInput()))
                .gradient("E_out", scaled(perToken, gradient.layer().byVectors()))
                .gradient("h", scaled(perToken, gradient.layer().byHidden()))
                .output("h", gradient.hidden());
        results.loss *= perToken;
        return results;
    }

    private static Pooling pooling(GoldenCase golden) {
        return golden.word("pooling").equals("sum") ? Pooling.SUM : Pooling.MEAN;
    }

    private static double[] scaled(double factor, Matrix matrix) {
        return Arrays.stream(matrix.entries()).map(x -> factor * x).toArray();
    }

    private static Results noise(GoldenCase golden) {
        double[] powers = golden.vector("powers");
        double[] all = Arrays.stream(powers)
                .flatMap(power -> Arrays.stream(NoiseDistribution.of(power, golden.counts("counts"))))
                .toArray();
        return new Results().output("probabilities", all);
    }

    private static Results subsampling(GoldenCase golden) {
        double[] counts = golden.vector("counts");
        double total = Arrays.stream(counts).sum();
        double[] frequency = Arrays.stream(counts).map(count -> count / total).toArray();
        double[] thresholds = golden.vector("t");
        int n = counts.length;
        double[] discard = new double[thresholds.length * n];
        double[] keep = new double[discard.length];
        double[] unclipped = new double[discard.length];
        double[] keepInC = new double[discard.length];
        for (int i = 0; i < discard.length; i++) {
            double t = thresholds[i / n];
            double f = frequency[i % n];
            discard[i] = Subsampling.PAPER.discard(f, t);
            keep[i] = Subsampling.PAPER.keep(f, t);
            unclipped[i] = Subsampling.WORD2VEC_C.bound(f, t);
            keepInC[i] = Subsampling.WORD2VEC_C.keep(f, t);
        }
        return new Results()
                .output("frequency", frequency)
                .output("paper_discard", discard)
                .output("paper_keep", keep)
                .output("word2vec_c_unclipped", unclipped)
                .output("word2vec_c_keep", keepInC);
    }

    private static Results glove(GoldenCase golden) {
        Glove model =
                new Glove(golden.matrix("X"), golden.parameter("x_max"), golden.parameter("alpha"), golden.reduction());
        Glove.Parameters at = new Glove.Parameters(
                golden.matrix("W"), golden.matrix("W_tilde"), golden.row("b"), golden.row("b_tilde"));
        Glove.Gradient gradient = model.at(at);
        Glove.Parameters by = gradient.byParameters();
        Results results = new Results()
                .gradient("W", by.words())
                .gradient("W_tilde", by.contexts())
                .gradient("b", by.wordBias())
                .gradient("b_tilde", by.contextBias())
                .output("f", model.weights())
                .output("diff", model.misses(at));
        results.loss = gradient.loss();
        return results;
    }
}
