package org.ansatz.gradient;

import java.util.Arrays;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.ClassBalance;
import org.ansatz.gradient.loss.CurvedLoss;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;

/** Computes the cases of sections 1 to 9 and 18. */
final class LossCases {

    private LossCases() {}

    static Results compute(GoldenCase golden) {
        String name = golden.name();
        if (name.startsWith("04-softmax-jacobian")) {
            return jacobian(golden);
        }
        if (name.startsWith("08-cb-weights")) {
            return weightsTable(golden);
        }
        if (name.startsWith("09-posthoc")) {
            return posthoc(golden);
        }
        Loss loss = loss(golden);
        Results results = golden.has("X") ? linear(golden, loss) : bare(golden, loss);
        if (golden.has("class_counts") && golden.name().startsWith("08")) {
            results.output("class_weights", balance(golden).weights());
        }
        if (name.startsWith("18-hvp")) {
            curvature(golden, loss, results);
        }
        return results;
    }

    /** The loss that a case is about. */
    static Loss loss(GoldenCase golden) {
        Reduction reduction = golden.reduction();
        String[] words = golden.name().split("-");
        return switch (words[0] + words[1] + words[2]) {
            case "01linearmse" -> new SquaredError(golden.matrix("y"), reduction);
            case "02linearmae" -> new AbsoluteError(golden.matrix("y"), reduction);
            case "03logisticbce", "18hvplogistic", "17traingauss" ->
                BinaryCrossEntropy.of(golden.matrix("y"), reduction);
            case "04softmaxce" ->
                golden.parameter("label_smoothing") > 0
                        ? new SoftTargetCrossEntropy(golden.matrix("y"), reduction)
                        : SoftmaxCrossEntropy.of(labels(golden), reduction);
            case "18hvpsoftmax" -> SoftmaxCrossEntropy.of(labels(golden), reduction);
            case "05weightedbce" -> BinaryCrossEntropy.weighted(golden.matrix("y"), positiveWeights(golden), reduction);
            case "05weightedce" ->
                SoftmaxCrossEntropy.weighted(labels(golden), golden.vector("class_weights"), reduction);
            case "06focalbinary" -> focal(golden, reduction);
            case "06focalsoftmax" ->
                golden.has("alpha")
                        ? SoftmaxFocalLoss.weighted(
                                labels(golden), golden.vector("alpha"), golden.parameter("gamma"), reduction)
                        : SoftmaxFocalLoss.of(labels(golden), golden.parameter("gamma"), reduction);
            case "08cbsoftmax" -> balance(golden).softmax(labels(golden), reduction);
            case "08cbsigmoid" -> balance(golden).sigmoid(labels(golden), reduction);
            case "08cbfocal" -> balance(golden).focal(labels(golden), golden.parameter("gamma"), reduction);
            case "08cbsoftmaxfocal" ->
                balance(golden).softmaxFocal(labels(golden), golden.parameter("gamma"), reduction);
            default -> words[0].equals("07") ? asymmetric(golden, reduction) : adjusted(golden, reduction);
        };
    }

    private static FocalLoss focal(GoldenCase golden, Reduction reduction) {
        double alpha = golden.parameter("alpha");
        double gamma = golden.parameter("gamma");
        return Double.isNaN(alpha)
                ? FocalLoss.of(golden.matrix("y"), gamma, reduction)
                : FocalLoss.balanced(golden.matrix("y"), gamma, alpha, reduction);
    }

    private static AsymmetricLoss asymmetric(GoldenCase golden, Reduction reduction) {
        Asymmetry asymmetry =
                new Asymmetry(golden.parameter("gamma_pos"), golden.parameter("gamma_neg"), golden.parameter("margin"));
        Reduction all = golden.name().contains("batchmean") ? Reduction.MEAN_OVER_EXAMPLES : reduction;
        return AsymmetricLoss.of(golden.matrix("y"), asymmetry, all);
    }

    /** τ = 0 adjusts nothing: by the file, the plain cross-entropy. */
    private static SoftmaxCrossEntropy adjusted(GoldenCase golden, Reduction reduction) {
        double tau = golden.parameter("tau");
        return tau == 0
                ? SoftmaxCrossEntropy.of(labels(golden), reduction)
                : LogitAdjustment.of(tau, golden.counts("class_counts")).loss(labels(golden), reduction);
    }

    private static double[] positiveWeights(GoldenCase golden) {
        return golden.has("pos_weight") ? golden.vector("pos_weight") : new double[] {golden.parameter("pos_weight")};
    }

    private static ClassBalance balance(GoldenCase golden) {
        return ClassBalance.of(golden.parameter("beta"), golden.counts("class_counts"));
    }

    private static Labels labels(GoldenCase golden) {
        int classes = golden.has("W")
                ? golden.matrix("W").rows()
                : golden.matrix("logits").columns();
        return golden.labels("y", classes);
    }

    /** Weights of one score are a row. */
    static Parameters parameters(GoldenCase golden, String weights, String bias) {
        Matrix w = golden.matrix(weights);
        return new Parameters(w.columns() == 1 && weights.endsWith("w") ? w.transposed() : w, golden.vector(bias));
    }

    private static Results bare(GoldenCase golden, Loss loss) {
        Matrix scores = golden.matrix("logits");
        LossGradient gradient = loss.at(scores);
        Results results = new Results().gradient("logits", gradient.gradient());
        results.loss = gradient.loss();
        return scored(results, loss, scores);
    }

    private static Results linear(GoldenCase golden, Loss loss) {
        String weights = golden.has("W") ? "W" : "w";
        Parameters parameters = parameters(golden, weights, "b");
        LinearModel model = new LinearModel(golden.matrix("X"), loss);
        LinearGradient gradient = model.at(parameters);
        Results results = new Results()
                .gradient("X", gradient.byExamples())
                .gradient(weights, gradient.byParameters().weights())
                .gradient("b", gradient.byParameters().bias())
                .gradient("prediction", gradient.byScores())
                .gradient("logits", gradient.byScores());
        results.loss = gradient.loss();
        Matrix scores = model.scores(parameters);
        return scored(results.output("prediction", scores).output("logits", scores), loss, scores);
    }

    private static Results scored(Results results, Loss loss, Matrix scores) {
        double[] probabilities = scores.columns() > 1
                ? Softmax.ofRows(scores).entries()
                : Arrays.stream(scores.entries()).map(Logistic::sigmoid).toArray();
        return results.output("loss_elements", loss.terms(scores.entries())).output("probabilities", probabilities);
    }

    private static Results jacobian(GoldenCase golden) {
        double[] z = golden.vector("z");
        double[] v = golden.vector("v");
        double[] p = Softmax.of(z);
        Results results = new Results()
                .gradient("z", Softmax.jacobianTimes(z, v))
                .output("probabilities", p)
                .output("jacobian", Softmax.jacobian(z));
        results.loss = Matrix.dot(p, 0, v, 0, v.length);
        return results;
    }

    private static Results weightsTable(GoldenCase golden) {
        double[] betas = golden.vector("betas");
        long[] counts = golden.counts("class_counts");
        int n = counts.length;
        double[] effective = new double[betas.length * n];
        double[] inverse = new double[betas.length * n];
        double[] weights = new double[betas.length * n];
        for (int i = 0; i < effective.length; i++) {
            effective[i] = ClassBalance.effectiveNumber(betas[i / n], counts[i % n]);
            inverse[i] = 1 / effective[i];
            weights[i] = ClassBalance.of(betas[i / n], counts).weights()[i % n];
        }
        return new Results()
                .output("effective_number", effective)
                .output("weights_unnormalised", inverse)
                .output("weights", weights);
    }

    private static Results posthoc(GoldenCase golden) {
        Matrix logits = golden.matrix("logits");
        Matrix adjusted = LogitAdjustment.of(golden.parameter("tau"), golden.counts("class_counts"))
                .adjusted(logits);
        return new Results()
                .output("adjusted_logits", adjusted)
                .output("adjusted_probabilities", Softmax.ofRows(adjusted))
                .output("prediction_before", doubles(LogitAdjustment.predictions(logits)))
                .output("prediction_after", doubles(LogitAdjustment.predictions(adjusted)));
    }

    private static double[] doubles(int[] integers) {
        return Arrays.stream(integers).asDoubleStream().toArray();
    }

    private static void curvature(GoldenCase golden, Loss loss, Results results) {
        if (!golden.has("X")) {
            double[] product = new double[golden.vector("logits").length];
            ((CurvedLoss) loss).hessianTimes(golden.vector("logits"), golden.vector("v_logits"), product);
            results.output("hvp_logits", product);
            return;
        }
        String weights = golden.has("W") ? "W" : "w";
        Parameters at = parameters(golden, weights, "b");
        LinearModel model = new LinearModel(golden.matrix("X"), loss);
        Parameters product = model.hessianTimes(at, parameters(golden, "v_" + weights, "v_b"));
        results.output("hvp_" + weights, product.weights()).output("hvp_b", product.bias());
        results.output("hessian", hessian(model, at));
    }

    /** The Hessian, column by column. */
    private static double[] hessian(LinearModel model, Parameters at) {
        int k = at.weights().rows();
        int n = at.weights().columns();
        int size = k * n + k;
        double[] hessian = new double[size * size];
        for (int c = 0; c < size; c++) {
            double[] unit = new double[size];
            unit[c] = 1;
            Parameters along =
                    new Parameters(Matrix.of(k, n, Arrays.copyOf(unit, k * n)), Arrays.copyOfRange(unit, k * n, size));
            Parameters column = model.hessianTimes(at, along);
            for (int r = 0; r < size; r++) {
                hessian[r * size + c] = r < k * n ? column.weights().entries()[r] : column.bias()[r - k * n];
            }
        }
        return hessian;
    }
}
