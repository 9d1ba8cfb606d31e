package org.ansatz.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The models of sections 10 to 14 and 16, stated in operations of PyTorch. */
final class TorchWords {

    private TorchWords() {}

    static Results compute(GoldenCase golden) {
        try (Tape tape = new Tape()) {
            return tape.back(loss(tape, golden));
        }
    }

    private static NDArray loss(Tape tape, GoldenCase golden) {
        return switch (golden.name().substring(0, 2)) {
            case "10" -> languageModel(tape, golden);
            case "11" -> hierarchical(tape, golden);
            case "12" -> golden.name().contains("gaussian") ? gaussian(tape, golden) : contrastive(tape, golden);
            case "13" -> predicted(tape, golden, bag(tape, golden));
            case "14" -> predicted(tape, golden, centre(tape, golden, "E_in"));
            default -> glove(tape, golden);
        };
    }

    private static NDArray leaf(Tape tape, GoldenCase golden, String name) {
        return tape.leaf(name, golden.matrix(name));
    }

    /** y = b + W x + U tanh(d + H x), x being the features of the context words, the most recent first. */
    private static NDArray languageModel(Tape tape, GoldenCase golden) {
        int[][] contexts = golden.words("contexts");
        NDArray features = leaf(tape, golden, "C");
        NDArray of = tape.rows(features, flat(contexts)).reshape(contexts.length, -1);
        NDArray x = tape.watched("x", of);
        NDArray inner = x.matMul(leaf(tape, golden, "H").transpose()).add(tape.leaf("d", golden.row("d")));
        NDArray hidden = tape.watched("hidden", inner.tanh());
        NDArray y = hidden.matMul(leaf(tape, golden, "U").transpose()).add(tape.leaf("b", golden.row("b")));
        NDArray all = golden.has("W") ? y.add(x.matMul(leaf(tape, golden, "W").transpose())) : y;
        return meanCrossEntropy(tape, golden, tape.watched("logits", all));
    }

    private static NDArray meanCrossEntropy(Tape tape, GoldenCase golden, NDArray logits) {
        NDArray truth =
                tape.oneHot(golden.integers("targets"), (int) logits.getShape().get(1));
        return TorchLosses.crossEntropies(logits, truth).mean();
    }

    /** −ln P(w|h) = Σ softplus of −(1 − 2·bit) v·h along the word's path. */
    private static NDArray hierarchical(Tape tape, GoldenCase golden) {
        NDArray hidden = golden.has("centers") ? centre(tape, golden, "E") : leaf(tape, golden, "hidden");
        int[][] codes = golden.words("codes");
        int[][] points = golden.words("points");
        int[] targets = golden.integers("targets");
        List<Integer> examples = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            for (int step = 0; step < codes[targets[i]].length; step++) {
                examples.add(i);
                nodes.add(points[targets[i]][step]);
                signs.add(1.0 - 2 * codes[targets[i]][step]);
            }
        }
        NDArray scores = products(
                tape.rows(hidden, integers(examples)), tape.rows(leaf(tape, golden, "nodes"), integers(nodes)));
        NDArray sign =
                tape.constant(signs.stream().mapToDouble(Double::doubleValue).toArray());
        return Tape.softplus(scores.mul(sign).neg()).sum().div(targets.length);
    }

    /** The dot product of each row with its like, as a column. */
    private static NDArray products(NDArray a, NDArray b) {
        return a.mul(b).sum(new int[] {1}, true);
    }

    private static NDArray contrastive(Tape tape, GoldenCase golden) {
        int[] targets = golden.integers("targets");
        NDArray hidden = leaf(tape, golden, "hidden");
        NDArray vectors = leaf(tape, golden, "V");
        NDArray bias = tape.leaf("b", golden.matrix("b"));
        NDArray scale = golden.has("c") ? tape.leaf("c", golden.matrix("c")) : tape.constant(0);
        int[][] noise = golden.words("noise");
        NDArray logNoise = tape.constant(golden.matrix("noise_probabilities"))
                .mul(golden.parameter("k"))
                .log();
        NDArray scores = bias.sub(logNoise).add(scale);
        NDArray truth = products(tape.rows(vectors, targets), hidden).add(tape.rows(scores, targets));
        NDArray sampled = products(tape.rows(vectors, flat(noise)), tape.rows(hidden, repeated(noise)))
                .add(tape.rows(scores, flat(noise)));
        return truthAgainst(truth, sampled).div(targets.length);
    }

    private static NDArray truthAgainst(NDArray truth, NDArray noise) {
        return Tape.softplus(truth.neg()).sum().add(Tape.softplus(noise).sum());
    }

    /** ln p = c − λu²/2 against noise of the standard normal distribution. */
    private static NDArray gaussian(Tape tape, GoldenCase golden) {
        NDArray lambda = tape.leaf("lambda", golden.matrix("lambda"));
        NDArray c = tape.leaf("c", golden.matrix("c"));
        NDArray truth = logRatio(tape.constant(golden.vector("x")), lambda, c, golden.parameter("nu"));
        NDArray noise = logRatio(tape.constant(golden.vector("noise")), lambda, c, golden.parameter("nu"));
        return truthAgainst(truth, noise).div(golden.vector("x").length);
    }

    private static NDArray logRatio(NDArray u, NDArray lambda, NDArray c, double nu) {
        NDArray half = u.square().div(2);
        NDArray logNoise = half.neg().sub(Math.log(2 * Math.PI) / 2);
        return c.sub(lambda.mul(half)).sub(logNoise).sub(Math.log(nu));
    }

    /** The words of each context, averaged or summed. */
    private static NDArray bag(Tape tape, GoldenCase golden) {
        NDArray table = leaf(tape, golden, "E_in");
        boolean sum = golden.word("pooling").equals("sum");
        NDList rows = new NDList();
        for (int[] context : golden.words("contexts")) {
            NDArray words = tape.rows(table, context);
            rows.add(sum ? words.sum(new int[] {0}) : words.mean(new int[] {0}));
        }
        return tape.watched("h", tape.stacked(rows));
    }

    private static NDArray centre(Tape tape, GoldenCase golden, String table) {
        return tape.watched("h", tape.rows(leaf(tape, golden, table), golden.integers("centers")));
    }

    /** The target from h by the whole softmax, or against drawn negatives. */
    private static NDArray predicted(Tape tape, GoldenCase golden, NDArray h) {
        int[] targets = golden.integers("targets");
        NDArray output = leaf(tape, golden, "E_out");
        if (!golden.has("negatives")) {
            NDArray mean = meanCrossEntropy(tape, golden, h.matMul(output.transpose()));
            return golden.has("sentence") ? mean.mul(targets.length).div(golden.parameter("T")) : mean;
        }
        int[][] negatives = golden.words("negatives");
        NDArray truth = products(tape.rows(output, targets), h);
        NDArray sampled = products(tape.rows(output, flat(negatives)), tape.rows(h, repeated(negatives)));
        return truthAgainst(truth, sampled).div(targets.length);
    }

    /** Σ f(X) (w·w̃ + b + b̃ − ln X)² over the pairs that occur. */
    private static NDArray glove(Tape tape, GoldenCase golden) {
        double[] counts = golden.vector("X");
        int words = golden.matrix("X").columns();
        int[] pairs =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        int[] rows = Arrays.stream(pairs).map(i -> i / words).toArray();
        int[] columns = Arrays.stream(pairs).map(i -> i % words).toArray();
        NDArray x =
                tape.constant(Arrays.stream(pairs).mapToDouble(i -> counts[i]).toArray());
        NDArray weights = x.div(golden.parameter("x_max")).minimum(1).pow(golden.parameter("alpha"));
        NDArray bias = tape.rows(leaf(tape, golden, "b"), rows);
        NDArray contextBias = tape.rows(leaf(tape, golden, "b_tilde"), columns);
        NDArray misses = products(
                        tape.rows(leaf(tape, golden, "W"), rows), tape.rows(leaf(tape, golden, "W_tilde"), columns))
                .add(bias)
                .add(contextBias)
                .sub(x.log());
        NDArray sum = weights.mul(misses.square()).sum();
        return "half_sum".equals(golden.fields().get("reduction")) ? sum.div(2) : sum;
    }

    private static int[] flat(int[][] rows) {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    }

    /** The number of its row for each entry. */
    private static int[] repeated(int[][] rows) {
        return IntStream.range(0, rows.length)
                .flatMap(i -> Arrays.stream(rows[i]).map(entry -> i))
                .toArray();
    }

    private static int[] integers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
